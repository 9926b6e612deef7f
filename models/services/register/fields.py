"""Which fields a record has, and what may stand in them."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import inspect

from models.errors import Refusal
from models.rules.nhs_number import WRONG, checks

FIXED = frozenset(["id", "uuid", "kind", "closed_on", "closed_reason", "registration", "digits"])
NEEDED = {
    date: "Enter a date.",
    datetime: "Enter a date and time.",
    bool: "Answer yes or no.",
    int: "Enter a whole number.",
    float: "Enter a number.",
    str: "Enter text.",
}


def put(row: Any, values: Mapping[str, Any]) -> None:
    """Fill fields of a record; Refusal for one it does not have or a value that does not fit."""
    for name, value in values.items():
        setattr(row, field_of(row, name), fitting(row, name, value))


def field_of(row: Any, name: str) -> str:
    """The field of that name; a record's `name` is its label. Refusal where there is none."""
    found = "label" if name == "name" else name
    if found in FIXED or found not in inspect(type(row)).column_attrs:
        raise Refusal(f"This record has no field called {name}.", name)
    return found


def fitting(row: Any, name: str, value: Any) -> Any:
    """The value as it is kept: text trimmed, nothing for empty text. Refusal where it is unfit."""
    column = inspect(type(row)).column_attrs[field_of(row, name)].columns[0]
    if isinstance(value, str):
        value = " ".join(value.split()) if name in ("name", "label") else value.strip()
    if value is None or value == "":
        if not column.nullable:
            raise Refusal("This may not be empty.", name)
        return None
    wanted = column.type.python_type
    if type(value) is not wanted and not (wanted is float and type(value) is int):
        raise Refusal(NEEDED.get(wanted, "This does not fit here."), name)
    if name == "nhs_number" and not checks(value):
        raise Refusal(f"Look at it again: {WRONG}, or it has not ten digits.", name)
    return value


def need(text: str | None, what: str, field: str) -> str:
    """The text trimmed; Refusal naming what is missing where it is empty."""
    if not (text or "").strip():
        raise Refusal(what, field)
    return (text or "").strip()
