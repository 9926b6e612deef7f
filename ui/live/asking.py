"""The room's questions in place: which item, why deferred, what to add."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date

from exports.phrases import listed
from models.marks import SubjectKind
from models.records.item import ItemRow
from models.rules.unreached import TO_COME
from ui.desk import Desk
from ui.live.ask_bar import AskBar
from ui.live.asking_agency import ask_agency
from ui.live.asking_day import ask_day
from ui.live.choices import among, matches
from ui.live.interest import ask_interest
from ui.live.state import ACTIONS, CLOSING, OPENING, RoomState
from ui.widgets.dates import long_date
from ui.widgets.lines import Line

START, SHORTEST_NAME = "start", 3
NEW = (
    (SubjectKind.CHILD, "a child"),
    (SubjectKind.PERSON, "a person of concern"),
    (SubjectKind.PLACE, "a place"),
)
PLACES = ((OPENING, "Opening"), (ACTIONS, "Earlier actions"), (CLOSING, "Read-back"))


class Asking:
    """Asks in the room's one bar and does what is answered."""

    def __init__(self, desk: Desk, state: RoomState, bar: AskBar) -> None:
        self.desk, self.state, self.bar = desk, state, bar

    def go_to(self, turn: Callable[[object], None]) -> None:
        """Ask for a place of the running order."""

        def answer(_text: str, key: Hashable | None) -> bool:
            if key is not None:
                self.bar.leave()  # the hand goes where the room turns
                turn(key)
            return key is not None

        self.bar.ask("Go to which item?", answer, self._places)

    def start(self, act: Callable[[], object]) -> None:
        """Start the meeting; on a day that is not its own, only once that is said."""
        meeting = self.state.meeting
        if meeting is None:
            return
        if meeting.held_on == self.state.now.date():
            act()
            return

        def answer(_text: str, key: Hashable | None) -> bool:
            if key == START:
                act()
            return True

        line = Line(START, "Start it now", soft=_items(len(self.state.facts.order)))
        self.bar.ask(
            f"This meeting is planned for {long_date(meeting.held_on)}, not for today. Start it?",
            answer,
            lambda _text: [line],
        )

    def defer(self, item_id: int | None, after: Callable[[int], None]) -> None:
        """Ask why an item is deferred."""
        row = self.state.row_of(item_id)
        if row is None:
            return
        question = f"Why is {row.reference} {self.state.shown_name(row)} deferred?"

        def answer(text: str, _key: Hashable | None) -> bool:
            done = self.desk.attempt(self.bar, self.desk.workspace.conduct.defer, row.id, text)
            if done:
                after(row.id)
            return done

        self.bar.ask(question, answer, draft=_deferring(row.id))

    def deferring(self, item_id: int | None) -> bool:
        """Whether a reason for deferring an item was half-typed when the program stopped."""
        return item_id is not None and self.bar.waits(_deferring(item_id))

    def bring_forward(self) -> None:
        """Ask which item to bring forward."""

        def answer(_text: str, key: Hashable | None) -> bool:
            return isinstance(key, int) and self.forward(key)

        self.bar.ask("Bring which item forward?", answer, self._to_come)

    def forward(self, item_id: int) -> bool:
        """Bring an item forward, and say that it is next."""
        act, row = self.desk.workspace.conduct.bring_forward, self.state.row_of(item_id)
        done = row is not None and self.desk.attempt(self.bar, act, item_id)
        if done and row is not None:
            self.state.refresh({"agenda_item"})
            self.desk.notice.say(f"{row.reference} is taken next.")
        return done

    def settle_interest(self) -> None:
        """Ask who chairs instead, or what the interest is, of whoever the item's head names.

        Where it names nobody, ask of which agency somebody is who is here for none.
        """
        item = self.state.item
        if item is not None and item.pointed_out:
            ask_interest(self.desk, self.state, self.bar, item.row.id, item.pointed_out[0])
        elif self.state.without_agency:
            ask_agency(self.desk, self.state, self.bar, self.state.without_agency[0])
        else:
            self.desk.notice.say("Nobody is pointed out for this item.")

    def split(self, item_id: int | None) -> None:
        """Ask on which day the panel goes on, and from which item where none is pointed at."""
        row = self.state.row_of(item_id)
        if row is not None and row.state in TO_COME:
            self._split_from(row)
            return

        def answer(_text: str, key: Hashable | None) -> bool:
            chosen = self.state.row_of(key) if isinstance(key, int) else None
            if chosen is not None:
                self._split_from(chosen)
            return False

        if self._to_come(""):
            self.bar.ask("Split the meeting: from which item on?", answer, self._to_come)
        else:
            self.desk.notice.say("Nothing is still to come.")

    def _split_from(self, row: ItemRow) -> None:
        rows = [one for one in self.state.facts.order if one.state in TO_COME]
        first, *after = [one.reference for one in rows[rows.index(row) :]]
        which = listed([first, *after]) if len(after) < 2 else f"{first} and {len(after)} more"

        def split(day: date) -> bool:
            done = self.desk.attempt(self.bar, self.desk.workspace.conduct.split, row.id, day)
            if done:
                self.state.refresh({"agenda_item"})
                self.desk.notice.say(f"{which} continued on {long_date(day)}.")
            return done

        ask_day(self.state, self.bar, f"On which day does the panel go on with {which}?", split)

    def add_item(self) -> None:
        """Ask whom or what to add: a record found by name, or a title of one's own."""
        meeting = self.state.meeting
        if meeting is None:
            return

        def answer(text: str, key: Hashable | None) -> bool:
            before = {row.id for row in self.state.facts.order}
            done = self._add(meeting.id, text, key)
            if done:
                self.state.refresh({"agenda_item", "subject"})
                self._say_where(before)
            return done

        self.bar.ask("Add whom or what to today's order?", answer, self._found)

    def _add(self, meeting_id: int, text: str, key: Hashable | None) -> bool:
        conduct = self.desk.workspace.conduct
        if isinstance(key, SubjectKind):
            return self.desk.attempt(self.bar, conduct.add_new, meeting_id, text, key)
        subject = key if isinstance(key, int) else None
        title = text if subject is None else None
        return self.desk.attempt(self.bar, conduct.add_item, meeting_id, subject, title)

    def _say_where(self, before: set[int]) -> None:
        """Name the new item's place and kind; the room stays at the item in hand."""
        for row in self.state.facts.order:
            if row.id not in before:
                self.desk.notice.say(
                    f"Added as {row.reference}, {row.kind}: Ctrl+G goes there. "
                    "The room stays where it is."
                )

    def _places(self, text: str) -> Sequence[Line]:
        rows = [
            Line(row.id, f"{row.reference}  {self.state.shown_name(row)}", soft=row.state)
            for row in self.state.facts.order
        ]
        return among([*rows, *(Line(key, words) for key, words in PLACES)])(text)

    def _to_come(self, text: str) -> list[Line]:
        return [
            Line(row.id, f"{row.reference}  {self.state.shown_name(row)}")
            for row in self.state.facts.order
            if row.state in TO_COME and matches(text, f"{row.reference} {row.initials}")
        ]

    def _found(self, text: str) -> list[Line]:
        if not text:
            return []
        found = self.state.read.find(text, 8)
        lines = [
            Line(one.id, one.initials, soft=" · ".join(p for p in (one.reference, one.detail) if p))
            for one in found
        ]
        made = [Line(kind, f"“{text}” as {words}, new on record") for kind, words in NEW]
        title = Line("title", f"“{text}” as a title of its own")
        if lines or len(text) < SHORTEST_NAME:
            return [*lines, title, *made]
        return [*made, title] if _like_a_name(text) else [title, *made]


def _deferring(item_id: int) -> str:
    return f"deferring.{item_id}"


def _like_a_name(text: str) -> bool:
    """Two to four words with capitals, as names are typed: such a title would name somebody."""
    words = text.split()
    return 2 <= len(words) <= 4 and all(word[0].isupper() or len(word) < 4 for word in words)


def _items(count: int) -> str:
    if not count:
        return "nothing is on its agenda"
    return f"{count} items on its agenda" if count > 1 else "1 item on its agenda"
