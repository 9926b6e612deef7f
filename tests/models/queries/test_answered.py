"""What an answer that is kept may be told by, and may be: its very annotations say so."""

import importlib
import pkgutil
import types
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import pytest
from sqlalchemy import Row
from sqlalchemy.orm import Session

import models.queries
from models.queries.once import ANSWERED
from models.records.reader import Reader

PLAIN = (str, int, bool, float, bytes, date, datetime, time, timedelta, type(None), Enum)
READ_ONLY = (tuple, frozenset, Mapping, Sequence, AbstractSet, Row)
for found in pkgutil.iter_modules(models.queries.__path__):
    importlib.import_module(f"models.queries.{found.name}")

answered = pytest.mark.parametrize(
    "query", ANSWERED, ids=[f"{one.__module__.split('.')[-1]}.{one.__name__}" for one in ANSWERED]
)


def changeable(kind: Any, seen: frozenset[Any] = frozenset()) -> list[str]:
    """What in a type can be changed by whoever holds it; a type checker minds the read-only."""
    origin = get_origin(kind)
    if kind in (Any, Ellipsis) or isinstance(kind, TypeVar) or kind in seen:
        return []
    if origin in (Union, types.UnionType) or origin in READ_ONLY:
        return [one for part in get_args(kind) for one in changeable(part, seen)]
    if origin is Callable or getattr(origin, "__name__", "") == "Callable":
        return []
    if not isinstance(kind, type):
        return [str(kind)]
    if issubclass(kind, PLAIN) or kind is object:
        return []
    frozen = is_dataclass(kind) and kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    if frozen or issubclass(kind, tuple):
        return [one for part in _parts(kind) for one in changeable(part, seen | {kind})]
    return [kind.__name__]


def _parts(kind: type) -> list[Any]:
    hints = get_type_hints(kind)
    if is_dataclass(kind):
        return [hints[one.name] for one in fields(kind)]
    return list(hints.values())


@answered
def test_nobody_can_change_what_is_given_again(query: Callable[..., Any]) -> None:
    assert changeable(get_type_hints(query)["return"]) == []


@answered
def test_it_is_told_by_values_alone(query: Callable[..., Any]) -> None:
    hints = get_type_hints(query)
    told = [kind for name, kind in hints.items() if name != "return" and kind is not Session]
    assert [one for kind in told for one in changeable(kind)] == []
    assert Session in hints.values()


def test_who_reads_is_a_value_too() -> None:
    assert changeable(Reader) == []
