"""The tracker goes out as a sheet and comes back as changes that are looked at first."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from models.records.tracker import CellChange, Proposed, ProposedSet, Standing
from models.records.tracker_listed import Group
from ui.pages.children import ChildrenPage
from ui.pages.children.grid.reviewing import STOPPED
from ui.tasks import Tasks


@pytest.fixture
def page(panel, qtbot):
    return panel.show(ChildrenPage(panel.desk), qtbot)


def test_a_sheet_saved_changed_and_brought_back_is_reviewed_kept_and_taken_back(
    panel, page, tmp_path
):
    ids = [panel.child(name, system_id=name[:3]) for name in ("Ann Ore", "Bea Poe", "Cat Roe")]
    page.reload()
    page.tracker.table.filter.setText("o")
    panel.dialogues.save_to = tmp_path / "out"
    page.save_sheet()
    assert panel.dialogues.proposed == ["tracker-2026-11-12.xlsx"]
    assert panel.said[-1][0].startswith("Saved with 3 children.")
    path = tmp_path / "out.xlsx"
    book = load_workbook(BytesIO(path.read_bytes()))
    sheet = book.active
    plan = next(cell.column for cell in sheet[5] if cell.value == "Plan")
    sheet.cell(6, plan).value = "CLA"
    sheet.cell(9, 1).value, sheet.cell(9, plan).value = "Anne Ore", "CP"
    kinds = next(cell.column for cell in sheet[5] if cell.value == "Exploitation")
    sheet.cell(9, kinds).value = "CSE; County lines"
    book.save(path)
    panel.dialogues.files = [path]
    page.bring_back()
    review = page.tracker.review
    assert page.stack.currentWidget() is review
    assert [(one.who, one.title, one.standing.value) for one in review.model.rows] == [
        ("Ann Ore", "Plan", "change"), ("Anne Ore", "New child", "new child"),
    ]  # fmt: skip
    assert "May be Ann Ore" in review.model.rows[1].note
    assert review.keep_button.accessibleName() == "Keep 1 change"
    review.table.go_to(1)
    review.tick()
    review.keep()
    assert page.stack.currentWidget() is page.tracker
    rows = {one.name: one.plan for one in panel.workspace.read.tracker()}
    assert rows == {"Ann Ore": "CLA", "Anne Ore": "CP",
                    "Bea Poe": "CiN plan", "Cat Roe": "CiN plan"}  # fmt: skip
    (new,) = (one for one in panel.workspace.read.tracker() if one.name == "Anne Ore")
    assert set(new.types) == {"Child sexual exploitation", "County lines"}
    panel.workspace.store.undo()
    assert {one.id for one in panel.workspace.read.tracker()} == set(ids)


def test_what_is_no_sheet_is_refused_and_nothing_is_lost(panel, page, tmp_path):
    panel.child()
    page.reload()
    path = tmp_path / "list.csv"
    path.write_text("Name,Town\nIvy,Northmoor\n")
    panel.dialogues.files = [path]
    page.bring_back()
    assert page.stack.currentWidget() is page.tracker
    assert panel.said[-1][0].startswith("This is no sheet of the tracker")
    panel.dialogues.files = [tmp_path / "gone.xlsx"]
    page.bring_back()
    assert panel.said[-1] == ("The sheet could not be read: No such file or directory.", "high")


def test_a_list_is_held_beside_the_children_shown_and_near_names_are_asked_about(
    panel, page, qtbot, tmp_path
):
    panel.child("Ann Ore", birth_date=date(2010, 1, 5))
    bea, cat = panel.child("Bea Poe"), panel.child("Cat Roe", birth_date=date(2013, 9, 30))
    page.reload()
    page.who_is_not()
    listing = page.tracker.listing
    listing.text.setPlainText("Ann Ore 05/01/2010\nBeah Poe 2/4/11\nDee New")
    qtbot.keyClick(listing.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def said():
        return [(one.name, one.who, str(one.group)) for one in listing.model.rows]

    assert said() == [
        ("Dee New", "", "on theirs, not on ours"),
        ("Beah Poe", "Bea Poe", "perhaps the same"),
        ("", "Cat Roe", "on ours, not on theirs"),
        ("Ann Ore", "Ann Ore", "on both"),
    ]
    listing.table.go_to(listing.model.rows[1].key)
    qtbot.keyClick(listing.table.view, Qt.Key.Key_N)
    assert ("", "Bea Poe", "on ours, not on theirs") in said()
    assert ("Beah Poe", "", "on theirs, not on ours") in said()
    listing.which.set_value(Group.OURS.value)
    listing._show()
    listing.show_in_grid()
    assert page.stack.currentWidget() is page.tracker
    assert {row.id for row in page.tracker.model.rows} == {bea, cat}
    page.tracker.show_kind("open")
    page.who_is_not()
    listing.which.set_value("")
    listing._show()
    listing.table.go_to(next(key for key, one in listing.rows.items() if one.name == "Dee New"))
    listing.add_chosen()
    assert page.entry.editor_of("name").text() == "Dee New"
    page.entry.leave()
    listing.leave()
    path = tmp_path / "missing.csv"
    path.write_text("Name,DOB\nAnn Ore,05/01/2010\n")
    page.take_dropped(path)
    assert said()[-1] == ("Ann Ore", "Ann Ore", "on both")
    page.tracker.listing.leave()
    assert listing.rows == {}


def many(panel, page):
    """A set of 300 changes under review."""
    ids = [panel.child(f"Ann Ore{at}", system_id=f"S{at}") for at in range(300)]
    rows = tuple(
        Proposed(at, "Ann Ore", f"S{at}", "Team", "", "North", Standing.CHANGE, "",
                 CellChange(child, "team", "North", None))
        for at, child in enumerate(ids)
    )  # fmt: skip
    page.tracker.review.show_set("Changes", ProposedSet(rows, (), frozenset(range(300))))
    return page.tracker.review


def teams(panel):
    return {one.team for one in panel.workspace.read.tracker()}


def test_many_changes_are_kept_off_the_windows_thread_and_can_be_stopped(panel, page, qtbot):
    tasks = panel.desk.tasks = Tasks(1)
    review, barred = many(panel, page), []
    review.keeping.bar.show_progress = lambda *said: barred.append(said)
    review.keep()
    review.leave()
    qtbot.waitUntil(lambda: not review.keeping.bar.busy, timeout=20_000)
    assert (review.told.text.text(), teams(panel)) == (STOPPED, {None})
    review.keep()
    qtbot.waitUntil(lambda: not review.keeping.bar.busy, timeout=20_000)
    tasks.close()
    assert teams(panel) == {"North"}
    assert (280, 300, "Keeping the changes") in barred
    assert panel.said[-1][0] == "300 kept as one step. Ctrl+Z takes them back."


def test_a_conflict_among_many_is_marked_and_nothing_is_kept(panel, page):
    review = many(panel, page)
    panel.workspace.register.change(review.model.rows[7].change.child_id, "team", "South", None)
    review.keep()
    assert teams(panel) == {None, "South"}
    assert review.model.rows[7].standing is Standing.CONFLICT
