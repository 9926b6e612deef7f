"""Who does a thing: the signed-in person, what that person may do, and the store it goes to."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from models.marks import Role
from models.queries.readers import person
from models.records.reader import Reader
from models.rules import access
from models.storage.store import Store


@dataclass(frozen=True)
class Person:
    """The user who signed in, as the store knows them."""

    user_id: int | None
    name: str
    role: Role
    member_id: int | None = None
    agency_id: int | None = None


class Service:
    """What every service has: a store, a person and the clock."""

    def __init__(self, store: Store, person: Person) -> None:
        self._store = store
        self._person = person

    @property
    def _now(self) -> datetime:
        return self._store.clock.now()

    @property
    def _today(self) -> date:
        return self._store.clock.today()

    def _reader(self, session: Session) -> Reader:
        """Whoever signed in, as a reader: nobody works with what they may not know of."""
        who = self._person
        return person(session, self._now, who.role, who.name, who.member_id)

    def _check(self, operation: str) -> None:
        """Raise Refusal where the person's role may not do this."""
        access.check(self._person.role, operation)
