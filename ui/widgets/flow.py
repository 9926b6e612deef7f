"""A layout that wraps like words do, and the row of tags made with it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.tag import Tag, tag_size


class FlowLayout(QLayout):
    """Lays widgets side by side and wraps to the next line where the width ends."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, line_gap: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._gap, self._line_gap = gap, line_gap
        self.least: Callable[[], int] = int
        """The height that is kept where nothing is shown."""
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not _takes_no_room(item)]
        width = sum(size.width() for size in shown) + self._gap * max(len(shown) - 1, 0)
        height = max((size.height() for size in shown), default=self.least())
        return self._with_margins(QSize(width, height))

    def minimumSize(self) -> QSize:
        least = QSize(0, self.least())
        for item in self._items:
            least = least.expandedTo(item.minimumSize())
        return self._with_margins(least)

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        inside = rect.marginsRemoved(margins)
        lines = self._lines(max(inside.width(), 1))
        top = inside.top()
        for line in lines:
            height = max(size.height() for _, size in line)
            left = inside.left()
            for item, size in line:
                if move:
                    drop = (height - size.height()) // 2
                    # The item itself would hold a tag that wraps to the height of one line.
                    place = item.widget() or item
                    place.setGeometry(QRect(QPoint(left, top + drop), size))
                left += size.width() + self._gap
            top += height + self._line_gap
        if move:
            for item in filter(_takes_no_room, self._items):
                item.setGeometry(QRect())
        used = top - inside.top() - self._line_gap if lines else self.least()
        return used + margins.top() + margins.bottom()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = width + 1
        for item in self._items:
            if _takes_no_room(item):
                continue
            size = _size_within(item, width)
            if used + self._gap + size.width() > width:
                lines.append([])
                used = -self._gap
            lines[-1].append((item, size))
            used += self._gap + size.width()
        return lines


def empty(layout: QLayout) -> None:
    """Take all widgets out of a layout; they are deleted."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def in_a_row(widgets: Iterable[QWidget], *, above: int = 0) -> QWidget:
    """Widgets side by side that wrap where the width ends, with some room above them."""
    holder, flow = QWidget(), FlowLayout(gap=8)
    for widget in widgets:
        flow.addWidget(widget)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, above, 0, 0)
    column.addLayout(flow)
    return holder


class Chips(QWidget):
    """A row of tags that wraps; give (words, kind) pairs, or plain words.

    Where tags come and go while somebody types, `stays` keeps the room that they took, a row at
    least, until `settle`.
    """

    def __init__(
        self, tags: Iterable[tuple[str, str] | str] = (), name: str = "", *, stays: bool = False
    ) -> None:
        super().__init__()
        self._tags: list[Tag] = []
        self._shown = 0
        self._flow = FlowLayout(self, gap=6)
        self._tallest = 0
        if stays:
            self._flow.least = lambda: max(tag_size("").height(), self._tallest)
        self._name = name
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_tags(tags)

    def show_tags(self, tags: Iterable[tuple[str, str] | str]) -> None:
        """Show these tags; widgets already there are used again, so that nothing flickers."""
        wanted = [(tag, "plain") if isinstance(tag, str) else tag for tag in tags]
        for words, kind in wanted[len(self._tags) :]:
            tag = Tag(words, kind, self)
            self._tags.append(tag)
            self._flow.addWidget(tag)
        # A tag not needed says nothing and takes no room; hiding or showing it would lay the whole
        # window out each time.
        spare = [("", "plain")] * (len(self._tags) - len(wanted))
        for tag, (words, kind) in zip(self._tags, [*wanted, *spare], strict=True):
            tag.say(words, kind)
        self._shown = len(wanted)
        said = ", ".join(words for words, _ in wanted)
        self.setAccessibleName(f"{self._name}: {said}" if self._name and said else said)
        self.updateGeometry()

    def settle(self) -> None:
        """Take no more room than what is shown."""
        if self._tallest > tag_size("").height():
            self._tallest = 0
            self._flow.invalidate()
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._tallest = 0
        self._tallest = max(self._tallest, event.size().height())

    def words(self) -> tuple[str, ...]:
        """Give what the tags say now."""
        return tuple(tag.text() for tag in self._tags if tag.text())


def _takes_no_room(item: QLayoutItem) -> bool:
    widget = item.widget()
    return item.isEmpty() or isinstance(widget, Tag) and not widget.text()


def _size_within(item: QLayoutItem, width: int) -> QSize:
    size = item.sizeHint().expandedTo(item.minimumSize())
    if size.width() <= width:
        return size
    height = item.heightForWidth(width) if item.hasHeightForWidth() else size.height()
    return QSize(width, height)
