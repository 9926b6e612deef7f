"""How a child of a list stands: since when only where the list itself says it."""

from collections.abc import Iterator, Mapping
from datetime import date

from models.services.papers.facts import Facts
from models.services.papers.filing import Filing, source
from models.services.papers.statuses import add_status, has_status

CAME_ON = "{}, by the day it came on"
"""Where a row is from that says of a child no more than that it was on the tracker."""
OWN_DAYS = {
    "plan_since": ("plan", "plan_code"),
    "category_since": ("category",),
}
"""The days that a list has for what it tells, and what has been so since then."""
Said = Mapping[str, object]


def add_standing(filing: Filing, child_id: int, facts: Facts, said: Said, as_of: date) -> None:
    """Record what a row tells of its list's day, and before it what has an earlier day there.

    The day on which the child came on says that it was on the tracker, and nothing more.
    """
    came_on = _before(facts, "opened", as_of)
    if came_on is not None and not has_status(filing, child_id, came_on):
        words = CAME_ON.format(source(filing))
        add_status(filing, child_id, came_on, {"on_tracker": True}, words)
    for day, part in sorted(_dated(facts, said, as_of), key=lambda one: one[0]):
        if not has_status(filing, child_id, day):
            part = {"on_tracker": False, **part}
        add_status(filing, child_id, day, part, source(filing))
    add_status(filing, child_id, as_of, dict(said), source(filing))


def _dated(facts: Facts, said: Said, as_of: date) -> Iterator[tuple[date, dict[str, object]]]:
    """What the row says has been so since an earlier day."""
    for name, parts in OWN_DAYS.items():
        day = _before(facts, name, as_of)
        known = {one: said[one] for one in parts if said.get(one) is not None}
        if day is not None and known:
            yield day, known


def _before(facts: Facts, name: str, as_of: date) -> date | None:
    """The day that a field says, where it lies before the list's; else it stays to be read."""
    day = facts.seen(name)
    return facts.day(name) if type(day) is date and day < as_of else None
