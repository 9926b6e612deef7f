"""The points still open as an item closes: asked for one by one, in place, and never in the way."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from models.matching.near_names import near_names
from models.records.item import ItemRecord, PointRecord
from models.rules import points as rule
from models.rules.answers import (
    calls_somebody,
    gives_a_reason,
    refers_to_another,
    says_why_no_voice,
)
from models.rules.capture import CaptureReading
from models.rules.told import speaks_of_telling
from models.rules.who_tells import WhoTells, who_tells
from ui.desk import Desk
from ui.live.ask_bar import AskBar
from ui.live.dates import spoken_in
from ui.live.measures_answered import agreed_words, measures_in
from ui.live.state import RoomState
from ui.widgets.dates import long_date
from ui.widgets.lines import Line

ASKED = {
    rule.VOICE: "the child's words, or why there are none",
    rule.NRM: "National Referral Mechanism considered: yes or no, and why",
    rule.DISRUPTION: "a person or place is named: which measure, or why none",
    rule.CHILD_TOLD: "who tells the child, or why nobody does",
    rule.PARENTS_TOLD: "who tells the parents, or why nobody does",
    rule.LEAD: "who holds this child's plan, by name, or why nobody does",
    rule.REVIEW: "the review date, or why there is none",
}
HINT = "Enter keeps · Ctrl+Enter closes the item without it · Esc leaves the item open"
TOUCHED = {"child", "discussion", "prompt_answer", "telling", "review", "measure"}
NAMES_OFFERED = 3
NOBODY_DOES = "Keep as the reason why nobody does"
TOLD_SO = "Keep as it stands, with nobody named"
NOTHING_TYPED = "Type it, or close without it with Ctrl+Enter: the read-back names it."


@dataclass(frozen=True)
class Way:
    """One way to settle a point with what was typed: what it is called, and what it does."""

    words: str
    keep: Callable[[], object]
    soft: str = ""


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
        self.bar.ask(question, self._answer, self._found, left=self._leave, hint=HINT)

    def _answer(self, text: str, key: Hashable | None) -> bool:
        if not text:
            self.bar.refuse(NOTHING_TYPED)
            return False
        if not self._keep(text, key):
            return False
        left = self._open()
        if left:
            self._put(left[0])
            return False
        self.bar.leave()  # the hand goes with the item that comes next, not back to this one
        self._close()
        return True

    def _leave(self) -> None:
        self._asked = self._then = None

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
        return [Line(at, one.words, soft=one.soft) for at, one in enumerate(self._ways(text))]

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
        voice = Way("Keep as the child's words", lambda: write(item_id, "voice", text, None))
        none = Way(
            "Keep as the reason why there are none",
            lambda: write(item_id, "voice_absent_reason", text, None),
        )
        return [none, voice] if says_why_no_voice(text) else [voice, none]

    def _nrm(self, item: ItemRecord, text: str) -> list[Way]:
        write = self.desk.workspace.conduct.write
        return [Way("Keep with the item", lambda: write(item.row.id, "nrm_considered", text, None))]

    def _disruption(self, item: ItemRecord, text: str) -> list[Way]:
        """The measures named, read as the bar reads them, or why there is none."""
        none = self._reason(item, text, "Keep as the reason why there is none")
        found = measures_in(text, self.state.context)
        if not found:
            return [none]
        words, understood = agreed_words(found, self.state)
        agree = Way(words, lambda: self._agree(item, found), understood)
        others = {one.reference for one in self.state.facts.order if one.id != item.row.id}
        stands = gives_a_reason(text) or refers_to_another(text, others)
        return [none, agree] if stands else [agree, none]

    def _agree(self, item: ItemRecord, found: Sequence[CaptureReading]) -> None:
        for one in found:
            self.desk.workspace.conduct.keep_line(item.row.id, one)

    def _review(self, item: ItemRecord, text: str) -> list[Way]:
        review, day = self.desk.workspace.conduct.review_on, spoken_in(self.state)(text).value
        none = self._reason(item, text, "Keep as the reason why there is none")
        if day is None:
            return [none]
        agree = Way(f"Review on {long_date(day)}", lambda: review(item.row.id, day))
        return [none, agree] if gives_a_reason(text) else [agree, none]

    def _lead(self, item: ItemRecord, text: str) -> list[Way]:
        """Somebody here, somebody named in full, or why nobody holds the plan."""
        name_lead = self.desk.workspace.conduct.name_lead

        def holds(name: str) -> Way:
            return Way(f"{name} holds the plan", partial(name_lead, item.row.id, name))

        return self._somebody(item, text, holds)

    def _telling(self, item: ItemRecord, text: str) -> list[Way]:
        """Who tells them, by when and what, in one breath or as a name alone."""
        point, context = self._asked, self.state.context
        whom = "child" if point is not None and point.code == rule.CHILD_TOLD else "parents"
        said = who_tells(text, context.day_in(text)) if context is not None else None
        who, by, more = said or WhoTells(text, None, "")
        return self._somebody(item, text, lambda one: self._told(item, whom, one, by, more), who)

    def _somebody(
        self, item: ItemRecord, text: str, does: Callable[[str], Way], who: str | None = None
    ) -> list[Way]:
        """Whoever here is meant comes first; words that call nobody are the reason first.

        `who` are those of the words that call somebody, where more is said. A member whose name is
        nearly the one typed is offered behind it, with why.
        """
        who = text if who is None else who
        here = [one.name for one in self.state.taking_part if _called(one.name, who)]
        ways = [does(one) for one in here[:NAMES_OFFERED] or ([who] if who else [])]
        if who and not here:
            members = (one.name for one in self.desk.workspace.read.members())
            ways += [
                replace(way := does(near.name), words=f"{way.words}: {near.why}")
                for near in near_names(who, members)
            ]
        none = self._reason(item, text, TOLD_SO if speaks_of_telling(text) else NOBODY_DOES)
        return [*ways, none] if here or calls_somebody(who) else [none, *ways]

    def _told(
        self, item: ItemRecord, whom: str, name: str, by: date | None = None, more: str = ""
    ) -> Way:
        tell = self.desk.workspace.conduct.tell
        when = f" by {long_date(by)}" if by else ""
        words = f"{name} tells the {whom}{when}" + (f": {more}" if more else "")
        return Way(words, lambda: tell(item.row.id, whom, name, by, more or None))

    def _reason(self, item: ItemRecord, text: str, words: str) -> Way:
        cover, point = self.desk.workspace.conduct.cover, self._asked
        code = point.code if point is not None else ""
        return Way(words, lambda: cover(item.row.id, code, False, text))


def _called(name: str, text: str) -> bool:
    """Whether each word typed begins a part of a name."""
    parts, typed = name.casefold().split(), text.casefold().split()
    return bool(typed) and all(any(one.startswith(word) for one in parts) for word in typed)
