"""Who does a thing: the signed-in person, what that person may do, and the store it goes to."""

from dataclasses import dataclass
from datetime import date, datetime

from models.marks import Role
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

    def _check(self, operation: str) -> None:
        """Raise Refusal where the person's role may not do this."""
        access.check(self._person.role, operation)
