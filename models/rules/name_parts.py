"""The parts of the names of those spoken of, each with whom it means."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from models.records.masks import Spoken
from models.remembering import remembered
from models.rules.bearers import full_mask, single_words
from models.rules.masking import NameMask
from models.rules.names import PARTICLES, initials, parse_name, plain

SHORTEST_HALF = 4
Bearers = Mapping[str, tuple[Spoken, ...]]
Names = Callable[[Spoken], Iterator[str]]


def spoken(name: str, aliases: Iterable[str] = ()) -> Spoken:
    """Somebody by a name on record, shown by its initials."""
    return Spoken(name, initials(name), tuple(aliases))


@dataclass(frozen=True)
class Parts:
    """The parts of the names of those spoken of, each with whom it means."""

    whole: NameMask
    """Their whole names: a mask of everybody does not know every one of them."""
    firsts: Bearers
    surnames: Bearers
    clues: frozenset[str]
    """Words of which one at least stands in every text that speaks of somebody."""


@remembered(16)
def parts_of(people: tuple[Spoken, ...], earlier: tuple[Spoken, ...] = ()) -> Parts:
    """The parts of these people's names; `earlier` are meant where none of `people` is."""
    everyone = tuple(dict.fromkeys((*people, *earlier)))
    called = [_names(one) for one in everyone]
    return Parts(
        replace(full_mask(called), families=False),
        {**_by(earlier, _first_names), **_by(people, _first_names)},
        {**_by(earlier, _surname_words), **_by(people, _surname_words)},
        _clues(everyone),
    )


def _names(one: Spoken) -> tuple[str, ...]:
    return (one.name, *one.aliases, *one.nicknames)


def _clues(people: Iterable[Spoken]) -> frozenset[str]:
    """The words of their names, of one as of several who bear it."""
    words = {word for one in people for name in _names(one) for word in plain(name).split()}
    words = {word for word in words if len(word) > 1}
    return frozenset(words | {f"{word}s" for word in words})


@remembered(4096)
def called_alone(people: tuple[Spoken, ...]) -> Bearers:
    """What these are called by alone, each with whom it means."""
    return _by(people, _first_names)


@remembered(4096)
def called_in_part(people: tuple[Spoken, ...]) -> tuple[Bearers, Bearers, frozenset[str]]:
    """What these are called by alone, and by their surnames, each with whom it means; the clues."""
    return _by(people, _first_names), _by(people, _surname_words), _clues(people)


def _first_names(one: Spoken) -> Iterator[str]:
    """What somebody is called by alone: the first name, its first half, other names of one word."""
    name = parse_name(one.name)
    for first in name.first[:1]:
        yield plain(first)
        half = first.partition("-")[0]
        if half != first and len(half) >= SHORTEST_HALF:
            yield plain(half)
    for alias in (name.known_as, *one.aliases, *one.nicknames):
        yield from map(plain, single_words(alias))


def _surname_words(one: Spoken) -> Iterator[str]:
    """A surname whole and by its parts."""
    surname = plain(parse_name(one.name).surname)
    for word in (surname, *surname.split()):
        if len(word) > 2 and word not in PARTICLES:
            yield word


def _by(people: Iterable[Spoken], names: Names) -> dict[str, tuple[Spoken, ...]]:
    found: dict[str, tuple[Spoken, ...]] = {}
    for one in people:
        for word in dict.fromkeys(names(one)):
            found[word] = (*found.get(word, ()), one)
    return found
