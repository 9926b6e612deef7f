"""How hard a passphrase is to guess, in words."""

import re
from dataclasses import dataclass

SHORTEST = 8
COMMON = frozenset(
    """password passphrase letmein welcome qwerty qwertyuiop macedesk safeguarding admin
    administrator monkey football liverpool arsenal chelsea dragon iloveyou sunshine princess
    secret changeme""".split()  # noqa: SIM905
)
RUNS = ("0123456789", "9876543210", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl")
LETTER_BITS, LOOSE_LETTER_BITS, MOST_OF_A_WORD = 2.2, 4.5, 13.0
DIGIT_BITS, SIGN_BITS, TRIVIAL_BITS = 3.3, 4.0, 3.0
FAIR, GOOD, STRONG = 28.0, 38.0, 52.0


@dataclass(frozen=True)
class Strength:
    """What to tell the person, and whether it will do."""

    words: str
    enough: bool


def strength(text: str) -> Strength:
    """The strength of a passphrase by its words, figures and signs; common ones count little."""
    if len(text) < SHORTEST:
        return Strength(f"Use at least {SHORTEST} characters; three words will do.", False)
    bits = sum(_bits(part) for part in dict.fromkeys(_parts(text)))
    if bits < FAIR:
        return Strength("Too easy to guess. Add a word: three words that do not belong together.",
                        False)  # fmt: skip
    if bits < GOOD:
        return Strength("Fair. One more word makes it good.", True)
    return Strength("Strong." if bits >= STRONG else "Good.", True)


def _parts(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+|\d+|[^\w\s]|_", text.casefold())


def _bits(part: str) -> float:
    """Bits of one word, number or sign."""
    if part in COMMON or _is_run(part) or len(set(part)) == 1 and len(part) > 1:
        return TRIVIAL_BITS
    if part.isdigit():
        year = len(part) == 4 and part[:2] in ("19", "20")
        return TRIVIAL_BITS * 2 if year else DIGIT_BITS * len(part)
    if not part.isalpha():
        return SIGN_BITS
    # One or two letters among figures and signs are no word.
    each = LOOSE_LETTER_BITS if len(part) <= 2 else LETTER_BITS
    return min(each * len(part), MOST_OF_A_WORD)


def _is_run(part: str) -> bool:
    return len(part) > 2 and any(part in run for run in RUNS)
