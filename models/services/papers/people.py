"""Persons of concern from a paper, whom a child is named with, and places."""

import re
from collections.abc import Callable, Iterable
from datetime import date

from rapidfuzz.fuzz import ratio

from models import codes
from models.entities import Alias, PersonOfConcern, Place
from models.matching.belongings import address_key
from models.rules.ages import age
from models.rules.harm_told import harm_told, spoken_names
from models.rules.names import other_names_in, plain
from models.services.papers.facts import Facts
from models.services.papers.filing import Filing, source
from models.services.papers.known_persons import NEAR, whole
from models.services.papers.linking import HARM, link
from models.services.papers.same import Question, Verdict, facts_about, tight
from models.services.papers.things import (
    hold_things,
    meet_phone,
    meet_vehicle,
    numbers,
    plates,
    told_by,
)
from models.services.papers.told_persons import KnownPerson, ToldPerson

ADULT = 18
CALLED_YOUNG = (
    r"\b(?:child|young person|pupil|peer|class ?mate|school ?friend)"
    r"(?:,? (?:named|called|known as))?,? "
)
"""What stands before the name of somebody whom a paper calls a child."""
AGED = re.compile(
    r"\b(?:aged?|approx\.?|about)\s*(\d{1,2})\b|(?:^|[,;(]\s*)(\d{1,2})(?!\d|[:/.]\d)", re.I
)
PEER = re.compile(r"\b(?:peers?|class ?mate|school ?(?:friend|mate)|same (?:school|year))\b", re.I)
NOBODY = re.compile(r"\b(?:unknown|unidentified|unnamed|not known|no name)\b", re.IGNORECASE)


def meet_person(
    filing: Filing, said: dict[str, object], born: date | None, children: Iterable[int] = ()
) -> int:
    """The person of concern that is named, with these children: one on record, else a new one.

    A common name with nothing beside it, a nickname, a part of a name or an initial makes a record
    of its own and a question.
    """
    name = str(said.get("name") or said.get("alias") or "").strip()
    aliases = _aliases(said)
    told = ToldPerson(
        name, born, _word(said, "gender"), _word(said, "pnc"), _word(said, "la_id"),
        _word(said, "postcode"),
        {tight(one) for one in aliases}, told_by(said), _homes(said), set(children),
    )  # fmt: skip
    verdict = filing.known.persons.judge(told)
    if verdict.same is not None:
        person_id = verdict.same
        _fill_person(filing, person_id, said, born)
        filing.ask(person_id, verdict)
    else:
        person_id = _make_person(filing, name, said, born)
        filing.ask(person_id, Verdict(None, (*verdict.questions, *_children(filing, name))))
    for alias in aliases:
        _add_alias(filing, person_id, alias)
    hold_things(filing, person_id, said)
    filing.known.persons.learn(person_id, told)
    return person_id


def _homes(said: dict[str, object]) -> set[str]:
    home = _word(said, "address")
    return {address_key(home)} if home else set()


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
    filing.known.persons.add(KnownPerson(name, born, id=person.id))
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
        person.birth_date = born
    for attribute in ("gender", "description"):
        if getattr(person, attribute) is None:
            setattr(person, attribute, _word(said, attribute))


def _word(said: dict[str, object], name: str) -> str | None:
    return str(said.get(name) or "").strip() or None


def _aliases(said: dict[str, object]) -> list[str]:
    return [one for one in other_names_in(str(said.get("alias") or "")) if one != said.get("name")]


def _add_alias(filing: Filing, person_id: int, name: str) -> None:
    known = filing.known.persons.all[person_id]
    if tight(name) in known.aliases or tight(name) == tight(known.name):
        return
    known.aliases.add(tight(name))
    filing.add(Alias(subject_id=person_id, name=name, kind="street name", source=source(filing)))


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


def link_associates(filing: Filing, child_id: int, facts: Facts, on: date | None) -> None:
    """Everyone whom a child's referral names beside the child, each with vehicle and phone."""
    own = spoken_names(filter(None, (facts.text("name"),)), child=True)
    for said in facts.people("associates"):
        name = str(said.get("name") or said.get("alias") or "").strip()
        if len(tight(name)) < 2 or NOBODY.search(name):
            _things_alone(filing, child_id, said, facts, on)
            continue
        words = _word(said, "relationship")
        relation = codes.recognise("link_relations", words)
        harms = relation is not None and relation.code in HARM
        if not harms and _is_young(filing, said, facts.text("reason"), name):
            link_peer(filing, child_id, name, facts, on)
            continue
        person_id = meet_person(filing, said, _born(said), (child_id,))
        told = harm_in(facts.text("reason"), name, own)
        if relation is not None and relation.code in (*HARM, "family"):
            link(filing, person_id, relation.code, child_id, on=on, note=words)
        if told is not None and not harms:
            link(filing, person_id, told, child_id, on=on, note=words)
        elif relation is None or relation.code not in (*HARM, "family"):
            link(filing, child_id, "associates", person_id, on=on, note=words)


def harm_in(
    text: str | None, name: str, own: Iterable[str], *, by_named: bool = True
) -> str | None:
    """The harm that a paper says, in so many words, somebody named does to whom it is about.

    Not `by_named`: that whom it is about does to the one named.
    """
    if not text or len(name) < 2:
        return None
    found = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)
    told = (harm_told(text, one.start(), one.end(), own) for one in found)
    return next(
        (one.relation for one in told if one is not None and one.by_named == by_named), None
    )


def _is_young(filing: Filing, said: dict[str, object], reason: str | None, name: str) -> bool:
    """Whether somebody named beside a child is a child as well: by age, as a peer, or so called.

    Nobody becomes a person of concern for being a child's friend.
    """
    years = age(_born(said), filing.today)
    words = " ".join(str(said.get(name) or "") for name in ("description", "relationship"))
    told = AGED.search(words)
    years = int(told[1] or told[2]) if years is None and told else years
    if years is not None:
        return years < ADULT
    called = rf"{CALLED_YOUNG}{re.escape(name)}(?!\w)"
    return bool(PEER.search(words) or re.search(called, reason or "", re.IGNORECASE))


def link_peer(filing: Filing, child_id: int, name: str, facts: Facts, on: date | None) -> None:
    """Another child whom a paper names: linked where one of that full name is on record."""
    found = filing.known.children.named(name)
    if len(found) == 1:
        link(filing, child_id, "associates", found[0], on=on)
    else:
        filing.unread(facts.where, f"Peer named, not joined: {name}")


def _things_alone(
    filing: Filing, child_id: int, said: dict[str, object], facts: Facts, on: date | None
) -> None:
    """Nobody is named: vehicle and phone stand for themselves, the words are kept."""
    for mark in plates(said):
        link(filing, child_id, "seen in vehicle", meet_vehicle(filing, mark, child_id), on=on)
    for number in numbers(said):
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
    filing: Filing,
    names: tuple[str, ...],
    to_id: int,
    relation: str,
    facts: Facts,
    on: date | None,
    *,
    harm_of: Callable[[str], str | None] = lambda _name: None,
    persons: bool = False,
) -> None:
    """Children whom a nomination names: joined by exact full name, else kept as text and shown.

    `harm_of` gives what the nomination says in so many words is done to the child of a name. Where
    adults may be among them (`persons`), one of concern whom the name tells by itself is meant.
    """
    for name in names:
        found = filing.known.children.named(name)
        if persons and not found:
            found = _meant(filing, name)
        if len(found) == 1:
            filing.speaks_of(found[0])
            ends = (found[0], relation, to_id)
            told = harm_of(name)
            link(filing, *((to_id, told, found[0]) if told else ends), on=on)
            continue
        filing.unread(facts.where, f"Child named, not joined: {name}")
        for one in _maybe(filing, name, found):
            filing.show(one)


def _meant(filing: Filing, name: str) -> list[int]:
    """The person of concern whom a name in full tells by itself."""
    same = filing.known.persons.judge(ToldPerson(name)).same
    return [same] if same is not None else []


def _maybe(filing: Filing, name: str, found: list[int]) -> tuple[Question, ...]:
    if found:
        return tuple(Question(one, 6.0, f"One of several named {name}") for one in found)
    asked = filing.known.children.judge(facts_about(name)).questions
    return asked or filing.known.persons.judge(ToldPerson(name)).questions
