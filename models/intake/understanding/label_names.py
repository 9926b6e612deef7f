"""Nobody is called as a form's label is: a name that reads so is taken out again, and told."""

from collections.abc import Iterable
from dataclasses import replace

from models.intake.papers import NotUnderstood, ReadField, ReadRecord
from models.intake.understanding.kinds import LISTS
from models.intake.understanding.plain_labels import is_label

NAMES = frozenset({
    "name", "parent_name", "lead", "referrer", "assessor", "completed_by", "owner", "gp", "rhi_by",
    "assessed_by", "referrer_manager",
})  # fmt: skip
ROWS = LISTS | {"return"}


def without_label_names(
    records: Iterable[ReadRecord],
) -> tuple[list[ReadRecord], list[NotUnderstood]]:
    """Return the records without names that are labels, and what was said with these.

    Of a list, a row that is about a label is no record at all.
    """
    kept: list[ReadRecord] = []
    lost: list[NotUnderstood] = []
    for record in records:
        wrong = [one for one in record.fields if _names_label(one)]
        row = record.kind in ROWS and any(one.name == "name" for one in wrong)
        gone = record.fields if row else wrong
        lost += [NotUnderstood(one.where, one.raw) for one in gone if one.raw]
        fields = tuple(_without_nobody(one) for one in record.fields if one not in wrong)
        kept += [] if row else [replace(record, fields=fields)]
    return kept, lost


def _names_label(field: ReadField) -> bool:
    """Say whether a field names a label, or in a list of people nobody else."""
    if field.name in NAMES:
        return is_label(field.value)
    people = field.value if isinstance(field.value, tuple) else ()
    return bool(people) and all(map(_is_nobody, people))


def _without_nobody(field: ReadField) -> ReadField:
    people = field.value if isinstance(field.value, tuple) else ()
    named = tuple(one for one in people if not _is_nobody(one))
    return field if len(named) == len(people) else replace(field, value=named)


def _is_nobody(person: object) -> bool:
    """Say whether all that is told of somebody are labels."""
    told = [value for value in person.values() if value] if isinstance(person, dict) else []
    return bool(told) and all(map(is_label, told))
