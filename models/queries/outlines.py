"""The outlines of the panel's districts as they are kept."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import PaperContent
from models.queries.kept_settings import kept_settings
from models.records.reader import Reader
from models.rules.outlines import Outline, kept

OUTLINES, OUTLINES_NAME = "outlines", "outlines_name"
"""The settings that hold what the outlines are kept under, and what their file was called."""


def outlines(session: Session, reader: Reader) -> tuple[Outline, ...]:
    """The outlines of districts that the panel gave; none where it gave none."""
    digest = kept_settings(session).get(OUTLINES)
    if not digest:
        return ()
    content = session.scalar(select(PaperContent.content).where(PaperContent.sha256 == digest))
    return kept(content) if content is not None else ()
