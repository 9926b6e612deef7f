"""What a line tells of that may be meant for some only, weighed by which sorts of words meet."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from importlib import resources
from math import fsum

from models.rules.capture.sorts_of_words import joined, sorts
from models.rules.capture.texts import led_to

WORDS = "matters.toml"
WORD = re.compile(r"[a-z0-9]+(?:[&'_-][a-z0-9]+)*")
NEAR, FAR, TELLING = 6, 12, 3
ENOUGH, PLAINLY = -0.9, 0.5
"""From this weight on a line is asked about: decided by measuring, `docs/decisions/0041`. What is
asked of somebody, and what a child says, must tell of it more plainly."""
ANY = "any"
"""Beside each matter by itself all of them are weighed as one: a line is as heavy as the mean."""
Weights = Mapping[str, tuple[float, ...]]


class Matter(StrEnum):
    """What a line tells of, in the words in which it is asked about."""

    SOURCE = "a source"
    METHOD = "a police method still to come"
    UNAWARE = "somebody does not know yet"
    EVIDENCE = "evidence not disclosed yet"
    WHEREABOUTS = "an address kept from somebody"
    HEALTH = "somebody else's health"


COLUMNS = (*(one.name.lower() for one in Matter), ANY)


def matter_of(text: str, *, plainly: bool = False) -> Matter | None:
    """What a line tells of that may be meant for some only; none where nothing weighs enough.

    What leads into a text of the item ("voice: …") says where words go, and nothing of what they
    tell.
    """
    led = led_to(text)
    found, heavy = weigh(led.rest if led else text, weights())
    return found if heavy >= (PLAINLY if plainly else ENOUGH) else None


def weigh(text: str, known: Weights) -> tuple[Matter, float]:
    """The matter that a line most likely tells of, and how much that weighs."""
    each = [known[""], *(known[sign] for sign in signs(text) if sign in known)]
    *matters, together = map(fsum, zip(*each, strict=True))
    most = max(matters)
    return tuple(Matter)[matters.index(most)], (most + together) / 2


def signs(text: str) -> frozenset[str]:
    """What is weighed: the sorts that a line speaks of, two that meet or follow, and its words."""
    said = tuple(_said(text))
    spoken = [sort for _, sort in said if sort]
    found = {*spoken, *(f"={word}" for word, _ in said if len(word) >= TELLING)}
    for at, one in enumerate(spoken):
        found |= {f"{one} {other}" for other in spoken[at + 1 : at + NEAR]}
        found |= {"&".join(sorted((one, other))) for other in spoken[at + 1 : at + FAR]}
    return frozenset(found)


def _said(text: str) -> Iterator[tuple[str, str]]:
    """Each word with its sort; "" for a word that speaks of none of this."""
    known = sorts(WORDS)
    for word in WORD.findall(joined(text.lower().replace("’", "'"), WORDS)):
        yield word, known.get(word) or known.get(word.removesuffix("'s"), "")


@cache
def weights() -> Weights:
    """What each sign weighs for each matter and for all as one; "" is where every line begins."""
    text = resources.files("resources").joinpath("confiding", "matters_weights.toml")
    return {sign: tuple(each) for sign, each in tomllib.loads(text.read_text("utf-8")).items()}
