"""Everything that is done in the live room by a key: how it is come to, and what it changes."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.benchmarks.hand import Hand
from tests.benchmarks.ways import (
    DISPLAYED,
    GLANCE_MS,
    SETTLED_MS,
    STEPPED_BACK,
    TAKEN_BACK,
    UNDERSTOOD_MS,
    Act,
    asked,
    at_agreed,
    at_hand,
    at_opening,
    at_read_back,
    display_closed,
    hand_is,
    in_hand,
    in_round,
    interest_filled_in,
    kept,
    line,
    looked_up,
    nothing,
    on_a_new_line,
    open_again,
    place,
    point_named,
    put_back,
    rests,
    shown,
    stands,
    then,
    writes,
)


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


def keeps(words: str, text: str) -> Interaction:
    """Enter that keeps a line of the capture bar."""
    return Interaction(f"Enter keeps {words}", "Return", kept, line(text), TAKEN_BACK)


def understands(words: str, text: str, letter: str) -> Interaction:
    """A letter of the capture bar with what is understood of it, painted."""

    def read(hand: Hand) -> None:
        hand.press(letter)
        hand.room.capture.understand()
        hand.painted()

    return Interaction(f"a letter is understood: {words}", read, shown("capture.line"), line(text))


def says(words: str, key: str) -> Interaction:
    """A letter of the agency round."""
    return Interaction(f"agency round: {words}", key, kept, in_round, TAKEN_BACK)


def looks_up(words: str, typed: str, key: str) -> Interaction:
    """A key in the look-up after what was typed."""
    before = then(in_hand, "Ctrl+K", writes(typed))
    return Interaction(f"look-up: {words}", key, looked_up, before, STEPPED_BACK)


TYPED = (
    ("an action", "action {member} to visit the address by next Fri", "d"),
    ("an update", "{done} not done, owner lef", "t"),
    ("a recommendation", "rec the plan names a trusted adult by 1 De", "c"),
    ("a measure", "disrupt cawn on {person}, police, by 20 No", "v"),
    ("a note", "note police: seen near the bus station with older male", "s"),
    ("a decision", "dec remain on panel, the risk has not change", "d"),
    ("a risk", "risk mediu", "m"),
    ("a link", "link exploited by {person}", "s"),
    ("a declaration", "declare {member}: neighbour of the famil", "y"),
    ("attendance", "att {member} lef", "t"),
    ("something urgent", "urgent police told 10:40 ref 123", "4"),
    ("two in one breath", "action {member} to visit by Fri; note mum was glad of i", "t"),
)
"""Lines with the letter that is typed last: it is read at once, as after a short rest."""

INTERACTIONS = (
    Interaction(
        "a letter in the capture bar", "e", shown("capture.line"),
        line("action {member} to visit th"),
    ),
    *(understands(*one) for one in TYPED),
    Interaction("Tab completes", "Tab", shown("capture.line"), line("action {begun}")),
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
    says("ask for more", "m"),
    says("apologies, information", "a"),
    Interaction("agency round: next not heard", "h", stands("item.agencies.list"), in_round),
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
    Interaction("agreed: Enter opens one to mend", "Return", shown("capture.line"), at_agreed,
                put_back),
    Interaction(
        "agreed: Enter keeps the change", "Return", kept,
        then(at_agreed, "Return", writes(" tonight"), rests(UNDERSTOOD_MS)),
        then(TAKEN_BACK, TAKEN_BACK),
    ),
    Interaction("agreed: history", "h", asked, at_agreed, put_back),
    Interaction("agreed: one is withdrawn", "Del", kept, at_agreed, then(TAKEN_BACK, TAKEN_BACK)),
    Interaction("who was heard", "Ctrl+M", lambda hand: hand.room.centre.currentWidget(), in_hand,
                then("Ctrl+M")),
    Interaction("who was heard: an arrow", "Right", shown("heard.spoken"),
                then(in_hand, "Ctrl+M", "Left"), then("Ctrl+M")),
    Interaction("attendance: somebody leaves", "l", kept, at_opening("attendance.list", 2),
                put_back),
    Interaction("attendance: somebody arrives", "p", kept,
                then(at_opening("attendance.list", 2), "l", at_hand), then(put_back, TAKEN_BACK)),
    Interaction("opening: a conflict is declared", "Return", kept, interest_filled_in, put_back),
    Interaction("F2 where nobody is pointed out", "F2",
                lambda hand: hand.window.status.message.text(),
                then(in_hand, lambda hand: hand.window.desk.notice.clear())),
    Interaction("F4 reveals the item", "F4", lambda hand: hand.state.revealed, in_hand, then("F4")),
    Interaction("F5 stops the clock", "F5", kept, in_hand, TAKEN_BACK),
    Interaction("F7 to the read-back", "F7", place, in_hand),
    Interaction("read-back: who holds an item is asked", "h", asked, at_read_back, put_back),
    Interaction("read-back: who holds it is kept", "Return", kept, then(at_read_back, "h"),
                then(put_back, TAKEN_BACK)),
    Interaction("read-back: an item waits for next time", "n", kept, at_read_back,
                then(put_back, TAKEN_BACK)),
    Interaction("Ctrl+D asks why", "Ctrl+D", asked, in_hand, STEPPED_BACK),
    Interaction("Ctrl+D: Enter defers and turns", "Return", place,
                then(in_hand, "Ctrl+D", writes("no time")), put_back),
    Interaction("Ctrl+P parks and turns", "Ctrl+P", place, in_hand, TAKEN_BACK),
    Interaction("Ctrl+Enter names an open point", "Ctrl+Return", asked,
                then(rests(SETTLED_MS), in_hand), put_back),
    Interaction("Ctrl+Enter again closes and turns", "Ctrl+Return", place, point_named, open_again),
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
    Interaction("read-back: the display follows", "Up", stands("read_back.list"),
                then(in_hand, "F9", at_read_back), then(display_closed, put_back)),
    Interaction("a second passes", Hand.tick, lambda hand: hand.state.now, in_hand),
    Interaction("a second passes, the panel display open", Hand.tick, lambda hand: hand.state.now,
                DISPLAYED, display_closed),
)  # fmt: skip
