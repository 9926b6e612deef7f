"""The language of panels: words and abbreviations of every shipped list."""

import re
from functools import cache
from importlib import resources

WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
CALENDAR = frozenset({
    *WEEK, *(f"{day}s" for day in WEEK), "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december", "mon", "tue", "tues", "wed",
    "thu", "thur", "thurs", "fri", "sat", "sun", "jan", "feb", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec",
})  # fmt: skip
PLAIN = frozenset({
    "barnardo", "barnardos", "nspcc", "childline", "catch22", "christmas", "easter", "england",
    "english", "wales", "welsh", "british", "the", "and", "has", "had", "was", "were", "she", "her",
    "his", "him", "they", "them", "their", "this", "that", "there", "then", "when", "while", "who",
    "with", "will", "would", "because", "but",
})  # fmt: skip


@cache
def ordinary() -> frozenset[str]:
    """Words of the language of panels: small words of every shipped code list and wording."""
    shipped = "\n".join(_lists())
    return frozenset(re.findall(r"(?<![\w])[a-z]{3,}(?![\w])", shipped)) | CALENDAR | PLAIN


@cache
def abbreviations() -> frozenset[str]:
    """Abbreviations that panels use, so that they are not taken for initials."""
    return frozenset(re.findall(r"\b[A-Z]{2,6}\b", "\n".join(_lists())))


@cache
def _lists() -> tuple[str, ...]:
    folder = resources.files("resources") / "codes"
    files = sorted(folder.iterdir(), key=lambda one: one.name)
    return tuple(one.read_text("utf-8") for one in files if one.name.endswith(".toml"))
