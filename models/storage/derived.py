"""Derived tables, such as the search index: made again from the entities whenever need be."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from models.storage.net import Net


@dataclass(frozen=True)
class Derived:
    """A derived table: how it is made, how it follows changes, how it is rebuilt and checked.

    `tables` names every table that may be written for it; `follow` runs inside each unit of work
    after its changes are known (undo included); `wrong` returns plain sentences without names.
    """

    tables: frozenset[str]
    make: tuple[str, ...]
    follow: Callable[[Connection, Sequence[Net]], None]
    rebuild: Callable[[Connection], None]
    wrong: Callable[[Connection], list[str]]


REGISTER: list[Derived] = []


def register(derived: Derived) -> Derived:
    """Have every file made and opened from now on carry this derived table."""
    REGISTER.append(derived)
    return derived
