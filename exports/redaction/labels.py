"""Words that name nobody: labels of the code lists where they stand whole, and references."""

import re

from exports.redaction.words import Word, words_of
from models import codes
from models.codes.in_force import kept
from models.rules.panel_words import ordinary

REF = re.compile(r"\bref(?:erence)?(?:\s+no)?[.:]?\s*$", re.IGNORECASE)
Place = tuple[int, tuple[str, ...]]


def is_a_reference(text: str, start: int, end: int) -> bool:
    """Whether capitals and figures stand behind "ref": an agency's own number for what it says."""
    return text[start:end].isupper() and REF.search(text, max(0, start - 16), start) is not None


def in_a_label(words: list[Word], at: int) -> bool:
    """Whether a word belongs to a label that stands whole around it: "Gypsy or Roma"."""
    for before, label in _labels().get(words[at].text, ()):
        start = at - before
        if start >= 0 and tuple(one.text for one in words[start : start + len(label)]) == label:
            return True
    return False


@kept
def _labels() -> dict[str, tuple[Place, ...]]:
    """By each word with a capital that is no plain word, the labels it stands in, and where."""
    found: dict[str, dict[Place, None]] = {}
    for name in codes.names():
        shipped = {row.label for row in codes.shipped(name)}
        for row in codes.load(name):
            words = words_of(row.label)
            # One word that a panel added may be anybody's name as well.
            if len(words) < 2 and row.label not in shipped:
                continue
            label = tuple(word.text for word in words)
            for at, word in enumerate(words):
                if word.capital and word.text not in ordinary():
                    found.setdefault(word.text, {})[at, label] = None
    return {word: tuple(places) for word, places in found.items()}
