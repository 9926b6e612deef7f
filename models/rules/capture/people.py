"""What people in the room call each other: names, first names, roles, initials, titles."""

import re
from collections.abc import Iterable, Iterator, Sequence

from models import codes
from models.rules.capture.english import is_english
from models.rules.capture.field_words import field_words, short_words
from models.rules.capture.phrases import Phrasebook
from models.rules.capture.refs import PersonRef
from models.rules.names import parse_name, plain

SMALL = frozenset(["of", "the", "and", "for", "in", "to"])
# Names that are also words of a sentence: they are names only with a capital letter.
CAREFUL = frozenset({
    "will", "may", "mark", "grace", "hope", "faith", "rose", "summer", "bill", "drew", "art",
    "joy", "dawn", "pat", "sue", "rob", "nick", "jack", "dean", "chase", "young", "long",
    "brown", "green", "black", "white", "king", "bishop", "price", "rich", "page", "park",
    "wood", "hill", "field", "bright", "best", "good", "day", "short", "little", "small",
    "moon", "snow", "frost", "cook", "baker", "april", "june", "august", "call", "book", "read",
    "speak", "meet", "send", "case", "fish", "chip", "bell", "ball", "west", "north", "south",
    "east", "son", "daughter", "child", "adult", "parent", "carer", "mother", "father", "chair",
    "panel",
})  # fmt: skip


def name_book(people: Iterable[PersonRef]) -> Phrasebook[PersonRef]:
    """Every way to name a person of the room; some names lead to more than one of them."""
    people = tuple(people)
    return Phrasebook(
        ((phrase, person) for person in people for phrase in _names(person)),
        CAREFUL - {"chair"} | frozenset(_begun(people)),
        same=short_words(),
    )


def _begun(people: Iterable[PersonRef]) -> Iterator[str]:
    """First names cut to three letters, which are names only with a capital: "Pri", "Jod"."""
    for first in (plain(person.name).partition(" ")[0] for person in people):
        if len(first) > 3 and not is_english(first[:3]):
            yield first[:3]


def role_book(people: Iterable[PersonRef]) -> Phrasebook[PersonRef]:
    """Every role held in the room, whole or by its letters."""
    people = tuple(people)
    whole = {plain(person.role) for person in people}
    ends = ((phrase, one) for one in people for phrase in _ends_of_role(one) if phrase not in whole)
    pairs = ((phrase, person) for person in people for phrase in _roles(person))
    return Phrasebook((*pairs, *ends), same=short_words())


def _ends_of_role(person: PersonRef) -> Iterator[str]:
    """ "Licensing officer" for the licensing enforcement officer."""
    words = plain(re.split(r"[,(]", person.role)[0]).split()
    if len(words) > 2:
        yield f"{words[0]} {words[-1]}"
        # "Housing options" where their agency is a housing one: no other words for it begin so.
        if words[-1] == "lead" or words[0] in plain(person.agency).split():
            yield " ".join(words[:-1])


def _names(person: PersonRef) -> Iterator[str]:
    name = parse_name(person.name)
    yield from (person.name, name.full, name.known_as)
    yield from person.also
    if not name.first:
        return
    first = name.first[0]
    yield from (first, name.surname, f"{first} {name.surname}", f"{name.surname} {first}")
    yield from (f"{first[0]} {name.surname}", f"{first} {name.surname[0]}")
    yield f"{name.surname} {first[0]}"
    for end in range(3, len(first)):  # "Beth Cole" for Bethany, and "Beth" where it is no word
        yield f"{first[:end]} {name.surname}"
        if not is_english(first[:end].lower()):
            yield first[:end]
    letters = [part[0] for part in (*name.first, name.surname)]
    yield from ("".join(letters), " ".join(letters))
    yield from _longer_letters(name.first, name.surname)
    for role in _roles(person):
        yield from (f"{role} {name.surname}", f"{role} {first}", f"{role} {first} {name.surname}")
        yield from (f"{role} {first} {name.surname[0]}", f"{role} {name.surname[0]}")


def _longer_letters(first: Sequence[str], surname: str) -> Iterator[str]:
    """ "JLOD" for Jean-Luc O'Dowd, "FMcB" for Fiona McBride, "SWh" for Sam Whitlock."""
    begun = "".join(part[0] for part in re.split(r"[-\s]", " ".join(first)) if part)
    capitals = "".join(re.findall(r"[A-Z]", surname))
    shortened = re.sub(r"^(Mc|Mac)([A-Z]).*", r"\1\2", surname)
    for letters in (
        f"{begun}{capitals}",
        f"{first[0][0]}{shortened}",
        f"{first[0][0]}{surname[:2]}",
    ):
        if 2 < len(letters) < 6 and not is_english(letters.lower()):
            yield letters


def _roles(person: PersonRef) -> Iterator[str]:
    if not person.role:
        return
    main = re.split(r"[,(]", person.role)[0]
    yield from dict.fromkeys((plain(person.role), plain(main)))
    first, _, rest = main.strip().partition(" ")
    if first.isupper() and " " in rest:  # "case manager" for the YJS case manager
        yield plain(rest)
    words = [word for word in plain(main).split() if word not in SMALL]
    if len(words) > 1:
        letters = "".join(word[0] for word in words)
        if letters not in field_words("plan letters"):
            yield letters
            yield from (f"{letters} {rest}" for rest in _behind(person.role, main))
        if len(words[-1]) > 4:
            yield words[-1]
    yield from (word.lower() for word in re.findall(r"\b[A-Z]{2,}\b", person.role))
    yield from _shortened(plain(main))


def _behind(role: str, main: str) -> Iterator[str]:
    """ "Adolescents" of "Team manager, adolescents"."""
    rest = plain(role[len(main) :])
    yield from ((rest,) if rest else ())


def _shortened(role: str) -> Iterator[str]:
    """ "Neighbourhood sgt", "misper coord": words of a role as people shorten them, one or two."""
    for once in dict.fromkeys(_one_shortened(role)):
        yield from (once, *_one_shortened(once))


def _one_shortened(role: str) -> Iterator[str]:
    for row in (*codes.load("role_words"), *codes.load("agency_words")):
        if row.active and re.search(rf"\b{re.escape(row.label)}\b", role):
            yield from (role.replace(row.label, word.lower()) for word in row.synonyms)
