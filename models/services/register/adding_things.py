"""New vehicles, telephones and accounts; one that is on record already is the one there is."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.entities import OnlineAccount, Phone, Vehicle
from models.errors import Refusal
from models.rules.identifiers import phone_key
from models.rules.names import plain
from models.rules.partial_marks import is_partial, mark_key, says_a_mark, shown_mark
from models.services.register.adding import added
from models.services.register.fields import need, put
from models.services.signed_in import Service

LEAST_FIGURES = 3


class AddingThings(Service):
    """A thing that was not on record before; each gives its id."""

    def add_vehicle(self, mark: str, **fields: Any) -> int:
        """A vehicle by registration mark, or as it was described where no sign of one was seen.

        The same whole mark again gives the same record; two that are described alike may be two.
        """
        self._check("add_record")
        need(mark, "Enter the registration mark, or what the vehicle looks like.", "mark")
        with self._store.work("add_vehicle", "Add a vehicle") as session:
            return put_vehicle(session, mark, fields)

    def add_phone(self, number: str, **fields: Any) -> int:
        """A telephone by number; the same number again gives the same record."""
        self._check("add_record")
        with self._store.work("add_phone", "Add a phone") as session:
            return put_phone(session, number, fields)

    def add_account(self, handle: str, platform: str | None = None, **fields: Any) -> int:
        """An online account; the same handle on the same platform gives the same record."""
        self._check("add_record")
        handle = need(handle, "Enter the account's name.", "handle")
        with self._store.work("add_account", "Add an online account") as session:
            return put_account(session, handle, platform, fields)


def put_vehicle(session: Session, mark: str, fields: dict[str, Any]) -> int:
    """The vehicle of a mark within a step; one of whose mark a part was seen is a new one."""
    if not says_a_mark(mark):
        return _put_described(session, mark, fields)
    key = mark_key(mark)
    # Papers of earlier versions kept the blank.
    kept = func.replace(Vehicle.registration, " ", "")
    known = session.scalar(select(Vehicle.id).where(kept == key))
    if known is not None and not is_partial(key):
        return known
    row = Vehicle(label=shown_mark(mark), registration=key)
    put(row, fields)
    return added(session, row)


def _put_described(session: Session, words: str, fields: dict[str, Any]) -> int:
    """A vehicle that nobody saw the mark of."""
    row = Vehicle(label=" ".join(words.split()), registration="")
    put(row, fields)
    return added(session, row)


def put_phone(session: Session, number: str, fields: dict[str, Any]) -> int:
    """The telephone of a number within a step; Refusal where there are no figures."""
    key = phone_key(number)
    if len(key) < LEAST_FIGURES:
        raise Refusal("Enter the telephone number.", "number")
    known = session.scalar(select(Phone.id).where(Phone.digits == key))
    if known is not None:
        return known
    row = Phone(label=number.strip(), digits=key)
    put(row, fields)
    return added(session, row)


def put_account(session: Session, handle: str, platform: str | None, fields: dict[str, Any]) -> int:
    """The account of a handle on a platform within a step."""
    rows = session.execute(
        select(OnlineAccount.id, OnlineAccount.platform).where(
            func.lower(OnlineAccount.handle) == handle.lower()
        )
    )
    for known, on in rows:
        if plain(on or "") == plain(platform or ""):
            return known
    label = f"{handle} ({platform.strip()})" if platform and platform.strip() else handle
    row = OnlineAccount(label=label, handle=handle)
    put(row, {"platform": platform, **fields})
    return added(session, row)


def put_told_account(session: Session, told: str, fields: dict[str, Any]) -> int:
    """The account of "kyle.d (Snapchat)", or of a handle alone, within a step."""
    handle, _, platform = told.strip().removesuffix(")").partition(" (")
    return put_account(session, handle, platform or None, fields)
