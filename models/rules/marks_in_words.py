"""Registration marks of which words say that a part was seen: "reg starts YK17", "partial YK17"."""

import re
from collections.abc import Iterator, Set

from models.rules.identifiers import REST

FIRST = frozenset({
    "start", "starts", "started", "starting", "begin", "begins", "began", "beginning", "first",
})  # fmt: skip
LAST = frozenset({
    "end", "ends", "ended", "ending", "last", "finishes", "finishing",
})  # fmt: skip
PART = frozenset({
    "part", "partial", "partially", "partly", "half", "some",
})  # fmt: skip
PLATE = frozenset({
    "plate", "numberplate", "reg", "registration", "index", "vrm", "vrn", "mark",
})  # fmt: skip
VEHICLE = frozenset({
    "car", "van", "vehicle", "taxi", "motorbike", "moped", "bike", "scooter",
})  # fmt: skip
BETWEEN = frozenset({
    "a", "as", "being", "bit", "by", "character", "characters", "figures", "four", "five",
    "given", "half", "his", "her", "in", "is", "it", "its", "letters", "no", "noted", "number",
    "of", "on", "only", "read", "reads", "seen", "signs", "that", "the", "their", "this", "three",
    "two", "was", "which", "with",
})  # fmt: skip
_SIGNS = re.compile(
    r"(?<![\w?*-])(?:[A-Z]{1,3}\d{1,3}(?:(?-i:\s[A-Z]{1,2})|[A-Z]{1,2})?|\d{1,3}[A-Z]{2,3})"
    r"(?![\w?*…-]|\.{2}|(?-i:\s[A-Z]{3}\b))",
    re.IGNORECASE,
)
TELLING = FIRST | LAST | PART | PLATE | VEHICLE
REACH = 80
"""Signs before a mark in which the words stand that tell of it."""
_OF_TODAY = re.compile(r"[A-Z]{2}\d{2}", re.IGNORECASE)
_WORD = re.compile(r"\breg\.|[^\W\d_]+|[.;!?\n]|\d+")
_AFTER = re.compile(r"\W{1,3}(?:partial|part\s(?:plate|reg|mark))\b", re.IGNORECASE)


def parts_in_words(text: str) -> Iterator[tuple[str, str]]:
    """Each such mark as written with those words, and as compared: YK17… begins, …7CUK ends so.

    >>> list(parts_in_words("Grey Golf, reg starts yk17; the last part of the plate was 7CUK"))
    [('reg starts yk17', 'YK17…'), ('last part of the plate was 7CUK', '…7CUK')]
    """
    for found in _SIGNS.finditer(text):
        said = dict(_said(text, found.start()))
        after = _AFTER.match(text, found.end())
        where = _where(said.keys(), bool(after), found[0])
        if where is not None:
            telling = [at for word, at in said.items() if word in TELLING]
            end = after.end() if after else found.end()
            written = text[min(telling, default=found.start()) : end]
            yield written, _compared("".join(found[0].upper().split()), where)


def _compared(signs: str, where: frozenset[str]) -> str:
    """What was seen of a mark; a part that begins as marks of today do is the beginning."""
    if where is FIRST or (where is PART and _OF_TODAY.match(signs)):
        return f"{signs}{REST}"
    return f"{REST}{signs}" if where is LAST else f"{REST}{signs}{REST}"


def _where(said: Set[str], after: bool, signs: str) -> frozenset[str] | None:
    """Of what part of a mark the words beside it speak: FIRST, LAST, or PART of it; else None."""
    plate = PLATE & said or (VEHICLE & said and _OF_TODAY.match(signs))
    told = next((part for part in (FIRST, LAST, PART) if part & said), None)
    if (told and plate) or "partial" in said or after:
        return told or PART
    return None


def _said(text: str, end: int) -> Iterator[tuple[str, int]]:
    """The words of one clause before a mark and where they stand, back to one that says nothing."""
    begin = max(0, end - REACH)
    for found in reversed(list(_WORD.finditer(text[begin:end].lower()))):
        word = found[0].removesuffix(".") if found[0] == "reg." else found[0]
        if word not in TELLING and word not in BETWEEN:
            return
        yield word, begin + found.start()
