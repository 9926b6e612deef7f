"""What is to be said of a template: each thing with its place, and all of it in one sentence."""

from collections.abc import Iterable
from dataclasses import dataclass

from models.rules.listing import listed


@dataclass(frozen=True)
class Remark:
    """One thing about a template: where it is and what is to be said of it.

    `lacks` and `asks` are what it lacks or asks for, as the sentence about all of them names it.
    """

    place: str
    words: str
    lacks: str = ""
    asks: str = ""


def sentence(faults: Iterable[Remark]) -> str:
    """All faults for who reads one sentence."""
    found = tuple(faults)
    lacks = [one.lacks for one in found if one.lacks]
    asks = [one.asks for one in found if one.asks]
    told = [f"The template lacks {listed(lacks)}."] if lacks else []
    told += [f"The template asks for {listed(asks)}, which is not known here."] if asks else []
    return " ".join([*told, *(one.words for one in found if not one.lacks and not one.asks)])
