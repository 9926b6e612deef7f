"""Whether one word is another with a slip of the fingers."""

from rapidfuzz.distance import OSA

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
SPOKEN = frozenset("aeiou")
VOWELS = frozenset("aeiouy")
ENDINGS = ("s", "es", "d", "ed", "er", "ing", "ly", "y", "e", "n")
SWAPPED, VOWELLESS, MISSED, NEXT_KEY, LONG_WAY = 1.0, 1.1, 1.2, 1.5, 3.0
SHORTEST, LONG, VERY_LONG = 4, 6, 8


def _beside() -> frozenset[tuple[str, str]]:
    """Pairs of letters whose keys touch."""
    places = {key: (at, row) for row, keys in enumerate(ROWS) for at, key in enumerate(keys)}
    return frozenset(
        (one, other)
        for one, (at, row) in places.items()
        for other, (at_other, row_other) in places.items()
        if one != other and abs(row - row_other) <= 1 and abs(at - at_other) <= 1
    )


BESIDE = _beside()


def slip(typed: str, known: str) -> float | None:
    """How likely one is the other mistyped: the less the likelier, None where it is a word apart.

    Letters swapped, missed, doubled or hit beside their key; two of these only in long words. Both
    begin alike, and a word with an ending is no slip of the word without it.
    """
    if min(len(typed), len(known)) < 3 or not _begin_alike(typed, known):
        return None
    if len(known) > len(typed) > 3 and typed == "".join(one for one in known if one not in SPOKEN):
        return VOWELLESS  # "frdy", "frth": the vowels left out
    if _ending(typed) == _ending(known) and len(known) > SHORTEST:
        return MISSED  # "jody" for Jodie
    apart = OSA.distance(typed, known, score_cutoff=2)
    if apart == 1:
        return _single(typed, known)
    if apart == 2 and len(known) >= LONG and _turned(typed, known):
        return NEXT_KEY
    return LONG_WAY if apart == 2 and len(known) >= VERY_LONG else None


def _turned(typed: str, known: str) -> bool:
    """ "Polcei" for police: the same letters, one of them struck too late."""
    return typed[:2] == known[:2] and sorted(typed) == sorted(known)


def _ending(word: str) -> str:
    return next(
        (word.removesuffix(end) + "y" for end in ("ie", "ey", "y") if word.endswith(end)), word
    )


def _begin_alike(typed: str, known: str) -> bool:
    return typed[0] == known[0] or (len(known) > 3 and typed[:2] == known[1::-1])


def is_form(typed: str, known: str) -> bool:
    """ "Patrols" of "patrol", "closed" of "close": another form of the word, as it is meant."""
    short, long = sorted((typed, known), key=len)
    ended = any(long == short + ending for ending in ENDINGS) and len(typed) != len(known)
    return ended and long[-2:] != short[-1] * 2


def _single(typed: str, known: str) -> float | None:
    if len(typed) == len(known):
        places = [
            at for at, (one, other) in enumerate(zip(typed, known, strict=True)) if one != other
        ]
        if len(places) == 2:
            return SWAPPED
        at = places[0]
        if known[at] == known[at - 1] and typed[at + 1 : at + 2] == typed[at]:
            return SWAPPED  # "wekks" for weeks: the wrong letter doubled
        pair = (typed[at], known[at])
        near = len(known) > SHORTEST and (pair in BESIDE or VOWELS.issuperset(pair))
        return NEXT_KEY if near else None
    if len(known) < SHORTEST:
        return None
    long, short = sorted((typed, known), key=len, reverse=True)
    at = next((n for n, letter in enumerate(short) if letter != long[n]), len(short))
    doubled = long[at] in long[at - 1 : at] + long[at + 1 : at + 2]
    if len(known) == SHORTEST and not (doubled or len(typed) > len(known)):
        return None
    return SWAPPED if doubled else MISSED
