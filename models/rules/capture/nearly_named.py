"""Somebody here whose name was typed with a slip before "to" or "will"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models.rules.capture.context import CaptureContext
from models.rules.capture.refs import PersonRef

ONE_WORD = re.compile(r"\s*(?P<who>[^\W\d_]{5,})\s+(?:to|will)\b\s*")
WHOLE = re.compile(r"\s*(?P<who>[^\W\d_]{3,} [^\W\d_]{3,})\s+(?:to|will)\b\s*")


@dataclass(frozen=True)
class NearlyNamed:
    """Who is meant, the words as typed, and the span that they and their duty take."""

    person: PersonRef
    said: str
    start: int
    end: int


def nearly_named(text: str, context: CaptureContext) -> NearlyNamed | None:
    """The one person present whose name, or whole name, is a letter away; none where several."""
    found = ONE_WORD.match(text)
    names = _single(context) if found else _whole(context)
    found = found or WHOLE.match(text)
    if found is None:
        return None
    people = {one.id: one for one in _near(found["who"].lower(), names)}
    if len(people) != 1:
        return None
    return NearlyNamed(next(iter(people.values())), found["who"], found.start(), found.end())


def _single(context: CaptureContext) -> Iterator[tuple[str, PersonRef]]:
    for known, people in context.names.single_words():
        if len(known) > 4:
            yield from ((known, person) for person in people)


def _whole(context: CaptureContext) -> Iterator[tuple[str, PersonRef]]:
    return ((person.name.lower(), person) for person in context.people)


def _near(said: str, names: Iterable[tuple[str, PersonRef]]) -> Iterator[PersonRef]:
    from rapidfuzz.distance import OSA

    for known, person in names:
        if person.present and OSA.distance(said, known, score_cutoff=1) == 1:
            yield person
