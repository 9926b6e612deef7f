"""The workspace: one panel's file, opened for one signed-in person."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from models import codes
from models.clock import Clock
from models.errors import Trouble
from models.queries.later import Later
from models.queries.offered import Readings
from models.queries.own_codes import own_rows
from models.records.changes import Changes
from models.records.panel import UserRecord
from models.records.reader import Reader
from models.remembering import forget
from models.services.frozen import check_record
from models.services.offered import Services
from models.services.signed_in import Person
from models.services.signing_in import first_user, others, takes_seat, who_signed_in
from models.storage.backup import backup_age
from models.storage.sealing import Cost
from models.storage.store import Store

if TYPE_CHECKING:
    from models.queries import readers as readers_queries
else:
    readers_queries = Later("readers")


INTERESTS = frozenset({
    "declaration", "member", "agenda_item", "same_as", "person_of_concern", "membership",
    "panel_series", "setting",
})  # fmt: skip
"""Tables that say what the signed-in person has an interest in, and which tiers they read."""


class Workspace(Services):
    """A panel's file in the hands of one person: services to change it, readings to look at it."""

    def __init__(self, store: Store, person: Person) -> None:
        super().__init__(store, person)
        store.actor = person.user_id
        store.claim_drafts()
        store.may_keep = check_record
        self.read = Readings(store, self.reader)
        self._interests: Reader | None = None
        self._stop = store.subscribe(self.hear)
        self._adopt_codes()

    @classmethod
    def create(
        cls,
        path: Path,
        passphrase: str,
        user: str,
        *,
        clock: Clock | None = None,
        cost: Cost | None = None,
    ) -> "Workspace":
        """A new encrypted file whose first user is its administrator; the panel is made next."""
        store = Store.create(path, passphrase, who=user, clock=clock, cost=cost)
        return cls(store, first_user(store, user))

    @classmethod
    def open(
        cls,
        path: Path,
        passphrase: str | None = None,
        *,
        recovery_key: str | None = None,
        clock: Clock | None = None,
    ) -> "Workspace":
        """The panel in a file, for whoever's passphrase it is."""
        store = Store.open(path, passphrase, recovery_key=recovery_key, clock=clock)
        return cls(store, who_signed_in(store))

    @classmethod
    def memory(cls, user: str = "Administrator", clock: Clock | None = None) -> "Workspace":
        """A panel in memory, for rehearsal: gone when closed."""
        store = Store.memory(clock)
        return cls(store, first_user(store, user))

    def seats(self) -> tuple[UserRecord, ...]:
        """Whose seat may be taken in a rehearsal in memory; in a file nobody's."""
        return others(self.store, self.person.user_id) if self.store.file is None else ()

    def take_seat(self, user_id: int) -> "Workspace":
        """The same rehearsal in the hands of another of its people; RuntimeError for a file.

        The sitting is theirs, with their role, agency and interests, and this workspace's ends.
        """
        person = takes_seat(self.store, user_id)
        self._stop()
        forget()
        return Workspace(self.store, person)

    @property
    def panel_name(self) -> str:
        """The panel's name for the marking strip."""
        return self.read.panel_name()

    @property
    def signed_in_name(self) -> str:
        """Who is signed in."""
        return self.person.name

    @property
    def backup_note(self) -> str:
        """How old the last backup is, in a few words."""
        if self.store.file is None:
            return "in memory, nothing is kept"
        age = backup_age(self.store)
        if age is None:
            return "no backup yet"
        hours = int(age.total_seconds() // 3600)
        if hours < 24:
            return "backup today" if hours else "backup within the hour"
        days = hours // 24
        return f"backup {days} day{'' if days == 1 else 's'} ago"

    def lock(self) -> None:
        """Keep in mind nothing that was read, until it is unlocked."""
        self.store.answers.shut()
        # SQLAlchemy keeps the values that each of its statements was first made with.
        self.store.engine.clear_compiled_cache()
        self.store.give_up_pages()
        forget()

    def unlock(self, passphrase: str) -> bool:
        """Whether this is the passphrase of whoever is signed in; a rehearsal has none."""
        known = self._knows(passphrase)
        if known:
            self.store.answers.open()
        return known

    def _knows(self, passphrase: str) -> bool:
        file = self.store.file
        if file is None:
            return True
        try:
            if file.keys.slot is None:
                file.keys.file.candidates(passphrase, None)
            else:
                file.keys.file.private(file.keys.slot, passphrase)
        except Trouble:
            return False
        return True

    def reader(self) -> Reader:
        """The signed-in person as a reader, now."""
        if self._interests is None:
            with self.store.reading() as session:
                self._interests = readers_queries.person(
                    session,
                    self.store.clock.now(),
                    self.person.role,
                    self.person.name,
                    self.person.member_id,
                )
        return self._interests.at(self.store.clock.now())

    def room_reader(self, meeting_id: int, item_id: int | None = None) -> Reader:
        """Everyone present as one reader, whoever is signed in among them."""
        mine = self.reader()
        with self.store.reading() as session:
            room = readers_queries.room(session, self.store.clock.now(), meeting_id, item_id)
        return replace(
            room,
            conflicted_items=room.conflicted_items | mine.conflicted_items,
            conflicted_subjects=room.conflicted_subjects | mine.conflicted_subjects,
        )

    def read_as(self, reader: Reader) -> Readings:
        """Readings as somebody else: the room, or the audience of a document."""
        return Readings(self.store, lambda: reader)

    def close(self) -> None:
        """Close the file."""
        self._stop()
        self.store.close()
        forget()

    def hear(self, changes: Changes) -> None:
        """Forget what a commit, of this window or another, has made old."""
        tables = {table for table, _ in changes.touched}
        if tables & INTERESTS:
            self._interests = None
        if "code_row" in tables:
            self._adopt_codes()

    def _adopt_codes(self) -> None:
        """Let the panel's own rows stand over the shipped lists, everywhere in the program."""
        with self.store.reading() as session:
            codes.adopt(own_rows(session), self.store.clock.today())
