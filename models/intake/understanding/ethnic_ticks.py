"""Ethnicity ticked in a printed grid of groups and their parts: "White | British ☒ | Irish ☐"."""

import re
from collections.abc import Iterable, Iterator

from models import codes
from models.intake.understanding.elements import Element, MatrixRow, Pair
from models.intake.understanding.records import Growing
from models.intake.understanding.ticks import choices, is_tick

_GROUP = re.compile(r"^\W*(white|mixed|asian|black|chinese|other)\b", re.IGNORECASE)


def ticked_ethnicity(growing: Growing, elements: Iterable[Element]) -> None:
    """Take the one ethnicity that is ticked, where no label asks for it in words."""
    growing.take_only("ethnicity", _ticked(elements))


def _ticked(elements: Iterable[Element]) -> Iterator[tuple[str, str, str]]:
    for element in elements:
        if isinstance(element, MatrixRow) and is_tick(element.answer):
            yield from _known(element.wording, element.header, element.where)
        elif isinstance(element, Pair) and element.match is None:
            said = choices(f"{element.label}  {element.value}")
            for option in said.ticked if said else ():
                yield from _known(option, element.label, element.where)


def _known(option: str, group: str, where: str) -> Iterator[tuple[str, str, str]]:
    """Yield an option that is an ethnicity, alone or with the name of its group before it."""
    named = _GROUP.match(group)
    words = option if not named or _GROUP.match(option) else f"{named[1].title()} {option}"
    words = words.removeprefix(f"{named[1]} ") if named and words.count(named[1]) > 1 else words
    code = codes.recognise("ethnicity", words)
    if code and len(words.split()) <= 6:
        yield words, f"{group}: {option}", where
