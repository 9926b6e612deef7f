"""The order in which items are taken: as on the agenda, but for those that were brought forward."""

from collections.abc import Iterable

from models.records.item import ItemRow

FIRST = 0
"""Where an item is taken before all others."""


def in_turn(order: Iterable[ItemRow]) -> tuple[ItemRow, ...]:
    """The items as they are taken; their references and sections stay what they are."""
    rows = tuple(order)
    if all(row.taken_after is None for row in rows):
        return rows
    known = {row.id for row in rows} | {FIRST}
    forward = {row.taken_after: row for row in rows if row.taken_after in known}
    found: list[ItemRow] = []
    for start in (None, *(row for row in rows if row.taken_after not in known)):
        if start is not None:
            found.append(start)
        after = forward.get(start.id if start is not None else FIRST)
        while after is not None and after not in found:
            found.append(after)
            after = forward.get(after.id)
    return (*found, *(row for row in rows if row not in found))
