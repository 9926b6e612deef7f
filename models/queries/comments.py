"""What is said of minutes before they go out: comments, items without an extract."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, EditLeft, ExtractDue, MinutesComment, MinutesVersion
from models.queries.visible import may_know
from models.records.desk import CommentRow, NoExtractRow
from models.records.minutes_steps import LeftEdit
from models.records.reader import Reader


def comments(session: Session, reader: Reader, meeting_id: int) -> tuple[CommentRow, ...]:
    """Comments on every version of a meeting's minutes, the oldest first."""
    rows = session.execute(
        select(MinutesComment, AgendaItem.subject_id)
        .join(MinutesVersion, MinutesVersion.id == MinutesComment.version_id)
        .outerjoin(AgendaItem, AgendaItem.id == MinutesComment.item_id)
        .where(MinutesVersion.meeting_id == meeting_id)
        .order_by(MinutesComment.id)
    )
    return tuple(
        CommentRow(one.id, one.version_id, one.item_id, one.at, one.by_name, one.text, one.settled)
        for one, subject_id in rows
        if one.item_id is None or may_know(reader, one.item_id, subject_id)
    )


def no_extracts(session: Session, reader: Reader, meeting_id: int) -> tuple[NoExtractRow, ...]:
    """Items of a meeting for which no extract is due, with the reason."""
    rows = session.execute(
        select(ExtractDue, AgendaItem.subject_id)
        .join(AgendaItem, AgendaItem.id == ExtractDue.item_id)
        .where(AgendaItem.meeting_id == meeting_id, AgendaItem.removed.is_(False))
        .order_by(ExtractDue.id)
    )
    return tuple(
        NoExtractRow(one.item_id, one.reason, one.named_lead)
        for one, subject_id in rows
        if may_know(reader, one.item_id, subject_id)
    )


def left_edits(session: Session, reader: Reader, meeting_id: int) -> Mapping[str, LeftEdit]:
    """Changes from Word that were left as they were on record, by what tells each."""
    rows = session.execute(
        select(EditLeft.digest, EditLeft.by_name, EditLeft.at)
        .where(EditLeft.meeting_id == meeting_id)
        .order_by(EditLeft.id)
    )
    return {digest: LeftEdit(by_name, at) for digest, by_name, at in rows}


def approved_items(session: Session, reader: Reader, meeting_id: int) -> frozenset[int]:
    """Items that the chair approved ahead of the minutes as a whole."""
    rows = session.execute(
        select(AgendaItem.id, AgendaItem.subject_id).where(
            AgendaItem.meeting_id == meeting_id, AgendaItem.approved_at.is_not(None)
        )
    )
    return frozenset(item for item, subject in rows if may_know(reader, item, subject))
