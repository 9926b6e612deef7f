"""What was agreed and not everyone here may hear: counted, and who leaves before it is read."""

from collections.abc import Sequence

from models.records.item import ItemRecord
from ui.live.agreed_by_agency import Agreed, agreed_of, entries_of
from ui.live.ledger import Entry
from ui.live.state import RoomState
from ui.widgets.lines import Line

Found = tuple[Sequence[ItemRecord], Agreed]


def apart_of(state: RoomState, shown: Found) -> Found:
    """What not everyone in the room may hear, as the signed-in person reads it.

    First the items that are not shown at all, then what was agreed and is not.
    """
    meeting, workspace, heard = state.meeting, state.workspace, shown
    if meeting is None:
        return (), Agreed()
    if state.revealed:
        heard = agreed_of(workspace.read_as(workspace.room_reader(meeting.id)), meeting.id)
    items, mine = agreed_of(workspace.read, meeting.id)
    seen = {one.row.id for one in shown[0]}
    return tuple(one for one in items if one.row.id not in seen), mine.without(heard[1])


def kept_back(state: RoomState, apart: Agreed) -> list[Line]:
    """How much stays unread, and who leaves first; revealed, what it is."""
    if not len(apart):
        return []
    leaving = _leaving(state, apart)
    if state.revealed:
        head = Line("h.apart", f"Not for everyone here  {len(apart)}", heading=True)
        first = [Entry("leaving", f"{leaving} before these are read.")] if leaving else []
        return [head, *first, *entries_of(state.masked, apart)]
    whom = "it" if len(apart) == 1 else "them"
    said = f"{_counted(apart)} not read aloud: not everyone here may hear {whom}."
    first_words = f"{leaving} first. " if leaving else ""
    return [Entry("kept", said, soft=f"{first_words}F4 shows {whom} to you.")]


def _counted(apart: Agreed) -> str:
    """ "1 more action is", "3 more agreed points are" where they are of several kinds."""
    rows = (apart.actions, apart.measures, apart.recommendations)
    names = ("action", "disruption measure", "recommendation")
    kinds = [name for name, found in zip(names, rows, strict=True) if found]
    name = kinds[0] if len(kinds) == 1 else "agreed point"
    return f"1 more {name} is" if len(apart) == 1 else f"{len(apart)} more {name}s are"


def _leaving(state: RoomState, apart: Agreed) -> str:
    """Who declared an interest in the items of these and is here."""
    here = {one.member_id for one in state.present}
    names = dict.fromkeys(
        one.member
        for one in state.facts.declarations
        if one.item_id in apart.items and one.member_id in here
    )
    leaves = "leaves" if len(names) == 1 else "leave"
    return f"{' and '.join(names)} {leaves} the room" if names else ""
