"""The question of which agency somebody is who is here for none."""

from collections.abc import Hashable

from models.records.meeting import AttendanceRow
from ui.desk import Desk
from ui.live.ask_bar import AskBar
from ui.live.choices import among
from ui.live.state import RoomState
from ui.widgets.lines import Line

GONE = "gone"
HINT = "Type the agency, or “not” where they are not here · Esc: such lines stay off the display"


def ask_agency(desk: Desk, state: RoomState, bar: AskBar, who: AttendanceRow) -> None:
    """Ask in place; an agency, or that they are not in the room, brings such lines back."""
    meeting, conduct = state.meeting, desk.workspace.conduct
    if meeting is None:
        return

    def answer(_text: str, key: Hashable | None) -> bool:
        if key == GONE:
            done = desk.attempt(bar, conduct.leave, who.id)
        elif isinstance(key, int):
            done = desk.attempt(bar, conduct.sits_for, meeting.id, who.member_id or who.name, key)
        else:
            return False
        if done:
            state.refresh({"attendance"})
        return done

    agencies = [Line(one.id, one.name) for one in desk.workspace.read.agencies() if one.active]
    gone = [Line(GONE, f"Not in the room: {who.name}")] if who.id else []
    find = among([*agencies, *gone])
    # Nothing is chosen for an empty line: no agency is given by an Enter too many.
    bar.ask(
        f"Which agency is {who.name} of? Lines for named agencies stay off the display till then.",
        answer,
        lambda text: find(text) if text else [],
        hint=HINT,
    )
