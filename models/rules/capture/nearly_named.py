"""Somebody here whose name was typed with a slip before what they are to do."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models.rules.capture.context import CaptureContext
from models.rules.capture.english import is_english
from models.rules.capture.refs import PersonRef
from models.rules.names import plain

NAME = r"(?P<who>(?:[^\W\d_]['’])?[^\W\d_]{4,})"
ONE_WORD = re.compile(rf"\s*{NAME}\s+(?:to|will)\b\s*")
# "Obirne cal mum": no word of English, and no "to" behind it.
ALONE = re.compile(rf"\s*{NAME}\s+(?=[a-z]{{2,}}\s)")
LONG = 6
"""Letters of a name in which two may be wrong, where it is no word of English."""
WHOLE = re.compile(r"\s*(?P<who>[^\W\d_]{3,} [^\W\d_]{3,})\s+(?:(?:to|will)\b\s*|(?=[a-z]{2,}\s))")


@dataclass(frozen=True)
class NearlyNamed:
    """Who is meant, the words as typed, and the span that they and their duty take."""

    person: PersonRef
    said: str
    start: int
    end: int


def nearly_named(text: str, context: CaptureContext) -> NearlyNamed | None:
    """The one person present whose name, or whole name, is a letter away; none where several.

    Two letters may be wrong in a long name that begins alike and is no word of English.
    """
    whole = WHOLE.match(text)
    found = ONE_WORD.match(text) or _alone(text) or whole
    if found is None:
        return None
    names = list(_whole(context) if found is whole else _single(context))
    said = plain(found["who"])
    people = _near(said, names, 1)
    if not people and found is not whole and len(said) >= LONG and not is_english(said):
        people = _near(said, names, 2)
    if len(people) != 1:
        return None
    return NearlyNamed(next(iter(people.values())), found["who"], found.start(), found.end())


def _alone(text: str) -> re.Match[str] | None:
    found = ALONE.match(text)
    return found if found and not is_english(plain(found["who"])) else None


def _single(context: CaptureContext) -> Iterator[tuple[str, PersonRef]]:
    for known, people in context.names.single_words():
        if len(known) > 4:
            yield from ((known, person) for person in people)


def _whole(context: CaptureContext) -> Iterator[tuple[str, PersonRef]]:
    return ((person.name.lower(), person) for person in context.people)


def _near(said: str, names: Iterable[tuple[str, PersonRef]], slips: int) -> dict[int, PersonRef]:
    """Those present whose name is just so many slips away, and with several begins alike."""
    from rapidfuzz.distance import OSA

    near = (
        person
        for known, person in names
        if person.present
        and (slips == 1 or known[:1] == said[:1])
        and OSA.distance(said, known, score_cutoff=slips) == slips
    )
    return {one.id: one for one in near}
