"""What stands beside an item's analysis: people, places and risk; what is said to whom."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ItemColumnsRecord:
    """People, places and risk of an item, side by side."""

    people: str | None = None
    places: str | None = None
    risk: str | None = None


@dataclass(frozen=True)
class CommunicationRow:
    """What is said of an item, to whom, whether the public hears it, who approved it."""

    id: int
    item_id: int
    what: str
    to_whom: str
    public: bool
    approved_by: str | None
    approved_on: date | None
    said_on: date | None
