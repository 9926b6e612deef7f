"""Districts, teams or agencies of one list nearly named alike: the rarer is to be looked at."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from models.intake.papers import ReadField, ReadRecord
from models.rules.names import plain
from models.rules.near_names import near_name

ONE_OR_TWO = "nearly “{}”: is it one {}?"
NAMED = {"tracker": {"district": "district", "team": "team"}, "members": {"agency": "agency"}}
"""Fields of a kind of list that are names of what several rows have, and what it is."""


def mark_near_names(records: Sequence[ReadRecord], kind: str) -> list[ReadRecord]:
    """Return the records, each name marked that may be a commoner one of the list misspelt."""
    told = list(records)
    for field, what in NAMED.get(kind, {}).items():
        told = _mark(told, field, what)
    return told


def _mark(records: Sequence[ReadRecord], field: str, what: str) -> list[ReadRecord]:
    counted = Counter(str(one) for record in records if (one := record.get(field)))
    common = {plain(name): name for name, _ in reversed(counted.most_common())}
    order = sorted(common, key=lambda name: -counted[common[name]])
    nearly = {
        name: common[found]
        for at, name in enumerate(order)
        if (found := near_name(name, order[:at]))
    }
    notes = {name: ONE_OR_TWO.format(known, what) for name, known in nearly.items()}
    return [_marked(record, field, notes) for record in records] if notes else list(records)


def _marked(record: ReadRecord, name: str, notes: dict[str, str]) -> ReadRecord:
    return replace(record, fields=tuple(_look(field, name, notes) for field in record.fields))


def _look(field: ReadField, name: str, notes: dict[str, str]) -> ReadField:
    note = notes.get(plain(str(field.value))) if field.name == name else None
    return replace(field, note=note) if note else field
