"""Questions in no dictionary that ask for a text, told by each word's use in the known ones."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from math import log

from models.intake.understanding.elements import Pair
from models.intake.understanding.lexicon import Match, lexicon
from models.intake.understanding.wording import tokens

FIELDS = {
    "child": ("reason", "tried", "ask", "voice", "parent"),
    "assessment": ("voice", "parent"),
    "location": ("grounds", "ask"),
    "person_of_concern": ("grounds", "ask"),
    "group": ("grounds", "ask"),
    "theme": ("grounds", "ask"),
}
SURE, LEAST_WORDS, LONGEST_LABEL = 0.7, 7, 16
MARGIN, FIRST_WORDS, RARE = 1.0, 1.5, 0.3
_SAID = re.compile(r"\W*[“\"]|(?:she|he|they|[A-Z]\w+) (?:says?|said|feels?|wants?|told)\b", re.I)
_HOME = re.compile(
    r"\W*(?:(?:his|her|their) )?"
    r"(?:mum|mother|dad|father|nan|gran\w*|step\w*|foster|carer|parents?)\b",
    re.IGNORECASE,
)
_NAMES_WHAT = re.compile(r"\b(?:details? of|name|number|contact|date|address|signature)\b", re.I)


@dataclass(frozen=True)
class _Words:
    """How often each word stands in the wordings for each text, and how many words these have."""

    counts: dict[str, Counter[str]]
    total: int

    def says(self, field: str, word: str) -> float:
        """Return how much a word speaks for a text."""
        counts = self.counts[field]
        return log((counts[word] + RARE) / (sum(counts.values()) + RARE * self.total))


@cache
def _words(kind: str) -> _Words:
    counts: dict[str, Counter[str]] = {field: Counter() for field in FIELDS[kind]}
    for phrase in lexicon(kind).phrases:
        if phrase.field in counts:
            counts[phrase.field].update(phrase.words)
    return _Words(counts, len(frozenset().union(*counts.values())))


def told_by_words(pair: Pair, kind: str, taken: frozenset[str]) -> Match | None:
    """Return the text that an unknown question asks for; None where its words leave a doubt.

    How often a word stands in the known wordings for each text weighs for it; the answer's first
    words weigh as well. Nothing is taken where two texts are nearly as likely.
    """
    asked = tokens(pair.label)
    if len(pair.value.split()) < LEAST_WORDS or len(pair.label.split()) > LONGEST_LABEL:
        return None
    if kind not in FIELDS or _NAMES_WHAT.search(pair.label):
        return None
    words = _words(kind)
    known = [w for w in asked if any(counts[w] for counts in words.counts.values())]
    if not known:
        return None
    scores = {field: sum(words.says(field, word) for word in known) for field in words.counts}
    if "voice" in scores:
        scores["voice"] += FIRST_WORDS * bool(_SAID.match(pair.value))
        scores["parent"] += FIRST_WORDS * bool(_HOME.match(pair.value))
    best, second = sorted(scores, key=lambda field: -scores[field])[:2]
    sure = scores[best] - scores[second] >= MARGIN and best not in taken
    return Match(best, SURE) if sure else None
