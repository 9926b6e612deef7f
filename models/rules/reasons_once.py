"""Why two records may be one, told once however many ask."""

import re

from models.rules.listing import listed

IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
APART = re.compile(r"; |,? but |, | and (?!month\b|year\b|another\b)")
SAME_THING = "Same vehicle or telephone or account"
COVERED = {
    SAME_THING.casefold(): ("same vehicle", "same telephone", "same online account"),
    "a name spelt nearly alike": ("name",),
    "another date of birth": ("birth",),
}
"""What a paper asked for, and the words by which the register's reason says the same."""


def told_once(why: str, also: str) -> str:
    """The weightier reason, with what the other one alone tells."""
    told = _bare(why).casefold()
    more = [one for one in APART.split(_bare(also[:1].lower() + also[1:])) if not _says(told, one)]
    return f"{why}; {listed(more)}" if more else why


def without_names(why: str, *names: str) -> str:
    """A reason without whom it names at its end: the two stand over it."""
    for name in names:
        why = re.sub(rf": {re.escape(name)}(?=;|$)", "", why)
    return why


def _says(told: str, one: str) -> bool:
    asked = one.casefold()
    return any(words in told for words in (asked, *COVERED.get(asked, ())))


def _bare(why: str) -> str:
    while (less := IN_BRACKETS.sub("", why)) != why:
        why = less
    return why
