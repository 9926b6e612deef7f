"""Who contributed to which item of a meeting, by reference alone."""

from dataclasses import dataclass

NOT_HEARD, TO_COME = "not heard", "to come"


@dataclass(frozen=True)
class AgencyContributions:
    """An agency's part in each item: its turn, not heard, or to come; in the order of the items."""

    agency_id: int
    agency: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Contributions:
    """The items that the reader may know of, as (id, reference), and each agency's part in them."""

    items: tuple[tuple[int, str], ...]
    agencies: tuple[AgencyContributions, ...]
