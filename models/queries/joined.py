"""Records that a person said are the same, read as one: the lead's word first, then the others'."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session
from sqlalchemy.orm.interfaces import ORMOption

from models.entities import Subject
from models.records.subjects import AlsoSaid

UNSAID = frozenset([None, "", False, "unverified", "not stated"])
"""What stands in a field of which nobody has said anything yet."""


@dataclass(frozen=True)
class Joined:
    """The records of one subject, the one that stands for them first; nothing of any is lost."""

    records: tuple[Any, ...]
    may_read: Callable[[Any, str], bool] = lambda record, field: True

    def value(self, field: str) -> Any:
        """What the lead says, else what the first of the others says."""
        if not self.records:
            return None
        return self._said(self.holder(field), field)

    def holder(self, field: str) -> Any:
        """The record whose word is shown: the lead where none says anything."""
        said = (one for one in self.records if self._said(one, field) not in UNSAID)
        return next(said, self.records[0])

    def also(self, fields: Mapping[str, str]) -> tuple[AlsoSaid, ...]:
        """What other records say of these fields (name to label) that is not what is shown."""
        return tuple(
            AlsoSaid(label, said, one.label)
            for field, label in fields.items()
            for one in self.records[1:]
            if (said := self._said(one, field)) not in UNSAID and said != self.value(field)
        )

    def _said(self, record: Any, field: str) -> Any:
        return getattr(record, field, None) if self.may_read(record, field) else None


def joined(
    session: Session, kind: type[Subject], ids: Iterable[int], options: Sequence[ORMOption] = ()
) -> Joined:
    """The records of a subject by `all_records_of`; empty where there is none of that kind."""
    found = (session.get(kind, one, options=options) for one in ids)
    return Joined(tuple(one for one in found if one is not None))


def filled(
    rows: Iterable[tuple[Any, ...]], lead: Mapping[int, int], fixed: frozenset[int]
) -> list[tuple[Any, ...]]:
    """Rows that begin with a record's id, those of joined records laid into their lead's.

    A column that the lead leaves empty is filled from the others; the columns in `fixed` are not.
    """
    own: dict[int, list[Any]] = {}
    others: list[tuple[Any, ...]] = []
    for row in rows:
        if row[0] in lead:
            others.append(row)
        else:
            own[row[0]] = list(row)
    for row in others:
        stands = own.get(lead[row[0]], list(row))
        for at, said in enumerate(row):
            if at not in fixed and stands[at] in UNSAID:
                stands[at] = said
    return [tuple(row) for row in own.values()]
