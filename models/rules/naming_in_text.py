"""Which names stand in a text, whole words alone."""

import re
from collections.abc import Iterable

from models.rules.names import plain

_OWNS = re.compile(r"['’]s\b", re.IGNORECASE)
LEAST = 3
"""A shorter name stands in too many words to be offered."""


def names_in(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names that stand in the text as whole words, whatever their case."""
    said = f" {' '.join(_words(text))} "
    found = []
    for name in names:
        words = " ".join(_words(name))
        if len(words) >= LEAST and f" {words} " in said:
            found.append(name)
    return tuple(dict.fromkeys(found))


def _words(text: str) -> list[str]:
    """The words of a text, without case, accents or the marks around them."""
    whole = plain(_OWNS.sub("", text))
    return "".join(one if one.isalnum() else " " for one in whole).split()
