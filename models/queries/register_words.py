"""Every name and number a subject is known by, read from the file for look-up and matching."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import (
    Alias,
    Child,
    OnlineAccount,
    PersonOfConcern,
    Phone,
    Place,
    Subject,
    Vehicle,
)
from models.rules.names import initials, plain

PEOPLE = frozenset({"child", "person_of_concern"})
SCRIPTED = 500


@dataclass(frozen=True, slots=True)
class Said:
    """One name or number: what it is, as written, folded, and folded without spaces."""

    why: str
    shown: str
    folded: str
    squashed: str


@dataclass(frozen=True, slots=True)
class Known:
    """A subject with all that it is known by; `whole` is every folded text, for a first look."""

    id: int
    kind: str
    label: str
    closed: bool
    reference: str | None = None
    short: str = ""
    birth_date: date | None = None
    postcode: str | None = None
    gender: str | None = None
    nhs_number: str | None = None
    aliases: tuple[tuple[int, str, str], ...] = ()
    said: tuple[Said, ...] = ()
    whole: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The name as shown, then the others."""
        return (self.label, *(name for _, name, _ in self.aliases))


def squash(text: str) -> str:
    """Folded text without spaces, as registration marks and numbers are compared."""
    return plain(text).replace(" ", "")


def read_known(session: Session, ids: Iterable[int] | None = None) -> dict[int, Known]:
    """These subjects, or all, by id; one select for each table."""
    found: dict[int, Known] = {}
    for part in _parts(ids):
        found.update(_read(session, part))
    return found


def _parts(ids: Iterable[int] | None) -> Iterator[list[int] | None]:
    if ids is None:
        yield None
        return
    wanted = sorted(set(ids))
    for start in range(0, len(wanted), SCRIPTED):
        yield wanted[start : start + SCRIPTED]


def _read(session: Session, ids: list[int] | None) -> dict[int, Known]:
    rows = _rows(session, ids, Subject.id, Subject.kind, Subject.label, Subject.closed_on)
    found = {one[0]: Known(one[0], one[1], one[2], one[3] is not None) for one in rows}
    numbers: dict[int, list[tuple[str, str | None]]] = {}
    aliases: dict[int, list[tuple[int, str, str]]] = {}
    own = Alias.subject_id
    for row in _rows(session, ids, own, Alias.id, Alias.name, Alias.kind, key=own, order=Alias.id):
        aliases.setdefault(row[0], []).append((row[1], row[2], row[3]))
    for kind, columns in NUMBERS:
        for row in _rows(session, ids, kind.id, *(column for _, column in columns), key=kind.id):
            numbers[row[0]] = [(what, row[n + 1]) for n, (what, _) in enumerate(columns)]
    for row in _rows(session, ids, *CHILD_FACTS, key=Child.id):
        found[row[0]] = _with_facts(found[row[0]], row)
    for row in _rows(session, ids, *PERSON_FACTS, key=PersonOfConcern.id):
        found[row[0]] = _with_facts(found[row[0]], row)
    return {
        one: _told(known, tuple(aliases.get(one, ())), numbers.get(one, []))
        for one, known in found.items()
    }


CHILD_FACTS = (
    Child.id, Child.system_id, Child.birth_date, Child.postcode, Child.gender, Child.nhs_number,
)  # fmt: skip
PERSON_FACTS = (
    PersonOfConcern.id, PersonOfConcern.system_id, PersonOfConcern.birth_date,
    PersonOfConcern.postcode, PersonOfConcern.gender,
)  # fmt: skip
NUMBERS: tuple[tuple[Any, tuple[tuple[str, Any], ...]], ...] = (
    (
        Child,
        (
            ("System id", Child.system_id),
            ("NHS number", Child.nhs_number),
            ("Single identifier", Child.single_identifier),
            ("Pupil number", Child.upn),
            ("Police reference", Child.police_reference),
            ("Youth justice reference", Child.youth_justice_reference),
        ),
    ),
    (
        PersonOfConcern,
        (
            ("System id", PersonOfConcern.system_id),
            ("Police reference", PersonOfConcern.police_reference),
        ),
    ),
    (Vehicle, (("Registration", Vehicle.registration),)),
    (Phone, (("Phone", Phone.digits), ("IMEI", Phone.imei), ("Line", Phone.line_name))),
    (
        OnlineAccount,
        (("Account", OnlineAccount.handle), ("Display name", OnlineAccount.display_name)),
    ),
    (Place, (("Postcode", Place.postcode), ("Address", Place.address))),
)


def _rows(
    session: Session, ids: list[int] | None, *columns: Any, key: Any = Subject.id, order: Any = None
) -> Iterable[Any]:
    asked = select(*columns)
    if ids is not None:
        asked = asked.where(key.in_(ids))
    return session.execute(asked if order is None else asked.order_by(order))


def _with_facts(known: Known, row: Any) -> Known:
    return replace(
        known,
        reference=row[1],
        birth_date=row[2],
        postcode=row[3],
        gender=row[4],
        nhs_number=row[5] if len(row) > 5 else None,
    )


def _told(
    known: Known, aliases: tuple[tuple[int, str, str], ...], numbers: list[tuple[str, str | None]]
) -> Known:
    texts = [("", known.label), *(("Also known as", name) for _, name, _ in aliases)]
    texts += [(what, text) for what, text in numbers if text and text != known.label]
    said = tuple(Said(why, text, plain(text), squash(text)) for why, text in texts)
    short = squash(initials(known.label)) if known.kind in PEOPLE else ""
    whole = "".join(f" {text}" for one in said for text in (one.folded, one.squashed))
    return replace(known, aliases=aliases, said=said, short=short, whole=whole)
