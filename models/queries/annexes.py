"""What of a meeting is not for all the panel: the papers of an annex, read by one who may."""

from dataclasses import replace

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, InformationLine, Measure
from models.marks import Sharing
from models.queries.at_hand import read_together
from models.queries.disruption import measures_of_item
from models.queries.documents import item_for
from models.queries.lines import rounds
from models.queries.meeting_actions import actions_as_each_may
from models.queries.visible import may_know
from models.records.documents import MeetingPapers
from models.records.item import ItemRecord
from models.records.reader import Reader


def annex_papers(session: Session, reader: Reader, papers: MeetingPapers) -> MeetingPapers:
    """What the panel's papers hold, with the lines, measures and actions of one reader instead.

    Items that the reader has no part in are left out; those with nothing of their own to show
    are kept empty, so that their subjects are still called by their initials.
    """
    meeting_id = papers.meeting.id
    own = _kept_apart(session, meeting_id)
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
    return item_for(reader, read)


def _kept_apart(session: Session, meeting_id: int) -> frozenset[int]:
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
