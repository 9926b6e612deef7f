"""A row of a list as its file would hold it, for a copy that goes on by itself."""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any


def raw(row: Any) -> dict[str, Any]:
    """The values of a row or a part by name, without what is only usual."""
    return {
        one.name: _plain(getattr(row, one.name))
        for one in fields(row)
        if one.default is MISSING or getattr(row, one.name) != one.default
    }


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return raw(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return dict(value) if isinstance(value, Mapping) else value
