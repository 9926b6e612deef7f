"""Derived tables, such as the search index: made again from the entities whenever need be."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection
from sqlalchemy.orm import DeclarativeBase

from models.base import Base
from models.storage.net import Net


@dataclass(frozen=True)
class Derived:
    """A derived table: how it is made, how it follows changes, how it is rebuilt and checked.

    `tables` names every table that may be written for it; `follow` runs inside each unit of work
    after its changes are known (undo included); `wrong` returns plain sentences without names;
    `base` says in whose files it stands.
    """

    tables: frozenset[str]
    make: tuple[str, ...]
    follow: Callable[[Connection, Sequence[Net]], None]
    rebuild: Callable[[Connection], None]
    wrong: Callable[[Connection], list[str]]
    base: type[DeclarativeBase] = Base


REGISTER: list[Derived] = []


def register(derived: Derived) -> Derived:
    """Have every file made and opened from now on carry this derived table."""
    REGISTER.append(derived)
    return derived


def derived_of(base: type[DeclarativeBase]) -> tuple[Derived, ...]:
    """The derived tables that stand in files of this base, in the order of registering."""
    return tuple(one for one in REGISTER if one.base is base)
