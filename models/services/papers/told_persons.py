"""A person of concern as a paper or the register tells, and how far two agree beside the name."""

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

ALIKE = (
    ("aliases", "the same other name"), ("things", "the same vehicle, telephone or account"),
    ("homes", "the same address"), ("children", "the same child named with them"),
)  # fmt: skip


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


def agreeing(known: KnownPerson, told: ToldPerson) -> str:
    """What both say alike beside their name, in words; empty where that is nothing."""
    found = [words for field, words in _said(known, told, same=True)]
    found += [words for field, words in ALIKE if _shared(known, told, field)]
    return listed(found)


def against(known: KnownPerson, told: ToldPerson) -> str:
    """What one says and the other says otherwise, in words; empty where that is nothing."""
    found = [words for field, words in _said(known, told, same=False) if field != "postcode"]
    genders = {gender_key(one.gender) for one in (known, told)} - {""}
    if len(genders) > 1:
        found.append("another gender")
    apart = known.things and told.things and not known.things & told.things
    if apart and len(told.things) > 1 and len(known.things) > 1 and not (known.born and told.born):
        found.append("another vehicle and phone")
    return listed(found)


def _said(known: ToldPerson, told: ToldPerson, *, same: bool) -> list[tuple[str, str]]:
    """The fields that both have and say alike, or otherwise, each with its words."""
    pairs = (
        ("born", "date of birth", str(known.born or ""), str(told.born or "")),
        ("pnc", "police reference", number_key(known.pnc), number_key(told.pnc)),
        ("system_id", "case system id", number_key(known.system_id), number_key(told.system_id)),
        ("postcode", "postcode", postcode_key(known.postcode), postcode_key(told.postcode)),
    )
    how = "the same" if same else "another"
    return [(name, f"{how} {words}") for name, words, one, other in pairs
            if one and other and (one == other) is same]  # fmt: skip


def _shared(known: ToldPerson, told: ToldPerson, name: str) -> bool:
    both: set[object] = getattr(known, name) & getattr(told, name)
    return any(_tells(one, told.name) for one in both) if name == "aliases" else bool(both)


def _tells(alias: object, name: str) -> bool:
    """Whether another name is more than a part of the name or its short form."""
    words = [plain(one) for one in name.split()]
    first = name_parts(name).first[:1]
    said = str(alias)
    return said not in map(tight, words) and not any(short_form(said, one) for one in first)
