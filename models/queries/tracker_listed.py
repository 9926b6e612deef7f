"""Somebody else's list beside ours: who is on one alone, on both, or perhaps the same."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Alias, Child
from models.matching.facts import is_placeholder
from models.queries.knowable import knowable, leads
from models.queries.matching import possible_matches
from models.records.reader import Reader
from models.records.tracker_listed import Group, Listed, ListedRow
from models.rules.names import plain

MOST_LIKE, BEHIND = 3, 5.0
"""How many near names are asked about, and by how many bits of evidence behind the best."""
CLOSED, NOT_AMONG = "On record here, and closed.", "On record here, and not among those compared."
OTHER_NAME = "The number is this child's, the name is another."
NAME_ALONE = "The same name; nothing else tells whether it is the same child."
OTHER_BIRTH = "The same name with another date of birth."
NEW_YEAR = "The same name and date of birth, 1 January, which may stand for a day not known."
Tell = Callable[[int, int], object]


class _Known(NamedTuple):
    id: int
    name: str
    system_id: str
    born: object
    closed: bool
    names: frozenset[str]


def compared_lists(
    session: Session,
    reader: Reader,
    listed: Sequence[Listed],
    ours: Collection[int],
    tell: Tell = lambda done, of: None,
) -> tuple[ListedRow, ...]:
    """Each line of a list beside the children whom `ours` names, as far as the reader may know.

    The same number, or the same name and date of birth, is the same child; a name alone never is,
    nor a name with 1 January.
    """
    comparing = _Comparing(session, reader, frozenset(ours))
    for at, one in enumerate(listed):
        if at % 10 == 0:
            tell(at, len(listed))
        comparing.take(one)
    return tuple(comparing.rows())


class _Comparing:
    def __init__(self, session: Session, reader: Reader, ours: frozenset[int]) -> None:
        self._session, self._reader, self._ours = session, reader, ours
        self._known = _known(session, reader)
        self._by_number = {
            plain(one.system_id): one for one in self._known.values() if one.system_id
        }
        self._by_name: dict[str, list[_Known]] = {}
        for one in self._known.values():
            for name in one.names:
                self._by_name.setdefault(name, []).append(one)
        self._found: list[ListedRow] = []
        self._met: set[int] = set()

    def take(self, one: Listed) -> None:
        """Find whom a line means."""
        same, near = self._same(one)
        if same is not None:
            self._met.add(same.id)
            if same.id in self._ours:
                self._add(Group.BOTH, one, same)
            else:
                self._add(Group.THEIRS, one, same, CLOSED if same.closed else NOT_AMONG)
            return
        like = near or list(self._like(one))
        for child, why in like:
            self._met.add(child.id)
            self._add(Group.NEAR, one, child, why)
        if not like:
            self._add(Group.THEIRS, one, None)

    def rows(self) -> Iterator[ListedRow]:
        """Everybody, those of ours whom no line named last."""
        yield from self._found
        missing = (self._known[one] for one in self._known if one in self._ours - self._met)
        for at, child in enumerate(missing, len(self._found)):
            yield ListedRow(at, Group.OURS, child_id=child.id, who=child.name,
                            system_id=child.system_id)  # fmt: skip

    def _same(self, one: Listed) -> tuple[_Known | None, list[tuple[_Known, str]]]:
        """The child that a line names for sure, or those to be asked about."""
        name = plain(one.name)
        found = self._by_number.get(plain(one.number)) if one.number else None
        if found is not None:
            alike = not name or name in found.names or self._shares_a_word(name, found)
            return (found, []) if alike else (None, [(found, OTHER_NAME)])
        named = self._by_name.get(name, []) if name else []
        born = [child for child in named if one.born is not None and child.born == one.born]
        if len(born) == 1:
            child = born[0]
            return (None, [(child, NEW_YEAR)]) if is_placeholder(one.born) else (child, [])
        return None, [
            (child, OTHER_BIRTH if one.born and child.born else NAME_ALONE) for child in named
        ]

    def _shares_a_word(self, name: str, child: _Known) -> bool:
        return any(set(name.split()) & set(known.split()) for known in child.names)

    def _like(self, one: Listed) -> Iterator[tuple[_Known, str]]:
        if not one.name:
            return
        found = possible_matches(
            self._session, self._reader, one.name, one.born, top=MOST_LIKE, system_id=one.number
        )
        for match in found:
            if match.subject_id in self._known and match.weight > found[0].weight - BEHIND:
                yield self._known[match.subject_id], match.why

    def _add(self, group: Group, one: Listed, child: _Known | None, why: str = "") -> None:
        at = len(self._found)
        row = ListedRow(at, group, one.line, one.name, one.born, why=why)
        if child is not None:
            row = replace(row, child_id=child.id, who=child.name, system_id=child.system_id)
        self._found.append(row)


def _known(session: Session, reader: Reader) -> dict[int, _Known]:
    """Children by the record that stands for each, with all their names as compared."""
    lead = leads(session)
    names: dict[int, set[str]] = {}
    for subject_id, name in session.execute(select(Alias.subject_id, Alias.name)):
        names.setdefault(lead.get(subject_id, subject_id), set()).add(plain(name))
    rows = session.execute(
        select(Child.id, Child.label, Child.system_id, Child.birth_date, Child.closed_on)
        .where(knowable(reader, Child.id))
        .order_by(Child.label, Child.id)
    ).all()
    for row in rows:
        names.setdefault(lead.get(row.id, row.id), set()).add(plain(row.label))
    return {
        row.id: _Known(row.id, row.label, row.system_id or "", row.birth_date,
                       row.closed_on is not None, frozenset(names[row.id]))
        for row in rows
        if row.id not in lead
    }  # fmt: skip
