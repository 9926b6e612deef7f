"""Persons of concern from a paper, their vehicles and phones, places, and links between all."""

import re
from datetime import date
from typing import Any

from rapidfuzz.fuzz import ratio
from sqlalchemy import select

from models import codes
from models.entities import Alias, Link, PersonOfConcern, Phone, Place, Vehicle
from models.rules.names import plain
from models.services.papers.children import source
from models.services.papers.facts import Facts
from models.services.papers.filing import Filing
from models.services.papers.known_persons import NEAR, KnownPerson, whole
from models.services.papers.same import Question, Verdict, facts_about, tight

NOBODY = re.compile(r"\b(?:unknown|unidentified|unnamed|not known|no name)\b", re.IGNORECASE)
PLATE = re.compile(
    r"\b(?:[A-Z]{2}\d{2}\s?[A-Z]{3}|[A-Z]\d{1,3}\s?[A-Z]{3}|[A-Z]{3}\s?\d{1,3}[A-Z])\b",
    re.IGNORECASE,
)


def meet_person(filing: Filing, said: dict[str, object], born: date | None) -> int:
    """The person of concern that is named: one on record by full name, else a new one.

    A nickname, a part of a name or an initial makes a record of its own and a question.
    """
    name = str(said.get("name") or said.get("alias") or "").strip()
    aliases = _aliases(said)
    things = {tight(one) for one in (*_marks(said), *_numbers(said))}
    verdict = filing.known.persons.judge(name, born, {tight(one) for one in aliases}, things)
    if verdict.same is not None:
        person_id = verdict.same
        _fill_person(filing, person_id, said, born)
        filing.ask(person_id, verdict)
    else:
        person_id = _make_person(filing, name, said, born)
        filing.ask(person_id, Verdict(None, (*verdict.questions, *_children(filing, name))))
    for alias in aliases:
        _add_alias(filing, person_id, alias)
    _hold_things(filing, person_id, said)
    return person_id


def _make_person(filing: Filing, name: str, said: dict[str, object], born: date | None) -> int:
    person = filing.add(
        PersonOfConcern(
            label=name,
            birth_date=born,
            gender=_word(said, "gender"),
            description=_word(said, "description"),
            source=source(filing),
            source_date=filing.today,
        )
    )
    filing.filed.made += 1
    filing.known.persons.add(KnownPerson(person.id, name, born))
    return person.id


def _children(filing: Filing, name: str) -> tuple[Question, ...]:
    """Children of that very name: the person may be a child first, and that is asked."""
    return tuple(
        Question(one, 6.0, f"A child of the same name is on record: {name}")
        for one in (filing.known.children.named(name) if whole(name) else ())
    )


def _fill_person(
    filing: Filing, person_id: int, said: dict[str, object], born: date | None
) -> None:
    person = filing.get(PersonOfConcern, person_id)
    if born is not None and person.birth_date is None:
        person.birth_date = filing.known.persons.all[person_id].born = born
    for attribute in ("gender", "description"):
        if getattr(person, attribute) is None:
            setattr(person, attribute, _word(said, attribute))


def _word(said: dict[str, object], name: str) -> str | None:
    return str(said.get(name) or "").strip() or None


def _aliases(said: dict[str, object]) -> list[str]:
    parts = str(said.get("alias") or "").split(";")
    return [part.strip() for part in parts if part.strip() and part.strip() != said.get("name")]


def _add_alias(filing: Filing, person_id: int, name: str) -> None:
    known = filing.known.persons.all[person_id]
    if tight(name) in known.aliases or tight(name) == tight(known.name):
        return
    known.aliases.add(tight(name))
    filing.add(Alias(subject_id=person_id, name=name, kind="street name", source=source(filing)))


def _marks(said: dict[str, object]) -> list[str]:
    return [found.upper() for found in PLATE.findall(str(said.get("vehicle") or ""))]


def _numbers(said: dict[str, object]) -> list[str]:
    parts = str(said.get("phone") or "").split(";")
    return [part.strip() for part in parts if len(re.sub(r"\D", "", part)) >= 10]


def _hold_things(filing: Filing, person_id: int, said: dict[str, object]) -> None:
    things = filing.known.persons.all[person_id].things
    for mark in _marks(said):
        link(filing, person_id, "drives", meet_vehicle(filing, mark))
        things.add(tight(mark))
    for number in _numbers(said):
        link(filing, person_id, "uses", meet_phone(filing, number))
        things.add(tight(number))
    for name, found in (("vehicle", _marks(said)), ("phone", _numbers(said))):
        if said.get(name) and not found:
            filing.unread("", f"{name.capitalize()} of a person named: {said[name]}")


def meet_vehicle(filing: Filing, mark: str) -> int:
    """The vehicle of that registration mark."""
    found = filing.known.vehicles.find(mark)
    if found is not None:
        return found
    squeezed = re.sub(r"\s", "", mark).upper()
    shown = f"{squeezed[:-3]} {squeezed[-3:]}" if squeezed[-3:].isalpha() else mark.upper()
    vehicle = filing.add(Vehicle(label=shown, registration=shown, source=source(filing)))
    filing.known.vehicles.add(vehicle.id, shown)
    return vehicle.id


def meet_phone(filing: Filing, number: str) -> int:
    """The phone of that number."""
    digits = re.sub(r"^(?:0044|44)0?", "0", re.sub(r"\D", "", number))
    found = filing.known.phones.find(digits)
    if found is not None:
        return found
    phone = filing.add(Phone(label=number, digits=digits, source=source(filing)))
    filing.known.phones.add(phone.id, digits)
    return phone.id


def meet_place(filing: Filing, title: str) -> int:
    """The place of that very title, else a new one; titles nearly alike are asked about."""
    found = filing.known.places.find(title)
    if found is not None:
        return found
    near = tuple(
        Question(place_id, 4.0, "A place with nearly the same title")
        for known, place_id in filing.known.places.titles().items()
        if ratio(known, tight(title)) >= NEAR
    )
    place = filing.add(Place(label=title, source=source(filing)))
    filing.filed.made += 1
    filing.known.places.add(place.id, title)
    filing.ask(place.id, Verdict(None, near[:3]))
    return place.id


def link(
    filing: Filing,
    from_id: int,
    relation: str,
    to_id: int,
    *,
    on: date | None = None,
    note: str | None = None,
) -> None:
    """A suspected link, sourced to the paper; one that stands is only seen again."""
    if from_id == to_id:
        return
    standing = _standing(filing, from_id, relation, to_id)
    if standing is not None:
        if on is not None:
            standing.last_seen = max(standing.last_seen or on, on)
            standing.first_seen = min(standing.first_seen or on, on)
        return
    known: Any = codes.find("link_relations", relation)
    filing.add(
        Link(
            from_id=from_id,
            to_id=to_id,
            relation=relation,
            from_role=known.from_role or None if known else None,
            to_role=known.to_role or None if known else None,
            confidence="suspected",
            source=source(filing),
            source_date=on,
            first_seen=on,
            last_seen=on,
            note=note,
            recorded_on=filing.today,
        )
    )


def _standing(filing: Filing, from_id: int, relation: str, to_id: int) -> Link | None:
    symmetric = getattr(codes.find("link_relations", relation), "symmetric", False)
    ends = [(from_id, to_id)] + ([(to_id, from_id)] if symmetric else [])
    for start, end in ends:
        for one in filing.queued(Link, start):
            if one.to_id == end and one.relation == relation:
                return one
        found = filing.session.scalars(
            select(Link).where(
                Link.from_id == start,
                Link.to_id == end,
                Link.relation == relation,
                Link.ended_on.is_(None),
            )
        ).first()
        if found is not None:
            return found
    return None


def link_associates(filing: Filing, child_id: int, facts: Facts, on: date | None) -> None:
    """Everyone whom a child's referral names beside the child, each with vehicle and phone."""
    for said in facts.people("associates"):
        name = str(said.get("name") or said.get("alias") or "").strip()
        if len(tight(name)) < 2 or NOBODY.search(name):
            _things_alone(filing, child_id, said, facts, on)
            continue
        person_id = meet_person(filing, said, _born(said))
        words = _word(said, "relationship")
        relation = codes.recognise("link_relations", words)
        if relation is not None and relation.code in ("exploits", "recruits", "family"):
            link(filing, person_id, relation.code, child_id, on=on, note=words)
        else:
            link(filing, child_id, "associates", person_id, on=on, note=words)
        if said.get("address"):
            filing.unread(facts.where, f"Address of a person named: {said['address']}")


def _things_alone(
    filing: Filing, child_id: int, said: dict[str, object], facts: Facts, on: date | None
) -> None:
    """Nobody is named: vehicle and phone stand for themselves, the words are kept."""
    for mark in _marks(said):
        link(filing, child_id, "seen in vehicle", meet_vehicle(filing, mark), on=on)
    for number in _numbers(said):
        link(filing, child_id, "in contact", meet_phone(filing, number), on=on)
    words = "; ".join(str(value) for value in said.values() if value)
    if words:
        filing.unread(facts.where, f"Associate without a name: {words}")


def _born(said: dict[str, object]) -> date | None:
    value = said.get("dob")
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None


def link_places(filing: Filing, child_id: int, facts: Facts, on: date | None) -> None:
    """The places that a child's referral names."""
    for title in facts.words("places"):
        if plain(title):
            link(filing, child_id, "frequents", meet_place(filing, title), on=on)


def link_children(
    filing: Filing, names: tuple[str, ...], to_id: int, relation: str, facts: Facts, on: date | None
) -> None:
    """Children whom a nomination names: joined by exact full name, else kept as text and shown."""
    for name in names:
        found = filing.known.children.named(name)
        if len(found) == 1:
            filing.speaks_of(found[0])
            link(filing, found[0], relation, to_id, on=on)
            continue
        filing.unread(facts.where, f"Child named, not joined: {name}")
        for one in _maybe(filing, name, found):
            filing.show(one)


def _maybe(filing: Filing, name: str, found: list[int]) -> tuple[Question, ...]:
    if found:
        return tuple(Question(one, 6.0, f"One of several named {name}") for one in found)
    return filing.known.children.judge(facts_about(name)).questions
