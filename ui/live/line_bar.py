"""A line of the agency round as it is typed: its words, kind and sharing, in place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from models.errors import Refusal
from models.marks import Information, Sharing
from models.records.meeting import LineRecord
from models.rules.capture import AgencyRef
from models.rules.capture.agencies import agency_book
from ui.desk import Desk
from ui.live.state import RoomState
from ui.live.veil import Veil
from ui.widgets.combo import Combo
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import InlineError, SoftLabel, StrongLabel

KINDS = tuple((kind, kind.value.capitalize()) for kind in Information)
SHARINGS = tuple(
    (sharing, sharing.value.capitalize())
    for sharing in Sharing
    if sharing is not Sharing.NOT_SHARED
)


class LineBar(QFrame):
    """Adds a line for an agency or mends one; Enter keeps, Escape leaves. `left` follows both."""

    left = Signal()

    def __init__(self, desk: Desk, state: RoomState) -> None:
        super().__init__()
        self.desk, self.state = desk, state
        self.setProperty("look", "accent-bar")
        self._line_id: int | None = None
        self._agency_id: int | None = None
        self._item_id: int | None = None
        self._revealed = False
        self.whose, self.error = StrongLabel(), InlineError()
        self.text, self.agencies = QLineEdit(), QLineEdit()
        self.veil = Veil(self.text, state)
        self.kind, self.sharing = Combo(KINDS, "Kind"), Combo(SHARINGS, "Sharing")
        self.text.setAccessibleName("What was said")
        self.text.setPlaceholderText("What was said")
        self.agencies.setAccessibleName("Agencies that may read it")
        self.agencies.setPlaceholderText("Police, Health …")
        self.sharing.changed.connect(self._sharing_changed)
        self._build()
        self.hide()

    def add(self, agency_id: int | None, agency: str) -> None:
        """Open the bar for a new line of an agency."""
        self._line_id, self._agency_id = None, agency_id
        self._begin(f"{agency}, new line", "", Information.NOT_STATED, Sharing.ALL_PANEL, "")

    def mend(self, line: LineRecord) -> None:
        """Open the bar on a line."""
        self._line_id, self._agency_id = line.id, line.agency_id
        kind, sharing = Information(line.information), Sharing(line.sharing)
        named = ", ".join(line.shared_with)
        self._begin(f"{line.agency or 'Panel'}, mend", line.text, kind, sharing, named)

    def follow(self, item_id: int) -> None:
        """Close the bar where the room has turned, or may no longer see the line that it mends."""
        unseen = self._line_id is not None and self._revealed and not self.state.revealed
        if (item_id != self._item_id or unseen) and not self.isHidden():
            self.hide()
        self.veil.refresh()

    def take_refusal(self, refusal: Refusal) -> bool:
        """Show a refusal under the line."""
        self.error.say(refusal.message)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _begin(
        self, whose: str, text: str, kind: Information, sharing: Sharing, named: str
    ) -> None:
        self._item_id, self._revealed = self.state.item_id, self.state.revealed
        self.whose.setText(whose)
        self.text.setText(text)
        self.kind.set_value(kind)
        self.sharing.set_value(sharing)
        self.agencies.setText(named)
        self.error.say("")
        self._sharing_changed(sharing)
        self.veil.refresh(another=True)
        self.show()
        self.veil.hand.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _keep(self) -> None:
        if self._item_id is None or self._item_id != self.state.item_id:
            self._leave()
            return
        self.error.say("")
        shared_with = self._named() if self.sharing.value() == Sharing.NAMED_AGENCIES else ()
        if self.desk.attempt(self, self._record, shared_with):
            self._leave()
            self.state.refresh({"information_line"})

    def _record(self, shared_with: tuple[int, ...]) -> None:
        conduct, text = self.desk.workspace.conduct, self.text.text().strip()
        kind = Information(str(self.kind.value() or Information.NOT_STATED))
        sharing = Sharing(str(self.sharing.value() or Sharing.ALL_PANEL))
        if self._line_id is None:
            conduct.say(
                self._item_id,
                self._agency_id,
                text,
                information=kind,
                sharing=sharing,
                shared_with=shared_with,
            )
            return
        conduct.change_line(
            self._line_id,
            text=text,
            information=kind.value,
            sharing=sharing.value,
            shared_with=shared_with,
        )

    def _named(self) -> tuple[int, ...]:
        agencies = self.desk.workspace.read.agencies()
        book = agency_book(
            AgencyRef(one.id, one.name, (one.short_name,) if one.short_name else ())
            for one in agencies
        )
        return tuple(found.items[0].id for found in book.all_in(self.agencies.text()))

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def _sharing_changed(self, sharing: object) -> None:
        self.agencies.setVisible(sharing == Sharing.NAMED_AGENCIES)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        row = FlowLayout(gap=8)
        for part in (self.kind, self.sharing, self.agencies):
            row.addWidget(part)
        column.addWidget(self.whose)
        column.addWidget(self.text)
        column.addLayout(row)
        column.addWidget(self.error)
        column.addWidget(SoftLabel("Enter keeps · Esc leaves it as it is", wrap=False))
