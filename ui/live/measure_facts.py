"""What the law asks for the measure chosen in the room, and what does not fit it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.item import ItemRecord
from ui.live.state import RoomState
from ui.measure_law import LawWords
from ui.widgets.banner import Banner


class MeasureFacts(QWidget):
    """Beside the form of a measure; people stand in it as the room may see them."""

    def __init__(self, state: RoomState) -> None:
        super().__init__()
        self.state = state
        self.misfits, self.law = Banner("", "medium"), LawWords()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.misfits)
        column.addWidget(self.law)

    def tell(self, measure: object, against: object, item: ItemRecord | None) -> None:
        """Say what is known of a measure against somebody, or nothing where none is chosen."""
        self.law.show_code(measure, brief=True)
        if not isinstance(measure, str) or item is None:
            self.misfits.say("")
            return
        own = item.row.subject_id if item.row.subject_kind == "child" else None
        aimed = against if isinstance(against, int) and against != own else None
        children = (own,) if own is not None else ()
        found = self.state.read.measure_fits(measure, aimed, children)
        self.misfits.say("\n".join(self.state.masked(words) for words in found))
