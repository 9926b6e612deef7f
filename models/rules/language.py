"""Words that blame a child or say too little, found in a text with what to say instead."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol


class Term(Protocol):
    """A row of the panel's language list."""

    @property
    def term(self) -> str: ...
    @property
    def alternative(self) -> str: ...


@dataclass(frozen=True)
class LanguageFinding:
    """A term of the list where it stands in a text, and its alternative ("" if none is given)."""

    start: int
    end: int
    found: str
    alternative: str

    @property
    def warning(self) -> str:
        """The finding as one plain sentence."""
        if self.alternative:
            return f"“{self.found}”: consider “{self.alternative}”."
        return f"“{self.found}” may blame the child: consider other words."


def findings(text: str, terms: Sequence[Term]) -> tuple[LanguageFinding, ...]:
    """Every listed term in the text, longest first where two overlap, in order of place.

    Terms match blind to case, as whole words, with the endings -s, -ed and -ing allowed
    (source: domain brief 5.7; the list is the panel's own). Nothing here ever blocks.
    """
    kept: list[LanguageFinding] = []
    for term in sorted(terms, key=lambda row: len(row.term), reverse=True):
        for match in _pattern(term.term).finditer(text):
            if all(match.end() <= other.start or match.start() >= other.end for other in kept):
                kept.append(LanguageFinding(match.start(), match.end(), match[0], term.alternative))
    return tuple(sorted(kept, key=lambda finding: finding.start))


@lru_cache(maxsize=512)
def _pattern(term: str) -> re.Pattern[str]:
    words = [_word(word) for word in term.split()]
    return re.compile(r"(?<!\w)" + r"[\s-]+".join(words) + r"(?!\w)", re.IGNORECASE)


def _word(word: str) -> str:
    if len(word) < 4 or not word.isalpha():
        return re.escape(word).replace("'", "['’]")
    stem = word[:-1] if word.endswith("e") else word
    return (
        re.escape(stem) + r"(?:e?s|e?d|ing)?"
        if stem == word
        else re.escape(stem) + r"(?:es?|ed|ing)"
    )
