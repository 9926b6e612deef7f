"""Everything that is done in the live room by a key: how it is come to, and what it changes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from models.marks import ItemState
from tests.benchmarks.hand import Hand
from ui.live.state import OPENING
from ui.live.unreached import key_of

Act = Callable[[Hand], object]
HERE = 2
"""The place in the running order of the item in hand: a child with lines, links and a past."""
UNDERSTOOD_MS, GLANCE_MS = 60, 600
"""Until a line is understood; what a chair takes who sees that it is kept and turns on."""


def nothing(_hand: Hand) -> None:
    """What needs no preparation, or leaves all as it was."""


@dataclass(frozen=True)
class Interaction:
    """The key (or what stands for one) that is measured; `changes` is otherwise after it.

    `before` leads up to it and `after` leaves the room as it was.
    """

    words: str
    key: str | Act
    changes: Callable[[Hand], object]
    before: Act = nothing
    after: Act = nothing

    def do(self, hand: Hand) -> None:
        """Press the key and wait until what it changes is painted."""
        if isinstance(self.key, str):
            hand.press(self.key)
        else:
            self.key(hand)


# ways there and back


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
    facts, read = hand.state.facts, hand.workspace.read
    return {
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


def keeps(words: str, text: str) -> Interaction:
    """Enter that keeps a line of the capture bar."""
    return Interaction(f"Enter keeps {words}", "Return", kept, line(text), TAKEN_BACK)


def says(words: str, key: str) -> Interaction:
    """A letter of the agency round."""
    return Interaction(f"agency round: {words}", key, kept, in_round, TAKEN_BACK)


def looks_up(words: str, typed: str, key: str) -> Interaction:
    """A key in the look-up after what was typed."""
    before = then(in_hand, "Ctrl+K", writes(typed))
    return Interaction(f"look-up: {words}", key, looked_up, before, STEPPED_BACK)


INTERACTIONS = (
    Interaction(
        "a letter in the capture bar", "e", shown("capture.line"), line("action {member} to visit th")
    ),
    keeps("an action", "action {member} to visit the address by next Fri"),
    keeps("an update", "{done} not done, owner left"),
    keeps("a recommendation", "rec the plan names a trusted adult by 1 Dec"),
    keeps("a measure", "disrupt cawn on {person}, police, by 20 Nov"),
    keeps("a note", "note police: seen near the bus station with older males"),
    keeps("a decision", "dec remain on panel, the risk has not changed"),
    keeps("a risk", "risk medium"),
    keeps("a review", "review 24 Dec"),
    keeps("a link", "link exploited by {person}"),
    keeps("a declaration", "declare {member}: neighbour of the family"),
    keeps("attendance", "att {member} left"),
    keeps("something urgent", "urgent police told 10:40 ref 1234"),
    Interaction("Ctrl+Z takes back", "Ctrl+Z", kept, then(line("risk medium"), "Return", at_hand)),
    Interaction(
        "Ctrl+Y does it again", "Ctrl+Y", kept,
        then(line("risk medium"), "Return", "Ctrl+Z", at_hand), TAKEN_BACK,
    ),
    Interaction("next item", "Ctrl+Down", place, in_hand),
    Interaction("previous item", "Ctrl+Up", place, in_hand),
    Interaction(
        "next item, a glance after a line was kept", "Ctrl+Down", place,
        then(line("risk medium"), "Return", rests(GLANCE_MS)), TAKEN_BACK,
    ),
    Interaction(
        "next item, at once after a line was kept", "Ctrl+Down", place,
        then(line("risk medium"), "Return"), TAKEN_BACK,
    ),
    Interaction("Ctrl+G asks", "Ctrl+G", asked, in_hand, STEPPED_BACK),
    Interaction("Ctrl+G: a letter", "1", asked, then(in_hand, "Ctrl+G", "v"), STEPPED_BACK),
    Interaction("Ctrl+G: Enter turns", "Return", place, then(in_hand, "Ctrl+G", "v", "1", "1")),
    Interaction("look-up: Ctrl+K asks", "Ctrl+K", looked_up, in_hand, STEPPED_BACK),
    looks_up("the second letter", "r", "a"),
    looks_up("the third letter", "ra", "v"),
    looks_up("a letter of a name on record", "kirkt", "o"),
    looks_up("a letter of a name not on record", "szczypio", "r"),
    looks_up("a letter of a second word", "holly kirkto", "n"),
    looks_up("the hit's card", "kirkton", "Return"),
    Interaction(
        "look-up: a new place is added and linked", "Return", kept,
        then(in_hand, "Ctrl+K", writes("Quillfeather Arcade"), "Return"), put_back,
    ),
    Interaction("F3 to the next prompt", "F3", hand_is, in_hand),
    Interaction("a prompt ticked", "Space", kept, then(in_hand, "F3"), TAKEN_BACK),
    Interaction("agency round: the next row", "Down", stands("item.agencies.list"), in_round),
    says("said", "Space"),
    says("nothing new", "n"),
    says("another kind", "k"),
    says("other sharing", "s"),
    says("a line is withdrawn", "Del"),
    Interaction("agency round: a new line is opened", "l", hand_is, in_round, STEPPED_BACK),
    Interaction(
        "agency round: a letter of a new line", "e", shown("item.agencies.bar.text"),
        then(in_round, "l", writes("seen near th")), STEPPED_BACK,
    ),
    Interaction(
        "agency round: Enter keeps a new line", "Return", kept,
        then(in_round, "l", writes("seen near the bus station")), TAKEN_BACK,
    ),
    Interaction("agency round: history of a line", "v", asked, on_a_new_line, put_back),
    *(
        Interaction(
            f"step {step} of the item", f"Ctrl+{step}", lambda hand: hand.room.item.step,
            then(in_hand, "Ctrl+2" if step == 1 else "Ctrl+1"),
        )
        for step in range(1, 7)
    ),
    Interaction("agreed: Ctrl+E", "Ctrl+E", hand_is, in_hand),
    Interaction("agreed: Enter opens one to mend", "Return", shown("capture.line"), at_agreed, put_back),
    Interaction(
        "agreed: Enter keeps the change", "Return", kept,
        then(at_agreed, "Return", writes(" tonight"), rests(UNDERSTOOD_MS)),
        then(TAKEN_BACK, TAKEN_BACK),
    ),
    Interaction("agreed: history", "h", asked, at_agreed, put_back),
    Interaction("agreed: one is withdrawn", "Del", kept, at_agreed, then(TAKEN_BACK, TAKEN_BACK)),
    Interaction("who was heard", "Ctrl+M", lambda hand: hand.room.centre.currentIndex(), in_hand,
                then("Ctrl+M")),
    Interaction("who was heard: an arrow", "Right", shown("heard.spoken"), then(in_hand, "Ctrl+M"),
                then("Ctrl+M")),
    Interaction("attendance: somebody leaves", "l", kept, at_opening("attendance.list", 2), put_back),
    Interaction("attendance: somebody arrives", "p", kept,
                then(at_opening("attendance.list", 2), "l", at_hand), then(put_back, TAKEN_BACK)),
    Interaction("opening: a conflict is declared", "Return", kept, interest_filled_in, put_back),
    Interaction("F2 where nobody is pointed out", "F2", lambda hand: hand.window.status.message.text(),
                then(in_hand, lambda hand: hand.window.desk.notice.clear())),
    Interaction("F4 reveals the item", "F4", lambda hand: hand.state.revealed, in_hand, then("F4")),
    Interaction("F5 stops the clock", "F5", kept, in_hand, TAKEN_BACK),
    Interaction("F7 to the read-back", "F7", place, in_hand),
    Interaction("read-back: who holds an item is asked", "h", asked, at_read_back, put_back),
    Interaction("read-back: who holds it is kept", "Return", kept, then(at_read_back, "h"), then(put_back, TAKEN_BACK)),
    Interaction("read-back: an item waits for next time", "n", kept, at_read_back, then(put_back, TAKEN_BACK)),
    Interaction("Ctrl+D asks why", "Ctrl+D", asked, in_hand, STEPPED_BACK),
    Interaction("Ctrl+D: Enter defers and turns", "Return", place,
                then(in_hand, "Ctrl+D", writes("no time")), put_back),
    Interaction("Ctrl+P parks and turns", "Ctrl+P", place, in_hand, TAKEN_BACK),
    Interaction("Ctrl+Enter names an open point", "Ctrl+Return", asked, in_hand, put_back),
    Interaction("Ctrl+Enter again closes and turns", "Ctrl+Return", place,
                then(in_hand, "Ctrl+Return"), TAKEN_BACK),
    Interaction("Ctrl+I: a letter of whom to add", "v", asked, then(in_hand, "Ctrl+I", "r", "a"),
                STEPPED_BACK),
    Interaction("F9 opens the panel display", "F9", lambda hand: hand.page.display.shown, in_hand,
                display_closed),
    Interaction("F10 lets an item out", "F10", lambda hand: hand.page.display.shown.name.text(),
                then(in_hand, "Ctrl+Down", "F9", "Ctrl+Up", at_hand), display_closed),
    Interaction("next item, the panel display open", "Ctrl+Down", place, DISPLAYED, display_closed),
    Interaction("Enter keeps an action, the panel display open", "Return", kept,
                then(DISPLAYED, line("action {member} to visit the address by next Fri")),
                then(display_closed, TAKEN_BACK)),
    Interaction("a second passes", Hand.tick, lambda hand: hand.state.now, in_hand),
    Interaction("a second passes, the panel display open", Hand.tick, lambda hand: hand.state.now,
                DISPLAYED, display_closed),
)  # fmt: skip
