"""Keys of places, vehicles, telephones and accounts, so that a part of one is enough to find it."""

from collections.abc import Iterator

from models.matching.nearby import cells, spot
from models.matching.place_names import PLAIN_WORDS, bare, words_of
from models.matching.sounding import sound
from models.rules.addresses import POSTCODE, postcode_key
from models.rules.identifiers import number_key, phone_key
from models.rules.names import plain
from models.rules.partial_marks import mark_key
from models.rules.platforms import PLATFORMS

PART, LAST, SLIPPED = 3, 6, 3
"""Letters of a registration mark, and last figures of a number, by which it is found; figures of
which one may be a slip."""
PARTS = "rl"
"""Letters of keys that tell but a part of a mark or number."""
SHORTEST, LONGEST = 4, 30
"""Letters of a handle from which one may be a slip, and that are compared."""
PLACE_PARTS = 5
"""What stands behind a place's names: address, postcode, easting, northing, metres of doubt."""


def thing_keys(kind: str, words: tuple[str, ...]) -> set[str]:
    """Every key of something that is no person: `words` are its names, then its numbers."""
    if kind == "vehicle":
        return {key for one in words for key in mark_keys(one)}
    if kind == "phone":
        return {key for one in words for key in phone_keys(one)}
    if kind == "online_account":
        return {key for one in words for key in handle_keys(one)}
    return place_keys(words)


def mark_keys(text: str) -> set[str]:
    """The whole mark and any three signs that stand together in it."""
    mark = number_key(mark_key(text))
    if not mark or len(mark) > 12:
        return set()
    parts = {f"r{mark[at : at + PART]}" for at in range(len(mark) - PART + 1)}
    return {f"V{mark}", *parts}


def phone_keys(text: str) -> set[str]:
    """The whole number, its last figures, and all but three, among which a slip may be."""
    figures = phone_key(text)
    if len(figures) < LAST:
        return set()
    middle = f"{figures[:-LAST]}*{figures[-SLIPPED:]}"
    return {f"f{figures}", f"l{figures[-LAST:]}", row_key(figures), f"g{middle}"}


def row_key(figures: str) -> str:
    """The key of all numbers that may differ in their last figures."""
    return f"g{figures[:-SLIPPED]}"


def handle_key(text: str) -> str:
    """A handle as compared: letters and figures only, small, whether its platform is said or not.

    >>> handle_key("Snapchat: @kmx_19")
    'kmx19'
    """
    words = plain(text.replace("_", "")).split()
    told = list(without_platform(words))
    bare, whole = ("".join(filter(str.isalnum, "".join(one))) for one in (told, words))
    return bare if len(bare) >= PART else whole


def without_platform(words: list[str]) -> Iterator[str]:
    """The words that are no platform's name, nor the "on" before one."""
    for word, then in zip(words, [*words, ""][1:], strict=True):
        if word not in PLATFORMS and not (word == "on" and then in PLATFORMS):
            yield word


def handle_keys(text: str) -> set[str]:
    """The whole handle, and it without each of its letters: one letter may be a slip."""
    handle = handle_key(text)[:LONGEST]
    if len(handle) <= SHORTEST:
        return {f"h{handle}"} if handle else set()
    without = {f"d{handle[:at]}{handle[at + 1 :]}" for at in range(len(handle))}
    return {f"h{handle}", f"d{handle}", *without}


def place_keys(words: tuple[str, ...]) -> set[str]:
    """The words of a place's names and address as they sound, its postcode, and where it lies."""
    found = cells(spot(words[-3:]))
    for text in words[:-3]:
        code = postcode_key(text)
        if POSTCODE.fullmatch(code):
            found.add(f"q{code}")
        found |= {f"e{sound(one)}" for one in _as_parted(words_of(text))}
        found |= {f"e{sound(one)}" for one in (run_together(text),) if one}
    return found


def _as_parted(words: list[str]) -> set[str]:
    """The words as they stand, two beside each other in one, and each without its last s."""
    joined = map("".join, zip(words, words[1:], strict=False))
    return {*words, *joined, *map(bare, words)}


def place_words(text: str) -> set[str]:
    """The telling words of a place's name or address."""
    return {*words_of(text)}


def run_together(text: str) -> str:
    """The telling words in their order without spaces: a skate park may be a skatepark."""
    return "".join(word for word in plain(text).split() if word not in PLAIN_WORDS)
