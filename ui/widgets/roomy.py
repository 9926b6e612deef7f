"""A place that scrolls when its content needs more height than there is, and never pushes."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QVBoxLayout, QWidget

from ui import look

LEAST = 160


class Roomy(QScrollArea):
    """Holds one widget as wide as there is room; asks for little height itself."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        inside.setProperty("look", "clear")
        self.setWidget(inside)

    def minimumSizeHint(self) -> QSize:
        return QSize(look.current().px(LEAST), look.current().px(LEAST))


def under_each_other(*parts: QWidget | QLayout) -> Roomy:
    """Parts that scroll as one where they need more height; the last has the room that is left."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for part in parts:
        room = int(part is parts[-1])
        if isinstance(part, QLayout):
            column.addLayout(part, room)
        else:
            column.addWidget(part, room)
    return Roomy(inside)
