"""People whom a form asks about one by one: "Person 1 – name", "Person 1 – vehicle"."""

import re
from collections.abc import Sequence

from models.intake.papers import Cell
from models.intake.understanding.elements import Element, Grid, Pair
from models.intake.understanding.lexicon import recognise, section_of
from models.intake.understanding.wording import label_key

OF_CONCERN, ASSOCIATE, LEAST, PLAIN = "person_of_concern", "associate", 2, 0.6
PERSONS = frozenset({"person", "adult", "individual", "associate", "male", "man", "people"})
_COUNTED = re.compile(
    r"(?P<who>[^\W\d_][^\d:]{2,40}?)\s*(?:no\.? ?|#)?(?P<count>\d{1,2}|[A-E])\s*"
    r"(?:['’]s\s+|[-–—:,./]\s*|\()(?P<part>[^\W\d_].{1,60}?)\)?\s*:?\s*"
)


def people_counted(elements: Sequence[Element]) -> list[Element]:
    """Return the shapes with labels that count people of concern as one list of them."""
    found = [(at, told) for at, one in enumerate(elements) if (told := _counted(one))]
    heads = tuple(dict.fromkeys(told["part"].strip() for _, told in found))
    first = next((told["count"] for _, told in found), "")
    if sum(told["count"] == first for _, told in found) < LEAST or not _names(heads):
        return list(elements)
    people: dict[str, dict[str, Cell | None]] = {
        told["count"]: dict.fromkeys(heads) for _, told in found
    }
    for at, told in found:
        pair = elements[at]
        if isinstance(pair, Pair) and pair.value.strip():
            people[told["count"]][told["part"].strip()] = Cell(pair.value, pair.where)
    start, places = found[0][0], {at for at, _ in found}
    listed = tuple(tuple(row.values()) for row in people.values() if any(row.values()))
    grid = [Grid(heads, listed, elements[start].where, ASSOCIATE)] if listed else []
    rest = [one for at, one in enumerate(elements[start:], start) if at not in places]
    return [*elements[:start], *grid, *rest]


def _counted(one: Element) -> re.Match[str] | None:
    """Return the parts of a label that asks something of a person of concern with a number."""
    found = _COUNTED.fullmatch(one.label.strip()) if isinstance(one, Pair) else None
    who = label_key(found["who"]) if found else ""
    return found if who in PERSONS or who and section_of(who) == ASSOCIATE else None


def _names(heads: Sequence[str]) -> bool:
    """Say whether heads ask who somebody is, by a name or a nickname, and something more."""
    asked = [found for head in heads if (found := recognise(OF_CONCERN, head))]
    fields = {found.field for found in asked if found.score >= PLAIN}
    return len(heads) >= LEAST and bool(fields & {"name", "alias", "first_name", "surname"})
