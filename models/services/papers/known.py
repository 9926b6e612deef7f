"""Who and what is on record already, looked up by number and name while papers are filed."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Agency, Alias, Child, Group, Member, Phone, Place, Theme, Vehicle
from models.rules.names import name_key
from models.services.papers.known_persons import KnownPersons
from models.services.papers.same import Identity, Verdict, judge, number_key, tight


class Known:
    """Every record by what it is found by; kept up as new ones are made."""

    def __init__(self, session: Session) -> None:
        self.children = KnownChildren(session)
        self.persons = KnownPersons(session)
        self.places = _Named(session.execute(select(Place.id, Place.label)))
        self.groups = _Named(session.execute(select(Group.id, Group.label)))
        self.themes = _Named(session.execute(select(Theme.id, Theme.label)))
        self.vehicles = _Named(session.execute(select(Vehicle.id, Vehicle.registration)))
        self.phones = _Named(session.execute(select(Phone.id, Phone.digits)))
        self.agencies = _Named(session.execute(select(Agency.id, Agency.name)))
        for agency_id, short in session.execute(select(Agency.id, Agency.short_name)):
            if short:
                self.agencies.add(agency_id, short)
        self.members: dict[str, list[tuple[int, int | None]]] = defaultdict(list)
        for member_id, name, agency in session.execute(
            select(Member.id, Member.name, Member.agency_id).where(Member.active)
        ):
            self.members[name_key(name)].append((member_id, agency))

    def member(self, name: str | None) -> tuple[int, int | None] | None:
        """The member of that very name with the agency's id; two of one name are nobody."""
        found = self.members.get(name_key(name), []) if name else []
        return found[0] if len(found) == 1 else None

    def settle(self) -> None:
        """A paper is filed: its rows are now rows like all others."""
        self.children.settle()


class _Named:
    """Things by their title or mark, compared without case and signs."""

    def __init__(self, rows: Iterable[tuple[int, str]]) -> None:
        self._ids: dict[str, int] = {}
        for row_id, title in rows:
            self.add(row_id, title)

    def add(self, row_id: int, title: str) -> None:
        """A new one; the first of a title stays the one that is found."""
        self._ids.setdefault(tight(title), row_id)

    def find(self, title: str) -> int | None:
        """The one of that very title."""
        return self._ids.get(tight(title))

    def titles(self) -> dict[str, int]:
        """Compared title to id."""
        return self._ids


class KnownChildren:
    """Children by case system id, NHS number, name and date of birth."""

    def __init__(self, session: Session) -> None:
        self._by: dict[str, dict[object, list[Identity]]] = {
            name: defaultdict(list) for name in ("system", "nhs", "name", "surname", "born")
        }
        self._fresh: list[Identity] = []
        self.all: dict[int, Identity] = {}
        rows = session.execute(
            select(Child.id, Child.label, Child.birth_date, Child.system_id, Child.nhs_number)
        )
        for row in rows:
            self._add(Identity.of(*row))
        for child_id, alias in session.execute(
            select(Alias.subject_id, Alias.name).join(Child, Child.id == Alias.subject_id)
        ):
            self.add_alias(child_id, alias)

    def add(self, one: Identity) -> None:
        """A child made from the paper being filed."""
        self._fresh.append(one)
        self._add(one)

    def add_alias(self, child_id: int, alias: str) -> None:
        """Another name of a child; a single word is too little to find somebody by."""
        of = self.all.get(child_id)
        if of is not None and len(alias.split()) > 1:
            self._index(Identity.of(of.id, alias, of.born, of.system_id, of.nhs))

    def _add(self, one: Identity) -> None:
        self.all[one.id] = one
        self._index(one)

    def _index(self, one: Identity) -> None:
        for name, value in _indexes(one):
            if value:
                self._by[name][value].append(one)

    def learn(
        self, child_id: int, born: date | None, system_id: str | None, nhs: str | None
    ) -> None:
        """A number or birth date that was not known of a child before."""
        old = self.all[child_id]
        new = Identity.of(
            child_id,
            old.name,
            old.born or born,
            old.system_id or system_id,
            old.nhs or nhs,
            old.fresh,
        )
        if new == old:
            return
        for name, value in _indexes(old):
            rows = self._by[name].get(value, [])
            if old in rows:
                rows.remove(old)
        self._add(new)

    def settle(self) -> None:
        """The rows of the paper just filed count as rows on record."""
        for one in self._fresh:
            held = self.all[one.id]
            self.learn_settled(held)
        self._fresh.clear()

    def learn_settled(self, one: Identity) -> None:
        """Take a row's mark of being fresh away."""
        if not one.fresh:
            return
        plain_one = Identity.of(one.id, one.name, one.born, one.system_id, one.nhs)
        for name, value in _indexes(one):
            rows = self._by[name].get(value, [])
            rows[:] = [plain_one if row == one else row for row in rows]
        self.all[one.id] = plain_one

    def judge(self, new: Identity, row_for_row: bool = False) -> Verdict:
        """Whether this is a child on record, and who may be."""
        by = self._by
        near: dict[int, Identity] = {}
        for pool in (by["surname"].get(new.surname, ()), by["born"].get(new.born, ())):
            near |= {one.id: one for one in pool}
        return judge(
            new,
            by["system"].get(new.system_id, ()) if new.system_id else (),
            by["nhs"].get(new.nhs, ()) if new.nhs else (),
            by["name"].get(new.key, ()) if new.key else (),
            near.values(),
            row_for_row,
        )

    def named(self, name: str) -> list[int]:
        """Everyone of that full name; a single word or initials name nobody."""
        if len(name.split()) < 2:
            return []
        return list(dict.fromkeys(one.id for one in self._by["name"].get(name_key(name), ())))

    def by_system(self, system_id: str | None) -> list[int]:
        """Everyone with that case system id."""
        key = number_key(system_id)
        return [one.id for one in self._by["system"].get(key, ())] if key else []


def _indexes(one: Identity) -> tuple[tuple[str, object], ...]:
    return (
        ("system", one.system_id),
        ("nhs", one.nhs),
        ("name", one.key),
        ("surname", one.surname),
        ("born", one.born),
    )
