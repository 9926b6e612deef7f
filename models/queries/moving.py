"""Children near 18 and children who move: listed in time, with what is lacking and owed."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import (
    AgendaItem,
    Child,
    Disclosure,
    Meeting,
    Move,
    Subject,
    Transition,
    TransitionPoint,
)
from models.marks import ItemState
from models.queries.knowable import check_knowable, knowable, listable
from models.queries.once import once
from models.queries.panel import setting
from models.queries.short_labels import short_label
from models.records.moving import MoveRow, TransitionPointRow, TransitionRecord
from models.records.reader import Reader, system
from models.rules import moving as rule
from models.rules.months import add_months

POINTS, WAYS = "transition_points", "move_ways"
NOTHING = Transition()
"""What stands of a transition that nobody has begun."""
NOT_HEARD = (ItemState.DEFERRED.value, ItemState.NOT_REACHED.value)
OLDEST = 19 * 12
"""Months of age after which a transition that nobody settled is listed no longer."""


@once
def transitions(session: Session, reader: Reader) -> tuple[TransitionRecord, ...]:
    """Children who have reached the age of the setting, are not settled, the nearest 18 first.

    Closed records and children who died are left out; who turned 18 stays a year unless settled.
    Their points are counted in what is lacking, and not listed.
    """
    months = rule.months_of(setting(session, reader, rule.SETTING))
    rows = session.execute(_children(reader, months)).all()
    near = [
        (child, row) for child, row in rows
        if rule.begins_on(child.birth_date, months) <= reader.today
    ]  # fmt: skip
    points = _points(session, [child.id for child, _ in near])
    found = [_transition(session, reader, child, row, points, months) for child, row in near]
    open_ones = [one for one in found if one.settled_on is None and not one.not_needed]
    return tuple(sorted(open_ones, key=lambda one: (one.adult_on or date.max, one.child_id)))


def transition(session: Session, reader: Reader, child_id: int) -> TransitionRecord:
    """One child's transition; Refusal where the reader may not know of the child."""
    ids = check_knowable(session, reader, child_id)
    child = session.get_one(Child, ids[0])
    row = session.scalars(select(Transition).where(Transition.child_id == ids[0])).first()
    months = rule.months_of(setting(session, reader, rule.SETTING))
    points = _points(session, [ids[0]])
    return _transition(session, reader, child, row, points, months, listed=True)


def moves(session: Session, reader: Reader, child_id: int | None = None) -> tuple[MoveRow, ...]:
    """Moves of one child, or of every child that the reader may know of, the latest first."""
    wanted = (
        select(Move, Subject.label, Disclosure.sent_at)
        .join(Subject, Subject.id == Move.child_id)
        .outerjoin(Disclosure, Disclosure.id == Move.disclosure_id)
        .where(knowable(reader, Move.child_id))
        .order_by(Move.moved_on.desc(), Move.id.desc())
    )
    if child_id is not None:
        wanted = wanted.where(Move.child_id.in_(check_knowable(session, reader, child_id)))
    return tuple(_move(session, *row) for row in session.execute(wanted))


def growing_up(session: Session, meeting: Meeting) -> Iterator[tuple[Subject, str]]:
    """Children who were on an agenda before and come near 18 with something lacking, and what.

    A meeting at which the child was spoken of since the transition began has heard it.
    """
    reader = system(datetime.combine(meeting.held_on, time()))
    last = _spoken(session, meeting)
    for one in transitions(session, reader):
        begun = one.begins_on or meeting.held_on
        spoken = last.get(one.child_id)
        if one.lacking and spoken is not None and spoken < begun:
            words = f"{one.turns[:1].upper()}{one.turns[1:]}; {', '.join(one.lacking)}"
            yield session.get_one(Subject, one.child_id), words


def _children(reader: Reader, months: int) -> Select[*tuple[Any, ...]]:
    """Open children who may be near 18 on the reader's day, with what stands on record of it."""
    youngest = add_months(reader.today, -months) + timedelta(days=3)
    return (
        select(Child, Transition)
        .outerjoin(Transition, Transition.child_id == Child.id)
        .where(
            Child.birth_date.between(add_months(reader.today, -OLDEST), youngest),
            Child.closed_on.is_(None),
            Child.deceased.is_(False),
            listable(reader, Child.id),
        )
    )


def _points(session: Session, child_ids: list[int]) -> Mapping[int, dict[str, TransitionPoint]]:
    found: dict[int, dict[str, TransitionPoint]] = {}
    rows = session.scalars(select(TransitionPoint).where(TransitionPoint.child_id.in_(child_ids)))
    for one in rows:
        found.setdefault(one.child_id, {})[one.point] = one
    return found


def _transition(
    session: Session,
    reader: Reader,
    child: Child,
    row: Transition | None,
    points: Mapping[int, dict[str, TransitionPoint]],
    months: int,
    *,
    listed: bool = False,
) -> TransitionRecord:
    born, one, done = child.birth_date, row or NOTHING, points.get(child.id, {})
    asked = [point for point in codes.load(POINTS) if point.active]
    handing = rule.Handing(
        one.adult_service, one.adult_lead, one.plan, one.not_needed, one.settled_on is not None
    )
    begins = rule.begins_on(born, months) if born else None
    return TransitionRecord(
        child_id=child.id,
        name=child.label,
        initials=short_label(session, child.kind, child.label),
        birth_date=born,
        begins_on=begins,
        adult_on=rule.adult_on(born) if born else None,
        turns=rule.turns_words(born, reader.today) if born else "date of birth not known",
        lead=child.lead_name,
        adult_service=one.adult_service,
        adult_lead=one.adult_lead,
        reference=one.reference,
        referred_on=one.referred_on,
        accepted_on=one.accepted_on,
        plan=one.plan,
        not_needed=one.not_needed,
        settled_on=one.settled_on,
        settled_by=one.settled_by,
        points=tuple(_point(point, done.get(point.code)) for point in asked) if listed else (),
        lacking=rule.lacking(handing, done, [point.code for point in asked]),
        listed=begins is not None and begins <= reader.today,
    )


def _point(point: codes.Code, done: TransitionPoint | None) -> TransitionPointRow:
    day, name = (done.done_on, done.by_name) if done else (None, None)
    return TransitionPointRow(point.code, point.label, day, name)


def _move(session: Session, one: Move, label: str, written_at: Any) -> MoveRow:
    written_on = written_at.date() if written_at else None
    stands = rule.Stands(
        one.way, one.told_on is not None, one.asked_on is not None, one.answered_on is not None,
        written_on is not None, one.pack_given_on is not None, one.receipt_on is not None,
    )  # fmt: skip
    return MoveRow(
        one.id, one.child_id, label, short_label(session, "child", label), one.way,
        codes.label_of(WAYS, one.way), one.moved_on, one.authority, one.contact, one.reason,
        one.told_on, one.told_whom, one.told_how, one.asked, one.asked_on, one.answered_on,
        one.answer, one.disclosure_id, written_on, one.pack_given_on, one.receipt_on,
        one.receipt_by, rule.owed(stands),
    )  # fmt: skip


def _spoken(session: Session, meeting: Meeting) -> Mapping[int, date]:
    """Of whom earlier meetings spoke, and when one last did."""
    rows = session.execute(
        select(AgendaItem.subject_id, func.max(Meeting.held_on))
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(
            AgendaItem.subject_id.is_not(None),
            AgendaItem.meeting_id != meeting.id,
            AgendaItem.removed.is_(False),
            AgendaItem.state.not_in(NOT_HEARD),
            Meeting.held_on < meeting.held_on,
        )
        .group_by(AgendaItem.subject_id)
    )
    return {subject: day for subject, day in rows if subject is not None}
