"""What a text calls somebody beside their surname: "Tommo Ward" is another name of Thomas Ward."""

import re
from collections.abc import Iterable
from dataclasses import replace

from models.records.masks import Spoken
from models.rules.names import initials, parse_name, plain
from models.rules.word_or_name import BEFORE_A_NAME, COMMON

PAIR = r"(?<![\w’'-])([A-Z][^\W\d_]{2,}(?:-[^\W\d_]+)?)[ \t]+(?:%s)(?![\w-])"


def with_nicknames(people: tuple[Spoken, ...], texts: Iterable[str]) -> tuple[Spoken, ...]:
    """Each of these with what the texts call them beside their surname, by the same initials."""
    names = [parse_name(one.name) for one in people]
    surnames = {name.surname for name in names if len(name.surname) > 2}
    if not surnames:
        return people
    pair = re.compile(PAIR % "|".join(map(re.escape, sorted(surnames))))
    found = {match[0]: match[1] for text in texts for match in pair.finditer(text)}
    return tuple(_with(one, found) for one in people) if found else people


def _with(one: Spoken, found: dict[str, str]) -> Spoken:
    name = parse_name(one.name)
    known = {plain(word) for told in (one.name, *one.aliases) for word in told.split()}
    told = tuple(
        first
        for whole, first in found.items()
        if whole.split()[-1] == name.surname.split()[-1]
        and initials(whole)[0] == one.shown[0]
        and plain(first) not in known | BEFORE_A_NAME | COMMON
        and alike(plain(first), plain(" ".join(name.first)))
    )
    return replace(one, nicknames=told) if told else one


def alike(short: str, first: str) -> bool:
    """Whether a nickname is made of a first name: its sounds begin alike, "h" apart."""
    one, other = short.replace("h", ""), first.replace("h", "")
    return one[:2] == other[:2]
