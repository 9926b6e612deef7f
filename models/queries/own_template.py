"""The panel's own Word template as it is kept: what it is called, since when, and its bytes."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import PaperContent
from models.queries.kept_settings import kept_settings
from models.records.panel import KeptTemplate
from models.records.reader import Reader

DIGEST, NAME, TAKEN = "template", "template_name", "template_taken"
"""The settings that hold it: what its bytes are kept under, its name, the day and who took it."""


def own_template(session: Session, reader: Reader) -> KeptTemplate | None:
    """The panel's own template; None where documents have the program's look."""
    kept = kept_settings(session)
    digest = kept.get(DIGEST)
    if not digest:
        return None
    day, _, by = kept.get(TAKEN, "").partition(" ")
    return KeptTemplate(digest, kept.get(NAME, ""), date.fromisoformat(day), by)


def template_content(session: Session, reader: Reader) -> bytes | None:
    """The bytes of the panel's own template; None where it has none."""
    digest = kept_settings(session).get(DIGEST)
    if not digest:
        return None
    return session.scalar(select(PaperContent.content).where(PaperContent.sha256 == digest))
