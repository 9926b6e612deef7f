"""Statements kept ready: for a small reading, making one anew costs more than running it."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from models.records.reader import Reader
from models.remembering import remembered

S = TypeVar("S")


def for_reader(make: Callable[[Reader], S]) -> Callable[[Reader], S]:
    """What each kind of reader asks, made once; the statement must not ask what time it is."""
    kept = remembered(64)(make)
    return lambda reader: kept(reader.at(datetime.min))
