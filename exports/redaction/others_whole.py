"""Whole names of people whom a document does not hide: a part of one is nobody hidden."""

import re
from collections.abc import Iterable

from exports.redaction.found import Hit
from exports.redaction.index import NAMED, Index, name_words
from exports.redaction.reading import LONG
from models.records.documents import KnownName
from models.rules.bearers import name_mask

PARTED = re.compile(r"[,()\"“”‘\r\n]")
NEAR_LONG, NEAR_SHORT = 2, 1


class OthersWhole:
    """Finds whole names that may stand, so that no word of them is taken for somebody hidden.

    "Kai Marsh" is no Kai Dobson. A name that is somebody's who is hidden too, or has a surname of
    theirs, which it would tell, is left to the rest of the net.
    """

    def __init__(self, others: Iterable[KnownName], index: Index) -> None:
        near = {one.text for one in others if one.kind in NAMED and _is_like(one, index)}
        self._mask = name_mask((text,) for text in sorted(near) if _is_apart(text, index))

    def left(self, text: str, hits: list[Hit]) -> list[Hit]:
        """The hits that are no mere part of such a name."""
        if not hits or not self._mask.knows_names:
            return hits
        found = [(one.start, one.end) for one in self._mask.found(text)]
        whole = [one for one in found if _stands_as_one(text[slice(*one)])]
        return [one for one in hits if not any(_is_part(one, *each) for each in whole)]


def _is_like(one: KnownName, index: Index) -> bool:
    """Whether a word of a name is one of somebody hidden, or nearly."""
    return any(
        word in index.by_word
        or word in index.lone
        or index.spelt_like(word, NEAR_LONG if len(word) >= LONG else NEAR_SHORT)
        for word in name_words(one.text)
    )


def _is_apart(text: str, index: Index) -> bool:
    """Whether a name is no hidden one's, and tells no surname of one."""
    words = name_words(text)
    return words not in index.full_names and index.surnames.isdisjoint(words[1:])


def _stands_as_one(name: str) -> bool:
    """Whether its words follow each other as a first name and a surname do."""
    return len(name.split()) > 1 and PARTED.search(name) is None


def _is_part(one: Hit, start: int, end: int) -> bool:
    """Whether a hit lies within a longer name."""
    return start <= one.start and one.end <= end and (one.start, one.end) != (start, end)
