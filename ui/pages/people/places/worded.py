"""Versions of a place's assessment in words."""

from models.records.places_assessed import AssessedPlace
from ui.widgets.dates import plain_date


def version_words(one: AssessedPlace) -> str:
    """A version by its day and its author."""
    return f"{plain_date(one.assessed_on)}, by {one.author}"


def count_words(one: AssessedPlace) -> str:
    """How often the place was named on record before a version and since."""
    return (
        f"Named on record in the 90 days before: {_times(one.named_before)}; "
        f"in the 90 days from then on: {_after(one)}."
    )


def _after(one: AssessedPlace) -> str:
    return _times(one.named_after) + ("" if one.over else " so far")


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times" if count else "never"
