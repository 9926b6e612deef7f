"""Items read before the room turns to them, as of one operation of the file."""

from collections.abc import Iterable

from models.records.item import ItemRecord

Found = tuple[int, int, ItemRecord | None]
"""An item's id, the operation as of which it was read, and its record."""


class ReadAhead:
    """Records by item; all of them are given up when the file has moved on."""

    def __init__(self) -> None:
        self._number = -1
        self._held: dict[int, ItemRecord | None] = {}

    def take(self, found: Found) -> None:
        """Have an item at hand; one read before the last change is not taken."""
        item_id, number, record = found
        if number > self._number:
            self._number, self._held = number, {}
        if number == self._number:
            self._held[item_id] = record

    def has(self, item_id: int, number: int) -> bool:
        """Whether the item is at hand as of this operation."""
        return number == self._number and item_id in self._held

    def record(self, item_id: int) -> ItemRecord | None:
        """The item that is at hand."""
        return self._held[item_id]

    def missing(self, items: Iterable[int], number: int) -> int | None:
        """The first of these items that is not at hand."""
        return next((one for one in items if not self.has(one, number)), None)

    def outlives(self, number: int) -> None:
        """What was kept up to this operation changed nothing of any record."""
        self._number = number

    def forget(self) -> None:
        """Give all of them up."""
        self._number, self._held = -1, {}
