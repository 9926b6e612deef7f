"""Minutes on their way: what they said at each step, and what of their changes was left."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class MinutesStep:
    """What a version said at a step: sent to the chair, written for the chair, given back."""

    version: int
    step: str
    at: datetime
    by_name: str | None
    words: bytes


@dataclass(frozen=True)
class LeftEdit:
    """A change from Word that somebody left: by whom and when."""

    by_name: str | None
    at: datetime
