"""Reads a shipped list from its TOML file and checks every key and value of it."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields
from datetime import date
from importlib import resources
from types import UnionType
from typing import Any, Literal, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

from models.codes.code import Code
from models.codes.in_force import OwnRow
from models.codes.risk import Arithmetic, Level, Points, SchemeIndicator, Validity
from models.codes.stepping import FlowStep
from models.errors import Trouble

C = TypeVar("C", bound=Code)

PARTS = frozenset({Arithmetic, FlowStep, Level, Points, SchemeIndicator, Validity})
HEADINGS = frozenset({"title", "source", "note", "exact_only", "row"})


def raw_list(name: str) -> dict[str, Any]:
    """The parsed file of a list: title, source, note, exact_only, row.

    Raises Trouble naming the file when it is missing, is not TOML or has an unknown heading.
    """
    place = resources.files("resources") / "codes" / f"{name}.toml"
    try:
        found = tomllib.loads(place.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise Trouble(f"The code list {name}.toml cannot be read.") from fault
    if strange := found.keys() - HEADINGS:
        raise Trouble(f"{name}.toml has an unknown heading: {', '.join(sorted(strange))}.")
    return found


def rows_from(name: str, kind: type[C], found: Mapping[str, Any]) -> tuple[C, ...]:
    """The rows of a parsed list as records, in order; raises Trouble naming file and row."""
    given = found.get("row", [])
    common = {"source": found.get("source", "")}
    rows = []
    for position, row in enumerate(given):
        where = f"{name}.toml, row {position + 1} ({row.get('code', 'without code')})"
        rows.append(_build(kind, {**common, **row, "position": position}, where))
    return tuple(rows)


def raw_rows(found: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The rows of a parsed list as written, by code, each with its source."""
    source = {"source": found.get("source", "")}
    return {row["code"]: {**source, **row} for row in found.get("row", ())}


def rows_in_force(
    name: str, kind: type[C], found: Mapping[str, Any], own: Iterable[OwnRow]
) -> tuple[C, ...]:
    """The rows of a parsed list with a panel's own words laid over them, in the panel's order.

    What a panel says that no longer fits its row is left out; the shipped row stands.
    """
    shipped = {row.code: row for row in rows_from(name, kind, found)}
    given = raw_rows(found)
    for at, one in enumerate(own, len(shipped)):
        base = given.get(one.code, {"code": one.code, "source": "local"})
        place = shipped[one.code].position if one.code in shipped else at
        try:
            made = _build(kind, {"position": place, **base, **one.values}, one.code)
        except Trouble:
            continue
        shipped[one.code] = made
    return tuple(sorted(shipped.values(), key=lambda row: row.position))


def check_row(kind: type[C], given: Mapping[str, Any]) -> C:
    """A row made of these values; raises Trouble saying what is unfit."""
    return _build(kind, given, str(given.get("label") or given.get("code")))  # type: ignore[no-any-return]


class _Form(NamedTuple):
    readers: dict[str, Callable[[Any], Any]]
    required: frozenset[str]


class _Unfit(Exception):
    """A value is not of its kind; the words say what it must be."""


_FORMS: dict[type[Any], _Form] = {}


def _build(kind: type[Any], given: Mapping[str, Any], where: str) -> Any:
    form = _FORMS.get(kind) or _FORMS.setdefault(kind, _form(kind))
    if strange := given.keys() - form.readers.keys():
        raise Trouble(f"{where} has an unknown key: {', '.join(sorted(strange))}.")
    if lacking := form.required - given.keys():
        raise Trouble(f"{where} lacks {', '.join(sorted(lacking))}.")
    read = {}
    for key, value in given.items():
        try:
            read[key] = form.readers[key](value)
        except _Unfit as unfit:
            raise Trouble(f"{where}: {key} must be {unfit}.") from unfit
        except Trouble as trouble:
            raise Trouble(f"{where}: {trouble.message}") from trouble
    return kind(**read)


def _form(kind: type[Any]) -> _Form:
    hints = get_type_hints(kind)
    return _Form(
        {field.name: _reader(hints[field.name]) for field in fields(kind)},
        frozenset(field.name for field in fields(kind) if field.default is MISSING),
    )


def _reader(hint: Any) -> Callable[[Any], Any]:
    if get_origin(hint) is Literal:
        return _one_of(get_args(hint))
    if get_origin(hint) is tuple:
        return _several(get_args(hint)[0])
    if isinstance(hint, UnionType):
        return _reader(next(arg for arg in get_args(hint) if arg is not type(None)))
    if hint in PARTS:
        return _part(hint)
    return _exactly(hint)


def _part(kind: type[Any]) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if type(value) is not dict:
            raise _Unfit("a table")
        return _build(kind, value, f"a part {value.get('code', kind.__name__)}")

    return read


def _exactly(kind: type) -> Callable[[Any], Any]:
    names = {str: "text", bool: "true or false", int: "a whole number", date: "a date"}

    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise _Unfit(names[kind])
        return value

    return read


def _one_of(choices: tuple[str, ...]) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if value not in choices:
            raise _Unfit(f"one of {', '.join(filter(None, choices))}")
        return value

    return read


def _several(kind: type) -> Callable[[Any], Any]:
    one = _reader(kind)

    def read(value: Any) -> tuple[Any, ...]:
        if kind is str and type(value) is str:
            return tuple([part for part in map(str.strip, value.split(";")) if part])
        if type(value) is not list:
            raise _Unfit("a list")
        return tuple([one(part) for part in value])

    return read
