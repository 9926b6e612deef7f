"""A small live picture of the panel display, for a chair whose display is out of sight."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ui import look
from ui.live.panel_display import PanelDisplay
from ui.widgets.labels import SoftLabel

WIDTH, GAP, EACH_MS = 272, 6, 1_000
TITLE = "On the panel display now"


class Preview(QFrame):
    """Lies over the room's corner and moves nothing; it shows what the display shows, no more."""

    def __init__(
        self, page: QWidget, over: QWidget, shown: Callable[[], PanelDisplay | None]
    ) -> None:
        super().__init__(page)
        self._page, self._over, self._shown = page, over, shown
        self.setProperty("look", "card")
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.setSpacing(4)
        column.addWidget(SoftLabel(f"{TITLE} · Shift+F9", wrap=False))
        column.addWidget(self.picture)
        self._each = QTimer(self)
        self._each.setInterval(EACH_MS)
        self._each.timeout.connect(self.take)
        self.hide()

    def toggle(self) -> None:
        """Show the picture, or take it away."""
        if self.isVisible():
            self.leave()
            return
        self.show()
        self.take()
        self.raise_()
        self._each.start()

    def leave(self) -> None:
        """Take the picture away."""
        self._each.stop()
        self.hide()
        self.picture.clear()

    def follow(self) -> None:
        """The display has changed: no picture of what it showed before may stand."""
        if self.isVisible():
            self.take()

    def take(self) -> None:
        """Take the picture now."""
        display = self._shown()
        if display is None:
            self.leave()
            return
        width = look.current().px(WIDTH)
        smooth = Qt.TransformationMode.SmoothTransformation
        self.picture.setPixmap(display.grab().scaledToWidth(width, smooth))
        self.setAccessibleName(f"{TITLE}: {display.spoken}")
        self.place()

    def place(self) -> None:
        """Stand over the capture bar, at the right."""
        bar, wanted = self._over.rect(), self.sizeHint()
        bar.moveTo(self._over.mapTo(self.parentWidget(), bar.topLeft()))
        top = max(GAP, bar.top() - GAP - wanted.height())
        self.setGeometry(
            bar.right() - wanted.width() + 1, top, wanted.width(), min(wanted.height(), bar.top())
        )
