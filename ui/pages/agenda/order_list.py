"""The running order: two lines for each item, moved by Alt with the arrows or by dragging."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QMimeData, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from models.marks import SubjectKind
from models.records.item import ItemRow
from ui import look
from ui.pages.agenda.nobody import NOBODY
from ui.widgets.lines import LINE_ROLE, Index, Line, LineDelegate
from ui.widgets.row_list import RowList

ITEM_MIME = "application/x-macedesk-item"
POOL_MIME = "application/x-macedesk-proposed"
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class TwoLineDelegate(LineDelegate):
    """Paints the words with their figure; below them the soft words, then the mark in its tint."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Line = index.data(LINE_ROLE)
        if line.heading:
            return super().sizeHint(option, index)
        the_look = look.current()
        small = the_look.metrics(12).height() if line.soft else 0
        return QSize(the_look.px(60), the_look.metrics(self.size).height() + small + 12)

    def _paint_line(self, painter: QPainter, rect: QRect, line: Line, chosen: bool) -> None:
        the_look = look.current()
        first = QRect(rect.left(), rect.top() + 6, rect.width(), the_look.metrics().height())
        bare = Line(line.key, line.words, right=line.right)
        super()._paint_line(painter, first, bare, chosen)
        metrics = the_look.metrics(12)
        left, right = rect.left() + 10, rect.right() - 8
        for words, token in ((line.soft, "soft"), (line.mark, line.kind or "soft")):
            place = QRect(left, first.bottom() + 1, right - left, metrics.height())
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            painter.setFont(the_look.font(12))
            painter.setPen(the_look.colour(token))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
            left += metrics.horizontalAdvance(f"{shown} ")


class DraggedList(RowList):
    """A list whose lines can be picked up with the mouse; keys do the same."""

    mime = ITEM_MIME

    def __init__(self, name: str) -> None:
        super().__init__(name, bare=False)
        self.delegate = TwoLineDelegate()
        self.setItemDelegate(self.delegate)
        self._pressed: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        held = event.buttons() & Qt.MouseButton.LeftButton
        far = QApplication.startDragDistance()
        moved = event.position().toPoint() - (self._pressed or QPoint())
        if held and self._pressed is not None and moved.manhattanLength() >= far:
            self._pressed = None
            self._pick_up()
        elif not held:
            super().mouseMoveEvent(event)

    def _pick_up(self) -> None:
        key = self.current_key()
        if key is None:
            return
        data, drag = QMimeData(), QDrag(self)
        data.setData(self.mime, str(key).encode())
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.MoveAction)


class OrderList(DraggedList):
    """Items under their sections; an item moves within its own section only."""

    moved = Signal(int, int)
    """Item id and its new place within its section, from 0."""
    dropped_in = Signal(int)
    """Subject id of a proposed subject that was dropped here."""
    removal = Signal(int)

    def __init__(self) -> None:
        super().__init__("Running order")
        self.setAcceptDrops(True)
        self._rows: tuple[ItemRow, ...] = ()
        self._line_at: int | None = None

    def show_order(
        self,
        order: Sequence[ItemRow],
        names: Mapping[str, str],
        soft: Mapping[int, tuple[str, bool]],
        *,
        initials: bool,
    ) -> None:
        """Show the items; `soft` gives each its words and whether it is ready."""
        self._rows = tuple(order)
        lines: list[Line] = []
        section = None
        for row in order:
            if row.section != section:
                section = row.section
                count = sum(one.section == section for one in order)
                words = f"{names.get(section, 'Other items')}  {count}"
                lines.append(Line(f"section {section}", words, heading=True))
            lines.append(_line(row, soft.get(row.id, ("", True)), initials))
        self.show_lines(lines)

    def shift(self, by: int) -> None:
        """Move the item where the list stands one place up (-1) or down (1) in its section."""
        row = self._current()
        if row is None:
            return
        section = [one for one in self._rows if one.section == row.section]
        place = section.index(row) + by
        if 0 <= place < len(section):
            self.moved.emit(row.id, place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shift(step)
        elif event.key() == Qt.Key.Key_Delete and self._current() is not None:
            self.removal.emit(self._current().id)  # type: ignore[union-attr]
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(ITEM_MIME) or event.mimeData().hasFormat(POOL_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._line_at = self._top_of_gap(event.position().toPoint())
        self.viewport().update()
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._line_at = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._line_at = None
        self.viewport().update()
        data = event.mimeData()
        event.acceptProposedAction()
        if data.hasFormat(POOL_MIME):
            self.dropped_in.emit(int(bytes(data.data(POOL_MIME).data())))
        elif data.hasFormat(ITEM_MIME):
            self._drop(int(bytes(data.data(ITEM_MIME).data())), event.position().toPoint())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._line_at is not None:
            painter = QPainter(self.viewport())
            painter.setPen(look.current().colour("accent"))
            painter.drawLine(6, self._line_at, self.viewport().width() - 6, self._line_at)
            painter.end()

    def _drop(self, item_id: int, at: QPoint) -> None:
        row = next((one for one in self._rows if one.id == item_id), None)
        if row is None:
            return
        others = [one for one in self._rows if one.section == row.section and one.id != item_id]
        place = sum(self._middle(one.id) < at.y() for one in others)
        if [*others[:place], row, *others[place:]] != [
            one for one in self._rows if one.section == row.section
        ]:
            self.moved.emit(item_id, place)

    def _middle(self, item_id: int) -> int:
        return self.visualRect(self.lines.index(self.lines.row_of(item_id))).center().y()

    def _top_of_gap(self, at: QPoint) -> int | None:
        index = self.indexAt(at)
        if not index.isValid():
            return None
        rect = self.visualRect(index)
        return rect.top() if at.y() < rect.center().y() else rect.bottom()

    def _current(self) -> ItemRow | None:
        key = self.current_key()
        return next((one for one in self._rows if one.id == key), None)


def _line(row: ItemRow, soft: tuple[str, bool], initials: bool) -> Line:
    words, ready = soft
    name = row.initials if initials else row.label
    minutes = f"{row.planned_minutes} min" if row.planned_minutes else "together"
    slot = f"{row.slot:%H:%M}" if row.slot else ""
    told = " · ".join(part for part in (slot, row.kind, row.presenter or _nobody(row)) if part)
    return Line(
        row.id,
        f"{row.reference}  {name}",
        mark=f"· {words}" if words else "",
        soft=told,
        right=minutes,
        kind="" if ready else "medium",
        said=f"{row.reference} {name}, {told}, {words}, {minutes}",
    )


def _nobody(row: ItemRow) -> str:
    """That a child's item waits for somebody to present it."""
    return NOBODY if row.subject_kind == SubjectKind.CHILD else ""
