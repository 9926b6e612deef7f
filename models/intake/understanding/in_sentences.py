"""Answers given in sentences where a form asks for a name, a kind of harm or several details."""

import re
from collections.abc import Sequence

from models import codes
from models.intake.understanding.answers import split_types
from models.intake.understanding.elements import Element, Loose, Pair
from models.intake.understanding.lexicon import Match
from models.intake.understanding.names import looks_like_name, read_name
from models.intake.understanding.telling import PARENT
from models.intake.understanding.tellings import TELLINGS
from models.intake.understanding.ticks import yes_no
from models.intake.understanding.wording import straight

CHILD, SURE, ANY_YEAR = "child", 0.85, 2026
LEAST_ASKED, LEAST_SAID = 3, 12  # details that one question asks for, words
_DETAILS = re.compile(
    r"\b(names?|date of birth|d\.?o\.?b|born|address|lives?|school|phone|number|gender|ethnicity|"
    r"parents?|carers?)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[a-z)”\"’%\d][.!?])\s+(?=[A-Z“\"])|\n+")
_OF_CHILD = re.compile(r"\b(?:child|young person|pupil|student|patient|yp|he|she)\b", re.I)
_OF_PARENT = re.compile(rf"\b{PARENT}\b", re.IGNORECASE)
_BOTH = re.compile(
    r"\W*(?:yes|no)\b[^.]{0,12}\bboth\b|\W*both\b[^.]{0,30}\b(?:told|aware|know|informed|agree\w*)\b",
    re.IGNORECASE,
)


def in_sentences(elements: Sequence[Element], kind: str) -> list[Element]:
    """Return the shapes of a form, answers in sentences apart from what they answer."""
    told = frozenset(
        one.match.field for one in elements if isinstance(one, Pair) and one.match and one.value
    )
    each = (_told_apart(e, kind, told) if isinstance(e, Pair) else [e] for e in elements)
    return [one for parts in each for one in parts]


def _told_apart(pair: Pair, kind: str, told: frozenset[str]) -> list[Element]:
    """Return an answer in sentences as a name or kind of harm and the story, or the pair."""
    match = pair.match
    if kind != CHILD or match is not None and match.remembered or not pair.value:
        return [pair]
    if _asks_several(pair.label) and len(pair.value.split()) >= LEAST_SAID:
        return [Loose(pair.value, pair.where, pair.section)]
    if match is None:
        return [pair]
    first, *rest = _SENTENCE.split(pair.value)
    story = bool(rest) and not any(map(_are_kinds, rest)) and "reason" in told
    if match.field == "types" and story and _are_kinds(first):
        settled = Pair(pair.label, first, pair.where, Match("types", SURE, settled=True))
        return [settled, Loose(" ".join(rest), pair.where, pair.section)]
    if match.field == "lead" and not looks_like_name(read_name(pair.value).name):
        return _named(pair)
    if match.field.startswith("informed_") and _asks_of_both(pair):
        both = Match("informed_both", SURE, settled=True)
        return [Pair(pair.label, _plainly(pair.value), pair.where, both)]
    return [pair]


def _asks_several(label: str) -> bool:
    """Say whether one question asks for a name, a day of birth, an address and more."""
    return len({found.lower() for found in _DETAILS.findall(label)}) >= LEAST_ASKED


def _are_kinds(text: str) -> bool:
    kinds = split_types(text.strip(" ."))
    return bool(kinds) and all(codes.recognise("exploitation_types", kind) for kind in kinds)


def _named(pair: Pair) -> list[Element]:
    """Return the worker whom a sentence names, and the sentences for what else they tell."""
    for telling in TELLINGS:
        found = telling.pattern.search(straight(pair.value)) if telling.field == "lead" else None
        name = telling.read(found, ANY_YEAR) if found else None
        if name:
            return [
                Pair(pair.label, str(name), pair.where, pair.match, pair.section),
                Loose(pair.value, pair.where, pair.section),
            ]
    return [pair]


def _asks_of_both(pair: Pair) -> bool:
    """Say whether a question asks whether child and parent know, and one answer is of both."""
    asked = _OF_CHILD.search(pair.label) and _OF_PARENT.search(pair.label)
    return bool(asked and _BOTH.match(pair.value))


def _plainly(text: str) -> str:
    """Return "Both have been told" with the yes that it means before it."""
    return text if yes_no(text)[0] is not None else f"Yes: {text}"
