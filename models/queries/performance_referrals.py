"""Indicators of referrals: how many, what became of them, how long it took."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import AgendaItem, Meeting, Referral, Subject
from models.marks import ItemState, SubjectKind
from models.queries.knowable import knowable, leads
from models.queries.visible import takes_part
from models.records.reader import Reader
from models.records.reports import ReportRow
from models.rules.indicators import Figure, Term, counted, middle, row, share
from models.rules.performance import referred_again
from models.rules.quarters import Span

SECTION = "Referrals"
NEW = Term(SECTION, "New referrals", "Referrals of children received in the quarter.")
ACCEPTED = Term(SECTION, "Accepted", "Referrals of children that triage accepted in the quarter.")
TURNED = Term(SECTION, "Turned away", "Referrals of children that triage declined in the quarter.")
REDIRECTED = Term(
    SECTION, "Redirected", "Referrals of children sent to MASH or a strategy meeting instead."
)
AGAIN = Term(
    SECTION, "% referred again",
    "Of the new referrals, those of a child referred before in the 365 days up to that day.", True,
)  # fmt: skip
TRIAGE = Term(
    SECTION, "Referral to triage, days",
    "Median calendar days from the day received to the outcome, of outcomes in the quarter; "
    "without those of which the day received is not recorded.",
)  # fmt: skip
PANEL = Term(
    SECTION, "Referral to panel, days",
    "Median calendar days from the day received to the first panel from then on that discussed "
    "the child, of such panels in the quarter.",
)  # fmt: skip
NOT_ONE = "no referral was received."
NO_OUTCOME = "no outcome of a referral with the day received."
NO_PANEL = "no referred child came to a panel for the first time."


@dataclass(frozen=True)
class _Referred:
    child_id: int
    received: date | None
    outcome: str | None
    decided: datetime | None
    again: bool = False


class _Wait(NamedTuple):
    child_id: int
    days: int
    ended: date


def referral_rows(session: Session, reader: Reader, spans: Sequence[Span]) -> Iterator[ReportRow]:
    """The indicators of referrals, a figure for each quarter."""
    every = _referrals(session, reader)
    new = (counted([one.child_id for one in _received(every, span)]) for span in spans)
    yield row(NEW, new)
    for term, within in _outcomes():
        yield row(term, [_decided_so(every, within, span) for span in spans])
    yield row(AGAIN, (_again(_received(every, span)) for span in spans))
    yield row(TRIAGE, (_middle(_to_triage(every), span, NO_OUTCOME) for span in spans))
    waits = list(_to_panel(every, _panels(session, reader)))
    yield row(PANEL, (_middle(waits, span, NO_PANEL) for span in spans))


def _outcomes() -> Iterator[tuple[Term, frozenset[str]]]:
    every = codes.rows_of("triage_outcomes", codes.TriageOutcome)
    yield ACCEPTED, frozenset(one.code for one in every if one.accepts)
    yield TURNED, frozenset(one.code for one in every if one.declines)
    other = (one for one in every if not (one.accepts or one.declines or one.holds))
    yield REDIRECTED, frozenset(one.code for one in other)


def _referrals(session: Session, reader: Reader) -> list[_Referred]:
    """Referrals of children, each child's in the order received."""
    folded = leads(session)
    rows = session.execute(
        select(Referral.subject_id, Referral.received_on, Referral.outcome, Referral.outcome_at)
        .join(Subject, Subject.id == Referral.subject_id)
        .where(Subject.kind == SubjectKind.CHILD.value, knowable(reader, Referral.subject_id))
        .order_by(Referral.received_on, Referral.id)
    )
    of_child: dict[int, list[tuple[date | None, str | None, datetime | None]]] = defaultdict(list)
    for child_id, received, outcome, decided in rows:
        of_child[folded.get(child_id, child_id)].append((received, outcome, decided))
    return [
        _Referred(child_id, *given, again)
        for child_id, some in of_child.items()
        for given, again in zip(some, referred_again([one[0] for one in some]), strict=True)
    ]


def _received(every: list[_Referred], span: Span) -> list[_Referred]:
    return [one for one in every if span.holds(one.received)]


def _decided_so(every: list[_Referred], within: frozenset[str], span: Span) -> Figure:
    found = [one for one in every if one.outcome in within and span.holds(one.decided)]
    return counted([one.child_id for one in found])


def _again(new: list[_Referred]) -> Figure:
    return share([one.child_id for one in new if one.again], [one.child_id for one in new], NOT_ONE)


def _to_triage(every: list[_Referred]) -> list[_Wait]:
    return [
        _Wait(one.child_id, (one.decided.date() - one.received).days, one.decided.date())
        for one in every
        if one.decided is not None and one.received is not None and one.outcome
    ]


def _to_panel(every: list[_Referred], panels: Mapping[int, list[date]]) -> Iterator[_Wait]:
    for one in every:
        received = one.received
        if received is None:
            continue
        first = next((day for day in panels.get(one.child_id, ()) if day >= received), None)
        if first is not None:
            yield _Wait(one.child_id, (first - received).days, first)


def _panels(session: Session, reader: Reader) -> Mapping[int, list[date]]:
    """The days on which each child was discussed, in order."""
    folded = leads(session)
    rows = session.execute(
        select(AgendaItem.subject_id, Meeting.held_on)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(
            AgendaItem.state == ItemState.DISCUSSED.value,
            AgendaItem.removed.is_(False),
            Meeting.cancelled.is_(False),
            takes_part(reader, AgendaItem.id, AgendaItem.subject_id),
        )
        .order_by(Meeting.held_on)
    )
    found: dict[int, list[date]] = defaultdict(list)
    for child_id, day in rows:
        if child_id is not None:
            found[folded.get(child_id, child_id)].append(day)
    return found


def _middle(waits: list[_Wait], span: Span, nobody: str) -> Figure:
    found = [one for one in waits if span.holds(one.ended)]
    return middle([one.days for one in found], [one.child_id for one in found], nobody)
