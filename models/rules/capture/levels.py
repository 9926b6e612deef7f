"""Levels of risk in a line: the scheme's own words and what people shorten them to."""

import re
from collections.abc import Iterator

from models import codes
from models.remembering import remembered
from models.rules.names import plain

FORMER = re.compile(
    r"\b(?:from|was|were|prev(?:ious(?:ly)?)?[.:]?|last\s+time|not)\s+$", re.IGNORECASE
)
VERY_HIGH = re.compile(r"\bv/?h\b")
VERY = re.compile(r"\bv(?:(?:\.|ery)?\s+|\.)(?=high|low)", re.IGNORECASE)


def levels_in(text: str, scheme: tuple[str, ...]) -> tuple[str, ...]:
    """Every level named, that of before first and of now last: "med -> v high", "high from med"."""
    known = _known(scheme)
    longest = sorted(known, key=len, reverse=True)
    either = "|".join(re.escape(word) for word in longest) or "(?!)"
    said = VERY.sub("very ", VERY_HIGH.sub("very high", _levelled(text)))
    found = sorted(re.finditer(rf"\b(?:{either})\b", said), key=lambda one: not _before(one, said))
    return tuple(known[one[0]] for one in found)


def _before(level: re.Match[str], said: str) -> bool:
    """ "Medium, down from high": high was before."""
    return bool(FORMER.search(said[: level.start()]))


def level_words(scheme: tuple[str, ...]) -> frozenset[str]:
    """The single words that levels are made of."""
    words = {part for word in _known(scheme) for part in word.lower().split()}
    return frozenset(words | {"v", "vh"})


def _levelled(text: str) -> str:
    """Small letters, save a capital that stands alone: "H" is a level, "h" is none."""
    return re.sub(r"\b(?![A-Z]\b)\w+", lambda word: plain(word[0]), text)


@remembered(8)
def _known(scheme: tuple[str, ...]) -> dict[str, str]:
    return {word: level for level in scheme for word in (plain(level), *_shortened(level))}


def _shortened(level: str) -> Iterator[str]:
    """The level's first letters as the list of risk in words has them: "med", "M"."""
    row = codes.recognise("risk_levels", level)
    for word in row.synonyms if row and row.label.lower() == level.lower() else ():
        if level.lower().startswith(word.lower()) or word.lower().startswith("mod"):
            yield word if len(word) == 1 else plain(word)
