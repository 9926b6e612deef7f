"""Where on record the words of a document stand, so that changed words find their way back."""

from typing import NamedTuple

ITEM = "agenda_item"


class Place(NamedTuple):
    """A field of a row; what hangs on an item by itself is known by the item's id."""

    table: str
    row_id: int
    field: str = ""
    item_id: int | None = None
