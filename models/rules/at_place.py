"""What stands out at a place, in a few words each."""

from collections.abc import Sequence
from datetime import date, timedelta

from models.records.incidents import AtPlace, Incident, PlaceFigures
from models.rules.listing import counted

MANY_CHILDREN = 3
LATELY = timedelta(days=90)
Tag = tuple[str, str]
"""Words, and how strongly they are shown."""


def standing_out(figures: PlaceFigures, today: date) -> tuple[Tag, ...]:
    """Three or more children, how often named, how often lately, who again, what is in force."""
    children, persons = len(figures.children), len(figures.persons)
    return (
        _children(children),
        *(((counted(persons, "person of concern", "persons of concern"), "plain"),)
          if persons else ()),
        *_named(figures.incidents, today),
        *_again(figures.children),
        *((f"{one.name}: {one.standing}", "accent") for one in figures.in_force),
    )  # fmt: skip


def _children(count: int) -> Tag:
    said = counted(count, "child", "children")
    if count >= MANY_CHILDREN:
        return f"{MANY_CHILDREN} or more children: {count}", "high"
    return said, "plain"


def _named(incidents: Sequence[Incident], today: date) -> tuple[Tag, ...]:
    if not incidents:
        return (("Not named on record", "plain"),)
    lately = sum(one.day is not None and today - LATELY < one.day <= today for one in incidents)
    return (
        (f"Named {counted(len(incidents), 'time', 'times')}", "plain"),
        (f"{lately} in 90 days", "medium" if lately > 1 else "plain"),
    )


def _again(children: Sequence[AtPlace]) -> tuple[Tag, ...]:
    again = sum(one.times > 1 for one in children)
    if not again:
        return ()
    return ((f"{counted(again, 'child', 'children')} more than once", "medium"),)
