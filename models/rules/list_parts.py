"""Rows within a row of a list, such as steps of a flow: found, named, given a code of their own."""

import re
from collections.abc import Collection
from typing import Any

from models.errors import Refusal

Rows = list[dict[str, Any]]


def place_of(rows: Rows, code: str, noun: str) -> int:
    """Where a row stands; Refusal where there is no such row."""
    for at, one in enumerate(rows):
        if one["code"] == code:
            return at
    raise Refusal(f"There is no such {noun}.")


def free_words(rows: Rows, label: str, field: str, noun: str, longest: int) -> str:
    """Words without spare blanks; Refusal where they are empty, too long or another row's."""
    label = " ".join(label.split())
    named = f"{'An' if noun[0] in 'aeiou' else 'A'} {noun}"
    if not label:
        raise Refusal(f"{named} needs its words.", field)
    if len(label) > longest:
        raise Refusal(f"Keep {named[0].lower()}{named[1:]} to {longest} characters.", field)
    if any(one["label"].casefold() == label.casefold() for one in rows):
        raise Refusal(f"There is {named[0].lower()}{named[1:]} “{label}” already.", field)
    return label


def code_of(label: str, known: Collection[str], otherwise: str) -> str:
    """A code made of words that none of the known ones is."""
    begun = re.sub(r"[^a-z0-9]+", "_", label.casefold()).strip("_")[:40] or otherwise
    found, at = begun, 2
    while found in known:
        found, at = f"{begun}_{at}", at + 1
    return found
