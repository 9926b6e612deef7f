"""Words one after another, and how many of something there are."""

from collections.abc import Callable, Sequence
from typing import TypeVar

Row = TypeVar("Row")
Line = TypeVar("Line")


def listed(words: Sequence[str]) -> str:
    """One, two and three."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def counted(number: int, one: str, several: str) -> str:
    """1 interview, 2 interviews, 44,000 interviews."""
    return f"{number:,} {one if number == 1 else several}"


def named_first(
    rows: Sequence[Row], most: int, line: Callable[[Row], Line], rest: Callable[[int], Line]
) -> list[Line]:
    """A line for each of the first rows, and where there are more one that says how many."""
    left = len(rows) - most
    return [*map(line, rows[:most]), *([rest(left)] if left > 0 else [])]
