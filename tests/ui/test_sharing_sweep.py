"""A generated panel with every sharing setting shows nobody what somebody present may not see."""

from collections.abc import Iterable

import pytest
from PySide6.QtWidgets import QApplication

from macedesk.pages import entries
from models.marks import ItemState, Sharing
from tests.ui.seen import painted, seen
from tests.ui.sharing_made import SharedPanel
from ui.live.state import ACTIONS, CLOSING, OPENING
from ui.tasks import TasksAtOnce
from ui.window import MainWindow

ROUNDS, AGENCIES_STEP = 9, 1


@pytest.fixture(params=range(5))
def panel(request, qapp, dressed):
    made = SharedPanel(request.param)
    yield made
    made.hub.close()
    made.workspace.close()


@pytest.fixture
def window(panel, qtbot):
    made = MainWindow(panel.workspace, entries(), tasks=TasksAtOnce())
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.go("meeting")
    made.page.panel_display()
    made.page.preview()
    yield made
    made.close()


def told(words: Iterable[str], said: str) -> list[str]:
    """Which of the words stand in what was said."""
    heard = said.casefold()
    return sorted(word for word in words if word.casefold() in heard)


def out_of_the_room(window) -> str:
    """All that the display says, paints, and is called, with its picture in the room."""
    display = window.page.display
    return "\n".join(
        (seen(display.shown), painted(display.shown), display.preview.accessibleName())
    )


def looked_up(window, words: str) -> str:
    """What the look-up says of what is typed, without what is typed."""
    look_up = window.page.room.look_up
    look_up.begin(words)
    lines = [line.spoken for line in look_up.bar.found.lines.lines if "Add “" not in line.spoken]
    look_up.leave()
    return "\n".join(lines)


def check_place(panel, window, place) -> None:
    """Look at every step of a place, in both windows."""
    item = place if isinstance(place, int) else None
    barred = panel.forbidden(item)
    for step in range(6 if item else 4 if place == OPENING else 1):
        window.page.step_to(str(step))
        QApplication.processEvents()
        assert told(barred, seen(window)) == [], (place, step)
    assert told(barred, painted(window)) == [], place
    assert told(barred, out_of_the_room(window)) == [], place
    if item is not None and window.page.state.item is not None:
        window.page.step_to(str(AGENCIES_STEP))
        assert told(panel.said_for_all(item), seen(window)) == sorted(panel.said_for_all(item))


def check_look_up(panel, window, item) -> None:
    """No name, no reference of an item, and no link that somebody present may not know of."""
    barred = panel.forbidden(item)
    # A place may be looked up by its name; how it is linked, and to whom, is what is kept back.
    places = {secret.word for secret in panel.secrets if secret.what == "link"}
    for word in panel.names:
        assert told(barred - places, looked_up(window, word[:5])) == []
    for secret in panel.secrets:
        said = looked_up(window, secret.word)
        assert told(barred - places, said) == []
        if secret.word in barred & places:
            assert "today in" not in said and "linked" not in said
    for one in panel.workspace.read.actions():
        assert told(barred, looked_up(window, one.reference)) == []


def test_members_leave_and_join_and_step_out_and_nothing_slips(panel, window, qtbot):
    page = window.page
    for _ in range(ROUNDS):
        panel.step()
        place = panel.dice.choice([OPENING, ACTIONS, CLOSING, *panel.items, *panel.items])
        page.state.refresh()
        page.turn_to(place)
        if page.state.out.waits(place):
            everything = {secret.word for secret in panel.secrets} | set(panel.names)
            assert told(everything, out_of_the_room(window)) == []
            page.let_out()
        check_place(panel, window, place)


def test_the_look_up_keeps_to_the_same(panel, window, qtbot):
    for item in panel.items[:2]:
        panel.step()
        panel.step()
        window.page.state.refresh()
        window.page.turn_to(item)
        check_look_up(panel, window, item)


def test_what_is_revealed_in_the_room_never_goes_out(panel, window, qtbot):
    page = window.page
    for item in panel.items:
        page.turn_to(item)
        page.let_out()
        page.reveal()
        assert told(panel.forbidden(item), out_of_the_room(window)) == []


def test_what_is_typed_is_on_no_display_and_what_is_kept_for_the_chair_on_no_screen(
    panel, window, qtbot
):
    page, item = window.page, panel.items[0]
    page.turn_to(item)
    page.let_out()
    qtbot.waitUntil(lambda: page.state.row.state == ItemState.OPEN)
    bar = page.room.capture
    bar.line.setText(panel.typed(item))
    bar.understand()
    assert told([panel.secrets[-1].word], out_of_the_room(window)) == []
    bar.keep()
    page.state.refresh()
    kept = [line.sharing for one in panel.workspace.read.item(item).rounds for line in one.lines]
    assert Sharing.CHAIR_ONLY in kept
    check_place(panel, window, item)
