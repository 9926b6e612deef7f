"""Keys by which likely pairs are found without comparing everybody with everybody."""

from collections.abc import Iterable
from datetime import date
from hashlib import blake2b
from itertools import combinations

from models.matching.likeness import NameParts, sound
from models.matching.short_forms import full_names
from models.matching.weighing import Facts
from models.rules.addresses import postcode_key
from models.rules.identifiers import number_key
from models.rules.names import PARTICLES

WORDS, FORMS = 5, 2
"""Words of a name, and names in full of each, by which it is found."""


def keys_of(facts: Facts) -> set[str]:
    """Every key of a person: pairs of facts that seldom go wrong together.

    What many share, such as a first name, is a key only with something beside it, so that each key
    leads to few; a word alone is there for names of one word and to count who bears it.
    """
    names = facts.taken_apart()
    words = {word: sounds(word) for word in _words(names)}
    found = {f"w{word}" for word in words}
    found |= {f"s{one}" for heard in words.values() for one in heard}
    for name in names:
        found |= _pairs([one for one in name.words if one in words], words)
    heard = {one for each in words.values() for one in each}
    found |= _born(facts.birth_date, heard, _initials(names))
    found |= _lives(postcode_key(facts.postcode), heard)
    numbers = map(number_key, (facts.system_id, facts.nhs_number))
    return found | {f"n{one}" for one in numbers if one}


def word_key(word: str) -> str:
    """The key of a word of a name, by which those who bear it are counted."""
    return f"w{word}"


def digest(key: str) -> int:
    """A key as the file keeps it: a number of 48 bits."""
    return int.from_bytes(blake2b(key.encode(), digest_size=6).digest(), "big")


def sounds(word: str) -> tuple[str, ...]:
    """How a word sounds, and the names in full that it may stand for."""
    full = full_names(word)[:FORMS]
    return tuple(dict.fromkeys((sound(word), *map(sound, full)))) if full else (sound(word),)


def _words(names: Iterable[NameParts]) -> list[str]:
    return [
        word
        for name in names
        for word in (*name.words[: WORDS - 1], *name.words[WORDS - 1 :][-1:])
        if len(word) > 1 and word not in PARTICLES
    ]


def _pairs(words: list[str], heard: dict[str, tuple[str, ...]]) -> set[str]:
    found = set()
    for one, other in combinations(words, 2):
        begun = sorted((one[:3], other[:3]))
        found.add(f"p{begun[0]} {begun[1]}")
        for mine in heard[one]:
            for theirs in heard[other]:
                first, last = (mine, theirs) if mine <= theirs else (theirs, mine)
                found.add(f"b{first} {last}")
    return found


def _born(born: date | None, heard: set[str], initials: set[str]) -> set[str]:
    if born is None:
        return set()
    low, high = sorted((born.day, born.month))
    found = {f"d{born.year} {low} {high}"}
    found |= {f"y{one} {born.year}" for one in heard}
    found |= {f"m{one} {low} {high}" for one in heard}
    for one in initials:
        found.add(f"i{one} {born.year} {born.month}")
        found.add(f"j{one} {born.year} {born.day}")
        found.add(f"k{one} {born.month} {born.day}")
    return found


def _lives(postcode: str, heard: set[str]) -> set[str]:
    if not postcode:
        return set()
    near = postcode[:-2] if len(postcode) > 4 else postcode
    return {f"c{postcode}", *(f"o{one} {near}" for one in heard)}


def _initials(names: Iterable[NameParts]) -> set[str]:
    return {"".join(sorted(one.first[0][0] + one.surname[0])) for one in names if one.first}
