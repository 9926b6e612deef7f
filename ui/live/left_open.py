"""What the discussed items leave open, as the read-back names it."""

from collections.abc import Sequence

from models.marks import ItemState
from models.records.item import ItemRecord
from ui.live.ledger import Entry
from ui.live.state import RoomState
from ui.widgets.row_list import Line


def open_points(state: RoomState, items: Sequence[ItemRecord]) -> list[Line]:
    """Items with what is still open of them."""
    held = {ItemState.DISCUSSED, ItemState.OPEN}
    entries = []
    for item in items:
        left = [words for words, stands in item.points if not stands and words != "Decision"]
        if left and item.row.state in held:
            name = state.shown_name(item.row)
            entries.append(
                Entry(("open", item.row.id), name, soft=", ".join(left), tag=item.row.reference)
            )
    if not entries:
        return []
    return [Line("h.open", f"Open points  {len(entries)}", heading=True), *entries]
