"""What minutes said as they were kept and written: each version, each step, each paper."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Meeting, MinutesVersion, MinutesWords, PaperContent, WrittenMinutes
from models.queries.minutes import FROM_WORD, WHOLE
from models.queries.tiers import of_tiers
from models.records.minutes_issued import WrittenBefore, WrittenRecord
from models.records.minutes_steps import MinutesStep
from models.records.reader import Reader

RETURNS = "minutes"
"""How papers are named that may come back changed."""


def kept_words(session: Session, reader: Reader, version_id: int) -> bytes | None:
    """What a version says, as it was kept; None where it was not, or not for this reader."""
    if reader.only_items is not None or reader.conflicted_items:
        return None
    return session.scalar(
        select(PaperContent.content)
        .join(MinutesVersion, MinutesVersion.text_sha256 == PaperContent.sha256)
        .join(Meeting, Meeting.id == MinutesVersion.meeting_id)
        .where(MinutesVersion.id == version_id, of_tiers(reader))
    )


def minutes_steps(session: Session, reader: Reader, meeting_id: int) -> tuple[MinutesStep, ...]:
    """What each version said as it went to the chair and came back, in order, for whole readers."""
    if reader.only_items is not None or reader.conflicted_items:
        return ()
    rows = session.execute(
        select(MinutesWords, PaperContent.content)
        .join(PaperContent, PaperContent.sha256 == MinutesWords.text_sha256)
        .join(Meeting, Meeting.id == MinutesWords.meeting_id)
        .where(MinutesWords.meeting_id == meeting_id, of_tiers(reader))
        .where(MinutesWords.step != FROM_WORD)
        .order_by(MinutesWords.at, MinutesWords.id)
    )
    return tuple(
        MinutesStep(one.version, one.step, one.at, one.by_name, words) for one, words in rows
    )


def written(
    session: Session, reader: Reader, *, sign: str | None = None, meeting_id: int | None = None
) -> WrittenRecord | None:
    """Minutes as written under a sign, or a meeting's written last; None where not for the reader.

    Whoever takes no part in one of their items reads none of them.
    """
    query = (
        select(WrittenMinutes, Meeting.held_on, PaperContent.content)
        .join(Meeting, Meeting.id == WrittenMinutes.meeting_id)
        .join(PaperContent, PaperContent.sha256 == WrittenMinutes.text_sha256)
        .where(WrittenMinutes.document.startswith(RETURNS))
        .order_by((WrittenMinutes.document == WHOLE).desc(), WrittenMinutes.id.desc())
    )
    if sign is not None:
        query = query.where(WrittenMinutes.sign == sign)
    if meeting_id is not None:
        query = query.where(WrittenMinutes.meeting_id == meeting_id)
    for one, held_on, words in session.execute(query):
        if reader.only_items is None and not reader.conflicted_items & set(one.item_ids):
            return WrittenRecord(
                one.meeting_id, held_on, one.version, one.document, one.sign, one.at, words
            )
    return None


def issued_before(
    session: Session, reader: Reader, meeting_id: int, version: int
) -> dict[str, WrittenBefore]:
    """What each paper said as it last went before this version, by its name.

    Writings of drafts are none of them.
    """
    if reader.only_items is not None or reader.conflicted_items:
        return {}
    rows = session.execute(
        select(
            WrittenMinutes.document,
            WrittenMinutes.version,
            WrittenMinutes.sign,
            PaperContent.content,
        )
        .join(PaperContent, PaperContent.sha256 == WrittenMinutes.text_sha256)
        .join(
            MinutesVersion,
            (MinutesVersion.meeting_id == WrittenMinutes.meeting_id)
            & (MinutesVersion.number == WrittenMinutes.version),
        )
        .where(WrittenMinutes.meeting_id == meeting_id, WrittenMinutes.version < version)
        .where(WrittenMinutes.at >= MinutesVersion.approved_at)
        .order_by(WrittenMinutes.id)
    )
    return {document: WrittenBefore(number, sign, words) for document, number, sign, words in rows}


def written_signs(session: Session, reader: Reader, meeting_id: int) -> frozenset[str]:
    """The signs of all that was written of a meeting, whoever may read it."""
    return signs_of(session, meeting_id)


def signs_of(session: Session, meeting_id: int) -> frozenset[str]:
    """The signs of all that was written of a meeting."""
    wanted = select(WrittenMinutes.sign).where(WrittenMinutes.meeting_id == meeting_id)
    return frozenset(session.scalars(wanted))


def is_written(session: Session, reader: Reader, sign: str) -> bool:
    """Whether the panel has written minutes under a sign, whoever may read them."""
    found = session.scalars(select(WrittenMinutes.id).where(WrittenMinutes.sign == sign))
    return found.first() is not None
