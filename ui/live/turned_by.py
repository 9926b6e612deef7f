"""What somebody else did to the running order in a window of their own, said by item and name."""

from models.marks import ItemState
from models.records.changes import Changes
from ui.live.state import RoomState

DONE = {
    "open_item": "{item} opened by {who}",
    "run_clock": "The clock of {item} started by {who}",
    "pause_clock": "The clock of {item} paused by {who}",
}


def turned_by(state: RoomState, changes: Changes) -> str:
    """Who turned to an item, or started or paused its clock; nothing of what was done here."""
    said = DONE.get(changes.operation)
    if said is None or changes.sitting == state.workspace.store.sitting:
        return ""
    touched = {row for table, row in changes.touched if table == "agenda_item"}
    rows = [row for row in state.facts.order if row.id in touched]
    live, here = state.live, state.row
    meant = live if live in rows and changes.operation == "open_item" else next(iter(rows), None)
    if meant is None:
        return ""
    who = state.workspace.read.done_by(changes.number) or "another window"
    words = said.format(item=meant.reference, who=who)
    rests = here is not None and here.state == ItemState.OPEN and here.clock_started is None
    if here is None or here == meant or not rests:
        return f"{words}."
    return f"{words}; the clock of {here.reference} is paused."
