"""How a label's words are made comparable: case, numbering, hints, plurals and synonyms aside."""

import re
from functools import cache
from importlib import resources
from tomllib import loads
from typing import Any

from models.remembering import remembered

_NUMBERING = re.compile(
    r"^\s*(?:(?:section|part|question|q)\s*)?(?:\d{1,2}(?:\.\d{1,2})*[a-z]?[.):\s]+|[a-h](?:\d{1,2})?[.)]\s+|"
    r"(?:section|part)\s+[a-z0-9]{1,2}\s*[:.)\-–—]\s*|[ivx]{1,4}[.)]\s+)",
    re.IGNORECASE,
)
_IF_SO = re.compile(
    r"(?<=[?:.,])\s*if (?:so|yes|no|not|known|applicable)\b.*", re.IGNORECASE | re.DOTALL
)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_WORD = re.compile(r"[a-z0-9#]+")
_SAID = tuple(
    (re.compile(rf"\b(?:{said})\b", re.IGNORECASE), asked)
    for said, asked in (
        ("I am|I['’]m|we are|we['’]re", "are you"),
        ("I have|I['’]ve|we have|we['’]ve", "have you"),
        ("I|we", "you"),
    )
)
LONG = 9  # letters: "protective" is what protects


@cache
def dictionary() -> dict[str, dict[str, Any]]:
    """Return the label dictionary: kind of paper → field → wordings."""
    text = resources.files("resources").joinpath("codes/labels.toml").read_text("utf-8")
    return loads(text)


def straight(text: str) -> str:
    """Return text with plain quotes, dashes and spaces, one space between words."""
    text = text.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0xA0: " "})
    return " ".join(text.split())


def as_asked(text: str) -> str:
    """Return a label of whoever writes as a form asks it: "Why I am worried", "Why are you"."""
    for said, asked in _SAID:
        text = said.sub(asked, text)
    return text


@remembered(20_000)
def label_key(text: str) -> str:
    """Return the label as remembered between papers: lower case, no numbering, marks or hints."""
    text = straight(text).lower()
    text = _BRACKETS.sub(" ", _NUMBERING.sub("", text)) or text
    return " ".join(_WORD.findall(text.replace("'", "")))


@remembered(20_000)
def tokens(text: str) -> frozenset[str]:
    """Return the telling words of a label, each in one form."""
    words = dictionary()["words"]
    text = _IF_SO.sub("", _NUMBERING.sub("", straight(text).lower().replace("&", " and ")))
    text = re.sub(r"\b([a-z])\.(?=[a-z]\b)", r"\1", text).replace("(s)", "s")
    text = re.sub(r"\b(\d)/12\b", r"\1 month", text)
    text = re.sub(r"\b(\d+)\s?d\b", r"\1 day", text)
    text = re.sub(r"'s?\b", "", text).replace("e-mail", "email")
    found = _same(" ".join(_WORD.findall(text)), words["same"]).split()
    kept = [word for word in found if word not in words["empty"]] or found
    return frozenset(_stem(word) for word in kept)


def _same(text: str, same: dict[str, str]) -> str:
    return _same_pattern().sub(lambda found: same[found[0]], text)


@cache
def _same_pattern() -> re.Pattern[str]:
    phrases = sorted(dictionary()["words"]["same"], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b")


def _stem(word: str) -> str:
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if len(word) > LONG and word.endswith("ive"):
        return word[:-3]
    for ending in ("ing", "ed"):
        if len(word) >= len(ending) + 4 and word.endswith(ending):
            word = word[: -len(ending)]
            return word[:-1] if word[-1] == word[-2] and word[-1] in "rnptdg" else word
    return word[:-1] if len(word) > 4 and word.endswith("e") else word
