"""A name that was learned of a child and is on nobody's record yet."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Told:
    """What a text tells of: its name as it would be on record, what kind, from where to where.

    `also` is another name that stands beside it.
    """

    name: str
    kind: str
    start: int
    end: int
    also: str = ""


@dataclass(frozen=True)
class LearnedName:
    """A name as it was told, and what it may be added as: kinds of subject, the likeliest first.

    `words` are those around it, the name in quotation marks; `where` and `day` say of what text.
    """

    name: str
    kinds: tuple[str, ...]
    words: str
    where: str
    day: date | None = None
    also: str = ""
