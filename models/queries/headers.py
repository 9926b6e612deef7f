"""The header of an item: who it is about and what the chair needs first."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from models.entities import (
    AgendaItem,
    Child,
    Decision,
    Meeting,
    Place,
    Referral,
)
from models.marks import SubjectKind
from models.queries.groups import group
from models.queries.held import held
from models.queries.joined import Joined, joined
from models.queries.judged import judged
from models.queries.knowable import families
from models.queries.nrm_flags import nrm_flags
from models.queries.once import once
from models.queries.people import person_joined
from models.queries.short_labels import short_label
from models.queries.standing import ChildStanding, standing_of
from models.queries.tiers import Tiers, among
from models.queries.together import About, Ids, grouped, together
from models.records.item import ItemHeader, ItemRow
from models.records.outcomes import JudgedRisk
from models.records.reader import Reader
from models.rules.ages import age
from models.rules.day_words import near
from models.rules.groups import head_tags
from models.rules.missing_told import missing_in_words
from models.rules.nrm import Flags, tags
from models.rules.risk_bands import tint_of
from models.rules.risk_words import same_level

ADULT = 18
_DECIDED: Select[*tuple[Any, ...]] = (
    select(
        AgendaItem.subject_id,
        AgendaItem.id,
        Meeting.held_on,
        Decision.label,
        Decision.rationale,
    )
    .join(AgendaItem, AgendaItem.meeting_id == Meeting.id)
    .join(Decision, Decision.item_id == AgendaItem.id)
    .where(
        AgendaItem.subject_id.in_(bindparam("subjects", expanding=True)),
        Meeting.held_on < bindparam("held"),
    )
    .order_by(Meeting.held_on.desc())
)
_REFERRED: Select[*tuple[Any, ...]] = (
    select(
        AgendaItem.id,
        Referral.reason,
        Referral.immediate_risk,
        Referral.immediate_risk_told,
        Referral.immediate_risk_told_at,
    )
    .join(Referral, Referral.id == AgendaItem.referral_id)
    .where(AgendaItem.id.in_(bindparam("items", expanding=True)))
)


def header(
    session: Session, reader: Reader, one: AgendaItem, row: ItemRow, ids: tuple[int, ...]
) -> ItemHeader:
    """The header for an item about anything; what a kind does not have stays empty.

    `ids` are the subject's record and those joined to it, read as one.
    """
    # Who reads matters for grounds alone: a child's record is not asked anew for each room.
    whose = reader if row.subject_kind == SubjectKind.PERSON else None
    said = _said(session, whose, one.id, row.subject_kind or "", ids)
    child = row.subject_kind == SubjectKind.CHILD
    standing = standing_of(session, reader, ids[0]) if child else ChildStanding()
    day, tiers = held(session, one.meeting_id).on, reader.series
    # A paper for a meeting says of the meeting's day whether an assessment is in date.
    lasts = standing.in_date_until
    standing = standing._replace(assessment_overdue=lasts is None or lasts < day)
    last = _last_time(session, one, ids, day, tiers)
    years = age(said.birth_date, day) if child else None
    return ItemHeader(
        name=row.label,
        initials=row.initials,
        age=years,
        reference=row.subject_reference,
        birth_date=said.birth_date,
        plan=standing.plan,
        lead=said.lead,
        types=standing.types,
        risk=standing.risk,
        risk_direction=standing.direction,
        assessed_on=standing.assessed_on,
        assessment_overdue=standing.assessment_overdue,
        missing_90_days=standing.missing_90_days,
        missing_told=standing.missing_told,
        interviews_late=standing.interviews_late,
        nrm=said.nrm,
        reason=said.reason,
        ask=one.ask,
        last_meeting_on=last.on if last else None,
        last_decision=last.label if last else None,
        last_rationale=last.rationale if last else None,
        tags=(
            *said.urgent,
            *(_child_tags(standing, years, day, tiers) if child else said.tags),
            *(_nrm_tags(session, said.nrm, ids[0], day) if child else ()),
            *(_group_tags(session, reader, ids) if row.subject_kind == SubjectKind.GROUP else ()),
        ),
        assessed_level=standing.assessed_level,
        judged=_judged(session, ids[0], day, tiers, standing) if child else None,
    )


def _judged(
    session: Session, child_id: int, day: date, tiers: Tiers, standing: ChildStanding
) -> JudgedRisk | None:
    """What was judged before a day; of a tier not read, while it is the latest word, its level."""
    mine, last = judged(session, child_id, day, tiers), judged(session, child_id, day, None)
    assessed_on = standing.assessed_on if standing.assessed_level else None
    if last is None or last == mine or (last.on and assessed_on and last.on < assessed_on):
        return mine
    return JudgedRisk(last.level)


class _Said(NamedTuple):
    """What the records of the subject, the item and its referral say themselves."""

    birth_date: date | None
    lead: str | None
    nrm: str | None
    reason: str | None
    urgent: tuple[tuple[str, str], ...]
    tags: tuple[tuple[str, str], ...]


@once
def _said(
    session: Session, reader: Reader | None, item_id: int, kind: str, ids: tuple[int, ...]
) -> _Said:
    one, family = session.get_one(AgendaItem, item_id), _family(session, reader, kind, ids)
    return _Said(
        family.value("birth_date"),
        family.value("lead_name"),
        family.value("nrm_status"),
        _reason(session, one, family),
        _immediate(session, one),
        _other_tags(family),
    )


def _family(session: Session, reader: Reader | None, kind: str, ids: tuple[int, ...]) -> Joined:
    """The subject's records read as one; empty for what has no facts of its own in the header."""
    if reader is not None:
        return person_joined(session, reader, ids)
    entity = {"child": Child, "location": Place}.get(kind)
    return joined(session, entity, ids) if entity else Joined(())


def _reason(session: Session, one: AgendaItem, family: Joined) -> str | None:
    """Why the item is here: as entered, as referred, or from the record, as far as it is told."""
    if one.reason:
        return one.reason
    referred = _referred(session, one.id) if one.referral_id is not None else None
    if referred is not None:
        return referred.reason
    said: str | None = family.value("grounds") or family.value("what_happens")
    return said


class _Decided(NamedTuple):
    """What was decided on an item, and when."""

    item_id: int
    on: date
    label: str
    rationale: str | None


class _Referred(NamedTuple):
    """What a referral says in an item's header."""

    reason: str | None
    immediate: bool | None
    told: str | None
    told_at: datetime | None


def _last_time(
    session: Session,
    one: AgendaItem,
    ids: tuple[int, ...],
    day: date,
    tiers: Tiers,
) -> _Decided | None:
    """What the latest earlier meeting of these tiers that decided on the subject decided."""
    found = (_decided(session, ids[0], day, tiers) if ids else None) or ()
    return next((told for told in found if told.item_id != one.id), None)


@together(About.SUBJECT)
def _decided(
    session: Session, subject_ids: Ids, day: date, tiers: Tiers
) -> Mapping[int, Sequence[_Decided]]:
    """What was decided on each subject before a day at these tiers, the latest first."""
    lead = families(session, subject_ids)
    asked = _DECIDED.where(among(tiers))
    rows = session.execute(asked, {"subjects": tuple(lead), "held": day})
    return grouped((lead[subject], _Decided(*told)) for subject, *told in rows)


@together(About.ITEM)
def _referred(session: Session, item_ids: Ids) -> Mapping[int, _Referred]:
    rows = session.execute(_REFERRED, {"items": item_ids})
    return {item_id: _Referred(*told) for item_id, *told in rows}


def _immediate(session: Session, one: AgendaItem) -> tuple[tuple[str, str], ...]:
    """That the referral told of immediate risk, and who was told of it."""
    told = _referred(session, one.id) if one.referral_id is not None else None
    if told is None or not told.immediate:
        return ()
    who, at = told.told, told.told_at
    when = f" {at.day} {at:%b %H:%M}" if at else ""
    words = f"Immediate risk: {who} told{when}" if who else "Immediate risk: nobody told yet"
    return ((words, "high"),)


def _nrm_tags(session: Session, status: str | None, child_id: int, day: date) -> Flags:
    return tags(status, nrm_flags(session, child_id, day) or (), "not considered")


def _child_tags(
    standing: ChildStanding, years: int | None, day: date, tiers: Tiers
) -> tuple[tuple[str, str], ...]:
    """Words and how they are tinted: plain, accent, high, medium, low."""
    tags = [(f"{standing.plan} plan" if standing.plan == "CP" else standing.plan or "", "plain")]
    tags += [(one, "accent") for one in standing.types]
    if years is not None and years >= ADULT:
        tags.insert(0, (f"Over 18: {years}", "medium"))
    tags += [*_risk_tag(standing, day, tiers), *_assessed_tag(standing, day)]
    if standing.missing_90_days or standing.missing_told:
        words = missing_in_words(standing.missing_90_days or 0, standing.missing_told)
        tags.append((words, "plain"))
    if standing.interviews_late:
        tags.append((f"{standing.interviews_late} RHI past 72 h", "high"))
    return tuple(tag for tag in tags if tag[0])


def _risk_tag(standing: ChildStanding, day: date, tiers: Tiers) -> list[tuple[str, str]]:
    """The latest word on the risk; the panel's with its day, where its tier is read."""
    if not standing.risk:
        return []
    rising = {"increased": ", rising ▲", "decreased": ", falling ▼"}
    words = f"Risk: {standing.risk.lower()}{rising.get(standing.direction or '', '')}"
    told = standing.judged_on if tiers is None or standing.judged_by in tiers else None
    by = f" (panel, {near(told, day)})" if told else ""
    return [(f"{words}{by}", tint_of(standing.risk, standing.risk_scheme))]


def _assessed_tag(standing: ChildStanding, day: date) -> list[tuple[str, str]]:
    """That the assessment is overdue, and what it says where the panel judged otherwise since."""
    level, on = standing.assessed_level, standing.assessed_on
    differs = standing.judged_on and level and not same_level(level, standing.risk)
    said = f"Assessed {level.lower()} {near(on, day)}" if differs and level and on else ""
    if standing.assessment_overdue:
        words = "Assessment overdue" if on else "Never assessed"
        return [(f"{said}, overdue" if said else words, "high")]
    return [(said, "plain")] if said else []


def _group_tags(
    session: Session, reader: Reader, ids: tuple[int, ...]
) -> tuple[tuple[str, str], ...]:
    """Growth, members and places of a group, as far as this reader may know of them."""
    found = group(session, reader, ids[0])
    places = (replace(one, label=short_label(session, None, one.label)) for one in found.places)
    return head_tags(replace(found, places=tuple(places)))


def _other_tags(family: Joined) -> tuple[tuple[str, str], ...]:
    fields = ("status", "priority", "place_type", "district")
    return tuple((said, "plain") for field in fields if (said := family.value(field)))
