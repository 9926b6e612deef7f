"""What the discussed items leave open, as the read-back names it."""

from collections.abc import Sequence

from models.marks import ItemState
from models.records.item import ItemRecord
from ui.live.half_line import capture_key
from ui.live.ledger import Entry
from ui.live.state import RoomState
from ui.widgets.lines import Line

WAITS = "a line waits in its capture bar: keep it or clear it there"


def waiting_lines(state: RoomState) -> list[Line]:
    """Items at which a line is typed and not kept, by reference: nobody closes over one unseen."""
    meeting, drafted = state.meeting, set(state.workspace.store.drafted())
    rows = [
        row
        for row in state.facts.order
        if meeting is not None and capture_key(meeting.id, row.id) in drafted
    ]
    entries = [
        Entry(("waiting", row.id), state.shown_name(row), soft=WAITS, tag=row.reference)
        for row in rows
    ]
    if not entries:
        return []
    return [Line("h.waiting", f"Typed and not kept  {len(entries)}", heading=True), *entries]


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
