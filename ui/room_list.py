"""A page's list as everyone present may see it: initials, and no line that one of them may not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from ui.rows import Column, RowsModel
from ui.widgets.empty import EmptyState
from ui.widgets.table import RowsTable

Mask = Callable[[str], str]


@dataclass(frozen=True)
class RoomList:
    """What a page lists on its cover: read by the room's reader, names masked in `naming` columns.

    In the other columns only whole names are masked: an owner may share a child's first name.
    """

    rows: Callable[[Any], Sequence[Any]]
    columns: tuple[Column[Any], ...]
    naming: frozenset[str]
    noun: tuple[str, str]


class RoomPart(Protocol):
    """What stands on a cover: a widget that is read while it is in sight, and forgotten after."""

    def read(self, workspace: Any, meeting_id: int) -> None:
        """Read it as everyone present."""

    def forget(self) -> None:
        """Hold nothing while the cover is away."""


class RoomTable(RowsTable):
    """The list on a cover; it is read only while the cover is in sight."""

    def __init__(self, listed: RoomList) -> None:
        self._listed = listed
        self._mask: Mask = str
        self._whole_names: Mask = str
        columns = [replace(one, text=self._masked(one), tip=None) for one in listed.columns]
        many = listed.noun[1]
        empty = EmptyState(f"No {many} that everyone present may see.", "")
        super().__init__(RowsModel(columns, lambda row: row.id), many.capitalize(), empty,
                         listed.noun)  # fmt: skip

    def read(self, workspace: Any, meeting_id: int) -> None:
        """Read the list as everyone present."""
        # The rules of the room cost a start that needs none of them.
        from ui.live.naming import RoomNames

        named_tonight = workspace.read.subjects_tonight(meeting_id)
        everybody = workspace.read.everybody()
        children = workspace.read.spoken_of(meeting_id)
        self._mask = RoomNames(named_tonight, everybody, children=children).masked
        self._whole_names = RoomNames((), everybody).masked
        readings = workspace.read_as(workspace.room_reader(meeting_id))
        self.model.set_rows(tuple(self._listed.rows(readings)))

    def forget(self) -> None:
        """Hold nothing while the cover is away."""
        self.model.set_rows(())

    def _masked(self, column: Column[Any]) -> Callable[[Any], str]:
        naming = column.title in self._listed.naming
        return lambda row: (self._mask if naming else self._whole_names)(column.written(row))
