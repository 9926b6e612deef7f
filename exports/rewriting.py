"""Records with all their text rewritten, whatever kind of record they are."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TypeVar, cast

T = TypeVar("T")
KEPT = frozenset(
    {
        "uuid",
        "spoken_of",
        "every_child",
        "chain_head",
        "kind",
        "subject_kind",
        "other_kind",
        "section",
        "state",
        "status",
        "sharing",
        "information",
        "code",
        "origin",
        "rag",
        "minutes_state",
    }
)


def rewritten(record: T, rewrite: Callable[[str], str]) -> T:
    """The record, and all records within it, with every text rewritten but codes and ids."""
    return cast(T, _value(record, rewrite))


def texts_of(record: object) -> list[str]:
    """Every text of a record that `rewritten` would rewrite, in its order."""
    if type(record) is str:
        return [record]
    if isinstance(record, tuple):
        return [text for one in record for text in texts_of(one)]
    if is_dataclass(record) and not isinstance(record, type):
        return [text for name in worded(type(record)) for text in texts_of(getattr(record, name))]
    return []


def _value(value: object, rewrite: Callable[[str], str]) -> object:
    if type(value) is str:
        return rewrite(value)
    if isinstance(value, tuple):
        return tuple(_value(one, rewrite) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {name: _value(getattr(value, name), rewrite) for name in worded(type(value))}
        return replace(value, **changed)
    return value


@cache
def worded(kind: type) -> tuple[str, ...]:
    """What of a kind of record may hold text."""
    return tuple(one.name for one in fields(kind) if one.name not in KEPT)
