"""The same in words: every thing of a time line as a line, with clusters and gaps among them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from models.records.timeline import Cluster, Gap, Happening, Mark, TimelineRow
from models.rules.timeline import cluster_words, gap_words, in_words, span
from ui.pages.people.times.content import Content
from ui.pages.people.times.frame import Pointed
from ui.rows import Column

Mask = Callable[[str], str]


@dataclass(frozen=True)
class Line:
    """One line: its day, what kind of thing, whose, its text where that is short, and the thing."""

    day: date
    kind: str
    who: str
    text: str
    what: Happening | Cluster | Gap


class Telling:
    """Says what is shown, in the names and with the mask of whoever may see it."""

    def __init__(self, content: Content, mask: Mask = str) -> None:
        self._content, self._mask = content, mask

    def name(self, subject_id: int) -> str:
        """A subject as its row is called."""
        return self._content.lanes[self._content.places[subject_id]].name

    def of(self, what: Happening | Cluster | Gap) -> str:
        """A thing in a sentence or two."""
        if isinstance(what, Cluster):
            return cluster_words(what, self.name)
        if isinstance(what, Gap):
            return gap_words(what, self.name)
        return self._mask(what.text)

    def with_kind(self, what: Happening | Cluster | Gap) -> str:
        """The same with what kind of thing it is before it, said once."""
        kind = what.mark.value if isinstance(what, Happening) else type(what).__name__
        told = self.of(what)
        plain = kind == Mark.OTHER or told.startswith(kind)
        return told if plain else f"{kind}: {told}"

    def pointed(self, pointed: Pointed) -> str:
        """What is chosen, told in full: whose, when, what, and in which cluster."""
        one = pointed.what
        if not 0 <= pointed.at < len(self._content.lanes):
            return ""
        name = self._content.lanes[pointed.at].name
        if one is None:
            return f"{name}: nothing here."
        if not isinstance(one, Happening):
            return self.of(one)
        when = span(one.at, one.until) if one.until else span(one.at, one.at)
        inside = next((each for each in self._content.clusters if one in each.happenings), None)
        also = f"  In a cluster: {self.of(inside)}" if inside is not None else ""
        return f"{name} · {when} · {self.with_kind(one)}{also}"

    def lines(self, rows: Sequence[TimelineRow], weeks: int) -> tuple[Line, ...]:
        """Everything as lines, the latest first; texts are worked out as they are looked at."""
        shown = {lane.row.subject.id: set(lane.happenings) for lane in self._content.lanes}
        told = in_words(rows, self._content.clusters, self._content.today, weeks)
        found = [
            one
            for one in told
            if not isinstance(one[3], Happening) or one[3] in shown[one[3].subject_id]
        ]
        return tuple(self._line(*one) for one in found)

    def _line(
        self,
        day: date,
        kind: str,
        whose: tuple[int, ...],
        what: Happening | Cluster | Gap,
    ) -> Line:
        who = self.name(whose[0]) if len(whose) == 1 else f"{len(whose)} of them"
        text = "" if isinstance(what, Happening) else self.with_kind(what)
        return Line(day, kind, who, text, what)


def columns(text: Callable[[Line], str]) -> tuple[Column[Line], ...]:
    """The columns of the list; `text` gives a line's words."""
    return (
        Column[Line]("Day", lambda one: one.day, width=11),
        Column[Line]("Who", lambda one: one.who, width=13),
        Column[Line]("What", text, tip=text, width=10, stretch=True),
    )
