"""What is kept in mind of a panel's words to save time; a lock or a closing gives it all up."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

_forget: list[Callable[[], None]] = []


def remembered(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keep the newest answers, `most` of them, until `forget`.

    For whatever a person or a paper of the panel may have written, as question or as answer.
    """

    def keep(make: Callable[P, R]) -> Callable[P, R]:
        made = lru_cache(maxsize=most)(make)
        _forget.append(made.cache_clear)
        return made  # type: ignore[return-value]

    return keep


def forget() -> None:
    """Give up everything remembered, and the patterns that Python itself keeps of names."""
    for clear in _forget:
        clear()
    re.purge()
