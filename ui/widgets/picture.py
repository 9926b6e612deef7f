"""A picture that takes the width there is, and is said in words."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy


class Picture(QLabel):
    """A picture that takes the width there is; its words are the accessible name."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_png(self, png: bytes, words: str) -> None:
        """Show a picture."""
        self._whole = QPixmap()
        self._whole.loadFromData(png)
        self.setAccessibleName(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._whole.isNull() or self.width() < 2:
            return
        width = min(self.width(), self._whole.width())
        smooth = Qt.TransformationMode.SmoothTransformation
        shown = self._whole.scaledToWidth(width, smooth)
        self.setPixmap(shown)
        self.setFixedHeight(shown.height())
