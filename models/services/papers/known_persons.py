"""Persons of concern on record: whom a paper means by a name, and whom a person is asked about."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from rapidfuzz.fuzz import ratio
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import (
    Address,
    Alias,
    Child,
    Link,
    OnlineAccount,
    PersonOfConcern,
    Phone,
    Vehicle,
)
from models.matching.belongings import address_key
from models.matching.parts import name_parts
from models.matching.rare_names import is_rare
from models.matching.things import handle_key
from models.queries.belongings import OWN
from models.queries.knowable import leads
from models.rules.identifiers import phone_key
from models.rules.names import could_be_same, name_key
from models.rules.partial_marks import is_partial, mark_key
from models.rules.reasons_once import SAME_THING
from models.services.papers.same import MOST_QUESTIONS, Question, Verdict, tight
from models.services.papers.told_persons import KnownPerson, ToldPerson, against, agree

NEAR = 86
THINGS: tuple[tuple[type[Any], Any, Any], ...] = (
    (Vehicle, Vehicle.registration, mark_key), (Phone, Phone.digits, phone_key),
    (OnlineAccount, OnlineAccount.handle, handle_key),
)  # fmt: skip
NAME_ALONE = "Same name, which others may have, and nothing else to tell by"
PERSON = PersonOfConcern


class KnownPersons:
    """Persons of concern by name, with all that tells one from another."""

    def __init__(self, session: Session) -> None:
        self.all: dict[int, KnownPerson] = {}
        self._by_key: dict[str, list[KnownPerson]] = defaultdict(list)
        self._bear: Counter[str] = Counter()
        self._leads = leads(session)
        self._here: set[int] = set()
        """Whom the record of a paper that is being filed has named already."""
        rows = session.execute(
            select(PERSON.id, PERSON.label, PERSON.birth_date, PERSON.gender,
                   PERSON.police_reference, PERSON.system_id, PERSON.postcode)
        )  # fmt: skip
        for person_id, name, born, gender, pnc, system_id, postcode in rows:
            self.add(KnownPerson(name, born, gender, pnc, system_id, postcode, id=person_id))
        for label in session.scalars(select(Child.label)):
            self._count(label)
        self._read(session)

    def add(self, one: KnownPerson) -> None:
        """A person made or read."""
        self.all[one.id] = one
        self._by_key[name_key(one.name)].append(one)
        self._count(one.name)

    def learn(self, person_id: int, told: ToldPerson) -> None:
        """What a paper tells of somebody on record, whom its name means from now on."""
        known = self.all[person_id]
        self._here.add(person_id)
        for name in ("born", "gender", "pnc", "system_id", "postcode"):
            setattr(known, name, getattr(known, name) or getattr(told, name))
        for name in ("aliases", "things", "homes", "children"):
            getattr(known, name).update(getattr(told, name))

    def settle(self) -> None:
        """What is filed next means nobody by the name alone whom this has named."""
        self._here.clear()

    def named(self, name: str) -> list[int]:
        """Everyone of that full name."""
        if len(name.split()) < 2:
            return []
        found = (self._stands(one.id) for one in self._by_key.get(name_key(name), ()))
        return list(dict.fromkeys(found))

    def judge(self, told: ToldPerson) -> Verdict:
        """Whether this person is on record, and who may be.

        One of the same full name is meant where something besides it agrees, where the paper being
        filed named them before, or where hardly anybody else can bear the name; and only where
        nothing contradicts.
        """
        alike: dict[int, bool] = {}
        asked: dict[int, Question] = {}
        for one in self._by_key.get(name_key(told.name), ()) if whole(told.name) else ():
            if wrong := against(one, told):
                asked[one.id] = Question(one.id, 5.0, f"Same name, but {wrong}: {one.name}")
            elif self._stands(one.id) in self._here or agree(one, told):
                alike[self._stands(one.id)] = True
            elif self._is_rare(told.name):
                alike.setdefault(self._stands(one.id), False)
            else:
                asked[one.id] = Question(one.id, 5.0, f"{NAME_ALONE}: {one.name}")
        same = [one for one, sure in alike.items() if sure] or list(alike)
        if len(same) > 1:
            asked |= {one: Question(one, 6.0, f"One of several named {told.name}") for one in same}
            return Verdict(None, tuple(asked.values()))
        if not same:
            asked = {one.subject_id: one for one in self._nearly(told)} | asked
        kept = sorted(asked.values(), key=lambda one: -one.weight)[:MOST_QUESTIONS]
        return Verdict(same[0] if same else None, tuple(kept))

    def _stands(self, person_id: int) -> int:
        """The person's record, or the one into which it is folded."""
        lead = self._leads.get(person_id, person_id)
        return lead if lead in self.all else person_id

    def _is_rare(self, name: str) -> bool:
        """Whether hardly anybody bears the name; those of the very name on record are no others."""
        own = len(self._by_key.get(name_key(name), ()))
        return is_rare(name, lambda word: max(self._bear[word] - own, 0), self._bear.total() // 2)

    def _nearly(self, told: ToldPerson) -> Iterator[Question]:
        for one in self.all.values():
            if question := _near(one, told):
                yield question

    def _count(self, label: str) -> None:
        parts = name_parts(label)
        self._bear.update({*parts.first[:1], *parts.surname.split()})

    def _read(self, session: Session) -> None:
        for subject_id, name in session.execute(select(Alias.subject_id, Alias.name)):
            if subject_id in self.all:
                self.all[subject_id].aliases.add(tight(name))
        homes = select(Address.subject_id, Address.text).where(Address.restricted.is_(False))
        for subject_id, text in session.execute(homes):
            if subject_id in self.all:
                self.all[subject_id].homes.add(address_key(text))
        for kind, mark, key in THINGS:
            rows = session.execute(
                select(Link.from_id, mark).join(kind, kind.id == Link.to_id)
                .where(Link.relation.in_(OWN), Link.ended_on.is_(None))
            )  # fmt: skip
            for person_id, thing in rows:
                held = key(thing)
                if person_id in self.all and held and not is_partial(held):
                    self.all[person_id].things.add(held)
        self._read_children(session)

    def _read_children(self, session: Session) -> None:
        """Whom each is linked with, of children."""
        for mine, theirs in ((Link.from_id, Link.to_id), (Link.to_id, Link.from_id)):
            rows = session.execute(select(mine, theirs).join(Child, Child.id == theirs))
            for person_id, child_id in rows:
                if person_id in self.all:
                    stands = self._leads.get(child_id, child_id)
                    self.all[person_id].children.add(stands)


def whole(name: str) -> bool:
    """True for a name with first name and surname, neither an initial alone."""
    words = [word.strip(".") for word in name.split()]
    return len(words) > 1 and all(len(word) > 1 for word in (words[0], words[-1]))


def _near(one: KnownPerson, told: ToldPerson) -> Question | None:
    name, aliases = told.name, told.aliases
    if one.born and told.born and one.born != told.born:
        return None
    if one.things & told.things:
        return Question(one.id, 7.0, f"{SAME_THING}: {one.name}")
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
