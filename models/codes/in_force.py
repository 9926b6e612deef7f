"""What the open panel has changed in the shipped lists; a program has one panel open at a time."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, ParamSpec, TypeVar

from models.remembering import forget

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class OwnRow:
    """What a panel says of one row: the keys and values that it lays over the shipped ones."""

    list_name: str
    code: str
    values: Mapping[str, Any]


@dataclass
class _InForce:
    rows: dict[str, tuple[OwnRow, ...]]
    today: date
    issue: int = 0


_in_force = _InForce({}, date.max)
_forget: list[Callable[[], None]] = []


def kept(make: Callable[P, R]) -> Callable[P, R]:
    """Keep what is made of the lists, until the panel changes one of them."""
    made = cache(make)
    _forget.append(made.cache_clear)
    return made  # type: ignore[return-value]


def adopt(rows: Iterable[OwnRow], today: date) -> None:
    """Lay a panel's own rows over the shipped lists, in the place of those of any panel before.

    `today` decides which rows are in their dates.
    """
    by_list: dict[str, tuple[OwnRow, ...]] = {}
    for row in rows:
        by_list[row.list_name] = (*by_list.get(row.list_name, ()), row)
    dated = any({"valid_from", "valid_to"} & row.values.keys() for row in _all(by_list))
    if by_list == _in_force.rows and (today == _in_force.today or not dated):
        return
    _in_force.rows, _in_force.today = by_list, today
    _in_force.issue += 1
    for clear in _forget:
        clear()
    forget()


def own_rows(name: str) -> tuple[OwnRow, ...]:
    """What the open panel says of the rows of a list."""
    return _in_force.rows.get(name, ())


def issue() -> int:
    """Another number whenever the lists in force have changed."""
    return _in_force.issue


def today() -> date:
    """The day on which rows must be in their dates; the end of time while no panel is open."""
    return _in_force.today


def _all(by_list: Mapping[str, tuple[OwnRow, ...]]) -> list[OwnRow]:
    return [row for rows in by_list.values() for row in rows]
