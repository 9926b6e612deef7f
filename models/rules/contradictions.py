"""Where agencies say different things of one fact: the legal status, or where the child lives."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

STATUS, HOME = "Legal status", "Where the child lives"
STATUSES = (
    (
        "child protection plan",
        r"(?:subject\s+(?:to|of)\s+a\s+|on\s+a\s+)(?:child\s+protection|CP)\s+plan",
    ),
    ("child in need", r"(?:open\s+as\s+a\s+)?child\s+in\s+need(?:\s+plan)?|\bCi?N\s+plan"),
    (
        "looked after",
        (
            r"looked[\s-]after\s+child|\bis\s+looked\s+after|\b(?:CLA|LAC)\b(?!\s+nurse)"
            r"|section\s+20\b|\bs\.?\s?20\b|(?:interim\s+)?care\s+order|\bs\.?\s?31\b"
        ),
    ),
    ("early help", r"(?:open\s+to|under|receiving)\s+early\s+help"),
    (
        "closed to social care",
        r"(?:closed|not\s+open|no\s+longer\s+open)\s+to\s+(?:children[’']?s\s+)?social\s+care",
    ),
)
DENIED = re.compile(r"\b(?:not|no\s+longer|was|previously|formerly|until|refused|never)\b", re.I)
LIVES = re.compile(
    r"\b(?:lives?|living|resides?|residing|staying|stays|placed|placement|moved|home\s+address"
    r"|current\s+address|address\s+is)\b",
    re.IGNORECASE,
)
POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s?(\d[A-Z]{2})\b", re.IGNORECASE)
SENTENCE = re.compile(r"[^.;\n]+")
SPAN = 25


@dataclass(frozen=True)
class Said:
    """One source's word on a fact, with the sentence that says it."""

    source: str
    value: str
    words: str


@dataclass(frozen=True)
class Contradiction:
    """A fact on which sources differ, side by side."""

    fact: str
    said: tuple[Said, ...]


def contradictions(told: Iterable[tuple[str, str]]) -> tuple[Contradiction, ...]:
    """Facts on which two sources differ; `told` are sources with what they say, in order.

    Of one source its last word counts: what it said itself before is no contradiction.
    """
    found: dict[str, dict[str, Said]] = {STATUS: {}, HOME: {}}
    for source, text in told:
        for sentence in SENTENCE.findall(text):
            status, home = _status(sentence), _home(sentence)
            words = " ".join(sentence.split())
            if status:
                found[STATUS][source] = Said(source, status, words)
            if home:
                found[HOME][source] = Said(source, home, words)
    return tuple(
        Contradiction(fact, tuple(said.values()))
        for fact, said in found.items()
        if len({one.value for one in said.values()}) > 1
    )


def _status(sentence: str) -> str:
    """The one status that a sentence tells as standing now."""
    named = [
        name
        for name, words in STATUSES
        if (met := re.search(words, sentence, re.IGNORECASE)) and not _is_denied(sentence, met)
    ]
    return named[0] if len(named) == 1 else ""


def _is_denied(sentence: str, met: re.Match[str]) -> bool:
    before = sentence[max(0, met.start() - SPAN) : met.start()]
    return DENIED.search(before) is not None


def _home(sentence: str) -> str:
    """The postcode where a sentence says that somebody lives."""
    found = {f"{one.upper()} {two.upper()}" for one, two in POSTCODE.findall(sentence)}
    lives = LIVES.search(sentence)
    return found.pop() if lives and len(found) == 1 else ""
