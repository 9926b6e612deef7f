"""One person told behind labels in a line: "Name: Lee Marsh / Nickname: Gaz / Tel: 07700 900"."""

import re

from models.intake.understanding.answers import says_nothing
from models.intake.understanding.names import read_name
from models.intake.understanding.numbers import read_phone, read_plate

LEAST, WHO = 2, frozenset({"name", "alias"})
_BETWEEN = " /|,;\t(-–—"
_LABEL = re.compile(
    r"(?:^|(?<=[\s/|,;\t(]))(?:(?P<name>(?:full |real |first )?name)|"
    r"(?P<alias>nick ?name|alias|a\.?k\.?a\.?|known as|street name)|"
    r"(?P<vehicle>vehicle|car|vrm|reg(?:istration)?)|"
    r"(?P<phone>tel(?:ephone)?|phone|mob(?:ile)?)|"
    r"(?P<born>d\.?o\.?b\.?|date of birth)|"
    r"(?P<description>age|description|address|relationship|link|other|notes?))"
    r"(?: ?(?:no\.?|number|details))?\s*:\s*",
    re.IGNORECASE,
)


def read_labelled(chunk: str) -> dict[str, object] | None:
    """Return the person that a line tells part by part; None where its parts have no labels."""
    found = list(_LABEL.finditer(chunk))
    parts = [one.lastgroup or "" for one in found]
    before = chunk[: found[0].start()].strip(_BETWEEN) if found else ""
    if len({*parts}) < LEAST or parts[0] not in WHO or before:
        return None
    ends = [one.start() for one in found[1:]] + [len(chunk)]
    person: dict[str, object] = {"name": None, "alias": None, "vehicle": None, "phone": None}
    for one, part, end in zip(found, parts, ends, strict=True):
        said = chunk[one.end() : end].strip(_BETWEEN)
        if said and not says_nothing(said):
            _tell(person, part, said)
    return person


def _tell(person: dict[str, object], part: str, said: str) -> None:
    if part == "name":
        name = read_name(said)
        person["name"], person["alias"] = name.name or name.alias, name.name and name.alias or None
    elif part == "vehicle":
        plate = read_plate(said)
        person["vehicle"] = plate or said
        if plate and plate != said:
            _describe(person, said)
    elif part == "phone":
        person["phone"] = read_phone(said) or said
    elif part == "description":
        _describe(person, said)
    else:
        person[part] = said.strip(" '\"“”‘’")


def _describe(person: dict[str, object], said: str) -> None:
    person["description"] = "; ".join(filter(None, [str(person.get("description") or ""), said]))
