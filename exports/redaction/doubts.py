"""What only a person can tell: single-word aliases, initials, and names on no record."""

import re
from collections.abc import Iterator

from exports.redaction.found import Hit, Sure
from exports.redaction.index import SHORTEST_SINGLE
from exports.redaction.labels import in_a_label, is_a_reference
from exports.redaction.reading import LONG, Reading
from models.records.documents import KnownName
from models.rules.panel_words import abbreviations, ordinary

INITIALS = re.compile(
    r"(?<![\w.])(?:[A-Z]\.[ \-]?){1,3}[A-Z](?:\.|(?![\w'’]))|(?<![\w.])[A-Z]{2,3}(?!\w)"
    r"|(?<![\w.])[B-HJ-Z](?: [A-Z]){1,2}(?![\w.'’])"
)


def likeliest(names: frozenset[KnownName]) -> str:
    """The kind of whom these names may mean: a child before anybody else."""
    kinds = {one.kind for one in names}
    return next(kind for kind in ("child", "family", *sorted(kinds)) if kind in kinds)


def alias(reading: Reading, at: int) -> Hit | None:
    """A single word that somebody on record also goes by."""
    word = reading.words[at]
    if word.text in reading.spared.own or not word.capital:
        return None
    names = frozenset(reading.index.weak.get(word.text, ())) - reading.spared.hidden
    if not names or (word.opens and word.text in ordinary()):
        return None
    kind = likeliest(names)
    return Hit(word.start, word.end, kind, Sure.ALIAS, False, names, by_alias=True)


def stranger(reading: Reading, at: int) -> Hit | None:
    """A word like a name that stands on no record."""
    word, spared = reading.words[at], reading.spared
    if not word.capital or len(word.text) < SHORTEST_SINGLE or not word.text.isalpha():
        return None
    if word.text in ordinary() or word.raw in abbreviations():
        return None
    known = (spared.own, spared.allowed, spared.professional_words, reading.index.allowed)
    if any(word.text in words for words in known):
        return None
    if word.raw.isupper() and len(word.raw) <= LONG or in_a_label(reading.words, at):
        return None
    if is_a_reference(reading.text, word.start, word.end):
        return None
    if word.opens and not _followed_by_a_name(reading, at):
        return None
    return Hit(word.start, word.end, "person", Sure.UNKNOWN, False)


def _followed_by_a_name(reading: Reading, at: int) -> bool:
    after = reading.words[at + 1 : at + 2]
    return any(one.capital and one.text not in ordinary() and not one.opens for one in after)


def initials(reading: Reading) -> Iterator[Hit]:
    """Letters that may stand for somebody on record."""
    for match in INITIALS.finditer(reading.text):
        letters = re.sub(r"\W", "", match[0]).lower()
        dotted = "." in match[0]
        if letters in reading.spared.own or not dotted and match[0] in abbreviations():
            continue
        names = frozenset(reading.index.initials.get(letters, ())) - reading.spared.hidden
        if names:
            yield Hit(match.start(), match.end(), likeliest(names), Sure.ALIAS, False, names)
