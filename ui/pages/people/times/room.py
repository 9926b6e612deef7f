"""The time line of tonight's agenda on the cover of a page, while a meeting runs."""

from typing import Any

from ui.pages.people.times.board import TimesBoard


class RoomTimes(TimesBoard):
    """The time line of tonight's agenda as everyone present may see it, with initials for names."""

    def __init__(self) -> None:
        super().__init__()
        self.name = lambda row: " · ".join(
            filter(None, (row.subject.initials, row.subject.reference))
        )

    def read(self, workspace: Any, meeting_id: int) -> None:
        """Read it as everyone present."""
        from ui.live.naming import RoomNames

        tonight = workspace.read.subjects_tonight(meeting_id)
        everybody, children = workspace.read.everybody(), workspace.read.spoken_of(meeting_id)
        self.masked = RoomNames(tonight, everybody, children=children).masked
        room = workspace.read_as(workspace.room_reader(meeting_id))
        self.show_rows(room.timeline(room.on_agenda(meeting_id)), workspace.store.clock.today())

    def forget(self) -> None:
        """Hold nothing while the cover is away."""
        self.show_rows((), self._today)
