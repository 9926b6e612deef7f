"""What is kept beside the journal: half-typed text, and what is known of the file itself."""

from models.storage import drafts
from models.storage.engine import trusted
from models.storage.facts import EPOCH, known_fact, note_fact
from models.storage.troubles import told_plainly
from models.storage.units import Units


class Asides(Units):
    """A sitting that also keeps what is no operation, so that nothing takes it back."""

    def keep_draft(self, key: str, text: str) -> None:
        """Keep half-typed text under a key of the caller's choosing: no operation, no undo."""
        with self.unit() as (session, _):
            drafts.keep(session, key, text, self.clock.now())

    def draft(self, key: str) -> str | None:
        """The half-typed text kept under this key."""
        with self.reading() as session:
            return drafts.find(session, key)

    def drafted(self) -> tuple[str, ...]:
        """The keys of all half-typed texts."""
        with self.reading() as session:
            return drafts.keys(session)

    def drop_draft(self, key: str) -> None:
        """Forget the half-typed text kept under this key."""
        with self.unit() as (session, _):
            drafts.drop(session, key)

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
