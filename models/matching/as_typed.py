"""Names as case systems and hands type them, put into the order in which they are compared."""

import re
from collections import defaultdict
from functools import cache

from models.matching.name_lists import families
from models.matching.short_forms import is_first_name
from models.rules.names import NICKNAME, NO_NAME, TITLES, UNNAMED, plain

_FILE = "surname_words.txt"
FIGURES = {"0": "o", "1": "l", "5": "s"}
FIGURE = re.compile(r"(?<=[^\W\d_])[015](?=[^\W\d_])|\b[015](?=[a-z]{3})")
"""A figure that was read or typed for a letter."""
SMALL_L = re.compile(r"\bl(?=[bcdfgjkmnpqrstvwxz])")
"""A small l before a letter that no l stands before: Isla was typed lsla."""
SIMPLE = re.compile(r"(?!Mc|Mac)[A-Z][a-z]+ [A-Z][a-z]+")
"""Most names: nothing but their words may tell that they are to be read otherwise."""
NOBODY = frozenset({"unknown", "unk", "unidentified", "unnamed", "unborn", "baby"})
SAYS_NOTHING = NOBODY | {"male", "female", "man", "woman", "boy", "girl", "child", "of"}
SENIOR, JUNIOR = "Elder", "Younger"
GENERATIONS = {"sr": SENIOR, "snr": SENIOR, "jr": JUNIOR, "jnr": JUNIOR}
LEAST = 3
"""Letters of a word in capitals that is a surname and no initials, and of what tells somebody."""


def in_order(name: str) -> str:
    """The name with its surname last, or before a comma; empty where it names nobody.

    >>> in_order("MOSS Tyler James"), in_order("Mc Allister Connor"), in_order("Unknown male")
    ('MOSS, Tyler James', 'McAllister, Connor', '')
    >>> in_order("Nguyen Thi Linh"), in_order("Martin Ward Snr"), in_order("Tyler Moss")
    ('Nguyen, Linh Thi', 'Ward, Martin Elder', 'Tyler Moss')
    """
    if SIMPLE.fullmatch(name) and _telling().isdisjoint(name.lower().split()):
        return name
    if plain(name) in NO_NAME or name == UNNAMED:
        return ""
    bare = SMALL_L.sub("I", FIGURE.sub(lambda one: FIGURES[one[0]], NICKNAME.sub(" ", name)))
    words = _somebody(bare.split())
    if len(words) > 1 and words[0].rstrip(".").lower() in TITLES:
        words = words[1:]
    if "," in bare:
        return " ".join(words)
    words = _joined(words)
    said = [GENERATIONS[plain(one)] for one in words[1:] if plain(one) in GENERATIONS]
    words = words[:1] + [one for one in words[1:] if plain(one) not in GENERATIONS]
    surname, first = _parted(words, bool(said))
    return f"{' '.join(surname)}, {' '.join((*first, *said))}" if surname else " ".join(words)


def _somebody(words: list[str]) -> list[str]:
    """The words without those that say that nobody knows who it is, or that it is a baby."""
    if NOBODY.isdisjoint(map(plain, words)):
        return words
    rest = [one for one in words if plain(one) not in SAYS_NOTHING]
    street_name = "baby" in map(plain, words) and len("".join(rest)) < LEAST
    return words if street_name else rest


def _joined(words: list[str]) -> list[str]:
    """Mc Allister and O Brien in one word."""
    for at, (one, then) in enumerate(zip(words, words[1:], strict=False)):
        son_of = plain(one) in ("mc", "mac") and len(words) > 2 and len(then) >= LEAST
        if son_of or (one in ("O", "o") and plain(then) in _said()["o"]):
            return [*words[:at], f"{one}{then}", *words[at + 2 :]]
    return words


def _parted(words: list[str], ends: bool) -> tuple[list[str], list[str]]:
    """Surname and first names where more than the order tells them; `ends`: the name is whole."""
    if many := _surname_before(words):
        surname, first = words[:many], words[many:]
        if len(first) > 1 and plain(first[0]) in _said()["between"]:
            first = [first[-1], *first[:-1]]
        return surname, first
    return (words[-1:], words[:-1]) if ends and len(words) > 1 else ([], words)


def _surname_before(words: list[str]) -> int:
    """How many words of a surname stand before the first name."""
    small = next((at for at, one in enumerate(words) if not _is_capitals(one)), len(words))
    if small < len(words):
        capitals, rest = words[:small], words[small:]
        if any(len(one) >= LEAST for one in capitals) and not any(map(_is_capitals, rest)):
            return small
    if len(words) < 2:
        return 0
    first, last = plain(words[0]), plain(words[-1])
    if is_first_name(first):
        return 0
    if first.startswith("mc"):
        return int(is_first_name(last))
    return int(first in _said()["first"] and last not in _said()["first"])


def _is_capitals(word: str) -> bool:
    """Whether a word stands in capitals, and is no initial and no mark or number."""
    signs = any(map(str.isdigit, word)) or sum(map(str.isalpha, word)) < 2
    return not signs and word == word.upper() != word.lower()


@cache
def _telling() -> frozenset[str]:
    """Every word by which a name of two is read otherwise than as it stands."""
    said = NOBODY | TITLES | NO_NAME | {"o", "mc", "mac", *GENERATIONS}
    return said | _said()["first"]


@cache
def _said() -> dict[str, frozenset[str]]:
    """The words of the list by what they tell."""
    found: dict[str, set[str]] = defaultdict(set)
    for what, words in families(_FILE):
        found[what].update(words)
    return {what: frozenset(words) for what, words in found.items()}
