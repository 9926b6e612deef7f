"""What the assessment of a place asks, in its order, and how two versions differ."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

FIELDS: Mapping[str, str] = {
    "assessed_on": "Assessed on",
    "lead": "Who leads",
    "trigger": "What led to it",
    "what_happens": "What harm, and when",
    "environment": "Surroundings",
    "guardians": "Who looks after the place",
    "policies": "Rules and practice of the place",
    "young_people": "What young people say",
    "community": "What the community says",
    "involved": "How young people and families take part",
    "strengths": "Strengths",
    "weighting": "Weight of the place",
    "weighting_reason": "Why this weight",
    "plan": "What is to be done",
    "success": "How we shall know it is safer",
    "measured_before": "Measured before",
    "measured_after": "Measured after",
    "review_on": "Review on",
}
"""Columns of an assessment, and what a person reads beside them."""
WEIGHTINGS = (
    "mainly the place",
    "the place and those who meet there alike",
    "mainly those who meet there",
    "not yet weighed",
)
HINTS: Mapping[str, str] = {
    "environment": "Light, sight lines, cameras, ways in and out.",
    "involved": "At every stage, from naming the place to saying whether it is safer.",
    "measured_before": "What was counted, by whom, in which weeks.",
    "measured_after": "The same, counted again.",
}
SPAN = 90
"""Days before and after a version in which a place is counted."""
ANEW = frozenset({"assessed_on", "review_on", "measured_after"})
"""What a new version does not take over from the one before."""


@dataclass(frozen=True)
class Difference:
    """A field of two versions: what the earlier says, what the later says."""

    field: str
    label: str
    earlier: object
    later: object

    @property
    def changed(self) -> bool:
        """Whether they say different things."""
        return (self.earlier or None) != (self.later or None)


def weighting(words: str) -> str | None:
    """The weight that words mean, whole or by a beginning that no other has; None in doubt."""
    said = " ".join(words.split()).casefold()
    found = [one for one in WEIGHTINGS if one == said] or [
        one for one in WEIGHTINGS if said and one.startswith(said)
    ]
    return found[0] if len(found) == 1 else None


def side_by_side(
    earlier: Mapping[str, object], later: Mapping[str, object]
) -> tuple[Difference, ...]:
    """Every field of which either version says something."""
    rows = (
        Difference(name, label, earlier.get(name), later.get(name))
        for name, label in FIELDS.items()
    )
    return tuple(one for one in rows if one.earlier or one.later)


def counts_around(days: tuple[date, ...], on: date, span: int = SPAN) -> tuple[int, int]:
    """How many of these days lie in so many days before a day, and how many from it on."""
    ago = [(day - on).days for day in days]
    return sum(-span <= one < 0 for one in ago), sum(0 <= one < span for one in ago)
