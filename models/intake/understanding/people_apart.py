"""A text about several people, parted into a piece for each."""

import re

_BULLET = re.compile(r"^\s*(?:[-•*●▪·–]|\(?\d{1,2}[.)])\s+")
_NUMBERED = re.compile(r"\s+(?=\(?\d{1,2}[.)]\s+[\"'“‘A-Z])")


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
