"""Kept papers and what of them was not understood, for those who may read papers."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Paper, PaperSubject, UnreadText
from models.queries.knowable import check_knowable
from models.records.papers import PaperRow, UnreadRow
from models.records.reader import Reader


def papers_of(session: Session, reader: Reader, subject_id: int) -> tuple[PaperRow, ...]:
    """The papers that speak of a subject, newest first.

    A paper may hold lines for the chair and names of others, so it is for who may see those; one
    that speaks of somebody in whom the reader has declared an interest is left out.
    """
    ids = check_knowable(session, reader, subject_id)
    if not reader.sees_chair_only:
        return ()
    held = select(PaperSubject.paper_id).where(
        PaperSubject.subject_id.in_(reader.conflicted_subjects)
    )
    rows = session.scalars(
        select(Paper)
        .join(PaperSubject, PaperSubject.paper_id == Paper.id)
        .where(PaperSubject.subject_id.in_(ids), Paper.id.not_in(held))
        .distinct()
        .order_by(Paper.received_at.desc(), Paper.id.desc())
    )
    return tuple(
        PaperRow(
            one.id,
            one.name,
            one.kind,
            one.received_at,
            one.lines_removed,
            one.sender,
            one.sent_at,
        )
        for one in rows
    )


def unread(session: Session, reader: Reader, paper_id: int) -> tuple[UnreadRow, ...]:
    """The texts of a paper that nothing took, with their places."""
    if not reader.sees_chair_only:
        return ()
    held = select(PaperSubject.id).where(
        PaperSubject.paper_id == paper_id,
        PaperSubject.subject_id.in_(reader.conflicted_subjects),
    )
    if session.scalar(held.limit(1)) is not None:
        return ()
    rows = session.scalars(
        select(UnreadText).where(UnreadText.paper_id == paper_id).order_by(UnreadText.id)
    )
    return tuple(UnreadRow(one.id, one.place, one.text, one.settled) for one in rows)
