"""Immediate risk kept in a meeting, wherever it stands, as far as the reader may read it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from models.entities import InformationLine, Meeting, Subject
from models.marks import MeetingState, Origin
from models.queries.labels import lead_labels
from models.queries.visible import visible_to
from models.records.reader import Reader
from models.records.today import UrgentLine
from models.rules.immediate import says_told

STANDS_DAYS = 7


def urgent_lines(session: Session, reader: Reader, meeting_id: int) -> tuple[UrgentLine, ...]:
    """Every immediate risk kept in a meeting, in the order in which it was said."""
    chosen = _kept(reader).where(InformationLine.meeting_id == meeting_id)
    return _records(session, chosen)


def untold(session: Session, reader: Reader) -> tuple[UrgentLine, ...]:
    """Immediate risk of a running meeting, and of one of the last days where nobody was told."""
    since = reader.today - timedelta(days=STANDS_DAYS)
    lately = select(Meeting.id, Meeting.state).where(Meeting.held_on >= since)
    states = dict(session.execute(lately).all())
    # By the meetings' own lines: ten years of lines are not looked through for a few days.
    chosen = _kept(reader).where(InformationLine.meeting_id.in_(states))
    found = _records(session, chosen) if states else ()
    running = MeetingState.RUNNING.value
    return tuple(one for one in found if not one.told or states.get(one.meeting_id) == running)


def _kept(reader: Reader) -> Select[*tuple[Any, ...]]:
    """Lines kept as immediate risk that the reader may read, with whom they concern."""
    line = InformationLine
    return (
        select(
            line.id,
            line.meeting_id,
            line.item_id,
            Subject.kind,
            Subject.id,
            Subject.label,
            line.text,
            line.said_at,
        )
        .select_from(line)
        .outerjoin(Subject, Subject.id == InformationLine.subject_id)
        .where(
            visible_to(reader, InformationLine),
            InformationLine.origin == Origin.URGENT.value,
            InformationLine.withdrawn.is_(False),
            InformationLine.text.is_not(None),
        )
        .order_by(InformationLine.id)
    )


def _records(session: Session, chosen: Select[*tuple[Any, ...]]) -> tuple[UrgentLine, ...]:
    rows = session.execute(chosen).all()
    called = lead_labels(session) if rows else {}
    return tuple(_record(called, *row) for row in rows)


def _record(
    called: Mapping[int, str],
    line_id: int,
    meeting_id: int | None,
    item_id: int | None,
    kind: str | None,
    whose: int | None,
    label: str | None,
    text: str,
    said_at: datetime | None,
) -> UrgentLine:
    subject = called.get(whose or 0, label or "")
    return UrgentLine(
        line_id, meeting_id or 0, item_id, kind, subject, text, said_at, says_told(text)
    )
