"""The panel's own Word template: taken into the file, and given up again."""

from collections.abc import Callable
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from models.entities import PaperContent, Setting
from models.errors import Refusal
from models.queries.own_template import DIGEST, NAME, TAKEN
from models.services.code_book import CodeBook

LARGEST = 10_000_000
TOO_LARGE = "The template is too large to be kept. Make the pictures in its header smaller."


class OwnTemplate(CodeBook):
    """What every Word document is made on, once a person has taken one."""

    def take_template(self, name: str, content: bytes, fit: Callable[[bytes], object]) -> None:
        """Make every document on this template, kept by its digest.

        Refusal where it is too large, or where `fit`, which looks it over, refuses it.
        """
        self._check("edit_settings")
        if len(content) > LARGEST:
            raise Refusal(TOO_LARGE)
        fit(content)
        digest = sha256(content).hexdigest()
        with self._store.work("take_template", "Take a Word template") as session:
            kept = insert(PaperContent).values(sha256=digest, content=content)
            session.execute(kept.on_conflict_do_nothing())
            put(session, DIGEST, digest)
            put(session, NAME, name)
            put(session, TAKEN, f"{self._today.isoformat()} {self._person.name}")

    def drop_template(self) -> None:
        """Make documents in the program's own look again."""
        self._check("edit_settings")
        with self._store.work("drop_template", "Give up the Word template") as session:
            for key in (DIGEST, NAME, TAKEN):
                put(session, key, "")


def put(session: Session, key: str, value: str, series_id: int | None = None) -> None:
    """Keep one setting, of the panel or of one tier, in a unit of work that is open."""
    row = session.scalars(
        select(Setting).where(Setting.key == key, Setting.series_id == series_id)
    ).first()
    if row is None:
        session.add(Setting(key=key, value=value, series_id=series_id))
    else:
        row.value = value
