"""The panel's own words and rows stand over the shipped lists, everywhere, and come off again."""

from datetime import date, datetime

import pytest

from models import codes
from models.clock import SetClock
from models.errors import Refusal
from models.workspace import Workspace

NOW = datetime(2026, 11, 12, 9, 30)


def test_a_plan_of_the_panels_own_is_recognised_and_counted(panel) -> None:
    panel.panel.add_code("plans", "FAST", "Family Action Support", column="Early Help")
    assert codes.recognise("plans", "family action support").code == "FAST"
    assert codes.plan_column("Family Action Support") == "Early Help"
    panel.store.undo()
    assert codes.recognise("plans", "family action support") is None
    panel.store.redo()
    assert codes.recognise("plans", "family action support").code == "FAST"


def test_another_word_for_a_code_is_read_from_papers(panel) -> None:
    known = codes.find("plans", "CIN")
    words = "; ".join((*known.synonyms, "tier 3 plan"))
    panel.panel.change_code("plans", "CIN", "synonyms", words)
    assert codes.recognise("plans", "Tier 3 plan").code == "CIN"


def test_a_measure_out_of_use_is_not_offered_and_keeps_its_name(panel) -> None:
    panel.panel.change_code("measures", "CP01", "active", False)
    assert "CP01" not in {one.code for one in panel.read.catalogue()}
    assert codes.measure("CP01") is not None
    panel.panel.put_back_code("measures", "CP01")
    assert "CP01" in {one.code for one in panel.read.catalogue()}


def test_a_row_is_in_use_between_its_dates(panel) -> None:
    panel.panel.change_code("asks", codes.load("asks")[0].code, "valid_from", date(2026, 12, 1))
    first = codes.load("asks")[0]
    assert not first.active
    panel.store.clock.set(datetime(2026, 12, 1, 9, 0))
    panel.panel.change_code("asks", first.code, "note", "From December")
    assert codes.load("asks")[0].active


def test_the_timetable_moves_what_is_due(panel) -> None:
    panel.panel.change_code("timetable", "returns", "working_days", -5)
    (step,) = [one for one in codes.timetable() if one.code == "returns"]
    assert step.working_days == -5


def test_words_that_blame_are_the_panels_own(panel) -> None:
    from models.rules.language import listed_terms

    panel.panel.add_code(
        "language", "runner", "serial runner", alternatives=["child who goes missing"], why="Blames"
    )
    assert "serial runner" in {one.term for one in listed_terms()}


@pytest.mark.parametrize(
    ("name", "code", "field", "value"),
    [
        ("timetable", "returns", "working_days", "soon"),
        ("timetable", "nowhere", "working_days", 1),
        ("timetable", "returns", "colour", "red"),
        ("plans", "CIN", "valid_to", "tomorrow"),
        ("measures", "CP01", "status", "perhaps"),
        ("schemes", "rfm", "validity", "for ever"),
        ("schemes", "rfm", "arithmetic", "by feeling"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_changes(panel, name, code, field, value) -> None:
    before = panel.store.undo_label
    with pytest.raises(Refusal):
        panel.panel.change_code(name, code, field, value)
    assert panel.store.undo_label == before


def test_two_rows_of_one_code_and_a_row_without_words_are_refused(panel) -> None:
    for code, label in (("CIN", "Again"), ("", "Nothing"), ("X", " ")):
        with pytest.raises(Refusal):
            panel.panel.add_code("plans", code, label)
    panel.panel.add_code("asks", "OWN", "Our own ask")
    with pytest.raises(Refusal, match="own"):
        panel.panel.put_back_code("asks", "OWN")
    with pytest.raises(Refusal):
        panel.panel.change_code("asks", "OWN", "label", "")


def test_a_new_version_of_a_scheme_leaves_assessments_with_theirs(panel) -> None:
    child = panel.register.add_child("Robin Ashdown", birth_date=date(2011, 1, 2))
    panel.register.add_assessment(
        child, assessed_on=date(2026, 11, 1), scheme_code="merseyside", score=20
    )
    made = panel.schemes.new_version("merseyside", "2027", panel.store.clock.today())
    panel.panel.change_code("schemes", made, "levels", "Low: 0 to 25\nHigh: 26 or more")
    assert {one.code for one in codes.schemes()} >= {made}
    assert "merseyside" not in {one.code for one in codes.schemes()}
    panel.register.add_assessment(child, assessed_on=date(2026, 11, 10), scheme_code=made, score=20)
    kept = panel.read.child(child).assessments
    assert [one.level for one in kept] == ["Low", "Medium"]
    with pytest.raises(Refusal):
        panel.schemes.new_version(made, "2027", panel.store.clock.today())


def test_a_scheme_whose_dates_are_set_locally_makes_assessments_overdue_by_them(panel) -> None:
    child = panel.register.add_child("Robin Ashdown", birth_date=date(2011, 1, 2))
    panel.register.add_assessment(child, assessed_on=date(2026, 9, 1), scheme_code="seraf")
    assert panel.read.child(child).row.assessment_overdue
    panel.panel.change_code("schemes", "seraf", "validity", "3 months")
    assert not panel.read.child(child).row.assessment_overdue


def test_another_window_s_change_is_taken_up(tmp_path) -> None:
    from tests.models.storage.sample import CHEAP

    path = tmp_path / "panel.mace"
    one = Workspace.create(path, "correct horse battery", "Ada", clock=SetClock(NOW), cost=CHEAP)
    one.panel.make("Northmoor MACE")
    one.panel.change_code("plans", "CIN", "label", "Our CIN")
    one.close()
    codes.adopt((), date.max)
    other = Workspace.open(path, "correct horse battery", clock=SetClock(NOW))
    assert codes.find("plans", "CIN").label == "Our CIN"
    other.close()


def test_a_word_of_the_panel_that_no_longer_fits_leaves_the_shipped_row(panel) -> None:
    codes.adopt([codes.OwnRow("timetable", "returns", {"working_days": "soon"})], NOW.date())
    assert codes.find("timetable", "returns").working_days == -3


def test_a_weak_word_of_the_panels_own_is_warned_of(panel) -> None:
    from models.rules.smart import carried_too_often, verb_warning

    assert verb_warning("Signpost the family") is None
    panel.panel.add_code(
        "smart_warnings", "signpost", "Signposting is not an action", patterns=["signpost"]
    )
    assert verb_warning("Signposting the family")
    panel.panel.change_code("smart_warnings", "carried", "limit", 2)
    assert carried_too_often() == 2
