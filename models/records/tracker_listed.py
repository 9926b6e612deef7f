"""Somebody else's list of children against ours: who is on which, and whom to ask about."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Group(StrEnum):
    """Where a child stands between two lists."""

    THEIRS = "on theirs, not on ours"
    NEAR = "perhaps the same"
    OURS = "on ours, not on theirs"
    BOTH = "on both"


@dataclass(frozen=True)
class Listed:
    """One child of somebody's list: the line as it stands, and what it says."""

    line: str
    name: str
    born: date | None = None
    number: str | None = None


@dataclass(frozen=True)
class ListedRow:
    """A line of the comparison: their words, our child where there is one, and why."""

    key: int
    group: Group
    line: str = ""
    name: str = ""
    born: date | None = None
    child_id: int | None = None
    who: str = ""
    system_id: str = ""
    why: str = ""
