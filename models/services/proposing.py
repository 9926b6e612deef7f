"""What goes on an agenda as it is proposed, and who is added to one by name, by the record."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Agency, AgendaItem, Child, Meeting, Member, Referral, Subject
from models.marks import ItemKind
from models.queries.been_here import been_here
from models.queries.knowable import all_records_of
from models.queries.pool import pool
from models.queries.pool_rows import pool_row
from models.records.meeting import PoolRow
from models.records.reader import system
from models.services.escalating import came_up, hear_answers
from models.services.running_order import add_item, invite
from models.services.sending import keep_what_stood


def add_by_name(
    session: Session,
    now: datetime,
    meeting_id: int,
    subject_id: int,
    *,
    section: str | None = None,
    minutes: int | None = None,
    ask: str | None = None,
) -> AgendaItem:
    """An item about somebody on record: as it is proposed for this agenda, where it is.

    Else it is a review where the panel spoke of them before, closed since or not, and new where it
    never did. Minutes, presenter and ask follow from that, unless they are given.
    """
    keep_what_stood(session, meeting_id)
    stands = all_records_of(session, subject_id)[0]
    rows = pool(session, system(now), meeting_id)
    row = next((one for one in rows if one.subject_id == stands), None)
    if row is None:
        meeting = session.get_one(Meeting, meeting_id)
        kind = ItemKind.REVIEW if been_here(session, stands, meeting) else ItemKind.NEW
        row = pool_row(session, session.get_one(Subject, stands), kind, "")
    return add_proposed(session, meeting_id, row, section=section, minutes=minutes, ask=ask)


def add_proposed(
    session: Session,
    meeting_id: int,
    row: PoolRow,
    *,
    section: str | None = None,
    minutes: int | None = None,
    ask: str | None = None,
) -> AgendaItem:
    """An item as it is proposed, with what the panel is asked and who presents it."""
    referral = session.get(Referral, row.referral_id) if row.referral_id else None
    item = add_item(
        session,
        meeting_id,
        row.subject_id,
        kind=ItemKind(row.kind),
        title=None if row.subject_id else row.label,
        section=section or _section(session, row),
        minutes=minutes,
        referral_id=row.referral_id,
        ask=ask or (referral.ask if referral else _last_ask(session, row)),
        carried_from=row.carried_from_id,
    )
    if row.escalation_id is not None:
        came_up(session, item, row.escalation_id)
    hear_answers(session, item)
    _present(session, item, referral)
    return item


def _present(session: Session, item: AgendaItem, referral: Referral | None) -> None:
    """Whoever leads on the child presents, by the referral or the child's record.

    Where nobody leads, whoever referred it does, by name or as the agency they referred for. A
    member is invited as well. Without anybody the item waits for a presenter.
    """
    child = session.get(Child, item.subject_id) if item.subject_id else None
    member = session.get(Member, child.lead_member_id) if child and child.lead_member_id else None
    lead = (referral.lead_name if referral else None) or (child.lead_name if child else None)
    if lead is None and member is None:
        lead = _who_referred(session, item, referral)
    if lead and (member is None or member.name != lead):
        named = session.scalars(select(Member).where(Member.name == lead, Member.active)).all()
        member = named[0] if len(named) == 1 else None
    if member is not None:
        item.presenter, item.presenter_id = member.name, member.id
        invite(session, item.id, member.id, None)
    elif lead:
        item.presenter = lead


def _who_referred(session: Session, item: AgendaItem, referral: Referral | None) -> str | None:
    """Who referred it for an agency: the person, else the agency; a parent presents nothing."""
    given = referral or _latest_referral(session, item.subject_id)
    agency = given.referrer_agency if given is not None else None
    if given is None or agency is None or not _is_agency(session, agency):
        return None
    return given.referrer_name or agency


def _is_agency(session: Session, name: str) -> bool:
    known = session.scalar(select(Agency.id).where(Agency.name == name))
    return known is not None or codes.recognise("agency_kinds", name) is not None


def _latest_referral(session: Session, subject_id: int | None) -> Referral | None:
    if subject_id is None:
        return None
    of = Referral.subject_id.in_(all_records_of(session, subject_id))
    return session.scalars(
        select(Referral).where(of).order_by(Referral.received_on.desc(), Referral.id.desc())
    ).first()


def _section(session: Session, row: PoolRow) -> str | None:
    """A title alone comes back where it stood; a subject goes by its kind."""
    if row.subject_id is not None or row.carried_from_id is None:
        return None
    return session.get_one(AgendaItem, row.carried_from_id).section


def _last_ask(session: Session, row: PoolRow) -> str | None:
    of = (
        AgendaItem.subject_id == row.subject_id
        if row.subject_id is not None
        else AgendaItem.id == row.carried_from_id
    )
    return session.scalar(
        select(AgendaItem.ask)
        .where(of, AgendaItem.ask.is_not(None))
        .order_by(AgendaItem.id.desc())
        .limit(1)
    )
