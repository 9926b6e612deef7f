"""A person whose name a paper types twice, once with its words run together: "JordanaTully"."""

from dataclasses import replace
from typing import Any

from rapidfuzz import fuzz

from models.intake.understanding.records import Growing

ALIKE, LEAST = 92.0, 8  # of a hundred, letters


def typed_twice(growing: Growing) -> None:
    """Make one person of concern of two whose names differ by a slip and a space left out."""
    field = growing.fields.get("associates")
    if field is None or not isinstance(field.value, tuple) or len(field.value) < 2:
        return
    people: list[dict[str, Any]] = []
    for person in field.value:
        known = next((at for at, one in enumerate(people) if _is_same(one, person)), None)
        if known is None:
            people.append(person)
        else:
            people[known] = _joined(people[known], person)
    if len(people) < len(field.value):
        growing.fields["associates"] = replace(field, value=tuple(people))


def _is_same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    if _is_called(one, other) or _is_called(other, one):
        return True
    names = [str(person.get("name") or "") for person in (one, other)]
    together = sum(" " not in name for name in names) == 1
    told = ["".join(filter(str.isalpha, name)).lower() for name in names]
    return together and min(map(len, told)) >= LEAST and fuzz.ratio(*told) >= ALIKE


def _is_called(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Say whether somebody known by one word alone is what another is also called."""
    name, alias = str(one.get("name") or ""), str(other.get("alias") or "")
    return bool(name) and " " not in name and name.casefold() == alias.casefold()


def _joined(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Return what is told of both, by the name that is typed in two words."""
    first, second = (one, other) if " " in str(one.get("name")) else (other, one)
    return second | {part: said for part, said in first.items() if said}
