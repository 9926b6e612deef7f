"""The standing words that are read aloud in the room."""

from models.rules import words_read
from ui.live.state import RoomState


def aloud(state: RoomState, key: str) -> str:
    """A wording that is read aloud here: as it was read, once the meeting is closed."""
    read, meeting = state.workspace.read, state.meeting
    panel = read.panel_of(meeting.id) if meeting is not None else read.panel()
    return words_read.aloud(panel, meeting, key)
