"""Wordings of actions are tied to the catalogue: each is read as the measure it carries out."""

from models import codes
from models.rules.smart import ActionDraft, action_warnings
from models.rules.templates import templates


def test_each_wording_names_the_measure_that_it_carries_out() -> None:
    known = {row.code for row in codes.measures()}
    read = {
        one.label: {row.code for row in codes.mentions("measures", one.label)}
        for one in templates()
    }
    assert read == {one.label: set(one.measures) for one in templates()}
    assert set().union(*read.values()) <= known


def test_each_wording_has_a_known_type_and_is_no_vague_action() -> None:
    kinds = {row.code for row in codes.load("action_types")}
    for one in templates():
        assert one.kind in kinds and one.success and one.days
        said = action_warnings(ActionDraft(one.label, "A", "Police", None), None)
        assert [words for words in said if not words.startswith("No date")] == [], one.code


def test_wordings_of_the_plans_measures_come_first() -> None:
    found = templates({"AS07"})
    assert [one.code for one in found[:2]] == ["T15", "T16"]
    assert all(not one.measures for one in found[2:4])
    assert len(found) == len(templates())
