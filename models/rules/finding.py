"""Why somebody is found by what is typed, in words that everyone present may see."""

import re
from collections.abc import Iterable

from models.marks import SubjectKind
from models.rules.masking import near
from models.rules.names import plain

MISSPELT, PERHAPS = "misspelt", "perhaps"
GUESSED = frozenset({MISSPELT, PERHAPS})
"""Why somebody is found whose name is not what was typed."""
SHORTEST_MISSPELT = 4
REFERENCE = re.compile(r"\s*([A-Za-z][Xx]?)\s?(\d{1,5})\s*")
ALSO_KNOWN = "Also known as"
ALIASES = {
    "street name": "nickname",
    "former name": "former name",
    "preferred name": "preferred name",
    "spelling": "another spelling",
}
THINGS = {
    SubjectKind.VEHICLE.value: "Vehicle",
    SubjectKind.PHONE.value: "Phone",
    SubjectKind.ACCOUNT.value: "Online account",
}
LAST_DIGITS = 3
SOUND_ALIKE = {letter: pair for pair in ("ck", "gj", "sz", "iy") for letter in pair}


def reference_in(words: str) -> str | None:
    """The reference of an item or action that was typed: "v4" is V4, "A012" itself."""
    found = REFERENCE.fullmatch(words)
    return f"{found[1].upper()}{found[2]}" if found else None


def why_found(kind: str, label: str, by: str, alias: str = "") -> str:
    """By what a record was found, without any name: "nickname", "phone ending 112".

    `by` is the word of the name or number it was found by, `alias` the kind of another name. A
    vehicle's mark is told, as the room says it; of a number the end, of an account nothing.
    """
    if kind == SubjectKind.PHONE:
        return f"phone ending {_end(label)}"
    if kind == SubjectKind.VEHICLE:
        return f"vehicle {label}"
    if kind == SubjectKind.ACCOUNT:
        return "online account"
    if by == ALSO_KNOWN:
        return ALIASES.get(alias, "also known as")
    return by if by[:2].isupper() else by[:1].lower() + by[1:]


def thing_found(kind: str, label: str) -> str:
    """Why a number nobody present may know the owner of is found: its end at most."""
    return f"ending {_end(label)}" if kind == SubjectKind.PHONE else ""


def nearly(typed: str, names: Iterable[str]) -> bool:
    """Whether each word typed may be a word of one of the names, spelt otherwise."""
    asked = plain(typed).split()
    return any(
        all(any(near(word, known) for known in plain(name).split()) for word in asked)
        for name in names
    )


def _end(number: str) -> str:
    return "".join(one for one in number if one.isdigit())[-LAST_DIGITS:]
