"""What documents are made from: a meeting for one audience, one child's part, names to look for."""

from dataclasses import replace

from sqlalchemy.orm import Session

from models.entities import Recommendation
from models.queries import audiences, meetings, panel
from models.queries.as_approved import (
    approved,
    as_approved,
    attendance_as_approved,
    panel_then,
)
from models.queries.child_papers import extract_papers
from models.queries.declarations import declarations
from models.queries.disruption_plans import plans_touched
from models.queries.dissents import first_step
from models.queries.everybody import every_child
from models.queries.grounds import grounds
from models.queries.items import items_of
from models.queries.meeting_actions import agreed_actions, earlier_actions, known_to
from models.queries.minutes import approval, standing
from models.queries.names_on_record import known_names
from models.queries.pointing_out import chairs_of
from models.queries.recommendations import select_recommendations
from models.queries.running_order import references
from models.queries.spoken_of import spoken_of
from models.queries.stepping_out import stepped_out
from models.queries.visible import minuted
from models.records.chasing import GroundRow
from models.records.documents import MeetingPapers, Recipient
from models.records.item import ItemRecord
from models.records.meeting import AttendanceRow, DeclarationRow, MeetingRecord
from models.records.outcomes import PlanRecord
from models.records.reader import Reader
from models.rules.recipients import ENTITLED
from models.storage import chain

__all__ = ["extract_papers", "item_for", "known_names", "meeting_papers", "meeting_plans"]


def meeting_papers(session: Session, reader: Reader, meeting_id: int) -> MeetingPapers:
    """Everything of a meeting that the reader, mostly the audience of a document, may have."""
    held = meetings.meeting(session, reader, meeting_id)
    then = reader.at(meetings.counted_at(held, reader.now))
    out, chairs = stepped_out(session, meeting_id), chairs_of(session, meeting_id)
    items = tuple(
        replace(
            item_for(reader, one),
            stepped_out=out.get(one.row.id, ()),
            chair=chairs.get(one.row.id),
        )
        for one in items_of(session, then, meeting_id)
    )
    shown = {one.row.id for one in items}
    stands = standing(session, meeting_id)
    head = chain.head(session.connection())
    kept = approved(session, stands)
    attendance = attendance_as_approved(meetings.attendance(session, reader, meeting_id), kept)
    papers = MeetingPapers(
        panel=panel_then(session, panel.panel_of(session, reader, meeting_id), held, stands),
        meeting=_part(reader, held),
        attendance=attendance,
        declarations=_declarations(session, reader, meeting_id, shown),
        whole=reader.only_items is None and not reader.conflicted_items,
        quorum=meetings.quorum(session, reader, meeting_id).words,
        items=items,
        earlier_actions=earlier_actions(session, then, held),
        actions=agreed_actions(session, then, meeting_id),
        recommendations=select_recommendations(session, then, Recommendation.item_id.in_(shown)),
        plans=_plans(session, then, shown),
        agencies=panel.agencies_at(session, reader, meeting_id),
        every_child=every_child(session, reader),
        spoken_of=spoken_of(session, reader, meeting_id),
        distribution=_distribution(session, reader, meeting_id, attendance),
        minutes_version=stands.number,
        minutes_state=stands.state,
        made_at=reader.now,
        chain_head=head.hash if head else "",
        working_date=held.held_on,
        approval=approval(session, reader, meeting_id),
        dissent_step=first_step(session, held.held_on),
        grounds=_grounds(session, reader, meeting_id),
    )
    return as_approved(papers, kept)


def _grounds(session: Session, reader: Reader, meeting_id: int) -> tuple[GroundRow, ...]:
    """Those of items, as far as the reader takes part in them; an agency reads its own."""
    alone = reader.agency_ids if len(reader.agency_ids) == 1 else ()
    found = (one for one in grounds(session, reader, meeting_id)
             if one.basis and one.agency_id in (None, *alone))  # fmt: skip
    return tuple({one.item_id: one for one in found}.values())


def meeting_plans(session: Session, reader: Reader, meeting_id: int) -> tuple[PlanRecord, ...]:
    """Disruption plans that a meeting worked on, as the reader may have them."""
    names = references(session, meeting_id)
    return _plans(session, reader, {one for one in names if one not in reader.conflicted_items})


def _part(reader: Reader, held: MeetingRecord) -> MeetingRecord:
    """The meeting's own facts; what was said of other business is not for guests of an item."""
    if reader.only_items is None:
        return held
    return replace(held, other_business=None, previous_minutes_corrections=None)


def item_for(reader: Reader, one: ItemRecord) -> ItemRecord:
    """An item without what was not to be minuted and what concerns a conflict of the reader."""
    return replace(
        one,
        rounds=tuple(
            replace(agency, lines=tuple(line for line in agency.lines if minuted(reader, line)))
            for agency in one.rounds
        ),
        actions=known_to(reader, one.actions),
        open_actions=known_to(reader, one.open_actions),
        measures=tuple(measure for measure in one.measures if minuted(reader, measure)),
    )


def _declarations(
    session: Session, reader: Reader, meeting_id: int, shown: set[int]
) -> tuple[DeclarationRow, ...]:
    """Declarations at the meeting; those on an item the reader has no part in are left out."""
    rows = declarations(session, reader, meeting_id)
    if reader.only_items is not None:
        return tuple(one for one in rows if one.item_id in shown)
    hidden = reader.conflicted_items
    return tuple(one for one in rows if one.item_id not in hidden)


def _plans(session: Session, reader: Reader, shown: set[int]) -> tuple[PlanRecord, ...]:
    held = reader.conflicted_subjects
    return tuple(
        replace(
            one,
            children=tuple(child for child in one.children if child[0] not in held),
            measures=tuple(measure for measure in one.measures if minuted(reader, measure)),
            actions=known_to(reader, one.actions),
        )
        for one in plans_touched(session, reader, shown)
        if one.subject_id not in held
    )


def _distribution(
    session: Session, reader: Reader, meeting_id: int, attendance: tuple[AttendanceRow, ...]
) -> tuple[Recipient, ...]:
    """Who receives this form of the minutes: present, or in apologies with information.

    Whoever declared an interest stands only where exactly that is left out.
    """
    if reader.only_items is not None:
        return tuple(
            (name, None)
            for one in audiences.invited(session, reader, meeting_id)
            if one.item_id in reader.only_items
            and (one.apart.item_ids if one.apart else frozenset()) == reader.conflicted_items
            for name in one.names
        )
    tonight = set(references(session, meeting_id))
    mine = reader.conflicted_items & tonight
    held = {
        member: group.item_ids & tonight
        for group in audiences.conflicted(session, reader, meeting_id)
        for member in group.member_ids
    }
    return tuple(
        (row.name, row.agency)
        for row in attendance
        if row.code in ENTITLED
        and held.get(row.member_id or 0, frozenset()) == mine
        and (not reader.agency_ids or row.agency_id in reader.agency_ids)
    )
