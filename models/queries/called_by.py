"""People by each word of each name, put in anew one by one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from models.rules.names import plain

if TYPE_CHECKING:
    from models.rules.spoken_of import SpokenOf

Called = tuple[str, ...]
"""All names of somebody, the one shown first."""


@dataclass
class CalledBy:
    """Who is called what, as of an operation.

    `shown` is what was made of labels so far, `masks` of whom they may mean: both until a name
    changes.
    """

    number: int
    shown: dict[str, str] = field(default_factory=dict)
    masks: dict[frozenset[int], "SpokenOf"] = field(default_factory=dict)
    alias_of: dict[int, int] = field(default_factory=dict)
    _called: dict[int, Called] = field(default_factory=dict)
    _by_word: dict[str, set[int]] = field(default_factory=dict)

    def take(
        self,
        names: Mapping[int, Sequence[str]],
        alias_of: Mapping[int, int],
        instead_of: Iterable[int] = (),
    ) -> None:
        """Have these people go by these names, and no others of `instead_of` by any."""
        before = [one for one in instead_of if one in self._called]
        if not names and not before:
            return
        for one in before:
            for word in _words(self._called.pop(one)):
                self._by_word[word].discard(one)
        for one, called in names.items():
            self._called[one] = tuple(called)
            for word in _words(called):
                self._by_word.setdefault(word, set()).add(one)
        self.alias_of.update(alias_of)
        self.shown.clear()
        self.masks.clear()

    def meant_by(self, words: Iterable[str]) -> frozenset[int]:
        """All who have one of these words in a name, also with an "s" behind it."""
        parts = {part for word in words for part in (word, word[:-1])}
        return frozenset(one for part in parts for one in self._by_word.get(part, ()))

    def names_of(self, people: Iterable[int]) -> list[Called]:
        """What these are called."""
        return sorted({self._called[one] for one in people})


def _words(names: Iterable[str]) -> set[str]:
    return {word for name in names for word in plain(name).split() if len(word) > 1}
