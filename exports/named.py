"""Whom the words of a record name whole, though nothing on record ties them to it."""

from collections.abc import Callable, Iterable
from dataclasses import is_dataclass

from exports.rewriting import worded
from models.records.masks import FoundName, Spoken, TextMask
from models.rules.spoken_of import named_whole

Named = tuple[Spoken, ...]
NOBODY: Named = ()


def named_in(everybody: TextMask, record: object) -> Named:
    """Those whom a mask knows and these words name by first name and surname, each once."""
    if not everybody.knows_names:
        return NOBODY
    known = everybody if isinstance(everybody, Remembered) else Remembered(everybody)
    return known.named_in(record)


class Remembered:
    """A mask that is asked of each text, and of each record, once: they go into many documents."""

    def __init__(self, mask: TextMask) -> None:
        self._mask = mask
        self._pieces: dict[str, tuple[tuple[str, bool], ...]] = {}
        self._found: dict[str, tuple[FoundName, ...]] = {}
        # A record is kept beside what was found in it, so that no other takes its place.
        self._named: dict[int, tuple[object, Named]] = {}

    @property
    def spared(self) -> frozenset[str]:
        """Whole names that stay."""
        return self._mask.spared

    @property
    def knows_names(self) -> bool:
        """Whether there is anybody whose name it would find."""
        return self._mask.knows_names

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

    def named_in(self, record: object) -> Named:
        """Whom the words of a record name whole, each once."""
        if type(record) is str:
            return named_whole(self, record) if len(self.pieces(record)) > 1 else NOBODY
        if isinstance(record, tuple):
            return _together(map(self.named_in, record))
        if not is_dataclass(record) or isinstance(record, type):
            return NOBODY
        known = self._named.get(id(record))
        if known is None:
            parts = (getattr(record, name) for name in worded(type(record)))
            known = self._named[id(record)] = (record, _together(map(self.named_in, parts)))
        return known[1]


def _together(found: Iterable[Named]) -> Named:
    some = [one for one in found if one]
    return tuple(dict.fromkeys(one for each in some for one in each)) if some else NOBODY
