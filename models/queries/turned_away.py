"""Referrals turned away: how many, for which reason, and what was decided instead."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Referral, Subject
from models.marks import SubjectKind
from models.queries.began import OUTCOME as OUTCOME_KIND
from models.queries.began import first_day
from models.queries.knowable import knowable, leads
from models.records.reader import Reader
from models.records.reports import WITHIN, Adds, ReportRow, ReportTable
from models.rules.day_words import to_come
from models.rules.indicators import none_by

REASON, OUTCOME, TOTAL = "Reason", "What was decided", "Total"
YEAR, QUARTER = 12, 3
NO_REASON = "No reason chosen from the list"
DEFINITIONS = (
    "Referrals of children that were decided on in these months and not accepted.",
    "A child who was turned away twice counts twice, and is listed once behind the figure.",
    "Reasons are those chosen from the list at triage; the reason in words stays on the referral.",
)


class _Turned(NamedTuple):
    child_id: int
    outcome: str
    reason: str | None
    on: date


def turned_away(session: Session, reader: Reader, on: date) -> ReportTable:
    """Children's referrals turned away up to a day; each figure carries its children.

    A day that is still to come counts as today.
    """
    asked, on = on, min(on, reader.today)
    starts = tuple(_months_back(on, months) for months in (YEAR, QUARTER))
    every = list(_turned(session, reader, on))
    children = [one for one in every if one.child_id]
    why = none_by(on, (OUTCOME_KIND,), {OUTCOME_KIND: first_day(session, reader, OUTCOME_KIND)})
    rows = tuple(_untold(row, why) if why else row for row in _rows(children, starts))
    others = sum(starts[0] <= one.on for one in every) - sum(starts[0] <= c.on for c in children)
    beside = [f"Besides these, {others} of persons of concern and places."] if others else []
    return ReportTable(
        name="turned-away",
        title=f"Referrals turned away up to {on.day} {on:%B %Y}",
        on=on,
        columns=tuple(f"Since {one.day} {one:%b %Y}" for one in starts),
        rows=rows,
        reconciliation=(*to_come(asked, reader.today), *beside),
        definitions=DEFINITIONS,
        adds=tuple(_adds(rows)),
        across=WITHIN,
    )


def _adds(rows: Sequence[ReportRow]) -> Iterator[Adds]:
    """Reasons add up to all that were turned away, and so do outcomes."""
    whole = next(at for at, row in enumerate(rows) if row.label == TOTAL)
    yield Adds(whole, tuple(range(whole)))
    yield Adds(whole, tuple(range(whole + 1, len(rows))))


def _months_back(on: date, months: int) -> date:
    """The first day of so many months, of which the day's own is the last."""
    year, month = divmod(on.year * 12 + on.month - months, 12)
    return date(year, month + 1, 1)


def _turned(session: Session, reader: Reader, on: date) -> Iterator[_Turned]:
    """Each referral turned away up to a day; of what is no child the id is 0."""
    codes_of = [one.code for one in codes.load("triage_outcomes") if _declines(one)]
    folded = leads(session)
    rows = session.execute(
        select(
            Referral.subject_id, Referral.outcome, Referral.reason_code, Referral.outcome_at,
            Subject.kind,
        )
        .join(Subject, Subject.id == Referral.subject_id)
        .where(
            Referral.outcome.in_(codes_of),
            func.date(Referral.outcome_at) <= on.isoformat(),
            knowable(reader, Referral.subject_id),
        )
        .order_by(Referral.id)
    ).all()  # fmt: skip
    for subject_id, outcome, reason, at, kind in rows:
        child = folded.get(subject_id, subject_id) if kind == SubjectKind.CHILD else 0
        if outcome is not None and at is not None:
            yield _Turned(child, outcome, reason, at.date())


def _declines(one: codes.Code) -> bool:
    return isinstance(one, codes.TriageOutcome) and one.declines


def _rows(found: list[_Turned], starts: tuple[date, ...]) -> Iterator[ReportRow]:
    known = {one.code: one.label for one in codes.load("decline_reasons")}
    for code, label in known.items():
        yield _row(REASON, label, [one for one in found if one.reason == code], starts)
    rest = [one for one in found if one.reason not in known]
    yield _row(REASON, NO_REASON, rest, starts)
    yield _row(REASON, TOTAL, found, starts)
    for outcome in filter(_declines, codes.load("triage_outcomes")):
        some = [one for one in found if one.outcome == outcome.code]
        yield _row(OUTCOME, outcome.label, some, starts)


def _untold(row: ReportRow, why: str) -> ReportRow:
    """The row without figures: nothing that it counts was on record yet."""
    return replace(row, values=(None,) * len(row.values), why=(why,) * len(row.values))


def _row(section: str, label: str, found: Iterable[_Turned], starts: tuple[date, ...]) -> ReportRow:
    spans = [[one.child_id for one in found if one.on >= start] for start in starts]
    return ReportRow(
        section,
        label,
        tuple(map(len, spans)),
        tuple(tuple(dict.fromkeys(span)) for span in spans),
    )
