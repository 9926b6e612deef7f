"""Who on record the unknown end of a link may be, said beside the line as the room may see it."""

from collections.abc import Iterable

from models.records.looking import Hit
from models.rules.capture import CaptureKind, CaptureReading
from ui.live.state import RoomState

MOST, SHORTEST = 2, 3


class KnownHere:
    """Looks once for each name; Enter opens the look-up, where one is taken or nobody is."""

    def __init__(self, state: RoomState) -> None:
        self._state = state
        self._said: tuple[object, tuple[Hit, ...]] = (None, ())

    def tags(self, readings: Iterable[CaptureReading]) -> list[tuple[str, str]]:
        """By initials who may be meant and why; nothing where nobody is alike."""
        names = (one.unknown for one in readings if one.kind is CaptureKind.LINK and one.unknown)
        hits = (hit for name in names for hit in self._hits(name))
        return [
            (f"On record: {', '.join(filter(None, self._called(hit)))}?", "accent") for hit in hits
        ]

    def _called(self, hit: Hit) -> tuple[str, str]:
        return self._state.masked(hit.initials), hit.why

    def _hits(self, name: str) -> tuple[Hit, ...]:
        meeting, workspace, item_id = (
            self._state.meeting, self._state.workspace, self._state.item_id,
        )  # fmt: skip
        if meeting is None or len(name) < SHORTEST:
            return ()
        key = name, meeting.id, item_id, workspace.store.last_operation
        if self._said[0] != key:
            room = workspace.read_as(workspace.room_reader(meeting.id, item_id))
            named = room.named_tonight(meeting.id, item_id)
            self._said = key, room.look_up(name, named)[:MOST]
        return self._said[1]
