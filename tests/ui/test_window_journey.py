"""From papers dropped on the window to written minutes: a day of the panel, in the window alone."""

from datetime import datetime, time
from importlib.resources import files
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QPushButton

from macedesk.pages import entries
from models.clock import SetClock
from models.marks import Role
from models.workspace import Workspace
from tests.exports.reading import text
from tests.ui.pages.held import Folders
from tests.ui.pages.test_referrals import drop
from ui.tasks import TasksAtOnce
from ui.window import MainWindow

DEMO = Path(str(files("resources") / "demo"))
PAPERS = [
    DEMO / "members.csv",
    *sorted((DEMO / "referrals").glob("0[12]-*.docx")),
    *sorted((DEMO / "referrals").glob("1[13]-*.docx")),
]
AGREED = "Visit the school about the new phone"


@pytest.fixture
def clock():
    return SetClock(datetime(2026, 11, 10, 9, 0))


@pytest.fixture
def workspace(clock):
    made = Workspace.memory("Ada Administrator", clock)
    made.panel.make("Northmoor MACE", area="Northmoor", districts=("Eastmoor",))
    yield made
    made.close()


@pytest.fixture
def window(workspace, qtbot, dressed):
    made = MainWindow(workspace, entries(), tasks=TasksAtOnce())
    made.desk.dialogues = Folders()
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def on(window, page_id):
    window.go(page_id)
    return window.page


def papers_in(window):
    page = on(window, "referrals")
    drop(page, *PAPERS)
    page.preview.keep_all.click()
    return page


def accept_everything(page, workspace):
    for referral in workspace.read.referrals():
        page.show_record(referral.id)
        page.card.outcome.propose("ACCEPT")
        page.card.outcome.reason.setText("Meets the panel's criteria")
        page.card.outcome.decide()


def plan(window):
    page = on(window, "agenda")
    page.plan_meeting()
    page.plan.editor_of("held_on").line.setText("12 November 2026")
    page.plan.editor_of("starts").setText("9:30")
    page.plan.editor_of("ends").setText("12:30")
    page.plan.keep()
    page.fill()
    return page.meeting


def hold(window, workspace, clock, qtbot):
    clock.set(datetime(2026, 11, 12, 9, 30))
    page = on(window, "meeting")
    page.start_or_pause()
    page.room.opening.attendance.everyone()
    for row in workspace.read.running_order(page.state.meeting.id):
        page.turn_to(row.id)
        qtbot.waitUntil(
            lambda row=row: page.state.live is not None and page.state.live.id == row.id
        )
        page.capture()
        line = page.room.capture.line
        qtbot.keyClicks(line, f"action {AGREED} by 20 Nov")
        qtbot.keyClick(line, Qt.Key.Key_Return)
        page.finish_item()
    clock.set(datetime(2026, 11, 12, 11, 0))
    page.read_back()
    page.room.read_back.close_meeting()


def test_papers_dropped_on_the_window_become_minutes_in_a_folder(
    window, workspace, clock, qtbot, tmp_path
):
    accept_everything(papers_in(window), workspace)
    assert {one.state for one in workspace.read.referrals()} == {"accepted"}
    meeting = plan(window)
    assert meeting.starts == time(9, 30)
    order = workspace.read.running_order(meeting.id)
    assert [row.reference for row in order] == ["V1", "V2", "O1", "L1"]
    hold(window, workspace, clock, qtbot)
    assert [row.state for row in workspace.read.running_order(meeting.id)] == ["discussed"] * 4
    assert len([one for one in workspace.read.actions() if one.text == AGREED]) == 4
    minutes = on(window, "minutes")
    assert not window.shelf.covered
    window.desk.dialogues.folder = tmp_path
    minutes.issue()
    minutes.issue_card.begin()
    written = text(Document(tmp_path / "minutes.docx"))
    assert written.count(AGREED) >= 4
    assert {"actions.docx", "extracts", "manifest.json"} <= {one.name for one in tmp_path.iterdir()}


def test_signing_out_of_a_panel_in_memory_offers_the_seats_of_its_people(window, workspace):
    gone = []
    window.signed_out.connect(gone.append)
    chair = workspace.users.add("Cleo Chair", Role.CHAIR)
    window.bound.run("sign_out")
    page = window.covers.lock_page
    assert window.covers.state == "lock" and page.other.isHidden() and gone == []
    (seat,) = page.seats.findChildren(QPushButton)
    assert seat.text() == "Cleo Chair, chair"
    seat.click()
    assert gone == [chair] and window.isVisible()
