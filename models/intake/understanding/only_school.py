"""The one school that a form names anywhere, where no label asks for the child's."""

import re
from collections.abc import Iterable, Iterator

from models.intake.understanding.elements import Element, Loose, MatrixRow, Pair
from models.intake.understanding.records import Growing

BESIDE = 1  # words: a bare school under an unknown label is for a person to tell
_SCHOOL = re.compile(
    r"\b((?:The )?(?:(?:St|Saint)\.? )?(?:[A-Z][\w'’-]+ ){1,3}"
    r"(?:School|Academy|High|Grammar|PRU|Comp|Community Coll(?:ege)?|Sixth Form)(?: School)?)\b"
)
_LEVEL = re.compile(r"(?:very|extremely|risk|rating|overall|level|medium| )+high", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:moved|left|previous\w*|former\w*|used to|brother|sister|sibling|primary|from)\b", re.I
)
_FIELDS = frozenset({"referrer_agency", "agency", "siblings", "gp", "types", "places", "address"})


def only_school(growing: Growing, elements: Iterable[Element]) -> None:
    """Take the school that the whole form names, if it is one and nothing says it is another's."""
    growing.take_only("school", _named(elements))


def _named(elements: Iterable[Element]) -> Iterator[tuple[str, str, str]]:
    for text, where in _texts(elements):
        for found in _SCHOOL.finditer(text):
            clause = re.split(r"[.;]", text[: found.start()])[-1]
            if _LEVEL.fullmatch(found[1]):
                continue
            others = _OTHERS.search(clause[-30:])
            if not others and len(text.split()) > len(found[1].split()) + BESIDE:
                yield found[1], text, where


def _texts(elements: Iterable[Element]) -> Iterator[tuple[str, str]]:
    for element in elements:
        if isinstance(element, MatrixRow):
            yield element.evidence, element.where
        elif isinstance(element, Pair) and not (element.match and element.match.field in _FIELDS):
            yield element.value, element.where
        elif isinstance(element, Loose):
            yield element.text, element.where
