"""A name that was learned of a child and is on nobody's record yet."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LearnedName:
    """A name as it was told, and what it may be added as: kinds of subject, the likeliest first."""

    name: str
    kinds: tuple[str, ...]
