"""How sentences of a letter begin that tell what is asked, was tried, is thought or goes well."""

import re
from collections.abc import Iterator
from itertools import pairwise

from models.intake.understanding.telling import PARENT

Opening = tuple[str, re.Pattern[str]]
ASKS: tuple[Opening, ...] = (
    (
        "ask",
        re.compile(
            r"(?:we|i) (?:would like|want|are asking|am asking|ask|hope)\b.{0,40}panel", re.I
        ),
    ),
    ("ask", re.compile(r"please (?:could|can) the panel\b", re.IGNORECASE)),
    (
        "ask",
        re.compile(
            r"what (?:i|we)(?:['’]d| would) (?:really )?(?:like|want|hope for|need)"
            r"(?: to see)? is\b|"
            r"(?:i|we) (?:would|['’]d) be grateful if\b|"
            r"(?:i|we)(?: am|['’]m| are|['’]re) (?:asking|hoping) (?:for|that|if)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "tried",
        re.compile(
            r"(?:i|we) have (?:already )?(?:served|offered|referred|spoken|visited|tried|done|put|"
            r"completed|made|held|written|raised)\b|"
            r"(?:i|we)['’]ve (?:already )?(?:served|offered|referred|tried|done|put|made|held)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "tried",
        re.compile(r"(?:so far|to date|already),? (?:we|i|school|staff)\b|we have tried\b", re.I),
    ),
)
VIEWS: tuple[Opening, ...] = (
    (
        "voice",
        re.compile(
            r"(?:[A-Z][\w-]+['’]?s|[Hh]er|[Hh]is|[Tt]heir|The (?:child|young person)['’]s)"
            r"(?: own)? (?:views?|wishes|words?)(?: on (?:this|it))? (?:is|are|was|were)\b"
        ),
    ),
    (
        "parent",
        re.compile(
            rf"(?:(?:her|his|their) )?{PARENT}(?: (?:and|&) {PARENT})? "
            r"(?:is|are|was|says?|said|thinks?|feels?|wants?|told (?:me|us))\b",
            re.IGNORECASE,
        ),
    ),
    ("protective", re.compile(r"on (?:the |a )?(?:plus|positive|brighter) side\b", re.IGNORECASE)),
)
_SENTENCE = re.compile(r"(?<=[.!?\"”])\s+(?=[A-Z“\"])")


def opened(text: str) -> Iterator[tuple[str, str]]:
    """Yield the stretches of a paragraph that begin with such words, each with its field."""
    starts = [0, *(found.end() for found in _SENTENCE.finditer(text))]
    heads = [(at, field) for at in starts if (field := _field(text[at:]))]
    for (at, field), (end, _) in pairwise([*heads, (len(text), "")]):
        yield field, text[at:end].strip()


def _field(text: str) -> str:
    return next((field for field, opening in (*ASKS, *VIEWS) if opening.match(text)), "")
