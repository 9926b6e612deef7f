"""How a word of a name sounds, and its consonants, by which other spellings of it are found."""

import re
from functools import cache

import jellyfish

from models.matching.name_lists import families
from models.remembering import remembered

_FILE = "spellings.txt"
_TWO = (
    ("kh", "h"), ("gh", "g"), ("sh", "s"), ("ch", "s"), ("zh", "s"), ("th", "t"), ("dh", "d"),
    ("ph", "f"), ("ck", "k"), ("x", "ks"), ("q", "k"), ("c", "k"), ("z", "s"), ("v", "w"),
)  # fmt: skip
"""Letters that one ear hears alike, as other alphabets write one of them for several."""
_WEAK, _TWICE = re.compile("[aeiouwy]"), re.compile(r"(.)\1+")


@remembered(65536)
def sound(word: str) -> str:
    """How a word sounds, so that Catherine is found for Kathryn, and Siobhan for Shivaun."""
    heard = as_heard(word)
    return jellyfish.metaphone(heard) or heard[:1]


@remembered(65536)
def consonants(word: str) -> str:
    """What is left of a folded word without its vowels: Youssef, Yusuf and يوسف are ysf."""
    for written, heard in _TWO:
        word = word.replace(written, heard)
    begun = "a" if word[:1] in "aeiou" else word[:1]
    rest = _WEAK.sub("", word[1:])
    return _TWICE.sub(r"\1", begun + (rest[:-1] if rest[-1:] == "h" else rest))


def as_heard(word: str) -> str:
    """The one spelling for all in which a listed name is written; any other word as it is."""
    return _heard().get(word, word)


def is_listed(word: str) -> bool:
    """Whether it is known how a word is also spelt."""
    return word in _heard()


def distinct(one: str, other: str) -> bool:
    """Whether both are known names and not one name: Hassan and Hussain, Jayden and Kayden."""
    mine, theirs = _heard().get(one), _heard().get(other)
    return mine is not None and theirs is not None and mine != theirs


@cache
def _heard() -> dict[str, str]:
    """Each spelling to the one that sounds as the name is said."""
    return {form: heard for heard, others in families(_FILE) for form in (heard, *others)}
