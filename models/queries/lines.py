"""Lines of information on an item, laid out agency by agency."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Row, Select, and_, bindparam, or_, select
from sqlalchemy.orm import Session, defer

from models.entities import (
    Agency,
    AgencyReturn,
    AgencyTurn,
    AgendaItem,
    InformationLine,
)
from models.marks import Origin
from models.queries.asking import not_asked
from models.queries.came_after import came_after
from models.queries.once import once
from models.queries.prepared import for_reader
from models.queries.present import Attending, attending
from models.queries.tiers import agencies_of, series_of
from models.queries.together import About, Ids, together
from models.queries.visible import visible_to
from models.records.item import AgencyRound, LineRecord
from models.records.reader import Reader
from models.rules.asking import grades_intelligence
from models.rules.quorum import IN_THE_ROOM

_AGENCIES = select(Agency.id, Agency.name, Agency.core, Agency.active, Agency.kind).order_by(
    Agency.id
)
GRADES = (
    InformationLine.source_grade,
    InformationLine.information_grade,
    InformationLine.handling,
    InformationLine.handling_conditions,
)
_RETURNS = select(
    AgencyReturn.agency_id,
    AgencyReturn.received_at,
    AgencyReturn.nothing_known,
    AgencyReturn.about,
    AgencyReturn.about_since,
).where(AgencyReturn.meeting_id == bindparam("meeting"))
_TURNS = (
    select(AgencyTurn.item_id, AgencyTurn.agency_id, AgencyTurn.turn)
    .where(AgencyTurn.item_id.in_(bindparam("items", expanding=True)))
    .order_by(AgencyTurn.id)
)
Statement = Select[InformationLine, int]
Returned = Row[int, datetime | None, bool, tuple[int, ...], tuple[int, ...]]


def sees_gradings(reader: Reader, kinds: dict[int, str | None], names: dict[int, str]) -> bool:
    """Whether gradings are for this reader: whoever reads lines for the chair, and police alone."""
    if reader.sees_chair_only:
        return True
    return bool(reader.agency_ids) and all(
        grades_intelligence(kinds.get(one), names.get(one, "")) for one in reader.agency_ids
    )


@for_reader
def _without_gradings(reader: Reader) -> Statement:
    """The same lines for those whom gradings are not for: these are not selected."""
    return _readable(reader).options(*(defer(one, raiseload=True) for one in GRADES))


@for_reader
def _readable(reader: Reader) -> Statement:
    """Lines on items that the reader may see, those of returns about their subjects among them."""
    returned = and_(
        InformationLine.item_id.is_(None),
        InformationLine.meeting_id == AgendaItem.meeting_id,
        InformationLine.subject_id == AgendaItem.subject_id,
    )
    return (
        select(InformationLine, AgendaItem.id)
        .join(AgendaItem, or_(InformationLine.item_id == AgendaItem.id, returned))
        .where(
            AgendaItem.id.in_(bindparam("items", expanding=True)),
            visible_to(reader, InformationLine),
            InformationLine.withdrawn.is_(False),
            InformationLine.text.is_not(None),
        )
        .order_by(InformationLine.position, InformationLine.id)
    )


@once
def rounds(
    session: Session, reader: Reader, item_id: int, meeting_id: int
) -> tuple[AgencyRound, ...]:
    """Agency after agency: return state, turn and lines; core agencies stand even when silent."""
    agencies = _agencies(session)
    by_agency = dict(_lines(session, item_id, reader) or {})
    asked = _returns(session, meeting_id)
    turns = _turns(session, item_id) or {}
    left_out = not_asked(session, item_id) or ()
    who = _representatives(session, meeting_id)
    seated = agencies_of(session, series_of(session, meeting_id))
    shown = []
    for agency_id, name, core, active, _kind in agencies:
        if not active:
            continue
        lines = by_agency.pop(agency_id, ())
        sits = core if seated is None else agency_id in seated
        if not (sits or lines or agency_id in asked or agency_id in turns):
            continue
        person, code = who.get(agency_id, (None, None))
        state = _return_state(
            asked.get(agency_id),
            lines,
            code,
            about=agency_id not in left_out and _knew_of(asked.get(agency_id), item_id),
            whole=reader.sees_chair_only,
            again=_asked_again(asked.get(agency_id), item_id),
        )
        shown.append(AgencyRound(agency_id, name, person, code, state, turns.get(agency_id), lines))
    rest = tuple(line for lines in by_agency.values() for line in lines)
    if rest:
        shown.append(AgencyRound(0, "Panel", None, None, "", None, rest))
    return tuple(shown)


@once
def _agencies(session: Session) -> Sequence[Row[int, str, bool, bool, str | None]]:
    return session.execute(_AGENCIES).all()


@together(About.ITEM)
def _lines(
    session: Session, item_ids: Ids, reader: Reader
) -> Mapping[int, Mapping[int | None, tuple[LineRecord, ...]]]:
    """The lines on each item that the reader may see, by agency."""
    agencies = _agencies(session)
    names = {one.id: one.name for one in agencies}
    graded = sees_gradings(reader, {one.id: one.kind for one in agencies}, names)
    lines = _readable(reader) if graded else _without_gradings(reader)
    found: dict[int, dict[int | None, tuple[LineRecord, ...]]] = {}
    rows = session.execute(lines, {"items": item_ids}).all()
    late = came_after(session, [one for one, _ in rows])
    for one, item_id in rows:
        of_item = found.setdefault(item_id, {})
        told = replace(line_record(one, names, graded=graded), came_after=late.get(one.id))
        of_item[one.agency_id] = (*of_item.get(one.agency_id, ()), told)
    return found


def line_record(one: InformationLine, agencies: dict[int, str], *, graded: bool) -> LineRecord:
    """A line as a record; agencies by id for the names, its grading where that was selected."""
    urgent = one.origin == Origin.URGENT
    origin = Origin.ROOM.value if urgent else one.origin
    return LineRecord(
        one.id,
        origin,
        one.agency_id,
        agencies.get(one.agency_id or 0),
        one.by_name,
        one.information_date,
        one.text or "",
        one.information,
        one.sharing,
        tuple(agencies.get(agency_id, "") for agency_id in one.shared_with),
        None,
        _grading(one) if graded else None,
        one.said_at,
        origin == Origin.ROOM or one.said_at is not None,
        one.withdrawn,
        urgent,
        bool(one.to_submit),
    )


def _grading(one: InformationLine) -> str | None:
    given = (one.source_grade, one.information_grade, one.handling)
    return "".join(part for part in given if part) or None


@once
def _returns(session: Session, meeting_id: int) -> Mapping[int, Returned]:
    rows = session.execute(_RETURNS, {"meeting": meeting_id})
    return {one.agency_id: one for one in rows}


@together(About.ITEM)
def _turns(session: Session, item_ids: Ids) -> Mapping[int, Mapping[int, str]]:
    found: dict[int, dict[int, str]] = {}
    for item_id, agency_id, turn in session.execute(_TURNS, {"items": item_ids}):
        found.setdefault(item_id, {})[agency_id] = turn
    return found


def _representatives(session: Session, meeting_id: int) -> dict[int, tuple[str | None, str | None]]:
    """Agency id to the first person here for it, else who left, or how it sent apologies."""
    found: dict[int, Attending] = {}
    for one in attending(session, meeting_id):
        if one.agency_id is None:
            continue
        before = found.get(one.agency_id)
        if before is None or _nearness(one) > _nearness(before):
            found[one.agency_id] = one
    return {agency_id: (_named(one), one.code) for agency_id, one in found.items()}


def _nearness(one: Attending) -> int:
    """Who is in the room comes before who left it, and both before who did not come."""
    return 0 if one.code not in IN_THE_ROOM else 1 if one.left is not None else 2


def _named(one: Attending) -> str | None:
    name = one.member or one.guest
    return f"{name}, left {one.left:%H:%M}" if name and one.left is not None else name


def _knew_of(asked: Returned | None, item_id: int) -> bool:
    """Whether an item stood on the agenda when the agency was asked, as far as that was kept."""
    return asked is None or not asked.about or item_id in {*asked.about, *asked.about_since}


def _asked_again(asked: Returned | None, item_id: int) -> bool:
    return asked is not None and item_id in asked.about_since


def _return_state(
    asked: Returned | None,
    lines: tuple[LineRecord, ...],
    code: str | None,
    *,
    about: bool,
    whole: bool,
    again: bool,
) -> str:
    """How an agency's return stands; without a line here, in words that hold whatever is hidden.

    `about`: the agency is asked about this one. `whole`: the reader sees every line of a return.
    `again`: it was asked about this one once its return was in.
    """
    received = asked is not None and asked.received_at is not None
    if any(line.origin == "return" for line in lines):
        return "return in"
    if asked is not None and not about:
        return "not asked about this one"
    if again:
        return "no return"
    if asked is not None and received and asked.nothing_known:
        return "nothing known"
    if received:
        return "nothing returned on this one" if whole else "return in, nothing to read out"
    if code == "A":
        return "apologies, information sent"
    return "no return" if asked is not None else ""
