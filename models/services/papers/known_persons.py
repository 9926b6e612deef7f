"""Persons of concern on record: the same by full name, asked about by nickname, part or number."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz.fuzz import ratio
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Alias, Link, PersonOfConcern, Phone, Vehicle
from models.rules.names import could_be_same, name_key
from models.rules.partial_marks import is_partial
from models.services.papers.same import MOST_QUESTIONS, Question, Verdict, tight

NEAR = 86
HELD = ("drives", "uses", "owns")


@dataclass
class KnownPerson:
    """What tells one person of concern from another; things are marks and digits, compared."""

    id: int
    name: str
    born: date | None = None
    aliases: set[str] = field(default_factory=set)
    things: set[str] = field(default_factory=set)


class KnownPersons:
    """Persons of concern by name, alias, vehicle and phone."""

    def __init__(self, session: Session) -> None:
        self.all: dict[int, KnownPerson] = {}
        self._by_key: dict[str, list[KnownPerson]] = defaultdict(list)
        rows = session.execute(
            select(PersonOfConcern.id, PersonOfConcern.label, PersonOfConcern.birth_date)
        )
        for row in rows:
            self.add(KnownPerson(*row))
        self._read_aliases(session)
        self._read_things(session)

    def _read_aliases(self, session: Session) -> None:
        for subject_id, name in session.execute(select(Alias.subject_id, Alias.name)):
            if subject_id in self.all:
                self.all[subject_id].aliases.add(tight(name))

    def _read_things(self, session: Session) -> None:
        for kind, mark in ((Vehicle, Vehicle.registration), (Phone, Phone.digits)):
            rows = session.execute(
                select(Link.from_id, mark)
                .join(kind, kind.id == Link.to_id)
                .where(Link.relation.in_(HELD), Link.ended_on.is_(None))
            )
            for person_id, thing in rows:
                if person_id in self.all and not is_partial(thing or ""):
                    self.all[person_id].things.add(tight(thing))

    def add(self, one: KnownPerson) -> None:
        """A person made or read."""
        self.all[one.id] = one
        self._by_key[name_key(one.name)].append(one)

    def named(self, name: str) -> list[int]:
        """Everyone of that full name."""
        if len(name.split()) < 2:
            return []
        return [one.id for one in self._by_key.get(name_key(name), ())]

    def judge(self, name: str, born: date | None, aliases: set[str], things: set[str]) -> Verdict:
        """Whether this person is on record, and who may be."""
        same: list[int] = []
        asked: dict[int, Question] = {}
        for one in self._by_key.get(name_key(name), ()) if whole(name) else ():
            against = _against(one, born, things)
            if against is None:
                same.append(one.id)
            else:
                asked[one.id] = Question(one.id, 5.0, f"Same name, but {against}: {one.name}")
        if len(same) > 1:
            asked |= {one: Question(one, 6.0, f"One of several named {name}") for one in same}
            return Verdict(None, tuple(asked.values()))
        if not same:
            for one in self.all.values():
                question = _near(one, name, born, aliases, things)
                if question and one.id not in asked:
                    asked[one.id] = question
        kept = sorted(asked.values(), key=lambda one: -one.weight)[:MOST_QUESTIONS]
        return Verdict(same[0] if same else None, tuple(kept))


def whole(name: str) -> bool:
    """True for a name with first name and surname, neither an initial alone."""
    words = [word.strip(".") for word in name.split()]
    return len(words) > 1 and all(len(word) > 1 for word in (words[0], words[-1]))


def _against(one: KnownPerson, born: date | None, things: set[str]) -> str | None:
    if one.born and born and one.born != born:
        return "another date of birth"
    known_by_things = one.things and things and not one.things & things
    if known_by_things and len(things) > 1 and len(one.things) > 1 and not (one.born and born):
        return "another vehicle and phone"
    return None


def _near(
    one: KnownPerson, name: str, born: date | None, aliases: set[str], things: set[str]
) -> Question | None:
    if one.born and born and one.born != born:
        return None
    shared = one.things & things
    if shared:
        return Question(one.id, 7.0, f"Same vehicle or phone: {one.name}")
    mine = tight(name)
    if mine in one.aliases or tight(one.name) in aliases:
        return Question(one.id, 6.0, f"Goes by that name: {one.name}")
    if aliases & one.aliases and could_be_same(one.name, name):
        return Question(one.id, 6.0, f"Same nickname: {one.name}")
    if len(name.split()) > 1 and could_be_same(one.name, name):
        return Question(one.id, 5.0, f"Only an initial or part of the name: {one.name}")
    words = {tight(word) for word in one.name.split()}
    if " " not in name.strip() and mine in words:
        return Question(one.id, 3.0, f"Part of the name: {one.name}")
    if ratio(mine, tight(one.name)) >= NEAR:
        return Question(one.id, 4.0, f"A name spelt nearly alike: {one.name}")
    return None
