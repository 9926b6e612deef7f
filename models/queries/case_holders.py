"""All case holders of a group's members in one list: lead professionals, teams, chairs of plans."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Agency, Child, Group, Member, PersonOfConcern
from models.errors import Refusal
from models.marks import SubjectKind
from models.queries.groups import members
from models.queries.joined import Joined, joined
from models.queries.knowable import NOT_THERE, all_records_of, check_knowable
from models.records.groups import CaseHolder, CaseHolders, MemberRow
from models.records.reader import Reader

LEAD, CHAIR, MANAGER = "Lead professional", "IRO or CP chair", "Offender manager"


class _Held(NamedTuple):
    """One case and who holds it."""

    name: str
    part: str
    team: str | None
    member: int | None
    whose: MemberRow


class _Reached(NamedTuple):
    """How a professional on the panel's list is reached."""

    name: str
    agency: str | None
    email: str | None
    phone: str | None


def case_holders(session: Session, reader: Reader, group_id: int) -> CaseHolders:
    """Who holds the cases of a group's members, each once with all for whom they do."""
    ids = check_knowable(session, reader, group_id)
    if not joined(session, Group, ids).records:
        raise Refusal(NOT_THERE)
    found = members(session, reader, ids)
    held = [one for member in found for one in _holding(session, member)]
    holds = {one.whose.subject_id for one in held}
    return CaseHolders(
        _together(held, _known(session)),
        tuple(one for one in found if one.subject_id not in holds),
    )


def _holding(session: Session, one: MemberRow) -> Iterator[_Held]:
    ids = all_records_of(session, one.subject_id)
    if one.kind == SubjectKind.PERSON:
        family = joined(session, PersonOfConcern, ids)
        yield from _named(family, "offender_manager", MANAGER, one)
        return
    family = joined(session, Child, ids)
    yield from _named(family, "lead_name", LEAD, one)
    yield from _named(family, "iro_or_cp_chair", CHAIR, one)


def _named(family: Joined, field: str, part: str, one: MemberRow) -> Iterator[_Held]:
    name = " ".join((family.value(field) or "").split())
    lead = part == LEAD
    member = family.value("lead_member_id") if lead else None
    if name or member:
        yield _Held(name, part, family.value("team") if lead else None, member, one)


def _known(session: Session) -> dict[int | str, _Reached]:
    """Those on the panel's list, by id and by name."""
    rows = session.execute(
        select(Member.id, Member.name, Agency.name, Member.email, Member.phone)
        .outerjoin(Agency, Agency.id == Member.agency_id)
        .where(Member.active)
        .order_by(Member.id.desc())
    )
    found: dict[int | str, _Reached] = {}
    for member_id, name, agency, email, phone in rows:
        found[member_id] = found[name.casefold()] = _Reached(name, agency, email, phone)
    return found


def _together(held: Iterable[_Held], known: dict[int | str, _Reached]) -> tuple[CaseHolder, ...]:
    """Each person once for each part they have, with all for whom they hold it."""
    nobody = _Reached("", None, None, None)
    cases: dict[tuple[str, str], list[_Held]] = {}
    reached: dict[tuple[str, str], _Reached] = {}
    for one in held:
        who = known.get(one.member or 0) or known.get(one.name.casefold(), nobody)
        key = ((one.name or who.name).casefold(), one.part)
        cases.setdefault(key, []).append(one)
        reached.setdefault(key, who)
    found = (_holder(each, reached[key]) for key, each in cases.items())
    return tuple(sorted(found, key=lambda one: (one.part != LEAD, one.name.casefold())))


def _holder(cases: list[_Held], who: _Reached) -> CaseHolder:
    teams = dict.fromkeys(one.team for one in cases if one.team)
    return CaseHolder(
        cases[0].name or who.name,
        cases[0].part,
        ", ".join(teams) or None,
        who.agency,
        who.email,
        who.phone,
        tuple(dict.fromkeys(one.whose for one in cases)),
    )
