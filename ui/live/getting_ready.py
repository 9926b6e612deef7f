"""What lines and texts are read by is taken from its lists while the room rests, not at a key."""

from typing import Any

from models.rules.capture import VOICE, read_line
from models.rules.capture.for_all import perhaps_for_some

TEXT = "The bus was late."
LINE = "action Smith to tell the school what was said, by next Friday"


def get_ready(workspace: Any, meeting_id: int) -> None:
    """Read a line and a text that nobody wrote: the first that somebody writes does not wait."""
    perhaps_for_some(VOICE, "", TEXT)
    read = workspace.read_as(workspace.room_reader(meeting_id, None))
    read_line(LINE, read.capture_context(meeting_id))
