"""Indicators of risk assessments: in date, overdue and for how long, with the child's part."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Assessment
from models.queries.knowable import knowable, leads
from models.queries.standing import ChildStanding
from models.queries.validity import ValidityOf, in_words, validity
from models.records.reader import Reader
from models.records.reports import ReportRow
from models.rules.indicators import Figure, Term, children, counted, middle, row, share, unknown
from models.rules.quarters import Span
from models.rules.schemes import last_day_in_date

SECTION = "Risk assessments"
ON_TRACKER = "Children on the tracker on the last day"
NEVER = Term(
    SECTION, "Never assessed", f"{ON_TRACKER} with no assessment by then; they are overdue too."
)
DAYS = Term(
    SECTION,
    "Days overdue",
    "Median calendar days since the last day in date, of those once assessed and overdue.",
)
MADE = Term(SECTION, "Made in the quarter", "Assessments of children dated in the quarter.")
WITH_CHILD = Term(
    SECTION,
    "% with the child's part",
    "Of assessments in the quarter that say whether the child took part, those where they did.",
    True,
)
NOBODY = "no child was on the tracker."
NONE_LATE = "no child once assessed was overdue."
NOT_SAID = "no assessment of the quarter says whether the child took part."
Held = Mapping[int, ChildStanding]


class _Made(NamedTuple):
    child_id: int
    on: date
    scheme: str | None
    with_child: bool | None


def assessment_rows(
    session: Session, reader: Reader, spans: Sequence[Span], ends: Sequence[Held]
) -> Iterator[ReportRow]:
    """The indicators of assessments; `ends` are the children on the tracker at each end."""
    every, period = _made(session, reader), validity(session)
    late = [[one for one, has in held.items() if has.assessment_overdue] for held in ends]
    yield row(_in_date(period), map(_share_in_date, ends))
    yield row(Term(SECTION, "Overdue", f"{ON_TRACKER} whose assessment is not in date."),
              map(of_those, late, ends))  # fmt: skip
    never = ([one for one, has in held.items() if has.assessed_on is None] for held in ends)
    yield row(NEVER, map(of_those, never, ends))
    waits = (_late(every, some, span, period) for some, span in zip(late, spans, strict=True))
    yield row(DAYS, (middle([*days.values()], [*days], NONE_LATE) for days in waits))
    new = [[one for one in every if span.holds(one.on)] for span in spans]
    yield row(MADE, (counted([one.child_id for one in some]) for some in new))
    yield row(WITH_CHILD, map(_with_child, new))


def of_those(some: Iterable[int], held: Held) -> Figure:
    """How many of the children on the tracker; not told where there are none."""
    return children(some) if held else unknown(NOBODY)


def _in_date(period: ValidityOf) -> Term:
    words = f"in date through the day {in_words(period(None))} after it, or as its scheme says"
    return Term(SECTION, "% in date", f"{ON_TRACKER}: those whose assessment is {words}.", True)


def _share_in_date(held: Held) -> Figure:
    kept = [one for one, has in held.items() if not has.assessment_overdue]
    return share(kept, tuple(held), NOBODY)


def _made(session: Session, reader: Reader) -> list[_Made]:
    folded = leads(session)
    rows = session.execute(
        select(
            Assessment.child_id,
            Assessment.assessed_on,
            Assessment.scheme_code,
            Assessment.with_child,
        )
        .where(Assessment.assessed_on.is_not(None), knowable(reader, Assessment.child_id))
        .where(Assessment.screening.is_not(True))
        .order_by(Assessment.assessed_on, Assessment.id)
    )
    return [
        _Made(folded.get(child_id, child_id), on, scheme, with_child)
        for child_id, on, scheme, with_child in rows
        if on
    ]


def _late(every: list[_Made], late: list[int], span: Span, period: ValidityOf) -> Mapping[int, int]:
    """Days overdue of each child once assessed, by its latest assessment up to the last day."""
    latest = {one.child_id: one for one in every if one.on <= span.last}
    found = {}
    for child_id in late:
        if one := latest.get(child_id):
            found[child_id] = (span.last - last_day_in_date(one.on, period(one.scheme))).days
    return found


def _with_child(new: list[_Made]) -> Figure:
    said = [one for one in new if one.with_child is not None]
    with_them = [one.child_id for one in said if one.with_child]
    return share(with_them, [one.child_id for one in said], NOT_SAID)
