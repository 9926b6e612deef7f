"""A person of concern as a paper or the register tells, and how far two agree beside the name."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from models.matching.facts import gender_key
from models.matching.parts import name_parts
from models.matching.short_forms import short_form
from models.rules.addresses import postcode_key
from models.rules.identifiers import number_key
from models.rules.listing import listed
from models.rules.names import plain
from models.services.papers.same import tight

SHARED = ("aliases", "things", "homes", "children")
POSTCODE = "postcode"
LEAST = 3  # words of an address that tells one house: "12 Mill Bank"


@dataclass
class ToldPerson:
    """What tells one person of concern from another; of sets each is as it is compared.

    `things` are whole marks, figures and handles; `children` the records of children whom they are
    named with.
    """

    name: str
    born: date | None = None
    gender: str | None = None
    pnc: str | None = None
    system_id: str | None = None
    postcode: str | None = None
    aliases: set[str] = field(default_factory=set)
    things: set[str] = field(default_factory=set)
    homes: set[str] = field(default_factory=set)
    children: set[int] = field(default_factory=set)


@dataclass
class KnownPerson(ToldPerson):
    """One on record."""

    id: int = 0


def agree(known: KnownPerson, told: ToldPerson) -> bool:
    """Whether both say something alike beside their name."""
    alike = any(same for _, same in _said(known, told))
    return alike or any(_share(known, told, name) for name in SHARED)


def against(known: KnownPerson, told: ToldPerson) -> str:
    """What one says and the other says otherwise, in words; empty where that is nothing."""
    other = (words for words, same in _said(known, told) if not same and words != POSTCODE)
    found = [f"another {words}" for words in other]
    genders = {gender_key(one.gender) for one in (known, told)} - {""}
    if len(genders) > 1:
        found.append("another gender")
    apart = known.things and told.things and not known.things & told.things
    if apart and len(told.things) > 1 and len(known.things) > 1 and not (known.born and told.born):
        found.append("another vehicle, telephone or account")
    return listed(found)


def _said(known: ToldPerson, told: ToldPerson) -> Iterator[tuple[str, bool]]:
    """What both have, in words, and whether they say it alike."""
    pairs = (
        ("date of birth", str(known.born or ""), str(told.born or "")),
        ("police reference", number_key(known.pnc), number_key(told.pnc)),
        ("case system id", number_key(known.system_id), number_key(told.system_id)),
        (POSTCODE, postcode_key(known.postcode), postcode_key(told.postcode)),
    )
    return ((words, one == other) for words, one, other in pairs if one and other)


def _share(known: ToldPerson, told: ToldPerson, name: str) -> bool:
    both: set[object] = getattr(known, name) & getattr(told, name)
    if name == "aliases":
        return any(_tells(one, told.name) for one in both)
    return any(map(_is_house, both)) if name == "homes" else bool(both)


def _is_house(home: object) -> bool:
    """Whether an address is of one house: "no fixed abode", a town or "flat 2" is that of many."""
    words = str(home).split()
    return len(words) >= LEAST and any(word[0].isdigit() for word in words)


def _tells(alias: object, name: str) -> bool:
    """Whether another name is more than a part of the name or its short form."""
    words = [plain(one) for one in name.split()]
    first = name_parts(name).first[:1]
    said = str(alias)
    return said not in map(tight, words) and not any(short_form(said, one) for one in first)
