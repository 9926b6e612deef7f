"""Districts of one list that are nearly named alike: the rarer is marked to be looked at."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from models.intake.papers import ReadField, ReadRecord
from models.rules.names import plain
from models.rules.near_names import near_name

ONE_OR_TWO = "nearly “{}”: is it one district?"


def mark_near_districts(records: Sequence[ReadRecord]) -> list[ReadRecord]:
    """Return the records, a district marked that may be a commoner one of the list."""
    counted = Counter(str(one) for record in records if (one := record.get("district")))
    common = {plain(name): name for name, _ in reversed(counted.most_common())}
    order = sorted(common, key=lambda name: -counted[common[name]])
    nearly = {
        name: common[found]
        for at, name in enumerate(order)
        if (found := near_name(name, order[:at]))
    }
    return [_marked(record, nearly) for record in records] if nearly else list(records)


def _marked(record: ReadRecord, nearly: dict[str, str]) -> ReadRecord:
    return replace(record, fields=tuple(_look(field, nearly) for field in record.fields))


def _look(field: ReadField, nearly: dict[str, str]) -> ReadField:
    known = nearly.get(plain(str(field.value))) if field.name == "district" else None
    return replace(field, note=ONE_OR_TWO.format(known)) if known else field
