"""Versions of minutes, what was issued and what a person has confirmed."""

from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Confirmation, ExtractDue, Issue, Meeting, MinutesVersion
from models.marks import MinutesState
from models.records.outcomes import ConfirmationRow, IssueRow, MinutesRecord
from models.records.reader import Reader

SETTLED = frozenset({
    MinutesState.APPROVED.value,
    MinutesState.ISSUED.value,
    MinutesState.CORRECTED.value,
    MinutesState.AGREED.value,
})  # fmt: skip


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
        select(MinutesVersion, Meeting.held_on)
        .join(Meeting, Meeting.id == MinutesVersion.meeting_id)
        .order_by(Meeting.held_on.desc(), MinutesVersion.number.desc())
    )
    if meeting_id is not None:
        query = query.where(MinutesVersion.meeting_id == meeting_id)
    return tuple(_record(one, held_on) for one, held_on in session.execute(query))


def _record(one: MinutesVersion, held_on: date) -> MinutesRecord:
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


def issues(session: Session, reader: Reader, meeting_id: int) -> tuple[IssueRow, ...]:
    """What was issued of a meeting, in order, without the items the reader takes no part in."""
    rows = session.scalars(
        select(Issue).where(Issue.meeting_id == meeting_id).order_by(Issue.id)
    ).all()
    return tuple(_issue(one) for one in rows if _may_know(reader, one))


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
