"""The actions that a line may speak of, by number and by words."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import Any

from models.rules.capture.refs import ActionRef
from models.rules.names import plain

Found = dict[Hashable, ActionRef]


class ActionBook:
    """Actions by the letters and the number of their reference, and the open ones by their words.

    Of several an open one comes first, then the one that was put in first. One action may be put
    in anew under its key without the others being looked at.
    """

    def __init__(self, actions: Iterable[ActionRef] = ()) -> None:
        self._held: Found = {}
        self._by_number: dict[tuple[str, int], Found] = {}
        self._by_words: dict[str, Found] = {}
        self._letters: Counter[str] = Counter()
        for place, action in enumerate(actions):
            self.put(place, action)

    def put(self, key: Hashable, action: ActionRef) -> None:
        """Put an action in, in the place of what its key held."""
        self.drop(key)
        self._held[key] = action
        number = _number(action.ref)
        if number is not None:
            self._by_number.setdefault(number, {})[key] = action
            self._letters[number[0]] += 1
        if not action.finished:
            self._by_words.setdefault(plain(action.text), {})[key] = action

    def drop(self, key: Hashable) -> None:
        """Take out what a key holds, if anything."""
        action = self._held.pop(key, None)
        if action is None:
            return
        number = _number(action.ref)
        if number is not None:
            _take_out(self._by_number, number, key)
            self._letters[number[0]] -= 1
        if not action.finished:
            _take_out(self._by_words, plain(action.text), key)

    @property
    def letters(self) -> frozenset[str]:
        """The letters that references begin with here."""
        return frozenset(one for one, count in tuple(self._letters.items()) if count)

    def numbered(self, letters: str, number: int) -> ActionRef | None:
        """The action of that number, zeros or none before it."""
        found = tuple(self._by_number.get((letters, number), {}).values())
        return min(found, key=lambda one: bool(one.finished), default=None)

    def saying(self, text: str) -> ActionRef | None:
        """The open action that says just this."""
        found = tuple(self._by_words.get(plain(text), {}).values())
        return found[0] if found else None

    def still_open(self) -> list[ActionRef]:
        """The open actions."""
        return [one for one in tuple(self._held.values()) if not one.finished]

    def open_refs(self) -> Iterator[str]:
        """The references of the open actions."""
        return (one.ref for one in tuple(self._held.values()) if not one.finished)


def _take_out(found: dict[Any, Found], at: Hashable, key: Hashable) -> None:
    """Take out what stands there under a key, and the place where nothing is left."""
    del found[at][key]
    if not found[at]:
        del found[at]


def _number(ref: str) -> tuple[str, int] | None:
    letters = "".join(sign for sign in ref if sign.isalpha()).upper()
    digits = "".join(sign for sign in ref if sign.isdigit())
    return (letters, int(digits)) if letters and digits else None
