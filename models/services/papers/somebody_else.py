"""A name mended to somebody else's: what told the one before apart is not theirs."""

from collections.abc import Set
from dataclasses import replace
from difflib import SequenceMatcher

from models.intake.papers import ReadRecord
from models.rules.names import plain

TELLS_APART = frozenset({"la_id", "dob", "nhs", "upn"})
"""Fields that belong to one person alone."""
ALIKE = 0.75  # of two words, one of which may be a slip of the other


def anothers(read: ReadRecord, name: object) -> frozenset[str]:
    """The fields of a return's line that were read with its name and are not this other person's.

    Where each word of the name stays, or is put right by a few letters, it is the same person.
    """
    whose = next((one.where for one in read.fields if one.name == "name"), "")
    if read.kind != "return" or not name or _may_be_one(read.get("name"), name):
        return frozenset()
    return frozenset(
        one.name for one in read.fields if one.name in TELLS_APART and one.where == whose
    )


def without_anothers(read: ReadRecord, mended: ReadRecord, kept: Set[str]) -> ReadRecord:
    """The mended line without what is another's, save what a person mended as well (`kept`)."""
    theirs = anothers(read, mended.get("name")) - kept
    return replace(mended, fields=tuple(one for one in mended.fields if one.name not in theirs))


def _may_be_one(before: object, now: object) -> bool:
    one, other = (plain(str(name or "")).split() for name in (before, now))
    fewer, more = sorted((one, other), key=len)
    return bool(fewer) and all(any(_alike(word, each) for each in more) for word in fewer)


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other).ratio() >= ALIKE
