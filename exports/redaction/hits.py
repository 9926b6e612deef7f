"""A hit on a name, with the initial, the short form and the title beside it taken in."""

from collections.abc import Sequence

from exports.redaction.doubts import INITIALS, likeliest
from exports.redaction.found import Hit, Sure
from exports.redaction.index import name_words
from exports.redaction.namesakes import is_article
from exports.redaction.reading import Reading
from exports.redaction.words import Word
from models.records.documents import KnownName
from models.rules.masking import OF_A_FAMILY
from models.rules.panel_words import ordinary
from models.rules.word_or_name import FIRST_NAMES_TOO

FAMILY_TITLES = OF_A_FAMILY | {"auntie", "uncle", "nan", "grandad"}


def hit_on(
    reading: Reading,
    first: int,
    last: int,
    names: frozenset[KnownName],
    sure: Sure,
    *,
    replaced: bool,
) -> Hit:
    """The hit, with an initial or a short form beside it and a title before it taken in."""
    words = reading.words
    start, end = words[first].start, words[last].end
    kind = likeliest(names)
    if first > 0 and _stands_for_name(reading, first - 1) and reading.beside(first - 1, first):
        fitting = _starting(names, words[first - 1].text, words[first : last + 1])
        if fitting:
            first, start, names = first - 1, words[first - 1].start, fitting
    if last + 1 < len(words) and is_initial(reading, last + 1):
        fitting = _starting(names, words[last + 1].text, words[first : last + 1])
        if fitting and reading.beside(last, last + 1) and not is_article(reading, last + 1):
            end, names = words[last + 1].end, fitting
            end += reading.text[end : end + 1] == "."
    if first > 0 and words[first - 1].text in FAMILY_TITLES and reading.beside(first - 1, first):
        start = words[first - 1].start
        kind = "family" if kind == "child" else kind
    return Hit(start, end, kind, sure, replaced, names)


def _stands_for_name(reading: Reading, at: int) -> bool:
    """An initial of its own, or a short or misspelt form that is no other word: "Elly", "T1a"."""
    word, spared = reading.words[at], reading.spared
    if len(word.raw) == 1:
        return is_initial(reading, at)
    known = (spared.own, spared.allowed, spared.professional_words, ordinary(), FIRST_NAMES_TOO)
    plain = word.opens or any(word.text in words for words in known)
    return word.capital and not plain and not reading.names(at) and not word.raw.isupper()


def is_initial(reading: Reading, at: int) -> bool:
    """One letter that does not begin initials of its own, as in "T.K."."""
    word = reading.words[at]
    several = INITIALS.match(reading.text, word.start)
    alone = several is None or several.end() <= word.end + 1
    return len(word.raw) == 1 and word.raw.isupper() and alone


def _starting(
    names: frozenset[KnownName], word: str, beside: Sequence[Word]
) -> frozenset[KnownName]:
    """Those of which a part begins as a word does, other than the part that stands beside it."""
    there = {one.text for one in beside}
    parts = {one: set(name_words(one.text)) - there for one in names}
    return frozenset(one for one, left in parts.items() if any(p[0] == word[0] for p in left))
