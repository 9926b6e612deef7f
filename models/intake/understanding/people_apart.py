"""A text about several people, parted into a piece for each."""

import re

_BULLET = re.compile(r"^\s*(?:[-•*●▪·–]|\(?\d{1,2}[.)])\s+")
_NUMBERED = re.compile(r"\s+(?=\(?\d{1,2}[.)]\s+[\"'“‘A-Z])")


_SENTENCE = re.compile(r"(?<=[\w)])\.\s+(?=[A-Z])")
_INITIAL = re.compile(  # the point in "S. Mahmood", "Mr S. Mahmood" and "J.T. Marsh" ends nothing
    r"(?:^|[^\w\s.]\s*|\b[a-z]+\s+|\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s+)(?:[A-Z]\.?\s*)*[A-Z]$"
    r"|\b(?:St|Mr|Mrs|Ms|Dr)$"
)


def pieces_of(text: str) -> list[str]:
    """Return each line, numbered item and part between semicolons."""
    whole = [part for line in text.splitlines() for part in _numbered(line)]
    lines = [_BULLET.sub("", line).strip() for line in whole]
    parts = [part.strip() for line in lines for part in split_outside_brackets(line, ";")]
    return [part for part in parts if part]


def _numbered(line: str) -> list[str]:
    """Part "1. Lee Marsh 2. Darren Pike" typed on one line."""
    return _NUMBERED.split(line) if re.match(r"\s*\(?1[.)]\s", line) else [line]


def split_outside_brackets(text: str, mark: str) -> list[str]:
    """Return what stands between marks that are in no brackets."""
    parts, depth, start = [], 0, 0
    for place, letter in enumerate(text):
        depth = max(0, depth + (letter == "(") - (letter == ")"))
        if letter == mark and depth == 0:
            parts.append(text[start:place])
            start = place + 1
    return [*parts, text[start:]]


def sentences_apart(text: str, mark: str) -> str:
    """The text with a mark where a sentence ends: not behind an initial that begins a name."""
    return _SENTENCE.sub(lambda end: end[0] if _INITIAL.search(text[: end.start()]) else mark, text)
