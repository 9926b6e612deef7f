"""What has changed about an item's subject since the panel last spoke of it."""

from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import (
    BindParameter,
    CompoundSelect,
    Select,
    bindparam,
    func,
    literal,
    null,
    select,
    union,
    union_all,
)
from sqlalchemy.orm import Session

from models.entities import (
    Action,
    ActionSubject,
    ActionUpdate,
    Address,
    AgendaItem,
    Assessment,
    ChildStatus,
    Meeting,
    MissingEpisode,
    ReturnInterview,
    RiskJudgement,
)
from models.marks import ItemState
from models.queries.held import held
from models.queries.once import once
from models.queries.prepared import for_reader
from models.queries.tiers import Tiers, among
from models.queries.visible import visible_to
from models.records.reader import Reader
from models.records.since import Followed, Moved, SinceLast
from models.rules import since as rule
from models.rules.actions import DONE, FINISHED, ActionStatus
from models.rules.risk_bands import rank_of
from models.rules.since import Episode, Level, Standing

YEAR_BACK = timedelta(days=400)
TOLD = frozenset({*FINISHED, ActionStatus.NOT_DONE, ActionStatus.ESCALATED})
_ids: BindParameter[int] = bindparam("subjects", expanding=True)
_LAST = (
    select(func.max(Meeting.held_on))
    .select_from(AgendaItem)
    .join(Meeting, Meeting.id == AgendaItem.meeting_id)
    .where(
        AgendaItem.subject_id.in_(_ids),
        AgendaItem.state == ItemState.DISCUSSED.value,
        AgendaItem.removed.is_(False),
        Meeting.held_on < bindparam("held"),
    )
)
_EPISODES = (
    select(
        MissingEpisode.id,
        MissingEpisode.reported_at,
        MissingEpisode.returned_at,
        ReturnInterview.conducted_at,
        ReturnInterview.declined_reason,
    )
    .outerjoin(ReturnInterview, ReturnInterview.episode_id == MissingEpisode.id)
    .where(MissingEpisode.child_id.in_(_ids), MissingEpisode.reported_at >= bindparam("first"))
    # Of several interviews the one that was held comes last.
    .order_by(
        MissingEpisode.reported_at, ReturnInterview.conducted_at.is_not(None), ReturnInterview.id
    )
)
_level = func.coalesce(
    Assessment.ratified_level, Assessment.judgement_level, Assessment.computed_level
)
_ASSESSED: Select[*tuple[Any, ...]] = select(
    Assessment.assessed_on, _level, Assessment.scheme_code, literal(1)
).where(
    Assessment.child_id.in_(_ids),
    Assessment.assessed_on <= bindparam("day"),
    Assessment.screening.is_not(True),
)
_JUDGED: Select[*tuple[Any, ...]] = (
    select(Meeting.held_on, RiskJudgement.after, RiskJudgement.scheme_code, literal(0))
    .select_from(RiskJudgement)
    .join(AgendaItem, AgendaItem.id == RiskJudgement.item_id)
    .join(Meeting, Meeting.id == AgendaItem.meeting_id)
    .where(
        AgendaItem.subject_id.in_(_ids),
        AgendaItem.removed.is_(False),
        RiskJudgement.after.is_not(None),
        Meeting.held_on < bindparam("day"),
    )
)
_MOVES: CompoundSelect[Any] = union_all(
    select(ChildStatus.since, ChildStatus.plan, ChildStatus.district, literal(0)).where(
        ChildStatus.child_id.in_(_ids), ChildStatus.since <= bindparam("day")
    ),
    # Never where to: that somebody moved is all that is told.
    select(Address.since, null(), null(), literal(1)).where(
        Address.subject_id.in_(_ids),
        Address.kind == "home",
        Address.restricted.is_(False),
        Address.since > bindparam("after"),
        Address.since <= bindparam("day"),
    ),
)


@for_reader
def _followed(reader: Reader) -> Select[str, str, str | None]:
    """Actions about a subject whose standing changed after a day, with what was told last."""
    # Driven by the subject: an index on the standing would look through every finished action.
    about = union(
        select(Action.id.label("id")).where(Action.subject_id.in_(_ids)),
        select(ActionSubject.action_id).where(ActionSubject.subject_id.in_(_ids)),
    ).subquery()
    last = (
        select(func.max(ActionUpdate.id))
        .where(ActionUpdate.action_id == Action.id)
        .correlate(Action)
        .scalar_subquery()
    )
    return (
        select(Action.reference, Action.status, ActionUpdate.reason)
        .select_from(about)
        .join(Action, Action.id == about.c.id)
        .outerjoin(ActionUpdate, ActionUpdate.id == last)
        .where(
            visible_to(reader, Action),
            Action.item_id.is_(None) | (Action.item_id != bindparam("item")),
            Action.status_on > bindparam("after"),
            Action.status.in_(sorted(one.value for one in TOLD)),
        )
        .order_by(Action.id)
    )


def since_last(
    session: Session,
    reader: Reader,
    item_id: int,
    meeting_id: int,
    ids: tuple[int, ...],
    *,
    child: bool,
) -> SinceLast:
    """What came since the last meeting that spoke of these records, up to when the reader reads.

    It is a meeting of a tier that the reader reads, as are those whose word on the risk is told. A
    subject that is no child has no episodes, assessments or moves.
    """
    day, tiers = held(session, meeting_id).on, reader.series
    discussed = _discussed(session, ids, day, tiers)
    since = discussed or day - timedelta(days=rule.WINDOW_DAYS)
    followed = _followed_up(session, reader, item_id, ids, since)
    if not child:
        return SinceLast(since, discussed, followed=followed)
    today = reader.today
    episodes, levels = _episodes(session, ids, since), _levels(session, ids, today, tiers)
    return SinceLast(
        since,
        discussed,
        episodes=rule.episodes_between(episodes, since, today),
        missing_now=rule.missing_on(episodes, today),
        missing_then=rule.missing_on(episodes, since),
        interviews=rule.interviews(episodes, since, reader.now),
        assessed=rule.assessments(levels, since),
        followed=followed,
        moved=_moves(session, ids, since, today),
        months=rule.months(episodes, levels, today),
    )


@once
def _discussed(session: Session, ids: tuple[int, ...], day: date, tiers: Tiers) -> date | None:
    """The last meeting of these tiers before the day that spoke of these records."""
    return session.scalar(_LAST.where(among(tiers)), {"subjects": ids, "held": day})


@once
def _followed_up(
    session: Session, reader: Reader, item_id: int, ids: tuple[int, ...], since: date
) -> tuple[Followed, ...]:
    asked = {"subjects": ids, "item": item_id, "after": since}
    return tuple(
        Followed(reference, status, ActionStatus(status) in DONE, reason)
        for reference, status, reason in session.execute(_followed(reader), asked)
    )


@once
def _episodes(session: Session, ids: tuple[int, ...], since: date) -> tuple[Episode, ...]:
    first = datetime.combine(since - YEAR_BACK, time())
    found: dict[int, Episode] = {}
    for one, gone, back, interviewed, declined in session.execute(
        _EPISODES, {"subjects": ids, "first": first}
    ):
        if gone is not None:
            found[one] = Episode(gone, back, interviewed, declined)
    return tuple(found.values())


@once
def _levels(session: Session, ids: tuple[int, ...], day: date, tiers: Tiers) -> tuple[Level, ...]:
    asked = union_all(_ASSESSED, _JUDGED.where(among(tiers)))
    rows = session.execute(asked, {"subjects": ids, "day": day})
    return tuple(
        Level(on, level, rank_of(level, scheme), bool(assessed))
        for on, level, scheme, assessed in rows
        if level
    )


@once
def _moves(session: Session, ids: tuple[int, ...], since: date, day: date) -> tuple[Moved, ...]:
    rows = session.execute(_MOVES, {"subjects": ids, "after": since, "day": day}).all()
    standings = sorted(Standing(*row[:3]) for row in rows if not row[3])
    return rule.moves(standings, [row[0] for row in rows if row[3]], since)
