"""Whom the words of a record name whole, though nothing on record ties them to it."""

from collections.abc import Callable

from exports.rewriting import texts_of
from models.records.masks import FoundName, Spoken, TextMask
from models.rules.spoken_of import named_whole


def named_in(everybody: TextMask, record: object) -> tuple[Spoken, ...]:
    """Those whom a mask knows and these words name by first name and surname, each once."""
    if isinstance(everybody, Remembered):
        return everybody.named_in(record)
    return _named_in(everybody, record)


def _named_in(everybody: TextMask, record: object) -> tuple[Spoken, ...]:
    found = (one for text in texts_of(record) for one in named_whole(everybody, text))
    return tuple(dict.fromkeys(found))


class Remembered:
    """A mask that is asked of each text once: the same words go into many documents."""

    def __init__(self, mask: TextMask) -> None:
        self._mask = mask
        self._pieces: dict[str, tuple[tuple[str, bool], ...]] = {}
        self._named: dict[int, tuple[object, tuple[Spoken, ...]]] = {}
        self._found: dict[str, tuple[FoundName, ...]] = {}

    @property
    def spared(self) -> frozenset[str]:
        """Whole names that stay."""
        return self._mask.spared

    def masked(self, text: str, rest: Callable[[str], str] = str) -> str:
        """The text with initials in the place of each name; `rest` masks between."""
        return "".join(one if shown else rest(one) for one, shown in self.pieces(text))

    def pieces(self, text: str) -> tuple[tuple[str, bool], ...]:
        """The text in pieces, each with whether it is shown in the place of a name."""
        if text not in self._pieces:
            self._pieces[text] = tuple(self._mask.pieces(text))
        return self._pieces[text]

    def found(self, text: str) -> tuple[FoundName, ...]:
        """The names in a text, from its beginning."""
        if text not in self._found:
            self._found[text] = tuple(self._mask.found(text))
        return self._found[text]

    def named_in(self, record: object) -> tuple[Spoken, ...]:
        """Whom the words of a record name whole; of the same record it is asked once."""
        known = self._named.get(id(record))
        if known is None:
            known = self._named[id(record)] = (record, _named_in(self, record))
        return known[1]
