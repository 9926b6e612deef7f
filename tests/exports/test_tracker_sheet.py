"""The tracker's sheet goes and comes back: nothing of itself differs, every change is told."""

import io
from datetime import date, datetime
from hashlib import sha256

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from exports import tracker_sheet
from models.clock import SetClock
from models.entities import Issue
from models.errors import Refusal
from models.intake.opening import open_paper
from models.intake.tracker.comparing import compared
from models.intake.tracker.sheet import AS_SENT, RECORD, digest, read_sheet
from models.marks import Role
from models.rules.tracker.columns import BY_KEY, COLUMNS
from models.services.issuing import WRITTEN
from models.services.signed_in import Person
from models.workspace import Workspace

NOW = datetime(2026, 11, 12, 9, 30)
TODAY = NOW.date()
KEYS = ("name", "plan", "risk", "assessed_on", "missing_90_days", "next_review", "team", "district")


@pytest.fixture
def panel():
    made = Workspace.memory("Ada", SetClock(NOW))
    made.panel.make("Northmoor MACE", districts=("Eastmoor", "West, upper"))
    made.panel.set("full_names", "yes")
    add = made.register.add_child
    add("Ann O'Ore", system_id="00123", plan="CP", risk="H", district="Eastmoor", team="=1+1",
        birth_date=date(2011, 4, 2), school="  Tarn   High ",
        nhs_number="943 476 5919")  # fmt: skip
    bea = add("Bea Poe", system_id="=2+2", other_exploitation=True, gender="F")
    add("Cat Roe")
    made.register.add_assessment(bea, assessed_on=date(2026, 10, 1), level="High")
    yield made
    made.close()


def written(panel, tmp_path, keys=KEYS, wanted="xlsx"):
    path = tmp_path / f"sheet.{wanted}"
    ids = [one.id for one in panel.read.tracker()]
    assert tracker_sheet.write(panel, ids, keys, path, wanted) == len(ids)
    return path.read_bytes()


def back(panel, data, name="sheet.xlsx"):
    sheet = read_sheet(open_paper(name, data))
    return compared(
        sheet, panel.read.tracker(), TODAY, panel.read.districts(), key=panel.register.sheet_key()
    )


def changed(data, change):
    book = load_workbook(io.BytesIO(data))
    change(book.active)
    to = io.BytesIO()
    book.save(to)
    return to.getvalue()


def column(sheet, title):
    return next(cell.column for cell in sheet[5] if cell.value == title)


def told(found):
    return [(one.who, one.title, one.was, one.now, one.standing.value) for one in found.rows]


def test_columns_are_as_wide_as_what_stands_in_them(panel, tmp_path):
    panel.register.add_child("Dee Roe", school="Tarn Alternative Provision")
    sheet = load_workbook(io.BytesIO(written(panel, tmp_path, ("name", "school")))).active
    assert sheet.freeze_panes == "B6"
    assert sheet.column_dimensions["B"].width >= len("Tarn Alternative Provision")


@pytest.mark.parametrize("wanted", tracker_sheet.FORMATS)
def test_a_sheet_that_nobody_touched_changes_nothing_in_any_column(panel, tmp_path, wanted):
    data = written(panel, tmp_path, tuple(one.key for one in COLUMNS), wanted)
    assert told(back(panel, data, f"sheet.{wanted}")) == []


def test_no_cell_runs_and_days_are_days_with_a_head_that_stays_and_choices(panel, tmp_path):
    sheet = load_workbook(io.BytesIO(written(panel, tmp_path))).active
    assert sheet.freeze_panes == "B6"
    assert sheet.auto_filter.ref == "A5:K8"
    assert sheet.cell(7, column(sheet, "Assessed")).value == datetime(2026, 10, 1)
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    lists = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation}
    assert lists["H6:H8"] == '"Eastmoor"'
    rows = written(panel, tmp_path, KEYS, "csv").decode("utf-8-sig").splitlines()
    assert "'=1+1" in rows[5]


def test_changes_are_told_with_what_was_whatever_order_the_rows_have(panel, tmp_path):
    def change(sheet):
        sheet.cell(6, column(sheet, "Plan")).value = "CLA"
        sheet.cell(6, column(sheet, "Next review")).value = datetime(2026, 12, 1)
        sheet.cell(7, column(sheet, "Assessed")).value = "10 Nov 26"
        sheet.cell(7, column(sheet, "Risk")).value = "Low"
        sheet.cell(7, column(sheet, "Missing 90 d")).value = 7
        sheet.cell(8, column(sheet, "Team")).value = "North"
        sheet.move_range("A6:K6", rows=4)
        sheet.delete_rows(6)

    found = back(panel, changed(written(panel, tmp_path), change))
    assert told(found) == [
        ("Bea Poe", "Assessed", "1 Oct 2026", "10 Nov 2026", "change"),
        ("Bea Poe", "Risk", "High", "Low", "change"),
        ("Bea Poe", "Missing 90 d", "", "7", "not taken"),
        ("Cat Roe", "Team", "", "North", "change"),
        ("Ann O'Ore", "Plan", "CP", "CLA", "change"),
        ("Ann O'Ore", "Next review", "", "1 Dec 2026", "change"),
    ]
    assert len(found.ticked) == 5
    kept = [one.change for one in found.rows if one.key in found.ticked]
    panel.register.change_cells(kept)
    now = {one.name: one for one in panel.read.tracker()}
    assert (now["Bea Poe"].risk, now["Bea Poe"].direction) == ("Low", "decreased")
    assert now["Ann O'Ore"].next_review == date(2026, 12, 1)


def test_words_that_are_on_no_list_are_kept_and_said(panel, tmp_path):
    def change(sheet):
        sheet.cell(6, column(sheet, "Plan")).value = "A plan of our own"
        sheet.cell(7, column(sheet, "District")).value = "eastmoor"
        sheet.cell(8, column(sheet, "District")).value = "Eastmore"

    found = back(panel, changed(written(panel, tmp_path), change))
    assert [(one.now, bool(one.note)) for one in found.rows] == [
        ("A plan of our own", True), ("Eastmoor", False), ("Eastmore", True),
    ]  # fmt: skip
    assert len(found.ticked) == 3


def test_a_plan_by_another_word_is_the_trackers_own_and_one_that_is_over_closes_nobody(
    panel, tmp_path
):
    def change(sheet):
        sheet.cell(6, column(sheet, "Plan")).value = "CiN"
        sheet.cell(7, column(sheet, "Plan")).value = "Closed"
        sheet.cell(8, column(sheet, "Plan")).value = "CIN plan until June"

    found = back(panel, changed(written(panel, tmp_path), change))
    assert [(one.now, "stays open" in one.note) for one in found.rows] == [
        ("CiN plan", False), ("Not open", True), ("CIN plan until June", False),
    ]  # fmt: skip
    assert {one.now for one in found.rows if one.key in found.ticked} == {
        "CiN plan", "CIN plan until June",
    }  # fmt: skip


def test_a_day_to_come_under_assessed_is_not_taken(panel, tmp_path):
    def change(sheet):
        sheet.cell(7, column(sheet, "Assessed")).value = datetime(2027, 1, 1)

    (one,) = back(panel, changed(written(panel, tmp_path), change)).rows
    assert (one.now, one.standing.value) == ("1 Jan 2027", "not taken")
    assert one.note == "This day is still to come."


def test_a_column_of_closing_days_is_told_and_closes_nobody(panel, tmp_path):
    def change(sheet):
        sheet.cell(5, column(sheet, "As sent") + 1).value = "Closed on"
        sheet.cell(6, column(sheet, "As sent") + 1).value = datetime(2026, 11, 1)

    found = back(panel, changed(written(panel, tmp_path), change))
    assert told(found) == [("Ann O'Ore", "Closed", "", "1 Nov 2026", "not taken")]
    assert "second person" in found.rows[0].note
    assert not any("passed over" in one for one in found.notes)


def test_what_changed_here_since_is_a_conflict_and_not_ticked(panel, tmp_path):
    data = changed(written(panel, tmp_path), lambda sheet: [
        setattr(sheet.cell(6, column(sheet, "Plan")), "value", "CLA"),
        setattr(sheet.cell(6, column(sheet, "Team")), "value", "North"),
    ])  # fmt: skip
    ann = panel.read.tracker()[0]
    panel.register.set_status(ann.id, TODAY, plan="Early Help", district="West, upper")
    found = back(panel, data)
    assert told(found) == [
        ("Ann O'Ore", "Plan", "Early Help", "CLA", "conflict"),
        ("Ann O'Ore", "Team", "=1+1", "North", "change"),
    ]
    assert [found.rows[key].title for key in found.ticked] == ["Team"]


def test_new_children_are_offered_unticked_and_removed_ones_stay(panel, tmp_path):
    def change(sheet):
        sheet.delete_rows(8)
        at = {title: column(sheet, title) for title in ("Child", "Plan", "Risk", "Assessed")}
        new = {"Child": "Dee New", "Plan": "CP", "Risk": "M", "Assessed": "no idea"}
        for title, value in new.items():
            sheet.cell(8, at[title]).value = value

    found = back(panel, changed(written(panel, tmp_path), change))
    (new,) = found.rows
    assert (new.who, new.standing.value, found.ticked) == ("Dee New", "new child", frozenset())
    assert dict(new.cells) == {"name": "Dee New", "plan": "CP", "risk": "Medium"}
    assert "Assessed: no idea" in new.note
    assert "stay as they are" in found.notes[0]
    panel.register.change_cells([], [dict(new.cells)])
    assert [one.name for one in panel.read.tracker()] == ["Ann O'Ore", "Bea Poe", "Cat Roe",
                                                          "Dee New"]  # fmt: skip


def test_a_row_is_never_known_by_its_name_and_doubtful_rows_are_left(panel, tmp_path):
    def change(sheet):
        record = column(sheet, "Record")
        number = column(sheet, "System id")
        sheet.cell(6, record).value = "f" * 32
        sheet.cell(7, number).value = "00123"
        sheet.cell(9, record).value = sheet.cell(8, record).value
        sheet.cell(9, 1).value = "Cat Roe"
        sheet.cell(10, number).value = "77"

    found = back(panel, changed(written(panel, tmp_path), change))
    assert [(one.who, one.standing.value) for one in found.rows] == [
        ("Ann O'Ore", "not taken"), ("Bea Poe", "not taken"), ("Cat Roe", "not taken"),
        ("Row 10", "not taken"),
    ]  # fmt: skip
    assert not found.ticked


def test_without_the_marks_changes_wait_to_be_ticked_and_strange_columns_are_named(panel, tmp_path):
    def change(sheet):
        sheet.cell(6, column(sheet, "Plan")).value = "CLA"
        sheet.cell(5, column(sheet, "As sent")).value = "Remarks"

    found = back(panel, changed(written(panel, tmp_path), change))
    assert told(found) == [("Ann O'Ore", "Plan", "CP", "CLA", "to look at")]
    assert not found.ticked
    assert "Remarks" in found.notes[-1]


def test_a_sheet_of_something_else_is_refused_in_plain_words(panel):
    with pytest.raises(Refusal, match="no sheet of the tracker"):
        back(panel, b"Name,Town\nIvy,Northmoor\n", "list.csv")


def test_it_takes_the_right_to_export_and_is_logged_without_a_name(panel, tmp_path):
    written(panel, tmp_path)
    with panel.store.reading() as session:
        logged = [(one.document, one.audience, one.state) for one in session.scalars(select(Issue))]
    assert logged == [("tracker-2026-11-12.xlsx", "office", WRITTEN)]
    panel.person = Person(None, "Mo", Role.AUDITOR)
    with pytest.raises(Refusal):
        written(panel, tmp_path)


def test_what_a_deleted_column_said_is_not_told_by_its_mark(panel, tmp_path):
    sheet = load_workbook(io.BytesIO(written(panel, tmp_path))).active
    record, marks = (sheet.cell(6, column(sheet, name)).value for name in (RECORD, AS_SENT))
    mark = next(one for one in marks.split() if one.startswith("plan:"))
    guess = sha256(f"{record}\nplan\nCP".encode()).hexdigest()[:8]
    assert mark != f"plan:{guess}"
    other = digest("another file's key", record, BY_KEY["plan"], "CP")
    assert mark not in (f"plan:{other}", "plan:")
    assert mark == f"plan:{digest(panel.register.sheet_key(), record, BY_KEY['plan'], 'CP')}"


def test_the_sheet_says_late_interviews_and_imported_episodes_as_the_grid_does(panel, tmp_path):
    (ann, *_) = panel.read.tracker()
    panel.register.change(ann.id, "missing_90_days", 3, None)
    panel.register.add_episode(
        ann.id, reported_at=datetime(2026, 11, 7, 22), returned_at=datetime(2026, 11, 8, 6)
    )
    keys = ("name", "missing_90_days", "interviews_late")
    data = written(panel, tmp_path, keys)
    sheet = load_workbook(io.BytesIO(data)).active
    head = [cell.value for cell in sheet[5]]
    row = dict(zip(head, (cell.value for cell in sheet[6]), strict=True))
    assert row["RHI"] == "1 late"
    assert (row["Missing 90 d"], row["Missing 90 d as imported"]) == (1, 3)
    assert back(panel, data).rows == ()
    assert b"1 late" in written(panel, tmp_path, keys, "csv")


OTHERS = (
    "LCS ID,Child,DOB,Locality,Status,Team,Risk\n"
    "00123,\"O'ORE, Ann\",02/04/2011,Eastmoor,CLA,,High\n"
    "99,Dee Roe,,Eastmoor,CP,,\n"
)


def test_another_systems_list_is_told_as_changes_to_look_at_and_empties_nothing(panel):
    found = back(panel, OTHERS.encode(), "export.csv")
    assert told(found) == [
        ("Ann O'Ore", "Plan", "CP", "CLA", "to look at"),
        ("Dee Roe", "New child", "", "District: Eastmoor, Plan: CP", "new child"),
    ]
    assert found.ticked == frozenset()
    assert "no sheet of this tracker" in found.notes[0]


def test_a_row_whose_marks_were_lost_is_looked_at_also_where_it_empties_a_cell(panel, tmp_path):
    def change(sheet):
        sheet.cell(6, column(sheet, AS_SENT)).value = None
        sheet.cell(6, column(sheet, "District")).value = None

    found = back(panel, changed(written(panel, tmp_path), change))
    assert told(found) == [("Ann O'Ore", "District", "Eastmoor", "", "to look at")]
    assert found.ticked == frozenset()
