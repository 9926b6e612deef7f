"""Worksheets that name nobody beside one that does: they explain the form, or go on with it."""

from collections.abc import Iterable
from dataclasses import replace

from models.intake.papers import NotUnderstood, ReadRecord
from models.intake.understanding.kinds import NAMED, ONE_FORM

OF_PEOPLE = frozenset({"tracker", "missing", "persons"})
LEAST = 4  # fields of a worksheet that goes on with another


def with_nameless(
    records: Iterable[ReadRecord], kind: str
) -> tuple[list[ReadRecord], list[NotUnderstood]]:
    """Return the records that name whom they are about, and what the others said.

    Where one alone is named, what another tells at length is told of the same child.
    """
    records = list(records)
    named = [one for one in records if _names(one)]
    if kind in OF_PEOPLE and named:
        nobody = [one for one in records if one.kind == kind and not _names(one)]
        return [one for one in records if one not in nobody], _all_said(nobody)
    if kind not in ONE_FORM or not named or len(named) == len(records):
        return records, []
    lost: list[NotUnderstood] = []
    for one in (each for each in records if not _names(each)):
        if len(named) == 1 and len(one.fields) >= LEAST:
            said = {field.name for field in named[0].fields}
            more = tuple(field for field in one.fields if field.name not in said)
            named[0] = replace(named[0], fields=(*named[0].fields, *more))
        else:
            lost += _all_said([one])
    return named, lost


def _all_said(records: Iterable[ReadRecord]) -> list[NotUnderstood]:
    fields = (field for one in records for field in one.fields)
    return [NotUnderstood(field.where, field.raw) for field in fields if field.raw]


def _names(record: ReadRecord) -> bool:
    """Say whether a record says whom it is about; one of a list may do so by a number."""
    return any(field.name in NAMED and field.value for field in record.fields)
