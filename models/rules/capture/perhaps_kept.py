"""Whether a line may ask for something to be kept from somebody, weighed by its words in order."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from math import fsum

from models.rules.capture.confiding import tells_in_confidence
from models.rules.capture.keeping_words import (
    OPEN,
    OURS,
    SAY_NOTHING,
    THEIRS,
    pieces_of,
    words_of,
)
from models.rules.capture.matters import matter_of
from models.rules.capture.texts import VOICE, led_to

Said = tuple[tuple[str, str], ...]
NEAR, FAR = 5, 16
ENOUGH, PLAINLY = -1.1, 0.0
"""From this weight on a line is asked about: decided by measuring, `docs/decisions/0041`. What is
asked of somebody is often to tell or to keep, and a child often says who does not listen or is not
to come: both must say so more plainly."""


def may_be_for_some(text: str) -> bool:
    """True where a line tells in confidence or may do so, or tells of what may be for some only."""
    return tells_in_confidence(text) or may_be_kept_back(text) or matter_of(text) is not None


def may_be_kept_back(text: str, *, plainly: bool = False) -> bool:
    """True where a line may be meant for some only, as far as its words in order tell.

    `plainly` where it must say so more plainly than a line that tells.
    """
    return weight(signs(text)) >= (PLAINLY if plainly else ENOUGH)


def weight(found: frozenset[str]) -> float:
    """How much these signs weigh for keeping something back; below nought is against it."""
    known = weights()
    return fsum((known[""], *(known.get(sign, 0.0) for sign in found)))


def signs(text: str) -> frozenset[str]:
    """What is weighed: each sort of word, two that follow each other, how a piece begins and ends.

    "head" are those before a colon or a dash, where a line says for whom it is; with "=" stand the
    words themselves, one and two together.
    """
    said = _said(text)
    found = _words(said)
    for at, (piece, stop) in enumerate(pieces_of(tuple(sort for _, sort in said))):
        whole = piece[:FAR]
        found |= {*whole, f"^{whole[0]}", f"^{' '.join(whole[:2])}", f"{whole[-1]}{stop}"}
        for n, one in enumerate(whole):
            found |= {f"{one} {other}" for other in whole[n + 1 : n + NEAR]}
        if at == 0 and stop == OPEN:
            found |= {f"head {one}" for one in whole}
            found |= {f"head ^{whole[0]}", f"head {min(4, len(whole) // 3)}"}
    return frozenset(found)


def _words(said: Said) -> set[str]:
    known = [f"={word}" if sort not in SAY_NOTHING else "" for word, sort in said]
    pairs = zip(known, known[1:], strict=False)
    return {*filter(None, known), *(f"{one} {two}" for one, two in pairs if one and two)}


def _said(text: str) -> Said:
    """A line's words and sorts; the "I" of a child's voice is the child, not who speaks here."""
    led = led_to(text)
    if led is None or led.field != VOICE:
        return words_of(text)
    return tuple((one, THEIRS if sort == OURS else sort) for one, sort in words_of(led.rest))


@cache
def weights() -> Mapping[str, float]:
    """What each sign weighs; "" is where every line begins."""
    text = resources.files("resources").joinpath("confiding", "weights.toml").read_text("utf-8")
    return {sign: float(one) for sign, one in tomllib.loads(text).items()}
