"""What is asked of the tables to say how children stand: of all of them, or of some."""

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Select, bindparam, case, exists, func, or_, select

from models.entities import (
    AgendaItem,
    Assessment,
    Child,
    ChildStatus,
    Exploitation,
    Meeting,
    MissingEpisode,
    ReturnInterview,
    RiskJudgement,
)

Statement = Select[*tuple[Any, ...]]


class Asked(NamedTuple):
    """A statement about all children, and the same about the ids bound to `children`."""

    of_all: Statement
    of_some: Statement


def _both(statement: Statement, child_id: Any) -> Asked:
    return Asked(statement, statement.where(child_id.in_(bindparam("children", expanding=True))))


_day: BindParameter[date] = bindparam("day")
_level = func.coalesce(
    Assessment.ratified_level, Assessment.judgement_level, Assessment.computed_level
)
_settled = exists().where(
    ReturnInterview.episode_id == MissingEpisode.id,
    or_(
        ReturnInterview.conducted_at <= bindparam("now"),
        ReturnInterview.declined_reason.is_not(None),
    ),
)

STATUSES = _both(
    select(
        ChildStatus.child_id,
        ChildStatus.plan,
        ChildStatus.plan_code,
        ChildStatus.district,
        ChildStatus.category,
        ChildStatus.other_exploitation,
        ChildStatus.risk,
        ChildStatus.on_tracker,
        ChildStatus.on_panel,
        ChildStatus.legal_status,
        ChildStatus.since,
    )
    .where((ChildStatus.since.is_(None)) | (ChildStatus.since <= _day))
    .order_by(ChildStatus.since.is_not(None), ChildStatus.since, ChildStatus.id),
    ChildStatus.child_id,
)
ASSESSMENTS = _both(
    select(
        Assessment.child_id,
        Assessment.assessed_on,
        Assessment.id,
        _level,
        Assessment.direction,
        Assessment.scheme_code,
        Assessment.previous_level,
    )
    .where(Assessment.assessed_on <= _day, Assessment.screening.is_not(True))
    .order_by(Assessment.assessed_on, Assessment.id),
    Assessment.child_id,
)
JUDGED = _both(
    select(
        AgendaItem.subject_id,
        Meeting.held_on,
        RiskJudgement.after,
        RiskJudgement.direction,
        Meeting.series_id,
    )
    .join(AgendaItem, AgendaItem.id == RiskJudgement.item_id)
    .join(Meeting, Meeting.id == AgendaItem.meeting_id)
    .where(
        RiskJudgement.after.is_not(None),
        AgendaItem.removed.is_(False),
        Meeting.held_on <= _day,
    )
    .order_by(Meeting.held_on, RiskJudgement.id),
    AgendaItem.subject_id,
)
TYPES = _both(
    select(Exploitation.child_id, Exploitation.code, Exploitation.worded)
    .where(
        (Exploitation.since.is_(None)) | (Exploitation.since <= _day),
        (Exploitation.until.is_(None)) | (Exploitation.until > _day),
    )
    .order_by(Exploitation.id),
    Exploitation.child_id,
)
COUNTED = _both(
    select(
        MissingEpisode.child_id,
        func.sum(case((MissingEpisode.reported_at >= bindparam("first"), 1), else_=0)),
    )
    .where(MissingEpisode.reported_at < bindparam("after"))
    .group_by(MissingEpisode.child_id),
    MissingEpisode.child_id,
)
RETURNED = _both(
    select(MissingEpisode.child_id, MissingEpisode.returned_at).where(
        MissingEpisode.returned_at < bindparam("before"), ~_settled
    ),
    MissingEpisode.child_id,
)
_still = or_(Child.missing_told_on.is_(None), Child.missing_told_on >= bindparam("first_told"))
MISSING = _both(select(Child.id, case((_still, Child.missing_90_days))), Child.id)
"""What a paper told of 90 days, which is so no longer once they have gone by."""
