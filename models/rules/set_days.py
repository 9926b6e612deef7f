"""The days that a meeting has set: which are no working days, and which have passed."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from models.records.item import ItemRecord
from models.records.outcomes import ActionRow, RecommendationRow
from models.rules.closed_days import day_off
from models.rules.day_words import short
from models.rules.recommendations import TO_DO, UNANSWERED

Set = tuple[str, date]
"""What is due, by its reference, and the day."""
Agreed = ActionRow | RecommendationRow


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


def is_past(one: Agreed, on: date) -> bool:
    """Whether something is still to be done whose day lies before this one.

    Of what a plan accepted the day counts that its holder gave, where one was given.
    """
    if isinstance(one, ActionRow):
        return one.due_on is not None and one.due_on < on and not one.finished
    to_do = one.status in TO_DO and not one.withdrawn
    day = one.plan_by or one.by_date
    return day is not None and day < on and to_do


def passed(
    actions: Iterable[ActionRow], recommendations: Iterable[RecommendationRow], on: date
) -> tuple[str, ...]:
    """What goes out past due: by its reference, with its day; what a plan answered is its own."""
    both: list[Agreed] = [*actions, *(one for one in recommendations if one.status in UNANSWERED)]
    return tuple(_with_day(one) for one in both if is_past(one, on))


def _with_day(one: Agreed) -> str:
    day = one.due_on if isinstance(one, ActionRow) else one.by_date
    called = f"{one.reference} ({one.item_reference})" if one.item_reference else one.reference
    return f"{called}, due {short(day)}" if day else called
