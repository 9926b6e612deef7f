"""A level of risk in so few letters that they stand within a circle, and tell it from others."""

import re

WHOLE, CUT, LEAST = 4, 3, 2
"""Letters of a word that stands whole, of one that is cut, and of one in the least room."""
BY_LETTER = frozenset({"high", "medium", "low"})
"""Levels that everybody knows by their first letter."""
WORD = re.compile(r"[^\W\d_]+")
NUMBER = re.compile(r"\d+")


def level_signs(level: str | None) -> tuple[str, ...]:
    """The level in a few letters, then in fewer for a smaller circle; nothing where none is said.

    >>> level_signs("Category 4: significant risk"), level_signs("Level 2")
    (('C4', '4'), ('L2', '2'))
    >>> level_signs("High"), level_signs("Medium"), level_signs("Moderate"), level_signs("No risk")
    (('High', 'H'), ('Med', 'M'), ('Mod', 'Mo'), ('No', 'No'))
    """
    words, number = WORD.findall(level or ""), NUMBER.search(level or "")
    if number is not None:
        return (f"{words[0][0].upper()}{number[0]}", number[0]) if words else (number[0],)
    if not words:
        return ()
    first = words[0][:1].upper() + words[0][1:]
    sign = first if len(first) <= WHOLE else first[:CUT]
    return sign, first[: 1 if first.lower() in BY_LETTER else LEAST]
