"""An indicator that a panel words itself: what is counted, and what must be true of it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Condition:
    """What must be true of a thing counted: a field, a test and, but for recorded, a value."""

    field: str
    test: str
    value: str = ""


@dataclass(frozen=True)
class OwnIndicator:
    """A name, what is counted, on what conditions, as a number or as a share of all of them."""

    name: str
    counted: str
    where: tuple[Condition, ...] = ()
    share: bool = False
