"""The file of minutes that came back last from Word, kept with the draft that it is to change."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Meeting, MinutesWords, PaperContent
from models.queries.minutes import FROM_WORD, standing
from models.queries.tiers import of_tiers
from models.records.reader import Reader


def returned_file(session: Session, reader: Reader, meeting_id: int) -> bytes | None:
    """The file that came back last from Word to the draft that stands, for whole readers."""
    now = standing(session, meeting_id)
    if now.settled or reader.only_items is not None or reader.conflicted_items:
        return None
    return session.scalar(
        select(PaperContent.content)
        .join(MinutesWords, MinutesWords.text_sha256 == PaperContent.sha256)
        .join(Meeting, Meeting.id == MinutesWords.meeting_id)
        .where(MinutesWords.meeting_id == meeting_id, MinutesWords.step == FROM_WORD)
        .where(MinutesWords.version == now.number, of_tiers(reader))
        .order_by(MinutesWords.id.desc())
        .limit(1)
    )
