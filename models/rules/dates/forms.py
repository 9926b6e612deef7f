"""What a form of date phrase is: a pattern, what it means, and how firmly it must be anchored."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from models.rules.dates.reading import Frame, Meaning

Reader = Callable[[re.Match[str], Frame], Meaning | None]
Anchor = Literal["", "edge", "lead"]


@dataclass(frozen=True)
class Form:
    """One way of saying a time; `anchor` says what must hold for it to count as one.

    "" anywhere; "edge" after a preposition or at the end of the line; "lead" after a preposition.
    """

    pattern: re.Pattern[str]
    meaning: Reader
    anchor: Anchor = ""


def form(pattern: str, meaning: Reader, anchor: Anchor = "") -> Form:
    """A form from a pattern that is bounded by words and blind to case."""
    whole = re.compile(rf"(?<![\w/.’'-])(?:{pattern})(?![\w/]|[.’'-]\w)", re.IGNORECASE)
    return Form(whole, meaning, anchor)
