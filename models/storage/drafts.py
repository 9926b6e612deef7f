"""Half-typed text, by whose it is: in the encrypted file, unjournalled, overwritten as it grows."""

from typing import NamedTuple

from sqlalchemy import Select, case, delete, exists, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from models.storage.tables import draft

NOBODY = 0
"""Whose the text is that a file kept before it told of whom: it goes to who opens the file next."""


class Typist(NamedTuple):
    """Who types: the user's id, and the sitting that tells one window of theirs from another."""

    whose: int
    sitting: str


def keep(session: Session, key: str, who: Typist, text: str, at: object) -> None:
    """Keep the text that this window has typed so far under this key."""
    row = {"key": key, **who._asdict(), "text": text, "at": at}
    session.execute(
        insert(draft).values(row).on_conflict_do_update(["key", "whose", "sitting"], set_=row)
    )


def find(session: Session, key: str, who: Typist) -> tuple[str, str] | None:
    """The user's own text under this key with the sitting that typed it.

    This window's comes before what another of theirs left last.
    """
    here = case((draft.c.sitting == who.sitting, 0), else_=1)
    found = session.execute(
        select(draft.c.text, draft.c.sitting)
        .where(draft.c.key == key, draft.c.whose == who.whose)
        .order_by(here, draft.c.at.desc())
        .limit(1)
    ).first()
    return None if found is None else (found.text, found.sitting)


def keys(session: Session, who: Typist) -> tuple[str, ...]:
    """Every key under which a text of this user is kept."""
    return tuple(session.scalars(_keys().where(draft.c.whose == who.whose)))


def keys_of_others(session: Session, who: Typist) -> tuple[str, ...]:
    """Every key under which somebody else has a text: that there is one, not what it says."""
    return tuple(session.scalars(_keys().where(draft.c.whose != who.whose)))


def drop(session: Session, key: str, who: Typist) -> None:
    """Forget what this window typed under this key: it became an operation, or was given up."""
    where = draft.c.key == key, draft.c.whose == who.whose, draft.c.sitting == who.sitting
    session.execute(delete(draft).where(*where))


def drop_taken(session: Session, key: str, who: Typist, text: str) -> None:
    """Forget what an earlier window of theirs left, as far as it still says what was taken up."""
    where = draft.c.key == key, draft.c.whose == who.whose, draft.c.sitting == who.sitting
    session.execute(delete(draft).where(*where, draft.c.text == text))


def are_nobodys(session: Session) -> bool:
    """Whether the file keeps a text that is nobody's yet."""
    return bool(session.scalar(select(exists().where(draft.c.whose == NOBODY))))


def claim(session: Session, who: Typist) -> None:
    """Make what is nobody's this user's own."""
    session.execute(update(draft).where(draft.c.whose == NOBODY).values(whose=who.whose))


def _keys() -> Select[tuple[str]]:
    return select(draft.c.key).distinct()
