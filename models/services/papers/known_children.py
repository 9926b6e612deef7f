"""Children on record, found by number, date of birth and name while papers are filed."""

from collections import defaultdict
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Alias, Child
from models.matching.identity import is_again
from models.matching.weighing import Facts
from models.queries.knowable import leads
from models.rules.identifiers import number_key
from models.services.papers.same import Identity, Verdict, facts_about, settle, tight


class KnownChildren:
    """Children by what they are found by; a record folded into another leads to that one."""

    def __init__(self, session: Session) -> None:
        self.all: dict[int, Identity] = {}
        self._by: dict[tuple[str, object], set[int]] = defaultdict(set)
        self._fresh: list[int] = []
        self._leads = leads(session)
        aliases: dict[int, list[str]] = defaultdict(list)
        for child_id, name in session.execute(select(Alias.subject_id, Alias.name)):
            aliases[child_id].append(name)
        rows = session.execute(
            select(
                Child.id,
                Child.label,
                Child.birth_date,
                Child.system_id,
                Child.nhs_number,
                Child.postcode,
                Child.gender,
            )
        )
        for child_id, name, born, system_id, nhs, postcode, gender in rows:
            facts = facts_about(name, born, system_id, nhs, postcode, gender)
            names = (*facts.names, *(one for one in aliases[child_id] if " " in one.strip()))
            self._put(Identity(child_id, replace(facts, names=names)))

    def add(self, child_id: int, facts: Facts) -> None:
        """A child made from the paper being filed."""
        self._fresh.append(child_id)
        self._put(Identity(child_id, facts, fresh=True))

    def add_alias(self, child_id: int, alias: str) -> None:
        """Another name of a child; a single word is too little to find somebody by."""
        if child_id in self.all and " " in alias.strip():
            self._put(self.all[child_id].also(alias))

    def learn(self, child_id: int, told: Facts) -> None:
        """Numbers and a birth date that were not known of a child before."""
        old = self.all[child_id]
        known = old.facts
        facts = replace(
            known,
            birth_date=known.birth_date or told.birth_date,
            system_id=known.system_id or told.system_id,
            nhs_number=known.nhs_number or told.nhs_number,
        )
        if facts != known:
            self._put(replace(old, facts=facts))

    def settle(self) -> None:
        """The rows of the paper just filed count as rows on record."""
        for child_id in self._fresh:
            self.all[child_id] = replace(self.all[child_id], fresh=False)
        self._fresh.clear()

    def judge(self, told: Facts, row_for_row: bool = False) -> Verdict:
        """Whether this is a child on record, and who may be."""
        ids: set[int] = set()
        for key in Identity(0, told).found_by():
            ids |= self._by.get(key, set())
        verdict = settle(told, [self.all[one] for one in sorted(ids)], row_for_row, self._leads)
        if verdict.same in self._leads:
            return replace(verdict, same=self._leads[verdict.same or 0])
        return verdict

    def again(self, told: Facts) -> int | None:
        """The only child of the list being filed who is named so, if nothing speaks against it.

        Nobody on record is joined so: there a person is asked.
        """
        found = [one for one in self._fresh if is_again(told, self.all[one].facts)]
        return found[0] if len(found) == 1 else None

    def named(self, name: str) -> list[int]:
        """Everyone of that full name, in either order; a single word names nobody."""
        if len(name.split()) < 2:
            return []
        found = self._by.get(("name", tight(name)), set())
        return sorted({self._leads.get(one, one) for one in found})

    def by_system(self, system_id: str | None) -> list[int]:
        """Everyone with that case system id."""
        key = number_key(system_id)
        return sorted(self._by.get(("system", key), set())) if key else []

    def _put(self, one: Identity) -> None:
        self.all[one.id] = one
        for key in one.found_by():
            self._by[key].add(one.id)
