"""The days that an item of a meeting has set: its review, actions and recommendations."""

from collections.abc import Collection, Iterator
from datetime import date

from models.records.item import ItemRecord
from models.rules.closed_days import day_off


def set_days(item: ItemRecord) -> Iterator[tuple[str, date]]:
    """Each day with what is due on it, called by its reference."""
    if item.returns_on is not None:
        yield f"Review of {item.row.reference}", item.returns_on
    for action in item.actions:
        if action.due_on is not None:
            yield action.reference, action.due_on
    for one in item.recommendations:
        if one.by_date is not None and not one.withdrawn:
            yield one.reference, one.by_date


def days_off(item: ItemRecord, closed: Collection[date]) -> tuple[str, ...]:
    """What is to be said of the days on which nobody works."""
    found = ((what, day_off(on, closed)) for what, on in set_days(item))
    return tuple(f"{what}: {off.sentence}" for what, off in found if off is not None)
