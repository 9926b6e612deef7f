"""Whom running text names as somebody the child is at risk from, told by what stands around it."""

import re
from collections.abc import Iterator, Set

from models.intake.understanding import danger_words as words
from models.intake.understanding.associates import Person
from models.intake.understanding.dates import read_day
from models.intake.understanding.names import names_a_body, read_name
from models.intake.understanding.numbers import read_part_of_plate, read_phone, read_plate
from models.intake.understanding.prose_cars import car_told, drives, without_cars
from models.intake.understanding.wording import straight

YOUNGEST = 16  # years: somebody younger is a friend, or another child at risk
Told = tuple[int, Person]
"""Where a name begins, and who is named."""


def people_told(text: str, this_year: int, known: Set[str] = frozenset()) -> tuple[Person, ...]:
    """Return each person whom text names with a sign of danger, in order: name, nickname, age.

    `known` holds the words of the names of the child, the family and the professionals.
    """
    text = straight(text)
    found: dict[int, Person] = {}
    for at, person in sorted(_all(text, this_year), key=lambda one: (one[0], -len(str(one[1])))):
        whole = f"{person['name'] or ''} {person['alias'] or ''}"
        same = _said(found, whole)
        if same is not None:
            found[same] = person | {key: told for key, told in found[same].items() if told}
        elif _may_be(text, at, str(person["name"] or ""), known):
            found[at] = person
    return tuple(found[at] for at in sorted(found))


def age_told(person: Person, this_year: int) -> int | None:
    """Return how old somebody is said to be, or must be by the year of birth."""
    born = str(person.get("dob") or "")[:4]
    if born:
        return this_year - int(born)
    age = re.search(r"\d\d", str(person.get("description") or ""))
    return int(age[0]) if age else None


def _all(text: str, this_year: int) -> Iterator[Told]:
    yield from _with_nicknames(text)
    for found in words.BORN.finditer(text):
        yield found.start(1), _person(text, found[1]) | _years(found, this_year)
        if beside := words.BESIDE.match(text[found.end() :]):
            at = found.end() + beside.start(1)
            yield (
                at,
                _person(text, beside[1]) | {"description": f"named with {found[0].strip(', ')}"},
            )
    for found in words.SAID.finditer(text):
        if not words.THING.search(text[: found.start()]):
            for one in re.finditer(words.MET, found[1]):
                yield found.start(1) + one.start(), _person(text, one[0])
    for found in words.DOING.finditer(text):
        at = 1 if found[1] else 2
        yield found.start(at), _person(text, found[at])
    for pattern in words.ALONE:
        for found in pattern.finditer(text):
            yield found.start(1), _person(text, found[1])
    for found in words.ONE.finditer(text):
        if not words.THINGS_NAME.match(text[found.end() :]):
            yield found.start(1 if found[1] else 3), _person(text, found[1] or found[3])


def _with_nicknames(text: str) -> Iterator[Told]:
    for found in words.BOTH.finditer(text):
        at = 1 if found[1] else 2
        yield found.start(at), _person(text, found[3], found[at])
    for found in words.IDENTIFIED.finditer(text):
        called = re.search(rf"\"([^\"]*\b{re.escape(found[1])})\"", text)
        if called:
            yield called.start(1), _person(text, found[2], called[1])
    for found in words.ALSO.finditer(text):
        yield found.start(1), _person(text, found[1], found[2])


def _person(text: str, said: str, alias: str | None = None) -> Person:
    said = said.strip('" ').removesuffix("'s")
    name = read_name(said).name or said
    alias = alias.removesuffix("'s") if alias else None
    return {"name": name, "alias": alias, "vehicle": None, "phone": None} | _beside(text, said)


def _beside(text: str, said: str) -> Person:
    """Return the car and the phone told in the one sentence that names nobody else."""
    sentences = re.split(r"(?<=[.!?])\s+", text)
    at = next((at for at, one in enumerate(sentences) if said in one), None)
    if at is None or len(_named_in(sentences[at])) > 1:
        return {}
    sentence, after = sentences[at], sentences[at + 1 : at + 2]
    driven = car_told(sentence) or next((car_told(one) for one in after if drives(one)), None)
    plated = " ".join([sentence, *(one for one in after if drives(one))])
    told = (
        ("vehicle", read_plate(plated) or read_part_of_plate(sentence) or driven),
        ("phone", read_phone(sentence)),
    )
    return {key: value for key, value in told if value}


def _named_in(sentence: str) -> set[str]:
    return {one[0] for one in re.finditer(rf"\b{words.TWO}\b", without_cars(sentence))}


def _years(found: re.Match[str], this_year: int) -> Person:
    if not found[2]:
        return {"description": found[3]}
    born = read_day(found[2], this_year, born=True).value
    return {"dob": born.isoformat()} if born else {}


def _may_be(text: str, at: int, name: str, known: Set[str]) -> bool:
    mine = {word.lower().strip("'.") for word in re.split(r"[ -]", name)}
    before, after = text[max(0, at - 40) : at].rstrip('"( '), text[at + len(name) :]
    if not name or mine & words.NOBODY or name.isupper() and len(name) < 5 or names_a_body(name):
        return False
    if mine <= {word.lower() for word in known}:
        return False
    kin = words.KIN.search(before) and not words.KIN_OF.search(before)
    return not (words.STAFF.search(before) or words.WORKS.match(after) or kin)


def _said(found: dict[int, Person], name: str) -> int | None:
    """Return where somebody is found already who goes by the words of a name."""
    mine = _words(name)
    for at, one in found.items():
        said = _words(f"{one['name']} {one['alias'] or ''}")
        if mine <= said or said <= mine:
            return at
    return None


def _words(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[\w'.-]+", name)}
