"""The header of an item: who it is about and what the chair needs first."""

from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from models.entities import (
    AgendaItem,
    Child,
    Decision,
    Meeting,
    PersonOfConcern,
    Place,
    Referral,
)
from models.queries.standing import ChildStanding, standing_of
from models.records.meeting import ItemHeader, ItemRow
from models.records.reader import Reader
from models.rules.ages import age

_HELD = select(Meeting.held_on).where(Meeting.id == bindparam("meeting"))
_LAST_TIME = (
    select(Meeting.held_on, Decision.label, Decision.rationale)
    .join(AgendaItem, AgendaItem.meeting_id == Meeting.id)
    .join(Decision, Decision.item_id == AgendaItem.id)
    .where(
        AgendaItem.subject_id == bindparam("subject"),
        AgendaItem.id != bindparam("item"),
        Meeting.held_on < bindparam("held"),
    )
    .order_by(Meeting.held_on.desc())
    .limit(1)
)


def header(session: Session, reader: Reader, one: AgendaItem, row: ItemRow) -> ItemHeader:
    """The header for an item about anything; what a kind does not have stays empty."""
    child = session.get(Child, one.subject_id) if row.subject_kind == "child" else None
    standing = standing_of(session, reader, child) if child else ChildStanding()
    held = session.scalars(_HELD, {"meeting": one.meeting_id}).one()
    last = _last_time(session, one, held)
    return ItemHeader(
        name=row.label,
        initials=row.initials,
        age=age(child.birth_date, held) if child else None,
        reference=row.subject_reference,
        birth_date=_born(session, one, row, child),
        plan=standing.plan,
        lead=child.lead_name if child else None,
        types=standing.types,
        risk=standing.risk,
        risk_direction=standing.direction,
        assessed_on=standing.assessed_on,
        assessment_overdue=standing.assessment_overdue,
        missing_90_days=standing.missing_90_days,
        interviews_late=standing.interviews_late,
        nrm=child.nrm_status if child else None,
        reason=_reason(session, one, row),
        ask=one.ask,
        last_meeting_on=last[0] if last else None,
        last_decision=last[1] if last else None,
        last_rationale=last[2] if last else None,
        tags=_tags(session, row, standing, child),
    )


def _born(session: Session, one: AgendaItem, row: ItemRow, child: Child | None) -> date | None:
    if child is not None:
        return child.birth_date
    if row.subject_kind != "person_of_concern":
        return None
    return session.scalar(
        select(PersonOfConcern.birth_date).where(PersonOfConcern.id == one.subject_id)
    )


def _reason(session: Session, one: AgendaItem, row: ItemRow) -> str | None:
    if one.reason:
        return one.reason
    if one.referral_id is not None:
        return session.scalar(select(Referral.reason).where(Referral.id == one.referral_id))
    if row.subject_kind == "person_of_concern":
        return session.scalar(
            select(PersonOfConcern.grounds).where(PersonOfConcern.id == one.subject_id)
        )
    if row.subject_kind == "location":
        return session.scalar(select(Place.what_happens).where(Place.id == one.subject_id))
    return None


def _last_time(
    session: Session, one: AgendaItem, held: date
) -> tuple[date, str, str | None] | None:
    """Date, decision and rationale of the latest earlier meeting that decided on the subject."""
    if one.subject_id is None:
        return None
    asked = {"subject": one.subject_id, "item": one.id, "held": held}
    found = session.execute(_LAST_TIME, asked).first()
    return (found[0], found[1], found[2]) if found else None


def _tags(
    session: Session, row: ItemRow, standing: ChildStanding, child: Child | None
) -> tuple[tuple[str, str], ...]:
    """Words and how they are tinted: plain, accent, high, medium, low."""
    if child is None:
        return _other_tags(session, row)
    tags = [(f"{standing.plan} plan" if standing.plan == "CP" else standing.plan or "", "plain")]
    tags += [(one, "accent") for one in standing.types]
    if standing.risk:
        rising = {"increased": ", rising ▲", "decreased": ", falling ▼"}
        words = f"Risk: {standing.risk.lower()}{rising.get(standing.direction or '', '')}"
        tags.append((words, _tint(standing.risk)))
    if standing.assessment_overdue:
        tags.append(("Assessment overdue", "high"))
    if standing.missing_90_days:
        tags.append((f"Missing {standing.missing_90_days} in 90 days", "plain"))
    if standing.interviews_late:
        tags.append((f"{standing.interviews_late} RHI past 72 h", "high"))
    tags.append((f"NRM: {(child.nrm_status or 'not considered').lower()}", _nrm_tint(child)))
    return tuple(tag for tag in tags if tag[0])


def _tint(risk: str) -> str:
    return {"high": "high", "medium": "medium", "low": "low"}.get(risk.lower(), "plain")


def _nrm_tint(child: Child) -> str:
    return "plain" if child.nrm_status else "medium"


def _other_tags(session: Session, row: ItemRow) -> tuple[tuple[str, str], ...]:
    if row.subject_kind == "person_of_concern":
        status, priority = session.execute(
            select(PersonOfConcern.status, PersonOfConcern.priority).where(
                PersonOfConcern.id == row.subject_id
            )
        ).one()
        return tuple((words, "plain") for words in (status, priority) if words)
    if row.subject_kind == "location":
        kind, district = session.execute(
            select(Place.place_type, Place.district).where(Place.id == row.subject_id)
        ).one()
        return tuple((words, "plain") for words in (kind, district) if words)
    return ()
