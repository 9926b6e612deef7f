"""A new line's kind and readers, as usual for its agency, and the grading that police give."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from models.marks import Information, Role, Sharing
from models.services.signed_in import Person
from models.workspace import Workspace
from tests.ui.live.room import hold
from tests.ui.live.test_capturing import type_line
from tests.ui.live.test_item_steps import line_named
from tests.ui.live.test_turning import press, turn

KEY = Qt.Key


def new_line(room, panel, agency, qtbot):
    """Open the bar for a new line of an agency."""
    rounds = room.room.item.agencies.list
    rounds.setFocus()
    rounds.go_to(("agency", panel.agencies[agency]))
    press(rounds, KEY.Key_L, qtbot)
    return room.room.item.agencies.bar


def test_intelligence_of_the_police_is_for_the_chair_until_said_otherwise(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    bar = new_line(room, panel, "Police", qtbot)
    assert bar.sharing.value() == Sharing.ALL_PANEL
    bar.kind.set_value(Information.OPINION)
    press(bar.text, KEY.Key_Down, qtbot)
    assert (bar.kind.value(), bar.sharing.value()) == (
        Information.INTELLIGENCE,
        Sharing.CHAIR_ONLY,
    )
    press(bar.text, KEY.Key_Down, qtbot)
    assert bar.sharing.value() == Sharing.ALL_PANEL


def test_who_reads_it_stays_as_a_person_said(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    bar = new_line(room, panel, "Police", qtbot)
    for _ in range(3):
        press(bar.text, KEY.Key_Up, qtbot)
    said = bar.sharing.value()
    bar.kind.set_value(Information.OPINION)
    press(bar.text, KEY.Key_Down, qtbot)
    assert bar.sharing.value() == said != Sharing.CHAIR_ONLY


def test_up_and_down_go_through_every_kind_and_every_reader(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    bar = new_line(room, panel, "Health", qtbot)
    kinds, readers = set(), set()
    for _ in range(4):
        kinds.add(bar.kind.value())
        readers.add(bar.sharing.value())
        press(bar.text, KEY.Key_Down, qtbot)
        press(bar.text, KEY.Key_Up, qtbot)
    assert kinds == set(Information)
    assert readers == set(Sharing) - {Sharing.NOT_SHARED}


def test_a_sexual_health_service_s_line_is_for_named_agencies_before_enter(room, panel, qtbot):
    added = panel.workspace.panel.add_agency("Sexual health service", core=True)
    panel.agencies["Sexual health service"] = added
    turn(room, panel, "V1", qtbot)
    bar = new_line(room, panel, "Sexual health service", qtbot)
    assert bar.sharing.value() == Sharing.NAMED_AGENCIES
    assert bar.agencies.text() == "Sexual health service, Children's social care, Health"
    assert bar.agencies.toolTip() == bar.agencies.text() and bar.agencies.cursorPosition() == 0
    bar.agencies.setFocus()
    bar.agencies.end(False)
    press(bar.agencies, KEY.Key_Tab, qtbot)
    assert bar.agencies.cursorPosition() == 0, "what stands first is seen once the hand has left"
    qtbot.keyClicks(bar.text, "Seen at the clinic")
    press(bar.text, KEY.Key_Return, qtbot)
    kept = line_named(panel.item("V1"), "clinic")
    assert set(kept.shared_with) == {"Sexual health service", "Children's social care", "Health"}


def test_the_capture_bar_shows_what_is_usual_before_enter_and_keeps_it(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    type_line(room, "n Police intel: second phone in use", qtbot)
    assert "Sharing: chair only?" in room.room.capture.chips.words()
    press(room.room.capture.line, KEY.Key_Return, qtbot)
    assert line_named(panel.item("V1"), "phone").sharing == "chair only"


def test_what_the_panel_sets_for_an_agency_is_heard_at_once(room, panel, qtbot):
    panel.workspace.panel.change_agency(panel.agencies["Health"], default_sharing="not minuted")
    turn(room, panel, "V1", qtbot)
    assert new_line(room, panel, "Health", qtbot).sharing.value() == Sharing.NOT_MINUTED


# grading


@pytest.fixture
def police(panel, qtbot, dressed):
    """The page Meeting of a detective who is signed in, with a line of intelligence to grade."""
    from ui.pages.meeting import MeetingPage
    from ui.pages.page import PageEntry
    from ui.tasks import TasksAtOnce
    from ui.window import MainWindow

    hold(panel)
    conduct = panel.workspace.conduct
    conduct.open_item(panel.items["V1"])
    conduct.say(
        panel.items["V1"],
        panel.agencies["Police"],
        "A second phone.",
        information=Information.INTELLIGENCE,
    )
    member, agency = panel.members["Jayden O'Brien"], panel.agencies["Police"]
    detective = Person(None, "Jayden O'Brien", Role.MEMBER, member, agency)
    mine = Workspace(panel.workspace.store, detective)
    made = MainWindow(mine, [PageEntry("meeting", "Meeting", MeetingPage)], tasks=TasksAtOnce())
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.go("meeting")
    made.page.room.item.go_to(1)
    yield made.page
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def stand(page, panel, words):
    rounds = page.room.item.agencies.list
    rounds.setFocus()
    rounds.go_to(("line", line_named(panel.item("V1"), words).id))
    return rounds


def test_g_asks_a_detective_for_the_grading_in_place(police, panel, qtbot):
    press(stand(police, panel, "phone"), KEY.Key_G, qtbot)
    ask = police.room.ask
    assert not ask.isHidden()
    qtbot.keyClicks(ask.line, "b2")
    press(ask.line, KEY.Key_Return, qtbot)
    assert "such as 2BP" in ask.error.text()
    qtbot.keyClicks(ask.line, "p")
    assert [one.words for one in ask.found.lines.lines] == ["2BP"]
    press(ask.line, KEY.Key_Return, qtbot)
    assert ask.isHidden()
    assert line_named(panel.item("V1"), "phone").grading == "2BP"


def test_g_is_no_key_of_what_is_no_intelligence(police, panel, qtbot):
    press(stand(police, panel, "skatepark"), KEY.Key_G, qtbot)
    assert police.room.ask.isHidden()


def test_a_grading_in_the_words_of_a_new_line_makes_it_intelligence(police, panel, qtbot):
    bar = new_line(police, panel, "Police", qtbot)
    qtbot.keyClicks(bar.text, "B2P: a grey car at the interchange")
    assert bar.kind.value() == Information.INTELLIGENCE
    assert bar.whose.text().endswith("graded 2BP: Untested · Known indirectly but corroborated · "
                                     "Sharing permitted")  # fmt: skip
    press(bar.text, KEY.Key_Return, qtbot)
    kept = line_named(panel.item("V1"), "grey car")
    assert (kept.text, kept.grading, kept.sharing) == (
        "a grey car at the interchange",
        "2BP",
        "chair only",
    )


def test_for_whoever_may_not_grade_the_letters_are_words_and_g_asks_nothing(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    conduct = panel.workspace.conduct
    conduct.say(
        panel.items["V1"],
        panel.agencies["Police"],
        "A second phone.",
        information=Information.INTELLIGENCE,
    )
    qtbot.waitUntil(lambda: any("phone" in one.text for one in room.state.item.lines))
    press(stand(room, panel, "phone"), KEY.Key_G, qtbot)
    assert room.room.ask.isHidden()
    bar = new_line(room, panel, "Police", qtbot)
    qtbot.keyClicks(bar.text, "B2P a grey car")
    press(bar.text, KEY.Key_Return, qtbot)
    assert line_named(panel.item("V1"), "grey car").text == "B2P a grey car"
    assert "G grade" not in room.room.item.agencies.hint.text()


def test_the_room_never_reads_a_grading(police, panel, qtbot):
    press(stand(police, panel, "phone"), KEY.Key_G, qtbot)
    qtbot.keyClicks(police.room.ask.line, "2bp")
    press(police.room.ask.line, KEY.Key_Return, qtbot)
    spoken = [line.spoken for line in police.room.item.agencies.list.lines.lines]
    assert any("second phone" in one for one in spoken)
    assert not any("2BP" in one for one in spoken)


def test_who_reads_a_line_is_shown_once_it_says_anything_and_moves_nothing(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    bar = new_line(room, panel, "Health", qtbot)
    stood = bar.geometry(), bar.kind.geometry()
    assert bar.sharing.isHidden()
    press(bar.text, KEY.Key_Up, qtbot)
    assert not bar.sharing.isHidden() and bar.sharing.value() != Sharing.ALL_PANEL
    qtbot.wait(1)
    assert (bar.geometry(), bar.kind.geometry()) == stood


def test_shared_wider_than_is_usual_says_so(room, panel, qtbot):
    turn(room, panel, "V1", qtbot)
    bar = new_line(room, panel, "Police", qtbot)
    assert bar.sharing.isHidden()
    bar.kind.set_value(Information.OPINION)
    press(bar.text, KEY.Key_Down, qtbot)
    while bar.sharing.value() != Sharing.ALL_PANEL:
        press(bar.text, KEY.Key_Up, qtbot)
    assert bar.kind.value() == Information.INTELLIGENCE and not bar.sharing.isHidden()
