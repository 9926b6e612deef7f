"""A paper whose title says nothing is read as the kind that explains most of it."""

from models.intake.opening import open_paper
from models.intake.papers import NotUnderstood, ReadField, ReadRecord
from models.intake.understanding.explained import explains, worth
from models.intake.understanding.kinds import UNKNOWN, nearly_as_likely

from .drawn import drawn
from .measure import paper


def found(kind: str, *names: str, lost: int = 0) -> tuple[list[ReadRecord], list[NotUnderstood]]:
    fields = tuple(ReadField(name, "x", "x", "p1", 0.9) for name in names)
    return [ReadRecord(kind, fields, "p1")], [NotUnderstood(f"p{at}", "y") for at in range(lost)]


def test_more_fields_and_fewer_texts_left_over_outweigh_the_first_kind() -> None:
    first = worth(found("child", "name", lost=9), 2.0, first=True)
    other = worth(found("location", "name", "type", "hours", "owner", "grounds"), 1.8, first=False)
    assert other > first
    assert worth(found("child", "name"), 2.0, first=True) > worth(
        found("location", "name", "type"), 2.0, first=False
    )


def test_what_no_kind_was_found_for_has_to_name_somebody_and_tell_of_them() -> None:
    told = found("return", "name", "dob", "text", "sharing")
    assert explains(told, 1.2, UNKNOWN)
    assert not explains(found("return", "agency", "meeting"), 1.2, UNKNOWN)
    assert not explains(told, 0.3, UNKNOWN)


def test_a_title_that_says_what_a_paper_is_leaves_no_doubt() -> None:
    content = open_paper("paper.docx", drawn("# MACE tracker", "| **Name** | **DOB** |"))
    assert nearly_as_likely(content.parts, "tracker") == {}
    untitled = open_paper("paper.docx", drawn("# Northmoor", "| **Name** | **DOB** |"))
    assert len(nearly_as_likely(untitled.parts, UNKNOWN)) > 1


def test_a_recipe_is_no_paper_of_the_panels() -> None:
    one = paper("Bread", "Flour, water, salt and yeast.", "Leave it for an hour, then bake it.")
    assert (one.kind, one.records) == (UNKNOWN, ())
