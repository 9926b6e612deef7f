"""Letters that a return explains itself: "Key: F = fact, NM = not to be minuted"."""

import re
from collections.abc import Iterable, Mapping

from models.intake.papers import Block, Table

LEAST = 2
_CODE = re.compile(r"(?<![\w/])([A-Z]{1,6}|✓)\s*[=–:]\s*(?=[A-Za-z])")
_END = re.compile(r"[.;\n](?:\s|$)|[,;]?\s*$")
_CODED = re.compile(r"^\s*([A-Z]{1,6}|✓)(?![A-Za-z])(.*)$", re.DOTALL)


def read_key(parts: Iterable[Block | Table]) -> dict[str, str]:
    """Return what each letter stands for, where a paper explains two or more in one breath."""
    found: dict[str, str] = {}
    for text in _texts(parts):
        pairs = _pairs(text)
        if len(pairs) >= LEAST and (
            text.lower().lstrip().startswith(("key", "marking", "codes")) or "=" in text
        ):
            found |= {letters: meaning.strip() for letters, meaning in pairs}
    return found


def _pairs(text: str) -> list[tuple[str, str]]:
    """Return each letter with its meaning, up to the next letter or the end of its sentence."""
    codes = list(_CODE.finditer(text))
    ends = [code.start() for code in codes[1:]] + [len(text)] if codes else []
    told = [(code[1], text[code.end() : end]) for code, end in zip(codes, ends, strict=True)]
    return [(code, _END.split(meaning)[0].strip(" ,;.")) for code, meaning in told]


def _texts(parts: Iterable[Block | Table]) -> Iterable[str]:
    for part in parts:
        if isinstance(part, Block):
            yield part.text
        else:
            yield from (c.text for row in part.rows for c in row if "=" in c.text)


def in_full(text: str, key: Mapping[str, str]) -> str:
    """Return an answer with the letters it begins with in full: "not to be shared - patient"."""
    found = _CODED.match(text)
    meaning = key.get(found[1]) if found else None
    return f"{meaning}{found[2]}" if found and meaning else text
