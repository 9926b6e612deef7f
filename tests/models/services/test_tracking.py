"""Cells of the tracker: every kind is written by the one change path, all or nothing, one step."""

from datetime import date, datetime

import pytest

from models.clock import SetClock
from models.errors import CellConflict, CellRefused, Refusal
from models.marks import Role
from models.records.tracker import CellChange
from models.rules.tracker.columns import COLUMNS, RISK_STANDS, Write, value_of
from models.services.register import RegisterService
from models.services.signed_in import Person
from models.workspace import Workspace

NOW = datetime(2026, 11, 12, 9, 30)
TODAY = NOW.date()


@pytest.fixture
def panel():
    workspace = Workspace.memory("Ada", SetClock(NOW))
    workspace.panel.make("Northmoor MACE", districts=("Eastmoor",))
    yield workspace
    workspace.close()


def of(panel, child_id):
    (found,) = panel.read.tracker((child_id,))
    return found


def cell(child_id, column, value, seen=None):
    return CellChange(child_id, column, value, seen)


NEW = {
    "name": "Ivy Ash-Down", "system_id": "LCS1", "birth_date": date(2011, 4, 2), "school": "Tarn",
    "category": "CSE2", "plan": "CLA", "risk": "High", "district": "Eastmoor",
    "assessed_on": date(2026, 11, 1), "next_review": date(2026, 12, 1),
    "nrm": "To be referred", "other_exploitation": True, "legal_status": "Section 20",
    "nhs_number": "943 476 5919",
}  # fmt: skip


@pytest.mark.parametrize("column", [one.key for one in COLUMNS if one.write is not Write.NOT])
def test_every_cell_that_may_be_written_says_what_was_written(panel, column):
    child = panel.register.add_child("Ivy Ashdown")
    seen, wanted = value_of(of(panel, child), column), NEW.get(column, "Something")
    panel.register.change_cells([cell(child, column, wanted, seen)])
    assert value_of(of(panel, child), column) == wanted
    panel.store.undo()
    assert value_of(of(panel, child), column) == seen


@pytest.mark.parametrize("column", [one.key for one in COLUMNS if one.write is Write.NOT])
def test_what_is_reckoned_is_not_written_and_says_why(panel, column):
    child = panel.register.add_child("Ivy Ashdown")
    seen = value_of(of(panel, child), column)
    with pytest.raises(CellRefused) as refused:
        panel.register.change_cells([cell(child, column, "x", seen)])
    assert (refused.value.row_id, refused.value.field) == (child, column)
    assert refused.value.message


def test_a_risk_that_was_assessed_is_assessed_anew_and_never_overwritten(panel):
    child = panel.register.add_child("Ivy Ashdown")
    panel.register.add_assessment(child, assessed_on=date(2026, 10, 1), level="High")
    with pytest.raises(CellRefused, match="said the risk"):
        panel.register.change_cells([cell(child, "risk", "Low", "High")])
    assert RISK_STANDS.startswith("An assessment")
    panel.register.change_cells([
        cell(child, "risk", "Medium", "High"),
        cell(child, "assessed_on", TODAY, date(2026, 10, 1)),
    ])  # fmt: skip
    now = of(panel, child)
    assert (now.risk, now.direction, now.assessed_on) == ("Medium", "decreased", TODAY)
    assert len(panel.read.child(child).assessments) == 2


@pytest.mark.parametrize("day", [None, date(2026, 9, 1), date(2026, 11, 13)])
def test_an_assessment_of_no_day_an_earlier_day_or_a_day_to_come_is_refused(panel, day):
    child = panel.register.add_child("Ivy Ashdown")
    panel.register.add_assessment(child, assessed_on=date(2026, 10, 1), level="High")
    with pytest.raises(CellRefused):
        panel.register.change_cells([cell(child, "assessed_on", day, date(2026, 10, 1))])


def test_one_refused_cell_keeps_all_from_being_written(panel):
    one, two = (panel.register.add_child(name) for name in ("Ann Ore", "Bea Poe"))
    before = panel.store.last_operation
    with pytest.raises(CellRefused) as refused:
        panel.register.change_cells([
            cell(one, "plan", "CLA"), cell(two, "nhs_number", "943 476 5918"),
        ])  # fmt: skip
    assert (refused.value.row_id, refused.value.field) == (two, "nhs_number")
    assert of(panel, one).plan is None
    assert panel.store.last_operation == before


def test_a_cell_that_moved_since_it_was_seen_is_a_conflict_with_both_values(panel):
    child = panel.register.add_child("Ivy Ashdown", plan="CP")
    with pytest.raises(CellConflict) as conflict:
        panel.register.change_cells([cell(child, "plan", "CLA", "Early Help")])
    told = conflict.value
    assert (told.field, told.theirs, told.yours, told.row_id) == ("plan", "CP", "CLA", child)


def test_a_sheets_changes_and_new_children_are_one_step(panel):
    ids = [panel.register.add_child(name) for name in ("Ann Ore", "Bea Poe")]
    added = panel.register.change_cells(
        [*(cell(one, "plan", "CLA") for one in ids), cell(ids[0], "team", "North")],
        [{"name": "Cat Roe", "plan": "CP", "assessed_on": TODAY, "risk": "High",
          "next_review": date(2026, 12, 1), "school": None, "age": 14}],
    )  # fmt: skip
    new = of(panel, added[0])
    assert (new.name, new.plan, new.risk, new.assessed_on) == ("Cat Roe", "CP", "High", TODAY)
    assert new.next_review == date(2026, 12, 1)
    assert panel.store.undo_label == "Undo “Change 3 cells and add 1 child of the tracker”"
    panel.store.undo()
    assert [(one.name, one.plan) for one in panel.read.tracker()] == [
        ("Ann Ore", None), ("Bea Poe", None),
    ]  # fmt: skip


def test_nobody_writes_who_may_only_read(panel):
    child = panel.register.add_child("Ivy Ashdown")
    member = RegisterService(panel.store, Person(None, "Mo", Role.MEMBER))
    with pytest.raises(Refusal, match="you cannot edit record"):
        member.change_cells([cell(child, "plan", "CLA")])


def test_a_word_that_would_set_the_nrm_back_is_asked_about_and_not_taken(panel):
    child = panel.register.add_child("Ivy Ashdown")
    panel.register.add_nrm(child, referred_on=date(2026, 11, 2))
    standing = of(panel, child).nrm
    with pytest.raises(CellRefused) as refused:
        panel.register.change_cells([cell(child, "nrm", "Considered, not referred", standing)])
    assert refused.value.message == (
        "“Considered, not referred” would set the NRM back from “Referred, awaiting decision”, so "
        "it is not taken. If it is so, say it on the child's page, under NRM."
    )
    assert of(panel, child).nrm == standing
    panel.register.change_cells([cell(child, "nrm", "Positive reasonable grounds", standing)])
    assert of(panel, child).nrm == "Positive reasonable grounds"


def test_on_the_childs_page_the_nrm_says_no_less_than_its_entries(panel):
    child = panel.register.add_child("Ivy Ashdown")
    panel.register.change(child, "nrm_status", "Referred, awaiting decision", None)
    panel.register.change(child, "nrm_status", "Not considered", "Referred, awaiting decision")
    panel.register.add_nrm(child, referred_on=date(2026, 11, 2))
    standing = of(panel, child).nrm
    with pytest.raises(Refusal, match="would set the NRM back"):
        panel.register.change(child, "nrm_status", "considered", standing)
    assert of(panel, child).nrm == standing == "Referred, awaiting decision"
