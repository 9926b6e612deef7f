"""The points still open as an item closes: asked for one by one, in place, and never in the way."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import partial

from models import codes
from models.records.item import ItemRecord, PointRecord
from models.rules import points as rule
from ui.desk import Desk
from ui.live.ask_bar import AskBar
from ui.live.dates import spoken_in
from ui.live.state import RoomState
from ui.widgets.dates import long_date
from ui.widgets.row_list import Line

ASKED = {
    rule.VOICE: "the child's words, or why there are none",
    rule.NRM: "National Referral Mechanism considered: yes or no, and why",
    rule.DISRUPTION: "a person or place is named: which measure, or why none",
    rule.CHILD_TOLD: "who tells the child, or why nobody does",
    rule.PARENTS_TOLD: "who tells the parents, or why nobody does",
    rule.LEAD: "who holds this child's plan, by name, or why nobody does",
    rule.REVIEW: "the review date, or why there is none",
}
HINT = "Enter keeps · Esc or Ctrl+Enter closes the item without it"
TOUCHED = {"child", "discussion", "prompt_answer", "telling", "review", "measure"}
NAMES_OFFERED = 3


@dataclass(frozen=True)
class Way:
    """One way to settle a point with what was typed: what it is called, and what it does."""

    words: str
    keep: Callable[[], object]


class OpenPoints:
    """Asks for the first open point of the item in hand, then the next; `then` closes the item."""

    def __init__(self, desk: Desk, state: RoomState, bar: AskBar) -> None:
        self.desk, self.state, self.bar = desk, state, bar
        self._asked: PointRecord | None = None
        self._then: Callable[[], None] | None = None
        self._count = 0

    @property
    def asking(self) -> bool:
        """Whether a point is being asked for."""
        return self._asked is not None

    def ask(self, then: Callable[[], None]) -> bool:
        """Ask for what is open; False where nothing is, or it was asked for already."""
        if self._asked is not None:
            self._keep_what_is_typed()
            self.drop()
            return False
        left = self._open()
        if not left:
            return False
        self._then, self._count = then, len(left)
        self._put(left[0])
        return True

    def drop(self) -> None:
        """Ask no more: the room turns elsewhere."""
        if self._asked is not None:
            self._asked = self._then = None
            self.bar.leave()

    def _open(self) -> list[PointRecord]:
        item = self.state.item
        required = item.required if item is not None else ()
        return [one for one in required if one.code in ASKED and not one.stands]

    def _put(self, point: PointRecord) -> None:
        item = self.state.item
        if item is None:
            return
        self._asked = point
        at = self._count - len(self._open()) + 1
        name = f"{item.row.reference} {self.state.shown_name(item.row)}"
        place = f", {at} of {self._count}" if self._count > 1 else ""
        question = f"Before {name} closes{place}: {ASKED[point.code]}"
        self.bar.ask(question, self._answer, self._found, left=self._close, hint=HINT)

    def _answer(self, text: str, key: Hashable | None) -> bool:
        if not text:
            self.bar.refuse("Type it, or leave it open with Esc: it is named at the read-back.")
            return False
        if not self._keep(text, key):
            return False
        left = self._open()
        if left:
            self._put(left[0])
            return False
        self._close()
        return True

    def _close(self) -> None:
        then, self._asked, self._then = self._then, None, None
        if then is not None:
            then()

    def _keep_what_is_typed(self) -> None:
        text = self.bar.line.text().strip()
        if text:
            self._keep(text, self.bar.found.current_key())

    def _keep(self, text: str, key: Hashable | None) -> bool:
        ways = self._ways(text)
        way = ways[key] if isinstance(key, int) and key < len(ways) else ways[0]
        done = self.desk.attempt(self.bar, way.keep)
        if done:
            self.state.refresh(TOUCHED)
        return done

    def _found(self, text: str) -> list[Line]:
        return [Line(at, way.words) for at, way in enumerate(self._ways(text))]

    # what each point takes

    def _ways(self, text: str) -> list[Way]:
        item, point = self.state.item, self._asked
        if item is None or point is None:
            return []
        ways = {
            rule.VOICE: self._voice,
            rule.NRM: self._nrm,
            rule.DISRUPTION: self._disruption,
            rule.LEAD: self._lead,
            rule.REVIEW: self._review,
        }
        return ways.get(point.code, self._telling)(item, text)

    def _voice(self, item: ItemRecord, text: str) -> list[Way]:
        write, item_id = self.desk.workspace.conduct.write, item.row.id
        return [
            Way("Keep as the child's words", lambda: write(item_id, "voice", text, None)),
            Way(
                "Keep as the reason why there are none",
                lambda: write(item_id, "voice_absent_reason", text, None),
            ),
        ]

    def _nrm(self, item: ItemRecord, text: str) -> list[Way]:
        write = self.desk.workspace.conduct.write
        return [Way("Keep with the item", lambda: write(item.row.id, "nrm_considered", text, None))]

    def _disruption(self, item: ItemRecord, text: str) -> list[Way]:
        disrupt, known = self.desk.workspace.conduct.disrupt, codes.find_measure(text)
        none = self._reason(item, text, "Keep as the reason why there is none")
        if known is None:
            return [none]
        return [Way(f"Agree: {known.name}", lambda: disrupt(item.row.id, known.code)), none]

    def _review(self, item: ItemRecord, text: str) -> list[Way]:
        review, day = self.desk.workspace.conduct.review_on, spoken_in(self.state)(text).value
        none = self._reason(item, text, "Keep as the reason why there is none")
        if day is None:
            return [none]
        return [Way(f"Review on {long_date(day)}", lambda: review(item.row.id, day)), none]

    def _lead(self, item: ItemRecord, text: str) -> list[Way]:
        """Somebody here, somebody named in full, or why nobody holds the plan."""
        name_lead = self.desk.workspace.conduct.name_lead
        here = [one for one in self.state.taking_part if _called(one.name, text)]
        named = [one.name for one in here][:NAMES_OFFERED] or [text]
        none = self._reason(item, text, "Keep as the reason why nobody does")
        return [
            *(Way(f"{one} holds the plan", partial(name_lead, item.row.id, one)) for one in named),
            none,
        ]

    def _telling(self, item: ItemRecord, text: str) -> list[Way]:
        point = self._asked
        whom = "child" if point is not None and point.code == rule.CHILD_TOLD else "parents"
        names = [one.name for one in self.state.taking_part if _called(one.name, text)]
        tellers = [*names[:NAMES_OFFERED], *([text] if text and not names else [])]
        none = self._reason(item, text, "Keep as the reason why nobody does")
        return [*(self._told(item, whom, name) for name in tellers), none]

    def _told(self, item: ItemRecord, whom: str, name: str) -> Way:
        tell = self.desk.workspace.conduct.tell
        return Way(f"{name} tells the {whom}", lambda: tell(item.row.id, whom, name))

    def _reason(self, item: ItemRecord, text: str, words: str) -> Way:
        cover, point = self.desk.workspace.conduct.cover, self._asked
        code = point.code if point is not None else ""
        return Way(words, lambda: cover(item.row.id, code, False, text))


def _called(name: str, text: str) -> bool:
    """Whether each word typed begins a part of a name."""
    parts, typed = name.casefold().split(), text.casefold().split()
    return bool(typed) and all(any(one.startswith(word) for one in parts) for word in typed)
