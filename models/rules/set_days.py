"""The days that a meeting has set, and which of them are no working days."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from models.records.item import ItemRecord
from models.records.outcomes import ActionRow, RecommendationRow
from models.rules.closed_days import day_off

Set = tuple[str, date]
"""What is due, by its reference, and the day."""


def set_days(
    items: Iterable[ItemRecord],
    actions: Iterable[ActionRow],
    recommendations: Iterable[RecommendationRow],
) -> Iterator[Set]:
    """Each day with what is due on it: when items return, then what was agreed."""
    for item in items:
        if item.returns_on is not None:
            yield f"Review of {item.row.reference}", item.returns_on
    for action in actions:
        if action.due_on is not None and not action.finished:
            yield action.reference, action.due_on
    for one in recommendations:
        if one.by_date is not None and not one.withdrawn:
            yield one.reference, one.by_date


def not_worked(days: Iterable[Set], closed: Collection[date]) -> tuple[tuple[str, str], ...]:
    """What is set for a day on which nobody works, each with what is to be said of it."""
    found = ((what, day_off(on, closed)) for what, on in days)
    return tuple((what, off.sentence) for what, off in found if off is not None)


def days_off(item: ItemRecord, closed: Collection[date]) -> tuple[str, ...]:
    """What is to be said of the days that an item has set and on which nobody works."""
    days = set_days([item], item.actions, item.recommendations)
    return tuple(f"{what}: {said}" for what, said in not_worked(days, closed))
