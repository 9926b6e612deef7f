"""What the discussed items leave open, as the read-back names it."""

from collections.abc import Collection, Sequence

from models.marks import ItemState
from models.records.item import ItemRecord
from models.rules.meeting_lacks import lacks
from ui.live.half_line import capture_key
from ui.live.ledger import Entry
from ui.live.presentation import ANALYSIS, PRESENTATION
from ui.live.state import RoomState
from ui.widgets.lines import Line

WAITS = "a line waits in its capture bar: keep it or clear it there"
TEXT_WAITS = "a text waits there, typed and not kept"
OTHERS = "somebody else has words there, typed and not kept"
TEXTS = (
    *(field for field, *_ in (*PRESENTATION, *ANALYSIS)),
    *("for_file", "decision.rationale", "decision.dissent"),
)
UNSEEN = "not everyone here may hear of it: F4 shows what"
LACKING = "The meeting itself"


def lacking_lines(state: RoomState) -> list[Line]:
    """What the meeting itself lacks: who chairs, who takes the minutes, the opening statement."""
    said = lacks(state.meeting) if state.meeting is not None else ()
    if not said:
        return []
    head = Line("h.lacks", f"{LACKING}  {len(said)}", heading=True)
    return [head, *(Entry(("lacks", words), f"{words}.") for words in said)]


def waiting_lines(state: RoomState) -> list[Line]:
    """Items at which a line is typed and not kept, by reference: nobody closes over one unseen."""
    store, meeting = state.workspace.store, state.meeting
    drafted, others = set(store.drafted()), set(store.drafted_by_others())
    ways = [
        (row, [*_waits(meeting.id, row.id, drafted), *_others(meeting.id, row.id, others)])
        for row in (state.facts.order if meeting is not None else ())
    ]
    entries = [
        Entry(("waiting", row.id), state.shown_name(row), soft="; ".join(how), tag=row.reference)
        for row, how in ways
        if how
    ]
    if not entries:
        return []
    return [Line("h.waiting", f"Typed and not kept  {len(entries)}", heading=True), *entries]


def open_points(
    state: RoomState, items: Sequence[ItemRecord], unseen: Sequence[ItemRecord] = ()
) -> list[Line]:
    """Items with what is still open of them; of those `unseen` here only how much that is."""
    found = {item.row.id: (item.row, ", ".join(_left(item))) for item in items if _left(item)}
    for item in unseen:
        left = len(_left(item))
        count = f"{left} open point{'' if left == 1 else 's'}: {UNSEEN}"
        found |= {item.row.id: (item.row, count)} if left else {}
    entries = [
        Entry(("open", row.id), state.shown_name(row), soft=found[row.id][1], tag=row.reference)
        for row in state.facts.order
        if row.id in found
    ]
    if not entries:
        return []
    return [Line("h.open", f"Open points  {len(entries)}", heading=True), *entries]


def _left(item: ItemRecord) -> list[str]:
    """The points of an item that was opened which do not stand."""
    held = item.row.state in (ItemState.DISCUSSED, ItemState.OPEN)
    return [words for words, stands in item.points if held and not stands and words != "Decision"]


def _waits(meeting_id: int, item_id: int, drafted: Collection[str]) -> list[str]:
    """What is said where a line of an item, or one of its texts, is typed and not kept."""
    texts = any(f"item.{item_id}.{key}" in drafted for key in TEXTS)
    return [WAITS] * (capture_key(meeting_id, item_id) in drafted) + [TEXT_WAITS] * texts


def _others(meeting_id: int, item_id: int, drafted: Collection[str]) -> list[str]:
    """That somebody else has words there, never which."""
    return [OTHERS] if _waits(meeting_id, item_id, drafted) else []
