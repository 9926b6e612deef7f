"""Agencies whose long names begin alike: told apart on the screen, called in full when read out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from models.entities import AgencyReturn
from models.marks import Sharing
from tests.ui.live.test_turning import turn
from ui import look
from ui.live.some_lines import whose_and_more

LONG, SHORT = "Tarnshire and Wexcombe Constabulary", "TWC"
ROLES = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


@pytest.fixture
def renamed(panel):
    """Police by a long name, with a short one."""
    police = panel.agencies["Police"]
    panel.workspace.panel.change_agency(police, name=LONG, short_name=SHORT)
    return panel


def test_attendance_shows_the_short_name_and_says_the_long_one(page, renamed):
    page.room.opening.refill()
    rows = page.room.opening.attendance.list
    key = ("member", renamed.members["Jayden O'Brien"])
    shown = rows.entry(key)
    assert (shown.whose, shown.soft) == (SHORT, "Detective Sergeant")
    at = rows.lines.index(rows.lines.row_of(key))
    assert all(LONG in at.data(role) and SHORT not in at.data(role) for role in ROLES)


def test_chair_and_minute_taker_lists_show_the_short_name_and_say_the_long_one(page, renamed):
    renamed.workspace.conduct.set_chair(renamed.meeting, renamed.members["Jayden O'Brien"])
    page.state.refresh()
    holding = page.room.opening.holding
    assert holding.chair.currentText() == f"Jayden O'Brien, {SHORT}"
    assert LONG in holding.chair.toolTip() and LONG in holding.chair.accessibleDescription()
    at = holding.minute_taker.findText(f"Jayden O'Brien, {SHORT}")
    assert all(LONG in holding.minute_taker.itemData(at, role) for role in ROLES)


def test_the_round_and_who_is_not_heard_say_it_too(room, renamed, qtbot):
    turn(room, renamed, "V1", qtbot)
    rounds = room.room.item.agencies
    shown = rounds.list.entry(("agency", renamed.agencies["Police"]))
    assert shown.words == SHORT and shown.spoken.startswith(LONG)
    assert SHORT in rounds.heard.text() and LONG not in rounds.heard.text()
    assert LONG in rounds.heard.accessibleName()


def test_an_agency_without_a_short_name_stands_as_it_is(page, panel):
    shown = page.room.opening.attendance.list.entry(("member", panel.members["Kay Baines"]))
    assert (shown.whose, shown.said) == ("Health", "")


def test_a_name_without_room_is_cut_in_its_middle(dressed):
    metrics = QFontMetrics(look.current().font(14))
    names = ("Tarnshire and Wexcombe Constabulary", "Tarnshire and Wexcombe Care Board")
    width = metrics.horizontalAdvance("Tarnshire and Wexcombe Co")
    cut = [whose_and_more(one, "Detective Sergeant", metrics, width) for one in names]
    assert cut[0] != cut[1] and all("…" in one for one in cut)
    assert cut[0].endswith("Constabulary") and cut[1].endswith("Care Board")
    assert all(metrics.horizontalAdvance(one) <= width for one in cut)
    assert whose_and_more(names[0], "Sergeant", metrics, metrics.horizontalAdvance("Tarn…y")) == ""
    assert whose_and_more("Health", "Nurse", metrics, 10_000) == "Health · Nurse"
    assert whose_and_more("", "Nurse", metrics, 10_000) == "Nurse"


def states(panel, read, reference):
    """How each agency's return stands on an item, as somebody reads it."""
    return {one.agency: one.return_state for one in read.item(panel.items[reference]).rounds}


@pytest.fixture
def answered(panel):
    """Police and education answered; education is not asked about the first child."""
    workspace, agencies = panel.workspace, panel.agencies
    workspace.agenda.ask_about(panel.items["V1"], agencies["Education"], False)
    with workspace.store.work("file_return", "File a return") as session:
        for name in ("Police", "Education"):
            session.add(
                AgencyReturn(
                    meeting_id=panel.meeting,
                    agency_id=agencies[name],
                    received_at=panel.clock.now(),
                    nothing_known=False,
                )  # fmt: skip
            )
    return panel


def test_a_return_without_a_line_says_why_in_words_that_tell_nothing_hidden(answered):
    workspace = answered.workspace
    room = workspace.read_as(workspace.room_reader(answered.meeting, None))
    assert states(answered, room, "V1") == {
        "Children's social care": "", "Police": "return in", "Health": "return in",
        "Education": "not asked about this one",
    }  # fmt: skip
    before = states(answered, room, "V2")
    assert before["Police"] == before["Education"] == "return in, nothing to read out"
    assert states(answered, workspace.read, "V2")["Police"] == "nothing returned on this one"


@pytest.mark.parametrize("reference", ["V1", "V2"])
def test_a_hidden_line_changes_nothing_that_the_room_reads_of_a_return(answered, reference):
    workspace = answered.workspace
    room = workspace.read_as(workspace.room_reader(answered.meeting, None))
    before = states(answered, room, reference)
    child = {"V1": "Aidan Ravenscroft", "V2": "Lola Yarrow"}[reference]
    answered.returned("Education", child, "For the chair.", sharing=Sharing.CHAIR_ONLY)
    answered.returned("Police", child, "For the chair.", sharing=Sharing.CHAIR_ONLY)
    assert states(answered, room, reference) == before
    assert states(answered, workspace.read, reference)["Education"] == "return in"
