"""The ways to where a key of the live room is pressed, and what is looked at to see what it did."""

from collections.abc import Callable
from typing import Any

from models.marks import ItemState
from tests.benchmarks.hand import Hand
from ui.live.state import OPENING
from ui.live.turning import SETTLES_MS
from ui.live.unreached import key_of

Act = Callable[[Hand], object]
HERE = 2
"""The place in the running order of the item in hand: a child with lines, links and a past."""
PATIENT = 3
UNDERSTOOD_MS, GLANCE_MS, SETTLED_MS = 60, 600, SETTLES_MS + 50
"""Until a line is understood; what a chair takes who sees that it is kept and turns on; until the
same keys are no longer the same press."""


def nothing(_hand: Hand) -> None:
    """What needs no preparation, or leaves all as it was."""


def then(*acts: Act | str) -> Act:
    """These keys and ways, one after another."""

    def act(hand: Hand) -> None:
        for one in acts:
            hand.press(one) if isinstance(one, str) else one(hand)

    return act


def writes(text: str) -> Act:
    """These letters, typed."""
    return lambda hand: hand.type(text)


def rests(milliseconds: int) -> Act:
    """A rest."""
    return lambda hand: hand.rest(milliseconds)


def at_hand(hand: Hand) -> None:
    """Every item read ahead, as in a room that has rested."""
    state = hand.state
    while (missing := state.not_at_hand()) is not None:
        state.ahead.take(state.look_ahead(missing))


def in_hand(hand: Hand) -> None:
    """The item in hand, opened, everything at hand, the hand in an empty capture bar."""
    item = hand.state.facts.order[HERE].id
    if hand.state.place != item or hand.state.row.state == ItemState.PLANNED:
        hand.page.turn_to(item)
    hand.rest_until(lambda: hand.state.row.state != ItemState.PLANNED)
    at_hand(hand)
    hand.press("Ctrl+Space")
    capture(hand).clear()
    hand.painted()


def line(text: str) -> Act:
    """A line in the capture bar, understood."""

    def write(hand: Hand) -> None:
        in_hand(hand)
        capture(hand).setText(text.format(**spoken_of(hand)))
        hand.rest(UNDERSTOOD_MS)

    return write


def spoken_of(hand: Hand) -> dict[str, str]:
    """Whom and what tonight's lines speak of."""
    if not hand.spoken_of:
        hand.spoken_of = _spoken_of(hand)
    return hand.spoken_of


def _spoken_of(hand: Hand) -> dict[str, str]:
    facts, read = hand.state.facts, hand.workspace.read
    return {
        "begun": facts.attendance[1].name[:5],
        "person": next(row.reference for row in facts.order if row.section == "O"),
        "member": facts.attendance[1].name,
        "done": read.actions(open_only=True)[0].reference,
    }


def in_round(hand: Hand) -> None:
    """The agency round, the hand on the first line of a return."""
    then(in_hand, "Ctrl+2")(hand)
    rounds = hand.room.item.agencies.list
    rounds.go_to(next(one.key for one in rounds.lines.lines if one.key[0] == "line"))
    hand.painted()


def on_a_new_line(hand: Hand) -> None:
    """The agency round, the hand on a line that was just said."""
    in_round(hand)
    said = hand.workspace.conduct.say(hand.state.item_id, 1, "Seen near the bus station.")
    hand.painted()
    hand.room.item.agencies.list.go_to(("line", said))
    hand.painted()


def at_opening(list_of: str, steps: int = 0) -> Act:
    """The opening of the meeting, the hand on a list or field of it."""

    def go(hand: Hand) -> None:
        hand.page.turn_to(OPENING)
        at_hand(hand)
        part(hand, f"opening.{list_of}").setFocus()
        then(*["Down"] * steps)(hand)

    return go


def interest_filled_in(hand: Hand) -> None:
    """The form of the declarations, one key before its end."""
    at_opening("declarations.interest")(hand)
    declarations = hand.room.opening.declarations
    declarations.member.set_value(hand.state.facts.attendance[1].member_id)
    declarations.item.set_value(hand.state.facts.order[HERE].id)
    declarations.interest.setText("neighbour of the family")
    hand.painted()


def at_read_back(hand: Hand) -> None:
    """The read-back, the hand on an item that was deferred."""
    in_hand(hand)
    last = hand.state.facts.order[-1]
    hand.workspace.conduct.defer(last.id, "no time left")
    then("F7", rests(GLANCE_MS))(hand)
    told = hand.room.read_back.list
    told.setFocus()
    told.go_to(key_of(hand.state.row_of(last.id)))
    hand.painted()


def at_agreed(hand: Hand) -> None:
    """What is agreed on the item, the hand on an action."""
    then(line("action visit the address by next Fri"), "Return", at_hand, "Ctrl+E")(hand)
    hand.room.agreed.list.go_to(("action", hand.state.item.actions[-1].id))
    hand.painted()


def point_named(hand: Hand) -> None:
    """An open point of the item is asked for; the keys that closed another have come to rest."""
    for _ in range(2):
        then(rests(SETTLED_MS), in_hand)(hand)
        if not hand.room.ask.isVisible():
            hand.press("Ctrl+Return")
        if hand.room.ask.isVisible():
            return


def open_again(hand: Hand) -> None:
    """The item in hand is open again, and what was opened after it is not."""
    for _ in range(PATIENT):
        if hand.state.facts.order[HERE].state == ItemState.OPEN:
            return
        TAKEN_BACK(hand)


DISPLAYED = then(in_hand, "F9", "F10", rests(UNDERSTOOD_MS))
STEPPED_BACK: Act = then("Escape", "Escape", "Escape")
TAKEN_BACK: Act = then("Ctrl+Space", "Ctrl+Z", rests(UNDERSTOOD_MS))


def put_back(hand: Hand) -> None:
    """Whatever was kept is taken back, and no question stands."""
    then(STEPPED_BACK, TAKEN_BACK)(hand)


def display_closed(hand: Hand) -> None:
    hand.press("F9")


# what changes


def capture(hand: Hand) -> Any:
    """The capture bar's line."""
    return hand.room.capture.line


def part(hand: Hand, path: str) -> Any:
    """A part of the room: "item.agencies.list"."""
    found = hand.room
    for name in path.split("."):
        found = getattr(found, name)
    return found


def kept(hand: Hand) -> object:
    """How far the file has come."""
    return hand.workspace.store.last_operation


def place(hand: Hand) -> object:
    """Where the room is."""
    return hand.state.place


def hand_is(hand: Hand) -> object:
    """The field that has the focus."""
    return hand.focus


def asked(hand: Hand) -> object:
    """What is asked in the room's one bar, and the answer so far."""
    bar = hand.room.ask
    return bar.isVisible(), bar.question.text(), bar.line.text()


def looked_up(hand: Hand) -> object:
    """What stands in the look-up."""
    found = hand.room.look_up
    return (
        found.isVisible(),
        found.bar.question.text(),
        found.bar.line.text(),
        found.card.isVisible(),
    )


def stands(path: str) -> Callable[[Hand], object]:
    """Where a list stands."""
    return lambda hand: (hand_is(hand), part(hand, path).current_key())


def shown(path: str) -> Callable[[Hand], object]:
    """A text that is shown."""
    return lambda hand: part(hand, path).text()
