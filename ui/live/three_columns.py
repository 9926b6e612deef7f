"""People, places and risk of an item in hand, side by side; one under another where narrow."""

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from models.records.item import ItemRecord
from models.records.item_extras import ItemColumnsRecord
from ui import look
from ui.desk import Desk
from ui.live.state import RoomState
from ui.live.text_field import TextField
from ui.widgets.card import Card

COLUMNS = (
    ("people", "People", "Who is harmed, who harms, who can protect"),
    ("places", "Places", "Where it happens, when, who looks after it"),
    ("risk", "Risk", "What could happen, how likely, what lessens it"),
)
NARROW = 520


class ThreeColumns(Card):
    """Three texts, kept as they are left; names in them are veiled as everywhere in the room."""

    def __init__(self, desk: Desk, state: RoomState) -> None:
        super().__init__("People, places, risk")
        self._write = desk.workspace.extras.write_column
        self.fields: dict[str, TextField] = {}
        holder = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
        self._row.setContentsMargins(0, 0, 0, 0)
        for field, label, hint in COLUMNS:
            keep = partial(self._keep, field)
            made = TextField(desk, state, f"columns.{field}", label, keep, hint)
            self.fields[field] = made
            self._row.addWidget(made, 1)
        self.add(holder)

    def refill(self, item: ItemRecord) -> None:
        """Show an item's columns."""
        found = item.columns or ItemColumnsRecord()
        for field, editor in self.fields.items():
            editor.show_text(item.row.id, getattr(found, field))

    def flush(self) -> bool:
        """Keep what is half-typed; False where two texts must be settled first."""
        settled = [editor.flush() for editor in self.fields.values()]
        return all(settled)

    def recall(self) -> None:
        """Bring back what was half-typed when the program stopped."""
        for editor in self.fields.values():
            editor.recall()

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = event.size().width() < look.current().px(NARROW)
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        super().resizeEvent(event)

    def _keep(self, field: str, item_id: int, seen: str, text: str) -> None:
        self._write(item_id, field, text or None, seen or None)
