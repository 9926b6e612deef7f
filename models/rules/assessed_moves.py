"""Where risk moved at an assessment: as told with it, else from the one before it."""

from typing import NamedTuple

from models.rules.risk_words import way


class Assessed(NamedTuple):
    """An assessment's level and scheme, and what was told with it of the level before."""

    level: str | None
    scheme: str | None
    told_before: str | None = None
    told_direction: str | None = None


def before_of(before: Assessed | None, one: Assessed) -> tuple[str | None, str | None]:
    """The level that one is compared with, and its scheme: as told with it, else the last one's."""
    if one.told_before:
        return one.told_before, None
    return (before.level, before.scheme) if before else (None, None)


def moved_at(before: Assessed | None, one: Assessed) -> str | None:
    """Whether risk went up, stayed or went down; worked out anew each time it is asked."""
    return one.told_direction or way(before_of(before, one), one.level, one.scheme)
