"""Two at one file: what one of them has typed and not kept stands in nobody else's window."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest

from models.marks import Role
from models.storage.sealing import Cost
from models.workspace import Workspace
from tests.ui.live.room import hold, small_panel
from tests.ui.live.test_two_windows import on_the_room
from ui.autosave import DRAFT_MS

HERS, HIS = "two at one table", "two at another table"
CHEAP = Cost(64, 1, 1)


@pytest.fixture
def made(tmp_path, clock):
    """A running meeting in a file with a chair and a minute taker who signs in beside her."""
    chair = Workspace.create(tmp_path / "panel.mace", HERS, "Rita Choudhury", clock=clock,
                             cost=CHEAP)  # fmt: skip
    panel = small_panel(clock, chair)
    hold(panel)
    chair.users.add("Tom Ellery", Role.MINUTE_TAKER, HIS, cost=CHEAP)
    yield panel
    chair.close()


@pytest.fixture
def opened(made, clock, qtbot, dressed):
    """Opens a window on the file for whoever's passphrase it is, at an item of it."""
    windows, spaces = [], []

    def one(words, reference="V1"):
        spaces.append(Workspace.open(made.workspace.store.file.path, words, clock=clock))
        windows.append(on_the_room(spaces[-1], qtbot))
        page = windows[-1].page
        page.turn_to(made.items[reference])
        return page

    yield one
    for window in windows:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for space in spaces:
        space.close()


def typed(page, qtbot, widget, words):
    page.window().activateWindow()
    widget.setFocus()
    QTest.keyClicks(widget, words)
    qtbot.wait(DRAFT_MS + 150)


def test_words_in_the_chairs_bar_are_not_in_the_minute_takers(opened, qtbot):
    chair, taker = opened(HERS), opened(HIS, "V2")
    typed(chair, qtbot, chair.room.capture.line, "chair only: stepdad hits her")
    taker.turn_to(chair.state.item_id)
    assert taker.room.capture.line.text() == ""
    typed(taker, qtbot, taker.room.capture.line, "action Baines to vis")
    hers = opened(HERS)
    assert hers.room.capture.line.text() == ""
    hers.reveal()
    assert hers.room.capture.line.text() == "chair only: stepdad hits her"
    assert opened(HIS).room.capture.line.text() == "action Baines to vis"


def test_a_half_typed_line_of_an_agency_is_not_in_the_others_window(made, opened, qtbot):
    chair = opened(HERS)
    chair.room.item.go_to(1)
    chair.room.item.agencies.add_line(("agency", made.agencies["Health"]))
    typed(chair, qtbot, chair.room.item.agencies.bar.text, "Seen by the nurse")
    taker, again = opened(HIS), opened(HERS)
    for page in (taker, again):
        page.room.item.go_to(1)
    assert taker.room.item.agencies.bar.isHidden()
    assert again.room.item.agencies.bar.text.text() == "Seen by the nurse"


def test_the_read_back_tells_that_somebody_else_has_words_waiting_not_which(opened, qtbot):
    chair, taker = opened(HERS), opened(HIS)
    typed(taker, qtbot, taker.room.capture.line, "chair only: stepdad hits her")
    chair.read_back()
    said = " ".join(one.spoken for one in chair.room.read_back.list.lines.lines)
    assert "somebody else has words there, typed and not kept" in said and "stepdad" not in said
