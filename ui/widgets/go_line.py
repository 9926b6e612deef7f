"""A line that leads to a thing: words that wrap, soft words, a tag, pressed by click or Enter."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui import look
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel, Words
from ui.widgets.tag import Tag

TAG = 90
"""Least width of a tag at 100 %, a day's, so that the words of a card begin under each other."""
DRESSED = (QEvent.Type.StyleChange, QEvent.Type.FontChange)
STEPS = {Qt.Key.Key_Down: True, Qt.Key.Key_Up: False}


class GoLine(QAbstractButton):
    """One line of a card; `clicked` says that it was chosen. Up and Down go to its neighbours."""

    def __init__(self, words: str, soft: str = "", tag: str = "", kind: str = "plain") -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        said = (part.rstrip(".") for part in (tag, words, soft) if part)
        self.setAccessibleName(". ".join(said) + "." * soft.endswith("."))
        self.tag = Tag(tag, kind) if tag else None
        self._build(words, soft)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif Qt.Key(event.key()) in STEPS:
            self.focusNextPrevChild(STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        the_look, painter = look.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse():
            painter.setBrush(the_look.colour("hover"))
            painter.drawRoundedRect(self.rect(), 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(the_look.colour("accent"))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in DRESSED:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        """Give the tag the room of a day at the present text size."""
        if self.tag is not None:
            self.tag.setMinimumWidth(look.current().px(TAG))

    def _build(self, words: str, soft: str) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(10)
        if self.tag is not None:
            self._fit()
            row.addWidget(self.tag, 0, Qt.AlignmentFlag.AlignTop)
        flow = FlowLayout(gap=8, line_gap=0)
        flow.addWidget(Words(words))
        if soft:
            flow.addWidget(SoftLabel(soft))
        row.addLayout(flow, 1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
