"""The words that a line is understood by, kept so that one near another is found fast."""

import re
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from models.rules.capture.field_words import field_words, short_words
from models.rules.capture.slips import LONG_WAY, SWAPPED, VOWELLESS, is_form, slip
from models.rules.dates.vocabulary import MONTHS, WEEKDAYS

SHORT_NAME = 4
VOWEL = re.compile("[aeiouy]")
CALENDAR = frozenset(
    word
    for word in (*WEEKDAYS, *MONTHS)
    if word.endswith(("day", "ary", "ber")) or word in ("tues", "weds", "thurs")
)


class Vocabulary:
    """Names of the room and words of the bar, by the letters they begin with."""

    def __init__(self, names: Iterable[str]) -> None:
        words = field_words("spelt") | field_words("deed") | CALENDAR
        self._plain = frozenset(word for one in words for word in one.split() if word.isalpha())
        self._names = (
            frozenset(word for word in names if len(word) >= SHORT_NAME and word.isalpha())
            - self._plain
        )
        self._known = self._plain | self._names | field_words("short deed") | field_words("no slip")
        self._known |= set(short_words())
        self._by_head: dict[str, list[str]] = {}
        for word in self._plain | {one for one in self._names if VOWEL.search(one)}:
            self._by_head.setdefault(word[0], []).append(word)

    def __contains__(self, word: str) -> bool:
        return word in self._known

    def is_name(self, word: str) -> bool:
        """True where a word is part of what somebody or something is called."""
        return word in self._names

    def near(self, typed: str, *, capital: bool) -> str | None:
        """The one word that this one in small letters is a slip away from; none where several are.

        A word with a capital may be the name of somebody else: there only letters swapped or
        doubled are a slip.
        """
        heads = dict.fromkeys((typed[0], typed[1]))
        near = (
            process.extract(
                typed, self._by_head.get(head, ()), scorer=OSA.distance, score_cutoff=2, limit=None
            )
            for head in heads
        )
        costs = ((slip(typed, known), known) for each in near for known, _, _ in each)
        most = SWAPPED if capital else LONG_WAY
        found = [
            (cost, known)
            for cost, known in costs
            if cost is not None and cost <= most and self._may_be(typed, known, cost)
        ]
        least = min((cost for cost, _ in found), default=0.0)
        fits = [known for cost, known in found if cost == least]
        return fits[0] if len(fits) == 1 else None

    def _may_be(self, typed: str, known: str, cost: float) -> bool:
        """Short words of the bar are near too many others: as long, or a double letter missed."""
        if is_form(typed, known) and not (known in self._names and len(typed) < len(known)):
            return False
        doubled = cost == SWAPPED and len(typed) <= SHORT_NAME
        doubled |= cost == VOWELLESS and len(typed) == SHORT_NAME
        return (
            known in self._names or len(typed) > SHORT_NAME or len(known) == len(typed) or doubled
        )
