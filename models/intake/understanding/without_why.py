"""A reply that says no and not why: the gap is a field to look at, at its own place."""

import re
from collections.abc import Iterable
from dataclasses import replace

from models.intake.papers import Block, Cell, ReadField, ReadRecord, Table

ASK_WHY = "Rejected without a reason: ask whoever answered, or put it in here."
REJECTED = "rejected"
_WHY = re.compile(r"\breasons?\b|\bwhy\b", re.IGNORECASE)


def with_gap(record: ReadRecord, parts: Iterable[Block | Table]) -> ReadRecord:
    """A rejection without a reason with an empty reason, where the paper has the room for one."""
    fields = {one.name: one for one in record.fields}
    said, reason = fields.get("response"), fields.get("reason")
    told = reason is not None and reason.value not in (None, "")
    if record.kind != "reply" or said is None or said.value != REJECTED or told:
        return record
    cell = _room_for_why(said.where, parts)
    fields["reason"] = ReadField("reason", None, "", cell.where if cell else said.where, 0, ASK_WHY)
    return replace(record, fields=tuple(fields.values()))


def _room_for_why(where: str, parts: Iterable[Block | Table]) -> Cell | None:
    """The cell for the reason of the answer that stands here: under its head, or by its label."""
    for table in parts:
        rows = table.rows if isinstance(table, Table) else ()
        at = next((at for at, row in enumerate(rows) if any(c.where == where for c in row)), None)
        if at is not None:
            under = _under_head(rows[0], rows[at]) if at else None
            return under or _by_label(rows[at + 1 :])
    return None


def _under_head(head: tuple[Cell, ...], row: tuple[Cell, ...]) -> Cell | None:
    if len(head) != len(row):
        return None
    return next((own for of, own in zip(head, row, strict=True) if _WHY.search(of.text)), None)


def _by_label(rows: tuple[tuple[Cell, ...], ...]) -> Cell | None:
    labelled = (row for row in rows if len(row) > 1 and _WHY.search(row[0].text))
    return next((row[1] for row in labelled), None)
