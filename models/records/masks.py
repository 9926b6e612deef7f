"""Masks of names: what shows somebody by initials, and of whom a meeting speaks."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol


class FoundName(Protocol):
    """A name found in a text: where it begins and ends, and what is shown in its place."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def shown(self) -> str:
        """What is shown in its place."""


class TextMask(Protocol):
    """Shows names in a text as initials, but those that are spared."""

    @property
    def spared(self) -> frozenset[str]:
        """Whole names, as compared, that stay."""

    @property
    def knows_names(self) -> bool:
        """Whether there is anybody whose name it would find."""

    def masked(self, text: str, rest: Callable[[str], str] = str) -> str:
        """The text with initials in the place of each name; `rest` masks between."""

    def pieces(self, text: str) -> Iterable[tuple[str, bool]]:
        """The text in pieces, each with whether it is shown in the place of a name."""

    def found(self, text: str) -> Iterable[FoundName]:
        """The names in a text, from its beginning."""


@dataclass(frozen=True)
class Spoken:
    """Somebody of whom a meeting speaks: their name, what is shown for it, and other names.

    `nicknames` are no other names on record, but what texts call them beside their surname.
    """

    name: str
    shown: str
    aliases: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    subject_id: int | None = None
