"""What is kept beside the journal: half-typed text, and what is known of the file itself."""

from sqlalchemy.orm import Session

from models.storage import drafts
from models.storage.drafts import Typist
from models.storage.engine import trusted
from models.storage.facts import EPOCH, known_fact, note_fact
from models.storage.troubles import told_plainly
from models.storage.units import Units


class Asides(Units):
    """A sitting that also keeps what is no operation, so that nothing takes it back."""

    _taken: dict[str, tuple[Typist, str]]
    """By key what an earlier window of this user left and this one took up."""

    def keep_draft(self, key: str, text: str) -> None:
        """Keep half-typed text under a key of the caller's choosing: no operation, no undo.

        It is the signed-in user's, in this window: nobody else is given it.
        """
        with self.unit() as (session, _):
            drafts.keep(session, key, self._typist, text, self.clock.now())
            self._drop_taken(session, key)

    def draft(self, key: str) -> str | None:
        """The half-typed text that the signed-in user has under this key."""
        with self.reading() as session:
            found = drafts.find(session, key, self._typist)
        if found is None:
            return None
        text, sitting = found
        if sitting != self.sitting:
            self._taken[key] = self._typist._replace(sitting=sitting), text
        return text

    def drafted(self) -> tuple[str, ...]:
        """The keys of all half-typed texts of the signed-in user."""
        with self.reading() as session:
            return drafts.keys(session, self._typist)

    def drafted_by_others(self) -> tuple[str, ...]:
        """The keys under which others have half-typed text."""
        with self.reading() as session:
            return drafts.keys_of_others(session, self._typist)

    def drop_draft(self, key: str) -> None:
        """Forget the half-typed text kept under this key."""
        with self.unit() as (session, _):
            drafts.drop(session, key, self._typist)
            self._drop_taken(session, key)

    def claim_drafts(self) -> None:
        """Take as the signed-in user's what was kept before a text was somebody's."""
        with self.reading() as session:
            if not drafts.are_nobodys(session):
                return
        with self.unit(even_handed_over=True) as (session, _):
            drafts.claim(session, self._typist)

    @property
    def _typist(self) -> Typist:
        return Typist(drafts.NOBODY if self.actor is None else self.actor, self.sitting)

    def _drop_taken(self, session: Session, key: str) -> None:
        if key in self._taken:
            drafts.drop_taken(session, key, *self._taken.pop(key))

    def fact(self, name: str) -> str | None:
        """What is known of the file itself under this name (see `facts`)."""
        with self.reading() as session:
            return known_fact(session.connection(), name)

    def note_fact(self, name: str, value: str) -> None:
        """Write down a fact about the file itself, outside the journal."""
        with told_plainly(), trusted(self.engine.connect()) as connection, connection.begin():
            note_fact(connection, name, value)

    @property
    def epoch(self) -> str:
        """Changes whenever the file was restored or taken over; numbers count within an epoch."""
        return self.fact(EPOCH) or ""
