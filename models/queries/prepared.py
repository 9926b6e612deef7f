"""Statements kept ready: for a small reading, making one anew costs more than running it."""

from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from typing import TypeVar

from models.records.reader import Reader

S = TypeVar("S")


def for_reader(make: Callable[[Reader], S]) -> Callable[[Reader], S]:
    """What each kind of reader asks, made once; the statement must not ask what time it is."""
    kept = lru_cache(maxsize=64)(make)
    return lambda reader: kept(reader.at(datetime.min))
