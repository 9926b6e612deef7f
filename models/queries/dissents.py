"""Disagreements recorded in a meeting, until they are settled: whose turn it is by the ladder."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models.codes import ChaseStep
from models.entities import AgendaItem, Decision, Meeting, RiskJudgement, Subject
from models.queries.chases import chases
from models.queries.short_labels import short_label
from models.queries.visible import takes_part
from models.queries.working import days_closed
from models.records.chasing import ChaseRow
from models.records.reader import Reader
from models.records.today import Offer, TodayLine
from models.rules import chasing
from models.rules.day_words import in_words
from models.rules.working_days import working_days_between

SECTION, STEP, SETTLE = "Overdue", "chase_dissents", "settle_dissents"
SHOWN_FOR = timedelta(days=120)


def open_dissents(session: Session, reader: Reader) -> list[TodayLine]:
    """A line for each item with a disagreement: the step that is due, else that it be settled.

    What the disagreement was is no part of it.
    """
    return list(_lines(session, reader))


def first_step(session: Session, held_on: date) -> str:
    """What a disagreement of that day's meeting asks for first, and by when, in words."""
    steps, closed = chasing.ladder(chasing.DISSENT), days_closed(session)
    coming = chasing.coming(steps, held_on, (), held_on, closed)
    return f"{coming[0].label} by {in_words(coming[1])}" if coming else ""


def _lines(session: Session, reader: Reader) -> Iterator[TodayLine]:
    rows = session.execute(
        select(AgendaItem.id, AgendaItem.meeting_id, Meeting.held_on, Subject.kind, Subject.label)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .outerjoin(Subject, Subject.id == AgendaItem.subject_id)
        .outerjoin(Decision, Decision.item_id == AgendaItem.id)
        .outerjoin(RiskJudgement, RiskJudgement.item_id == AgendaItem.id)
        .where(
            or_(Decision.dissent != "", RiskJudgement.dissent != ""),
            Meeting.held_on > reader.today - SHOWN_FOR,
            takes_part(reader, AgendaItem.id, AgendaItem.subject_id),
        )
        .order_by(Meeting.held_on, AgendaItem.id)
    ).all()
    if not rows:
        return
    ladder = chasing.LADDERS[chasing.DISSENT]
    taken = chases(session, chasing.DISSENT, ladder, [row.id for row in rows])
    closed, steps = days_closed(session), chasing.ladder(chasing.DISSENT)
    for item_id, meeting_id, held_on, kind, label in rows:
        kept = taken.get(item_id, ())
        if any(one.step == chasing.SETTLED for one in kept):
            continue
        days = [(one.step, one.made_at.date()) for one in kept]
        coming = chasing.coming(steps, held_on, days, reader.today, closed)
        who = short_label(session, kind, label) if kind and label else "an item"
        yield _line(item_id, meeting_id, who, held_on, kept, coming, reader.today, closed)


def _line(
    item_id: int,
    meeting_id: int,
    who: str,
    held_on: date,
    kept: tuple[ChaseRow, ...],
    coming: tuple[ChaseStep, date] | None,
    today: date,
    closed: frozenset[date],
) -> TodayLine:
    days = working_days_between(held_on, today, closed)
    since = f"for {days} working day{'' if days == 1 else 's'}" if days else "since today"
    offer = Offer("It is settled", SETTLE, (item_id,), chasing.SETTLED)
    by, is_due = None, False
    if coming is not None:
        step, by = coming
        is_due = by <= today
        detail = f"next: {step.whom}, by {in_words(by)}"
        offer = Offer(step.label, STEP, (item_id,), step.code) if is_due else offer
    else:
        detail = f"last: {kept[-1].label}" if kept else "no step of its ladder is in use"
    return TodayLine(
        "high" if is_due else "medium",
        SECTION,
        f"Disagreement on {who} open {since}",
        detail,
        "minutes",
        meeting_id,
        by,
        offer,
    )
