"""What documents are made from: a meeting for one audience, one child's part, names to look for."""

from dataclasses import replace

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from models.entities import (
    Action,
    ActionUpdate,
    AgendaItem,
    InformationLine,
    Measure,
    Meeting,
    Recommendation,
)
from models.marks import Sharing
from models.queries import audiences, meetings, panel
from models.queries.actions import select_actions, select_for_each
from models.queries.as_approved import (
    NOTHING,
    actions_as_approved,
    approved,
    as_approved,
    attendance_as_approved,
)
from models.queries.at_hand import read_together
from models.queries.child_papers import extract_papers
from models.queries.declarations import declarations
from models.queries.disruption import measures_of_item, plans_touched
from models.queries.dissents import first_step
from models.queries.everybody import every_child
from models.queries.items import items_of
from models.queries.lines import rounds
from models.queries.minutes import approval, standing
from models.queries.names_on_record import known_names
from models.queries.overdue import OPEN
from models.queries.pointing_out import chairs_of
from models.queries.recommendations import select_recommendations
from models.queries.running_order import references
from models.queries.stepping_out import stepped_out
from models.queries.visible import may_know
from models.records.documents import MeetingPapers
from models.records.item import ItemRecord
from models.records.meeting import AttendanceRow, DeclarationRow, MeetingRecord
from models.records.outcomes import ActionRow, PlanRecord
from models.records.reader import Reader
from models.storage import chain

__all__ = ["extract_papers", "known_names", "meeting_papers", "meeting_plans"]


Actions = tuple[ActionRow, ...]
READ_ALOUD = ("opening_script", "remote_addition", "language_reminder")
"""Wordings that are read aloud as a meeting opens."""


def meeting_papers(session: Session, reader: Reader, meeting_id: int) -> MeetingPapers:
    """Everything of a meeting that the reader, mostly the audience of a document, may have."""
    held = meetings.meeting(session, reader, meeting_id)
    then = reader.at(meetings.counted_at(held, reader.now))
    out, chairs = stepped_out(session, meeting_id), chairs_of(session, meeting_id)
    items = tuple(
        replace(
            _item(reader, one),
            stepped_out=out.get(one.row.id, ()),
            chair=chairs.get(one.row.id),
        )
        for one in items_of(session, then, meeting_id)
    )
    shown = {one.row.id for one in items}
    stands = standing(session, meeting_id)
    head = chain.head(session.connection())
    kept = approved(session, stands)
    came = meetings.attendance(session, reader, meeting_id)
    attendance = attendance_as_approved(came, kept)
    papers = MeetingPapers(
        panel=panel.panel(session, reader),
        meeting=_part(reader, held),
        attendance=attendance,
        declarations=_declarations(session, reader, meeting_id, shown),
        whole=reader.only_items is None and not reader.conflicted_items,
        quorum=meetings.quorum(session, reader, meeting_id).words,
        items=items,
        earlier_actions=_actions(session, then, _earlier(held)),
        actions=_actions(session, then, Action.meeting_id == meeting_id),
        recommendations=select_recommendations(session, then, Recommendation.item_id.in_(shown)),
        plans=_plans(session, then, shown),
        agencies=panel.agencies(session, reader),
        every_child=every_child(session, reader),
        script=_script(session, reader),
        distribution=_distribution(session, reader, meeting_id, attendance),
        minutes_version=stands.number,
        minutes_state=stands.state,
        made_at=reader.now,
        chain_head=head.hash if head else "",
        working_date=held.held_on,
        approval=approval(session, reader, meeting_id),
        dissent_step=first_step(session, held.held_on),
    )
    return as_approved(papers, kept)


def actions_as_each_may(
    session: Session,
    reader: Reader,
    meeting_id: int,
    readers: tuple[Reader, ...],
    *,
    today: bool = False,
) -> dict[Reader, tuple[Actions, Actions]]:
    """Actions agreed at a meeting, and those from before it, as each of these may have them.

    They stand as they stood at the meeting; `today`, as they stand when they are read.
    """
    held = meetings.meeting(session, reader, meeting_id)
    day = reader.now if today else meetings.counted_at(held, reader.now)
    kept = NOTHING if today else approved(session, standing(session, meeting_id))
    agreed = select_for_each(session, readers, day.date(), Action.meeting_id == meeting_id)
    earlier = select_for_each(session, readers, day.date(), _earlier(held))
    return {
        one: (
            actions_as_approved(_known(one, agreed[one]), kept),
            actions_as_approved(_known(one, earlier[one]), kept),
        )
        for one in readers
    }


def annex_papers(session: Session, reader: Reader, papers: MeetingPapers) -> MeetingPapers:
    """What the panel's papers hold, with the lines, measures and actions of one reader instead.

    Items that the reader has no part in are left out; those with nothing of their own to show
    are kept empty, so that their subjects are still called by their initials.
    """
    meeting_id = papers.meeting.id
    own = items_kept_apart(session, meeting_id)
    known = [one for one in papers.items if may_know(reader, one.row.id, one.row.subject_id)]
    read_together(session, [one.row.id for one in known if one.row.id in own])
    items = [
        _apart(session, reader, one) if one.row.id in own else replace(one, rounds=(), measures=())
        for one in known
    ]
    agreed, earlier = actions_as_each_may(session, reader, meeting_id, (reader,))[reader]
    return replace(papers, items=tuple(items), actions=agreed, earlier_actions=earlier)


def _apart(session: Session, reader: Reader, one: ItemRecord) -> ItemRecord:
    item = session.get_one(AgendaItem, one.row.id)
    read = replace(
        one,
        rounds=rounds(session, reader, item.id, item.meeting_id),
        measures=measures_of_item(session, reader, item.id),
        actions=(),
        open_actions=(),
    )
    return _item(reader, read)


def items_kept_apart(session: Session, meeting_id: int) -> frozenset[int]:
    """Items of a meeting on which something is not for all the panel."""
    items = select(AgendaItem.id).where(AgendaItem.meeting_id == meeting_id)
    hidden = InformationLine.sharing != Sharing.ALL_PANEL.value
    lines = session.execute(
        select(InformationLine.item_id, InformationLine.subject_id).where(
            hidden,
            or_(InformationLine.meeting_id == meeting_id, InformationLine.item_id.in_(items)),
        )
    ).all()
    measured = session.scalars(
        select(Measure.item_id).where(
            Measure.item_id.in_(items), Measure.sharing != Sharing.ALL_PANEL.value
        )
    )
    found = {item for item, _ in lines if item} | {one for one in measured if one}
    about = {subject for item, subject in lines if item is None and subject}
    more = session.scalars(
        select(AgendaItem.id).where(
            AgendaItem.meeting_id == meeting_id, AgendaItem.subject_id.in_(about)
        )
    )
    return frozenset(found) | frozenset(more)


def meeting_plans(session: Session, reader: Reader, meeting_id: int) -> tuple[PlanRecord, ...]:
    """Disruption plans that a meeting worked on, as the reader may have them."""
    names = references(session, meeting_id)
    return _plans(session, reader, {one for one in names if one not in reader.conflicted_items})


def _part(reader: Reader, held: MeetingRecord) -> MeetingRecord:
    """The meeting's own facts; what was said of other business is not for guests of an item."""
    if reader.only_items is None:
        return held
    return replace(held, other_business=None, previous_minutes_corrections=None)


def _item(reader: Reader, one: ItemRecord) -> ItemRecord:
    """An item without what was not to be minuted and what concerns a conflict of the reader."""
    return replace(
        one,
        rounds=tuple(
            replace(agency, lines=tuple(line for line in agency.lines if _minuted(reader, line)))
            for agency in one.rounds
        ),
        actions=_known(reader, one.actions),
        open_actions=_known(reader, one.open_actions),
        measures=tuple(measure for measure in one.measures if _minuted(reader, measure)),
    )


def _minuted(reader: Reader, one: object) -> bool:
    return not (reader.in_document and getattr(one, "sharing", None) == Sharing.NOT_MINUTED)


def _known(reader: Reader, actions: Actions) -> Actions:
    """Actions of which no subject is one in whom the reader declared an interest."""
    held = reader.conflicted_subjects
    return tuple(
        one
        for one in actions
        if _minuted(reader, one) and not any(subject[0] in held for subject in one.other_subjects)
    )


def _actions(session: Session, reader: Reader, where: ColumnElement[bool]) -> Actions:
    return _known(reader, select_actions(session, reader, where))


def _earlier(held: MeetingRecord) -> ColumnElement[bool]:
    """Actions from before the meeting that stood open at it, or were told of at it.

    One that was finished since stood open then.
    """
    before = select(Meeting.id).where(Meeting.held_on < held.held_on)
    told = select(ActionUpdate.action_id).where(ActionUpdate.meeting_id == held.id)
    return and_(
        or_(Action.meeting_id.is_(None), Action.meeting_id.in_(before)),
        or_(Action.made_on.is_(None), Action.made_on <= held.held_on),
        or_(Action.status.in_(OPEN), Action.status_on > held.held_on, Action.id.in_(told)),
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
            measures=tuple(measure for measure in one.measures if _minuted(reader, measure)),
            actions=_known(reader, one.actions),
        )
        for one in plans_touched(session, reader, shown)
        if one.subject_id not in held
    )


def _script(session: Session, reader: Reader) -> str:
    area = panel.panel(session, reader).area or "panel's"
    said = (panel.wording(session, reader, key).replace("{area}", area) for key in READ_ALOUD)
    return "\n".join(said)


def _distribution(
    session: Session, reader: Reader, meeting_id: int, attendance: tuple[AttendanceRow, ...]
) -> tuple[str, ...]:
    """Who receives this form of the minutes: present, or in apologies with information.

    Whoever declared an interest stands only where exactly that is left out.
    """
    if reader.only_items is not None:
        return tuple(
            name
            for one in audiences.invited(session, reader, meeting_id)
            if one.item_id in reader.only_items
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
        ", ".join(filter(None, (row.name, row.agency)))
        for row in attendance
        if row.code in audiences.ENTITLED
        and held.get(row.member_id or 0, frozenset()) == mine
        and (not reader.agency_ids or row.agency_id in reader.agency_ids)
    )
