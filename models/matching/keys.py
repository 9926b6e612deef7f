"""Keys by which likely pairs are found without comparing everybody with everybody."""

from collections.abc import Iterable
from datetime import date
from hashlib import blake2b
from itertools import combinations

from models.matching.parts import NameParts
from models.matching.short_forms import full_names
from models.matching.sounding import consonants, sound
from models.matching.weighing import Facts
from models.rules.addresses import postcode_key
from models.rules.identifiers import number_key
from models.rules.names import PARTICLES

WORDS, FORMS = 5, 2
"""Words of a name, and names in full of each, by which it is found."""
ALONE, ABOUT = 0.6, {"name": "wsbut", "birth": "dymijk", "home": "co"}
"""Keys by the letter that they begin with."""


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
        found |= _initialled(name, words)
    heard = {one for each in words.values() for one in each}
    found |= _born(facts.birth_date, heard, _initials(names))
    found |= _lives(postcode_key(facts.postcode), heard)
    numbers = map(number_key, (facts.system_id, facts.nhs_number))
    return found | {f"n{one}" for one in numbers if one}


def word_key(word: str) -> str:
    """The key of a word of a name, by which those who bear it are counted."""
    return f"w{word}"


def about(key: str) -> str:
    """What a key tells of: a name, a birth, a home, or by itself."""
    return next((what for what, letters in ABOUT.items() if key[0] in letters), key)


def worth(key: str) -> float:
    """How much of what a key tells counts: a word alone leaves the other part of a name open."""
    return ALONE if key[0] in "ws" else 1.0


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
        found |= {f"t{one[0]} {theirs}" for theirs in heard[other]}
        found |= {f"t{other[0]} {mine}" for mine in heard[one]}
        bare = sorted((consonants(one), consonants(other)))
        found.add(f"u{bare[0]} {bare[1]}")
        for mine in heard[one]:
            for theirs in heard[other]:
                first, last = (mine, theirs) if mine <= theirs else (theirs, mine)
                found.add(f"b{first} {last}")
    return found


def _initialled(name: NameParts, heard: dict[str, tuple[str, ...]]) -> set[str]:
    """What is found where a name is said by an initial and the other part."""
    letters = [one for one in name.words if len(one) == 1]
    return {
        f"t{letter} {sounds}"
        for letter in letters
        for word in name.words
        for sounds in heard.get(word, ())
    }


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
