"""Records with all their text rewritten, whatever kind of record they are."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

T = TypeVar("T")
KEPT = frozenset(
    {
        "uuid",
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


def _value(value: object, rewrite: Callable[[str], str]) -> object:
    if type(value) is str:
        return rewrite(value)
    if isinstance(value, tuple):
        return tuple(_value(one, rewrite) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            one.name: _value(getattr(value, one.name), rewrite)
            for one in fields(value)
            if one.name not in KEPT
        }
        return replace(value, **changed)
    return value
