"""The one school that a form names anywhere, where no label asks for the child's."""

import re
from collections.abc import Iterable, Iterator

from models.intake.understanding.elements import Element, Loose, MatrixRow, Pair
from models.intake.understanding.records import Growing

_SCHOOL = re.compile(
    r"\b((?:The )?(?:(?:St|Saint)\.? )?(?:[A-Z][\w'’-]+ ){1,3}"
    r"(?:School|Academy|High|Grammar|PRU|Comp|Community Coll(?:ege)?|Sixth Form)(?: School)?)\b"
)
_OTHERS = re.compile(
    r"\b(?:moved|left|previous\w*|former\w*|used to|brother|sister|sibling|primary|from)\b", re.I
)
_FIELDS = frozenset({"referrer_agency", "agency", "siblings", "gp", "types", "places", "address"})


def only_school(growing: Growing, elements: Iterable[Element]) -> None:
    """Take the school that the whole form names, if it is one and nothing says it is another's."""
    if growing.get("school") is not None:
        return
    found = list(_named(elements))
    if len({name for name, *_ in found}) == 1:
        name, text, where = found[0]
        growing.take_in_passing("school", name, text, where)


def _named(elements: Iterable[Element]) -> Iterator[tuple[str, str, str]]:
    for text, where in _texts(elements):
        for found in _SCHOOL.finditer(text):
            if not _OTHERS.search(text[max(0, found.start() - 30) : found.start()]):
                yield found[1], text, where


def _texts(elements: Iterable[Element]) -> Iterator[tuple[str, str]]:
    for element in elements:
        if isinstance(element, MatrixRow):
            yield element.evidence, element.where
        elif isinstance(element, Pair) and not (element.match and element.match.field in _FIELDS):
            yield element.value, element.where
        elif isinstance(element, Loose):
            yield element.text, element.where
