"""Every name and number a subject is known by, read from the file for look-up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
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
from models.marks import PEOPLE
from models.rules.names import initials, plain

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


def read_known(session: Session, ids: Iterable[int]) -> dict[int, Known]:
    """These subjects by id; one select for each table."""
    found: dict[int, Known] = {}
    wanted = sorted(set(ids))
    for start in range(0, len(wanted), SCRIPTED):
        found.update(_read(session, wanted[start : start + SCRIPTED]))
    return found


def _read(session: Session, ids: Sequence[int]) -> dict[int, Known]:
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
    return {
        one: _told(known, tuple(aliases.get(one, ())), numbers.get(one, []))
        for one, known in found.items()
    }


REFERENCE = "System id"
NUMBERS: tuple[tuple[Any, tuple[tuple[str, Any], ...]], ...] = (
    (
        Child,
        (
            (REFERENCE, Child.system_id),
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
            (REFERENCE, PersonOfConcern.system_id),
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
    session: Session, ids: Sequence[int], *columns: Any, key: Any = Subject.id, order: Any = None
) -> Iterable[Any]:
    asked = select(*columns).where(key.in_(ids))
    return session.execute(asked if order is None else asked.order_by(order))


def _told(
    known: Known, aliases: tuple[tuple[int, str, str], ...], numbers: list[tuple[str, str | None]]
) -> Known:
    texts = [("", known.label), *(("Also known as", name) for _, name, _ in aliases)]
    texts += [(what, text) for what, text in numbers if text and text != known.label]
    said = tuple(Said(why, text, plain(text), squash(text)) for why, text in texts)
    short = squash(initials(known.label)) if known.kind in PEOPLE else ""
    whole = "".join(f" {text}" for one in said for text in (one.folded, one.squashed))
    return replace(
        known,
        reference=dict(numbers).get(REFERENCE),
        aliases=aliases,
        said=said,
        short=short,
        whole=whole,
    )
