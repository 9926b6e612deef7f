"""Half-typed text: in the encrypted file, not in the journal, overwritten as it grows."""

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from models.storage.tables import draft


def keep(session: Session, key: str, text: str, at: object) -> None:
    """Keep the text typed so far under this key."""
    row = {"key": key, "text": text, "at": at}
    session.execute(insert(draft).values(row).on_conflict_do_update(["key"], set_=row))


def find(session: Session, key: str) -> str | None:
    """The text kept under this key."""
    return session.scalar(select(draft.c.text).where(draft.c.key == key))


def keys(session: Session) -> tuple[str, ...]:
    """Every key under which a text is kept."""
    return tuple(session.scalars(select(draft.c.key)))


def drop(session: Session, key: str) -> None:
    """Forget the text kept under this key: it became an operation, or was given up."""
    session.execute(delete(draft).where(draft.c.key == key))
