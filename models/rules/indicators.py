"""Figures of a performance report: counted, shared, in the middle, or why they cannot be told."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from statistics import median

from models.records.reports import Basis, Listed, ReportRow, Thing
from models.rules.percentages import percent
from models.rules.quarters import Span

NO_RECORD, BY_THEN = "nothing on record has a day by then.", "is on record by then."
Things = Sequence[int] | Sequence[Listed]


@dataclass(frozen=True)
class Figure:
    """One figure with what stands behind it; None says why it cannot be told."""

    value: int | float | None
    children: tuple[int, ...] = ()
    listed: tuple[Listed, ...] = ()
    why: str = ""
    basis: Basis = Basis()


@dataclass(frozen=True)
class Term:
    """An indicator: the section it stands in, its name, and what exactly is counted."""

    section: str
    label: str
    definition: str
    percent: bool = False


def listed_meeting(meeting_id: int, held_on: date, tier: str | None) -> Listed:
    """A meeting behind a figure, with its tier where there are several."""
    day = f"{held_on.day} {held_on:%B %Y}"
    return Listed(
        "minutes", meeting_id, f"{tier}, meeting of {day}" if tier else f"Meeting of {day}"
    )


def unknown(why: str) -> Figure:
    """A figure that cannot be told, with the reason; never nought."""
    return Figure(None, why=why)


def counted(behind: Things) -> Figure:
    """How many there are; a child met twice counts twice and is listed once."""
    return figure_of(Basis(tuple(behind)))


def children(behind: Iterable[int]) -> Figure:
    """How many children there are, each counted once."""
    return counted(tuple(dict.fromkeys(behind)))


def share(part: Things, whole: Things, nobody: str) -> Figure:
    """Per cent of the whole, with the part behind it; `nobody` says what there was none of."""
    if not whole:
        return unknown(nobody)
    return figure_of(Basis(tuple(part), tuple(whole)))


def middle(values: Sequence[float], behind: Things, nobody: str) -> Figure:
    """The median to one decimal; `nobody` says what there was none of."""
    if not values:
        return unknown(nobody)
    return figure_of(Basis(tuple(behind), amounts=tuple(values)))


def with_its_kinds(
    row: ReportRow, spans: Sequence[Span], kinds: Sequence[str], days: Mapping[str, date | None]
) -> ReportRow:
    """The row without noughts of a time by whose end nothing of one of its kinds was on record.

    `days` gives each kind's first day. A share that is nought has its whole on record.
    """
    told = []
    for one, span in zip(figures_of(row), spans, strict=True):
        why = none_by(span.last, kinds, days)
        is_nought = one.value == 0 and one.basis.whole is None
        told.append(unknown(why) if why and is_nought else one)
    return row_of(row, told)


def none_by(day: date, kinds: Sequence[str], days: Mapping[str, date | None]) -> str:
    """Why a nought by a day tells nothing: of which kind nothing was on record; else empty."""
    none = next((kind for kind in kinds if (days[kind] or date.max) > day), None)
    return f"no {none} {BY_THEN}" if none else ""


def none_before(row: ReportRow, spans: Sequence[Span], began: date) -> ReportRow:
    """The row without figures of spans that were over before anything was on record."""
    if not any(one.last < began for one in spans):
        return row
    told = zip(spans, figures_of(row), strict=True)
    gone = (one if span.last >= began or one.why else unknown(NO_RECORD) for span, one in told)
    return row_of(row, gone)


def figures_of(row: ReportRow) -> Iterator[Figure]:
    """The figures of a row, one for each column."""
    every = (row.values, row.children, row.listed, row.why, row.basis)
    return (Figure(*each) for each in zip(*every, strict=True))


def figure_of(basis: Basis) -> Figure:
    """The figure that a basis gives: a count, a share of the whole, or the middle of amounts."""
    found: tuple[Thing, ...] = tuple(dict.fromkeys(basis.each))
    return Figure(
        _value(basis),
        tuple(one for one in found if isinstance(one, int)),
        tuple(one for one in found if isinstance(one, Listed)),
        basis=basis,
    )


def _value(basis: Basis) -> int | float | None:
    if basis.amounts:
        return round(median(basis.amounts), 1)
    return len(basis.each) if basis.whole is None else percent(len(basis.each), len(basis.whole))


def row(term: Term, figures: Iterable[Figure]) -> ReportRow:
    """The indicator as a row of the report, a figure for each column."""
    empty = ReportRow(term.section, term.label, (), percent=term.percent)
    return row_of(replace(empty, definition=term.definition), figures)


def row_of(like: ReportRow, figures: Iterable[Figure]) -> ReportRow:
    """The row with these figures in place of its own."""
    told = tuple(figures)
    return replace(
        like,
        values=tuple(one.value for one in told),
        children=tuple(one.children for one in told),
        listed=tuple(one.listed for one in told),
        why=tuple(one.why for one in told),
        basis=tuple(one.basis for one in told),
    )
