"""Versions of minutes, what was issued of them and what a person has confirmed."""

from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import (
    Confirmation,
    ExtractDue,
    Issue,
    Meeting,
    MinutesVersion,
)
from models.marks import MinutesState
from models.queries.tiers import of_tiers
from models.records.documents import Approval
from models.records.minutes_issued import ConfirmationRow, IssueRow, MinutesRecord
from models.records.reader import Reader

SETTLED = frozenset({
    MinutesState.APPROVED.value,
    MinutesState.ISSUED.value,
    MinutesState.CORRECTED.value,
    MinutesState.AGREED.value,
})  # fmt: skip

WITH_CHAIR = frozenset({MinutesState.WITH_CHAIR.value, MinutesState.DRAFT.value})
"""States whose beginning is a step of which the words are kept: sent to the chair, given back."""
FOR_CHAIR = "for the chair"
"""The step of minutes that were written for the chair alone, before they are approved."""
FROM_WORD = "back from Word"
"""The step of a file that came back changed, until the version it is to change is approved."""
WHOLE = "minutes.docx"
"""The document with which minutes count as issued."""


class Standing(NamedTuple):
    """The latest version of a meeting's minutes: its number, state and id where there is one."""

    number: int
    state: str
    version_id: int | None
    state_at: datetime | None

    @property
    def settled(self) -> bool:
        """Whether the chair has approved them."""
        return self.state in SETTLED


def minutes(
    session: Session, reader: Reader, meeting_id: int | None = None
) -> tuple[MinutesRecord, ...]:
    """Every version of every meeting's minutes, or of one meeting's, the latest first."""
    query = (
        select(MinutesVersion, Meeting.held_on, Meeting.series_id)
        .join(Meeting, Meeting.id == MinutesVersion.meeting_id)
        .where(of_tiers(reader))
        .order_by(Meeting.held_on.desc(), MinutesVersion.number.desc())
    )
    if meeting_id is not None:
        query = query.where(MinutesVersion.meeting_id == meeting_id)
    agreed = _agreements(session)
    return tuple(
        _record(one, held_on, agreed.get((tier, held_on)))
        for one, held_on, tier in session.execute(query)
    )


def _agreements(session: Session) -> dict[tuple[int, date], tuple[date, str | None]]:
    """Tier and day of a meeting to the day when its minutes were agreed, with what corrections."""
    rows = session.execute(
        select(
            Meeting.series_id,
            Meeting.previous_minutes_date,
            Meeting.held_on,
            Meeting.previous_minutes_corrections,
        )
        .where(
            Meeting.previous_minutes_agreed.is_(True), Meeting.previous_minutes_date.is_not(None)
        )
        .order_by(Meeting.held_on.desc())
    )
    return {
        (tier, of): (held_on, corrections)
        for tier, of, held_on, corrections in rows
        if of is not None
    }


def _record(
    one: MinutesVersion, held_on: date, agreed: tuple[date, str | None] | None
) -> MinutesRecord:
    by = agreed if agreed and one.state == MinutesState.AGREED.value else (None, None)
    return MinutesRecord(
        one.id,
        one.meeting_id,
        held_on,
        one.number,
        one.state,
        one.made_at,
        one.state_at,
        one.by_name,
        one.corrections,
        one.approved_by,
        one.approved_at,
        by[0],
        by[1],
        one.text_sha256 is not None,
    )


def standing(session: Session, meeting_id: int) -> Standing:
    """How far a meeting's minutes have come; a draft that nobody has made yet is version 1."""
    one = session.scalars(
        select(MinutesVersion)
        .where(MinutesVersion.meeting_id == meeting_id)
        .order_by(MinutesVersion.number.desc())
        .limit(1)
    ).first()
    if one is None:
        return Standing(1, MinutesState.DRAFT.value, None, None)
    return Standing(one.number, one.state, one.id, one.state_at)


def approval(session: Session, reader: Reader, meeting_id: int) -> Approval:
    """Who approved the version that stands, when, and what its corrections put right.

    Corrections may be about any item: only who takes part in all of the meeting reads them.
    """
    rows = session.scalars(
        select(MinutesVersion)
        .where(MinutesVersion.meeting_id == meeting_id)
        .order_by(MinutesVersion.number)
    ).all()
    if not rows:
        return Approval()
    whole = reader.only_items is None and not reader.conflicted_items
    corrected = tuple((one.number, one.corrections) for one in rows if one.corrections)
    latest = rows[-1]
    held = session.get_one(Meeting, meeting_id)
    agreed = _agreements(session).get((held.series_id, held.held_on))
    return Approval(
        latest.approved_by,
        latest.approved_at,
        corrected if whole else (),
        agreed[0] if agreed and latest.state == MinutesState.AGREED.value else None,
    )


def issues(session: Session, reader: Reader, meeting_id: int) -> tuple[IssueRow, ...]:
    """What was issued of a meeting, in order, without the items the reader takes no part in."""
    rows = session.scalars(
        select(Issue).where(Issue.meeting_id == meeting_id).order_by(Issue.id)
    ).all()
    return tuple(_issue(one) for one in rows if _may_know(reader, one))


def was_issued(session: Session, version: MinutesVersion) -> bool:
    """Whether the minutes of this version have gone out."""
    found = session.scalar(
        select(Issue.id).where(
            Issue.meeting_id == version.meeting_id,
            Issue.version == version.number,
            Issue.document == WHOLE,
            Issue.state == "issued",
        )
    )
    return found is not None


def stands_recalled(session: Session, reader: Reader, meeting_id: int) -> MinutesRecord | None:
    """The version of a meeting's minutes that was recalled last, until a newer one is issued."""
    for one in minutes(session, reader, meeting_id):
        if one.state == MinutesState.RECALLED:
            return one
        agreed = one.state == MinutesState.AGREED
        if agreed or was_issued(session, session.get_one(MinutesVersion, one.id)):
            return None
    return None


def _may_know(reader: Reader, one: Issue) -> bool:
    if one.item_id in reader.conflicted_items or one.subject_id in reader.conflicted_subjects:
        return False
    return reader.only_items is None or one.item_id in reader.only_items


def _issue(one: Issue) -> IssueRow:
    return IssueRow(
        one.id,
        one.document,
        one.audience,
        one.recipient,
        one.version,
        one.state,
        one.at,
        one.sha256,
        one.way,
        one.address,
        one.encrypted,
        one.reason,
        one.batch,
        one.receipt_at,
        one.recalled_at,
        one.subject_id,
        one.item_id,
    )


def confirmations(session: Session, reader: Reader, meeting_id: int) -> tuple[ConfirmationRow, ...]:
    """Documents of a meeting that a person has confirmed, each for exactly its contents."""
    rows = session.scalars(
        select(Confirmation).where(Confirmation.meeting_id == meeting_id).order_by(Confirmation.id)
    )
    return tuple(ConfirmationRow(one.document, one.digest, one.at, one.by_name) for one in rows)


def without_extract(session: Session, reader: Reader, item_ids: set[int]) -> dict[int, str]:
    """Item id to the reason why no extract is due, for items where none is."""
    rows = session.execute(
        select(ExtractDue.item_id, ExtractDue.reason).where(ExtractDue.item_id.in_(item_ids))
    )
    return dict(rows.all())
