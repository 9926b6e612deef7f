"""Whole names in a line about a child's family or a keeper: "Mother: Sarah Dunmore; no contact"."""

import re
from collections.abc import Iterator
from itertools import groupby

from models.rules.names import plain

NAMES = re.compile(r"[^\W\d_][\w'’-]+(?: +[^\W\d_][\w'’-]+)+")
WHOSE = frozenset({
    "mother", "father", "mum", "dad", "parent", "parents", "stepfather", "stepmother", "carer",
    "grandmother", "grandfather", "aunt", "uncle", "sister", "brother", "guardian", "both",
})  # fmt: skip
"""What somebody is to the child: written before a name, and no part of it."""
OFFICES = frozenset({
    "authority", "council", "county", "city", "borough", "local", "service", "services", "social",
    "care", "order", "children", "childrens", "child", "trust", "court", "section", "team",
    "department", "interim", "full", "special", "guardianship", "foster", "school", "office",
})  # fmt: skip
"""Words of whoever holds parental responsibility and is no person."""


def names_in(words: str | None) -> tuple[str, ...]:
    """Names of two words or more, each with a capital."""
    return tuple(name for found in NAMES.finditer(words or "") for name in _capitals(found[0]))


def _capitals(words: str) -> Iterator[str]:
    for capital, run in groupby(words.split(), lambda word: word[0].isupper()):
        told = list(run)
        if capital and len(told) > 1:
            yield " ".join(told)


def family_names(words: str | None) -> Iterator[str]:
    """The people among these names: first name and surname, without what they are to the child."""
    for name in names_in(words):
        own = [word for word in name.split() if plain(word) not in WHOSE]
        if len(own) > 1 and OFFICES.isdisjoint(map(plain, own)):
            yield " ".join(own)
