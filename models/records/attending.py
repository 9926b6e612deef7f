"""Who was out of the room, and who may have to leave it."""

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True)
class Absence:
    """When somebody left, and came back if they did."""

    left: time
    returned: time | None


@dataclass(frozen=True)
class PointedOut:
    """Someone present who may have an interest in an item.

    `why` is their place in the case where they chair; it is empty where only a name is the same.
    """

    member_id: int
    member: str
    why: str

    @property
    def chairs(self) -> bool:
        """Whether the question is who takes the chair."""
        return bool(self.why)
