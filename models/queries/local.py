"""Teams with their caseloads, services with a child, other fora, and where two have one child."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import (
    Action,
    Agency,
    AgendaItem,
    Child,
    ChildStatus,
    District,
    ForumKnown,
    Meeting,
    Place,
    ServiceCase,
    Subject,
    Team,
)
from models.marks import MeetingState
from models.queries.children import reviews
from models.queries.district_names import named_as_ours
from models.queries.knowable import check_knowable, leads, listable
from models.queries.overdue import OPEN
from models.queries.standing import standing_of
from models.queries.tiers import of_tiers
from models.queries.visible import visible_to
from models.records.local import ForumRow, ServiceRow, TeamRow
from models.records.reader import Reader
from models.rules import local as rule

STATUSES, FORA = "service_statuses", "fora"


def teams(session: Session, reader: Reader) -> tuple[TeamRow, ...]:
    """Every team, and every agency with a child on record, by name; its children by id."""
    rows = session.execute(
        select(Agency.id, Agency.name).where(Agency.active).order_by(Agency.name)
    ).all()
    load, found = _loads(session, reader), []
    known = {one.agency_id: one for one in session.scalars(select(Team))}
    for agency_id, name in rows:
        team = known.get(agency_id)
        cases = load.get(agency_id, {})
        if team is None and not cases:
            continue
        youngest, oldest = (team.youngest, team.oldest) if team else (None, None)
        found.append(
            TeamRow(
                agency_id, name, youngest, oldest, rule.ages_words(youngest, oldest),
                team.takes if team else None, *(cases.get(part, ()) for part in PARTS),
            )
        )  # fmt: skip
    return tuple(found)


PARTS = (rule.WORKED, rule.WAITING, rule.CONSULTED, rule.ENDED)


def team(session: Session, reader: Reader, agency_id: int) -> TeamRow | None:
    """One agency as a team; None where it is none."""
    return next((one for one in teams(session, reader) if one.agency_id == agency_id), None)


def services_of(session: Session, reader: Reader, child_id: int) -> tuple[ServiceRow, ...]:
    """The teams and services that have, or had, a child; the open ones first."""
    ids = check_knowable(session, reader, child_id)
    born = session.scalar(select(Child.birth_date).where(Child.id == ids[0]))
    rows = session.execute(
        select(ServiceCase, Agency.name, Team.youngest, Team.oldest)
        .join(Agency, Agency.id == ServiceCase.agency_id)
        .outerjoin(Team, Team.agency_id == ServiceCase.agency_id)
        .where(ServiceCase.child_id.in_(ids))
        .order_by(ServiceCase.until.is_not(None), ServiceCase.since.desc(), ServiceCase.id.desc())
    )
    return tuple(
        _service(one, agency, rule.eligibility(youngest, oldest, born, reader.today))
        for one, agency, youngest, oldest in rows
    )


def fora_of(session: Session, reader: Reader, child_id: int) -> tuple[ForumRow, ...]:
    """Other fora that have, or had, a child; those that have it first."""
    ids = check_knowable(session, reader, child_id)
    rows = session.scalars(
        select(ForumKnown)
        .where(ForumKnown.child_id.in_(ids))
        .order_by(ForumKnown.until.is_not(None), ForumKnown.since, ForumKnown.id)
    )
    return tuple(_forum(one) for one in rows)


def overlap_of(session: Session, reader: Reader, child_id: int) -> str:
    """A hint where more than one meeting has a child, in words; nothing where there is one."""
    now = [one for one in fora_of(session, reader, child_id) if one.until is None]
    ids = check_knowable(session, reader, child_id)
    coming = (
        select(AgendaItem.id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(
            AgendaItem.subject_id.in_(ids),
            AgendaItem.removed.is_(False),
            Meeting.cancelled.is_(False),
            Meeting.state != MeetingState.CLOSED.value,
            of_tiers(reader),
        )
        .limit(1)
    )
    on_panel = _stays(session, reader, ids) or session.scalar(coming) is not None
    return rule.overlap([one.forum_words for one in now], on_panel=on_panel)


def _stays(session: Session, reader: Reader, ids: tuple[int, ...]) -> bool:
    """Whether a child stands on the panel, or is to be reviewed by it, with no item as yet."""
    if session.scalar(select(Subject.closed_on).where(Subject.id == ids[0])) is not None:
        return False
    due = reviews(session, ids, {})
    return bool(due) or standing_of(session, reader, ids[0]).on_panel


def authorities(session: Session, reader: Reader) -> Mapping[str, str]:
    """District to the authority that it is of, where it is said."""
    rows = session.execute(
        select(District.name, District.authority).where(
            District.active, District.authority.is_not(None)
        )
    )
    return {name: authority for name, authority in rows if authority}


def districts_of_actions(session: Session, reader: Reader) -> Mapping[int, str]:
    """Open action to the district of the child or place that it is about, where it is known."""
    of_child = select(ChildStatus.child_id, ChildStatus.district).where(
        ChildStatus.district.is_not(None)
    )
    latest = of_child.order_by(ChildStatus.since.is_not(None), ChildStatus.since, ChildStatus.id)
    places = select(Place.id, Place.district).where(Place.district.is_not(None))
    where = {**dict(session.execute(places).all()), **dict(session.execute(latest).all())}
    lead = leads(session)
    rows = session.execute(
        select(Action.id, Action.subject_id).where(
            Action.status.in_(OPEN), Action.subject_id.is_not(None), visible_to(reader, Action)
        )
    )
    found = {one: where.get(subject or 0) or where.get(lead.get(subject or 0, 0))
             for one, subject in rows}  # fmt: skip
    ours = named_as_ours(session)
    return {one: ours(district) for one, district in found.items() if district}


def _loads(session: Session, reader: Reader) -> dict[int, dict[str, tuple[int, ...]]]:
    """Children of each agency that the reader may know of, by how they stand there."""
    rows = session.execute(
        select(ServiceCase.agency_id, ServiceCase.child_id, ServiceCase.kind, ServiceCase.status,
               ServiceCase.until)
        .join(Subject, Subject.id == ServiceCase.child_id)
        .where(listable(reader, ServiceCase.child_id))
        .order_by(Subject.label, ServiceCase.id)
    )  # fmt: skip
    lead, found = leads(session), dict[int, dict[str, tuple[int, ...]]]()
    for agency_id, child_id, kind, status, until in rows:
        part = rule.stands(kind, status, ended=until is not None)
        mine = found.setdefault(agency_id, {})
        child = lead.get(child_id, child_id)
        if child not in mine.get(part, ()):
            mine[part] = (*mine.get(part, ()), child)
    return found


def _service(one: ServiceCase, agency: str, not_eligible: str) -> ServiceRow:
    still = one.until is None and one.status in rule.OPEN
    return ServiceRow(
        one.id, one.child_id, one.agency_id, agency, one.kind, one.status,
        codes.label_of(STATUSES, one.status),
        rule.stands(one.kind, one.status, ended=one.until is not None),
        still, one.since, one.until, one.worker, one.note,
        not_eligible if still else "",
    )  # fmt: skip


def _forum(one: ForumKnown) -> ForumRow:
    return ForumRow(
        one.id, one.child_id, one.forum, codes.label_of(FORA, one.forum), one.since, one.until,
        one.lead, one.next_on, one.note,
    )  # fmt: skip
