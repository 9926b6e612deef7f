"""Figures of a performance report: counted, shared, in the middle, or why they cannot be told."""

from collections.abc import Iterable, Iterator, Sequence, Sized
from dataclasses import dataclass
from datetime import date
from statistics import median

from models.records.reports import Listed, ReportRow
from models.rules.percentages import percent
from models.rules.quarters import Span

Behind = Iterable[int] | Iterable[Listed]


@dataclass(frozen=True)
class Figure:
    """One figure with what stands behind it; None says why it cannot be told."""

    value: int | float | None
    children: tuple[int, ...] = ()
    listed: tuple[Listed, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class Term:
    """An indicator: the section it stands in, its name, and what exactly is counted."""

    section: str
    label: str
    definition: str
    percent: bool = False


def unknown(why: str) -> Figure:
    """A figure that cannot be told, with the reason; never nought."""
    return Figure(None, why=why)


def counted(behind: Sequence[int] | Sequence[Listed]) -> Figure:
    """How many there are; a child met twice counts twice and is listed once."""
    return _figure(len(behind), behind)


def children(behind: Iterable[int]) -> Figure:
    """How many children there are, each counted once."""
    return counted(tuple(dict.fromkeys(behind)))


def share(part: Sequence[int] | Sequence[Listed], whole: Sized, nobody: str) -> Figure:
    """Per cent of the whole, with the part behind it; `nobody` says what there was none of."""
    if not whole:
        return unknown(nobody)
    return _figure(percent(len(part), len(whole)), part)


def middle(
    values: Sequence[float], behind: Sequence[int] | Sequence[Listed], nobody: str
) -> Figure:
    """The median to one decimal; `nobody` says what there was none of."""
    if not values:
        return unknown(nobody)
    return _figure(round(median(values), 1), behind)


def once_recorded(
    figures: Iterable[Figure], spans: Iterable[Span], first: date | None, what: str
) -> Iterator[Figure]:
    """The figures, but not nought where nothing of the kind was on record by the span's end."""
    for one, span in zip(figures, spans, strict=True):
        gone = first is None or first > span.last
        yield unknown(f"no {what} is on record by then.") if gone else one


def _figure(value: int | float | None, behind: Behind) -> Figure:
    found = tuple(dict.fromkeys(behind))
    return Figure(
        value,
        tuple(one for one in found if isinstance(one, int)),
        tuple(one for one in found if isinstance(one, Listed)),
    )


def row(term: Term, figures: Iterable[Figure]) -> ReportRow:
    """The indicator as a row of the report, a figure for each column."""
    told = tuple(figures)
    return ReportRow(
        term.section,
        term.label,
        tuple(one.value for one in told),
        tuple(one.children for one in told),
        term.percent,
        definition=term.definition,
        listed=tuple(one.listed for one in told),
        why=tuple(one.why for one in told),
    )
