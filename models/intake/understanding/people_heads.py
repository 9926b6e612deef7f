"""What heads a list of people, whatever the kind of paper."""

from collections.abc import Sequence

from models.intake.understanding.cells import Row, filled
from models.intake.understanding.lexicon import recognise

NAMES = frozenset({"name", "full name", "name(s)", "names"})
PLAIN = 0.9


def lists_roles(headers: Sequence[str]) -> bool:
    """Say whether a list tells first which role or agency, and then who: "Education | Mr Orme"."""
    first, *others = (recognise("generic", head) for head in headers)
    named = any(one and one.field == "name" and one.score >= PLAIN for one in others)
    return named and first is not None and first.field in ("role", "agency")


def asks_of_people(row: Row) -> bool:
    """Say whether a row heads another list of people: "Name | DOB / age | Vehicle | Link"."""
    asked = [recognise("generic", cell.text) for cell in filled(row)]
    known = [one.field for one in asked if one and one.score >= PLAIN]
    return len(known) > 1 and known[0] == "name" and filled(row)[0].text.strip().lower() in NAMES
