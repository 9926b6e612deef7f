"""Tags: a few words on a tinted ground, painted alike in pages and in tables."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import look
from ui.look.tokens import KINDS

SIDE, TOP, ROUND = 10, 3, 4


class Tag(QLabel):
    """A tag of one kind: plain, accent, high, medium or low; the words carry the meaning."""

    def __init__(self, text: str = "", kind: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = "plain"
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say(text, kind)

    def say(self, text: str, kind: str | None = None) -> None:
        """Show other words, of another kind if given; an unknown kind raises KeyError."""
        if kind is not None and kind != self.kind:
            self.kind = _known(kind)
            self.update()
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return tag_size(self.text(), self.kind)

    def minimumSizeHint(self) -> QSize:
        widest = max((tag_size(w, self.kind).width() for w in self.text().split()), default=0)
        return QSize(min(widest, self.sizeHint().width()), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        inside = QRect(0, 0, max(width - 2 * SIDE + 4, 1), 10_000)
        flags = _wrapping(self.text(), self.kind, inside.width())
        return _metrics(self.kind).boundingRect(inside, flags, self.text()).height() + 2 * TOP

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_tag(painter, self.rect(), self.text(), self.kind)
        painter.end()


def tag_size(text: str, kind: str = "plain") -> QSize:
    """Give the size of a tag on one line, in pixels."""
    metrics = _metrics(kind)
    return QSize(metrics.horizontalAdvance(text) + 2 * SIDE + 1, metrics.height() + 2 * TOP)


def within(words: str, kind: str, width: int) -> str:
    """Give a tag's words as far as a tag of that width shows them on one line."""
    return _metrics(kind).elidedText(words, Qt.TextElideMode.ElideRight, width - 2 * (SIDE - 2))


def paint_tag(painter: QPainter, rect: QRect, text: str, kind: str = "plain") -> None:
    """Paint a tag into a rectangle, with the colours of its kind."""
    ink, ground = KINDS[kind]
    the_look = look.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(the_look.colour(ground))
    painter.drawRoundedRect(rect, ROUND, ROUND)
    painter.setPen(the_look.colour(ink))
    painter.setFont(the_look.font(12, _weight(kind)))
    inside = rect.adjusted(SIDE - 2, 0, 2 - SIDE, 0)
    flags = _wrapping(text, kind, inside.width()) | Qt.AlignmentFlag.AlignCenter
    painter.drawText(inside, flags, text)


def _wrapping(text: str, kind: str, width: int) -> int:
    """Lines break between words; within one only where it alone is wider than the tag."""
    metrics, flags = _metrics(kind), int(Qt.TextFlag.TextWordWrap)
    if metrics.horizontalAdvance(text) <= width:
        return flags
    broken = any(metrics.horizontalAdvance(word) > width for word in text.split())
    return flags | int(Qt.TextFlag.TextWrapAnywhere) if broken else flags


def _metrics(kind: str) -> QFontMetrics:
    return look.current().metrics(12, _weight(kind))


def _weight(kind: str) -> int:
    return 400 if kind == "plain" else 600


def _known(kind: str) -> str:
    KINDS[kind]
    return kind
