"""Words one after another, and how many of something there are."""

from collections.abc import Sequence


def listed(words: Sequence[str]) -> str:
    """One, two and three."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def counted(number: int, one: str, several: str) -> str:
    """1 interview, 2 interviews, 44,000 interviews."""
    return f"{number:,} {one if number == 1 else several}"
