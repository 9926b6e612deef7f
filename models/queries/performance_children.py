"""Indicators of children: who stands on the tracker and the panel, how risk moved, who left."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import AgendaItem, Child, ChildStatus, Decision, Meeting, NrmReferral
from models.queries.grouped import of_known_ethnicity
from models.queries.knowable import knowable, leads
from models.queries.performance_assessments import NOBODY, assessment_rows, of_those
from models.queries.standing import ChildStanding
from models.queries.tracked import tracked
from models.queries.visible import takes_part
from models.records.reader import Reader
from models.records.reports import ReportRow
from models.rules.indicators import (
    Figure,
    Term,
    children,
    counted,
    row,
    share,
    unknown,
)
from models.rules.performance import long_on_panel, on_panel_since
from models.rules.quarters import Span
from models.rules.risk_words import way

SECTION = "Children"
ON_TRACKER = "Children on the tracker on the last day"
TRACKED = Term(
    SECTION,
    "On the tracker",
    f"{ON_TRACKER}; one who is on it without a day was on it before records began.",
)
ON_PANEL = Term(SECTION, "On the panel", f"{ON_TRACKER} who are on the panel.")
LONG = Term(
    SECTION,
    "On the panel over 6 months",
    "Of these, children on the panel without a break for more than 182 days; one who was on it "
    "before records began counts.",
)
MOVES = {
    how: Term(
        SECTION,
        f"Risk {words}",
        f"{ON_TRACKER} and on the day before the quarter, whose level of risk {said}.",
    )
    for how, words, said in (
        ("increased", "increased", "rose between them"),
        ("same", "stayed the same", "is the same on both, by a record with a day"),
        ("decreased", "decreased", "fell between them"),
        (None, "not known", "is not known on one of them, or that it was the same has no day"),
    )
}
CLOSED = Term(
    SECTION,
    "Closed or stepped down",
    "Children whom a panel of the quarter closed or stepped down.",
)
ETHNICITY = Term(
    SECTION,
    "% with ethnicity recorded",
    f"{ON_TRACKER}: those whose ethnicity is on record now; "
    "one that is refused or not yet obtained is not.",
    True,
)
REFERRED = Term(SECTION, "Referred to the NRM", "NRM referrals made in the quarter.")
REASONABLE = Term(
    SECTION,
    "NRM: positive reasonable grounds",
    "Positive decisions on reasonable grounds dated in the quarter.",
)
CONCLUSIVE = Term(
    SECTION,
    "NRM: positive conclusive grounds",
    "Positive decisions on conclusive grounds dated in the quarter.",
)
NOBODY_TWICE = "no child was on the tracker on both days."
Held = Mapping[int, ChildStanding]
Dated = list[tuple[int, date]]


def child_rows(session: Session, reader: Reader, spans: Sequence[Span]) -> Iterator[ReportRow]:
    """The indicators of children and their assessments, a figure for each quarter."""
    days = dict.fromkeys(day for span in spans for day in (span.last, span.before))
    stood = {day: tracked(session, reader, day) for day in days}
    ends, starts = [stood[span.last] for span in spans], [stood[span.before] for span in spans]
    yield row(TRACKED, (of_those(held, held) for held in ends))
    yield from _on_panel(session, spans, ends)
    ways = [_ways(*pair) for pair in zip(starts, ends, strict=True)]
    for moved, term in MOVES.items():
        yield row(term, (_moved(one, moved) for one in ways))
    yield from _let_go(session, reader, spans)
    known = of_known_ethnicity(session)
    shares = (share([o for o in held if o in known], tuple(held), NOBODY) for held in ends)
    yield row(ETHNICITY, shares)
    for term, found in _nrm(session, reader):
        yield row(term, _dated(found, spans))
    yield from assessment_rows(session, reader, spans, ends)


def _on_panel(session: Session, spans: Sequence[Span], ends: list[Held]) -> Iterator[ReportRow]:
    steps = _steps(session)
    now = [[one for one, has in held.items() if has.on_panel] for held in ends]
    yield row(ON_PANEL, map(of_those, now, ends))
    long = (
        [one for one in some if long_on_panel(on_panel_since(steps[one], span.last), span.last)]
        for some, span in zip(now, spans, strict=True)
    )
    yield row(LONG, map(of_those, long, ends))


def _steps(session: Session) -> Mapping[int, list[tuple[date | None, bool]]]:
    """When each child came onto the panel and left it, in order."""
    folded = leads(session)
    found: dict[int, list[tuple[date | None, bool]]] = defaultdict(list)
    rows = session.execute(
        select(ChildStatus.child_id, ChildStatus.since, ChildStatus.on_panel).order_by(
            ChildStatus.since.is_not(None), ChildStatus.since, ChildStatus.id
        )
    )
    for child_id, since, stands in rows:
        found[folded.get(child_id, child_id)].append((since, stands))
    return found


def _ways(start: Held, end: Held) -> dict[int, str | None]:
    """How risk moved of each child who was there on both days."""
    return {one: _way(start[one], end[one]) for one in end if one in start}


def _moved(ways: Mapping[int, str | None], how: str | None) -> Figure:
    if not ways:
        return unknown(NOBODY_TWICE)
    return children(one for one, moved in ways.items() if moved == how)


def _way(start: ChildStanding, end: ChildStanding) -> str | None:
    """How risk moved; that it stayed the same is known only from a level with a day."""
    moved = way((start.risk, start.risk_scheme), end.risk, end.risk_scheme)
    return None if moved == "same" and not start.risk_dated else moved


def _let_go(session: Session, reader: Reader, spans: Sequence[Span]) -> Iterator[ReportRow]:
    """Children closed or stepped down in all, and by each decision that was ever taken of one."""
    closing = {
        one.code: one.label for one in codes.rows_of("decisions", codes.DecisionType) if one.closes
    }
    taken = _closed(session, reader, closing)
    yield row(
        CLOSED, _dated([each for found in taken.values() for each in found], spans, once=True)
    )
    for code, label in closing.items():
        if code in taken:
            words = f"{CLOSED.definition} By the decision: {label}."
            term = Term(SECTION, f"Of these: {label}", words)
            yield row(term, _dated(taken[code], spans, once=True))


def _closed(session: Session, reader: Reader, closing: Collection[str]) -> Mapping[str, Dated]:
    """By decision, each child that a panel let go, with the day."""
    folded, found = leads(session), defaultdict[str, Dated](list)
    rows = session.execute(
        select(Decision.code, Child.id, Meeting.held_on)
        .join(AgendaItem, AgendaItem.id == Decision.item_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .join(Child, Child.id == AgendaItem.subject_id)
        .where(
            Decision.code.in_(closing),
            AgendaItem.removed.is_(False),
            takes_part(reader, AgendaItem.id, AgendaItem.subject_id),
        )
    )
    for code, child_id, day in rows:
        found[code or ""].append((folded.get(child_id, child_id), day))
    return found


def _nrm(session: Session, reader: Reader) -> Iterator[tuple[Term, Dated]]:
    may = knowable(reader, NrmReferral.child_id)
    yield (
        REFERRED,
        _found(session, select(NrmReferral.child_id, NrmReferral.referred_on).where(may)),
    )
    for term, grounds, day in (
        (REASONABLE, NrmReferral.reasonable_grounds, NrmReferral.reasonable_grounds_on),
        (CONCLUSIVE, NrmReferral.conclusive_grounds, NrmReferral.conclusive_grounds_on),
    ):
        worded = set(session.scalars(select(grounds).distinct()))
        positive = [one for one in worded if _positive(one)]
        yield (
            term,
            _found(session, select(NrmReferral.child_id, day).where(may, grounds.in_(positive))),
        )


def _positive(worded: str | None) -> bool:
    known = codes.recognise("nrm_grounds", worded)
    return known is not None and known.code == "positive"


def _found(session: Session, statement: Select[*tuple[Any, ...]]) -> Dated:
    folded = leads(session)
    rows = session.execute(statement)
    return [(folded.get(one, one), day) for one, day in rows if day is not None]


def _dated(found: Dated, spans: Sequence[Span], *, once: bool = False) -> Iterator[Figure]:
    for span in spans:
        ids = [one for one, day in found if span.holds(day)]
        yield children(ids) if once else counted(ids)
