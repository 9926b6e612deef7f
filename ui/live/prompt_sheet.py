"""The chair's prompts for this kind of item: in order, ticked as covered, the next one by key."""

from collections.abc import Hashable
from dataclasses import replace

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QStyleOptionViewItem

from models.records.item import ItemRecord, PromptRecord
from models.rules import prompts as rule
from ui import look
from ui.desk import Desk
from ui.live.ask_bar import AskBar
from ui.live.ledger import focus_of
from ui.live.state import RoomState
from ui.widgets.card import Card
from ui.widgets.labels import KeyHint, SectionHeading, Words
from ui.widgets.lines import Index, Line, LineDelegate
from ui.widgets.row_list import RowList

MARKS = {rule.COVERED: "✓", rule.RECORDED: "✓", rule.PASSED: "–", "": "○"}
HINT = "Space ticks · Enter passes it over"
KEY, ROW_GAP, LEAST_ROWS, MARK = "F3", 4, 2, 18


class PromptSheet(Card):
    """A line for each prompt; what is ticked and what stands in the record is covered."""

    left = Signal()
    """The hand has done with the prompts."""

    def __init__(self, desk: Desk, state: RoomState, bar: AskBar) -> None:
        super().__init__()
        self.desk, self.state, self.bar = desk, state, bar
        self._prompts: tuple[PromptRecord, ...] = ()
        self._item_id: int | None = None
        self.heading, self.list = SectionHeading(), PromptList()
        self.whole, self.hint = Words("", "soft"), Words(HINT, "small")
        self.open = Words("", "soft")
        self.body.setContentsMargins(10, 6, 2, 6)
        self.body.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(KeyHint(KEY, "Next prompt"))
        head.setContentsMargins(0, 0, 8, 0)
        self.body.addLayout(head)
        for part in (self.list, self.whole, self.hint):
            self.add(part)
        self.closing = SectionHeading("Before you close")
        self.add(self.closing)
        self.add(self.open)
        self.list.chosen.connect(self._tell)
        self.list.ticked.connect(self._tick)
        self.list.opened.connect(self._pass_over)
        self.list.left.connect(self.left)
        self.list.setFixedHeight(self.list.row_height())
        self.list.handed.connect(self._in_hand)
        self._in_hand(False)

    @property
    def in_hand(self) -> bool:
        """Whether the hand is in the prompts."""
        return self.window().focusWidget() is self.list

    def refill(self, item: ItemRecord | None) -> None:
        """Show an item's prompts, the next one in sight."""
        self._prompts = item.prompts if item is not None else ()
        another = item is None or item.row.id != self._item_id
        self._item_id = item.row.id if item is not None else None
        done = f"covered {rule.covered(self._prompts)} of {len(self._prompts)}"
        self.heading.setText(f"Prompts  {done}")
        self.setAccessibleName(f"Prompts, {done}")
        self.list.setAccessibleName(f"Prompts, {done}")
        following = rule.following(self._prompts)
        self.list.show_lines([_line(one, one is following) for one in self._prompts])
        self._tell_open(item)
        if another and self.in_hand:
            self.left.emit()
        if not self.in_hand:
            self.stand_nowhere()

    def jump(self) -> None:
        """Stand on the next prompt that is not covered, after the one in hand."""
        here = self._here()
        following = rule.following(self._prompts, here.code if here and self.in_hand else None)
        focus_of(self.list)
        self.list.stand_on(following.code if following is not None else None)
        self._tell(self.list.current_key())

    def fit(self, most: int) -> None:
        """Show as many whole rows as fit into a height, the next few at least."""
        rest = self.body.totalHeightForWidth(self.width()) - self.list.minimumHeight()
        row = self.list.row_height()
        rows = min(max((most - rest) // row, LEAST_ROWS), len(self._prompts))
        tall = rows * row + 2
        if (self.list.minimumHeight(), self.minimumHeight()) != (tall, rest + tall):
            self.list.setFixedHeight(tall)
            self.setFixedHeight(rest + tall)

    def be_short(self, short: bool) -> None:
        """Leave what is open to the question at the end, where the height is dear."""
        self.closing.setVisible(not short)
        self.open.setVisible(not short)

    def _tick(self, key: Hashable) -> None:
        one = self._of(key)
        if one is None or one.state == rule.RECORDED:
            return
        cover = self.desk.workspace.conduct.cover
        tick = one.state != rule.COVERED
        if self.desk.attempt(self, cover, self.state.item_id, one.code, tick):
            self.state.refresh({"prompt_answer"})
            if tick:
                self.jump()

    def _pass_over(self, key: Hashable) -> None:
        one, item_id = self._of(key), self.state.item_id
        if one is None or item_id is None:
            return

        def answer(text: str, _key: Hashable | None) -> bool:
            if not text:
                self.bar.refuse("Give the reason.")
                return False
            cover = self.desk.workspace.conduct.cover
            done = self.desk.attempt(self.bar, cover, item_id, one.code, False, text)
            if done:
                self.state.refresh({"prompt_answer"})
            return done

        self.bar.ask(f"“{rule.short(one.label)}”: why is it passed over?", answer)

    def _in_hand(self, there: bool) -> None:
        self.whole.setVisible(there)
        self.hint.setVisible(there)
        if not there:
            self.stand_nowhere()
        self.updateGeometry()

    def stand_nowhere(self) -> None:
        """Leave every row, the next prompt in sight."""
        following = rule.following(self._prompts)
        self.list.leave()
        self.list.show_row_of(following.code if following else None)

    def _tell_open(self, item: ItemRecord | None) -> None:
        required = item.required if item is not None else ()
        left = [one.words for one in required if not one.stands]
        # Held together so that no point parts from its mark at the end of a line.
        marked = [f"○ {words}".replace(" ", "\u00a0") for words in left]
        self.open.setText("   ".join(marked) if left else "✓ Everything stands.")
        said = ", ".join(left) or "nothing"
        self.open.setAccessibleName(f"Open before the item closes: {said}")

    def _tell(self, key: Hashable | None) -> None:
        one = self._of(key)
        why = f" Passed over: {self.state.masked(one.reason)}" if one and one.reason else ""
        self.whole.setText(f"{one.label}.{why}" if one else "")

    def _here(self) -> PromptRecord | None:
        return self._of(self.list.current_key())

    def _of(self, key: Hashable | None) -> PromptRecord | None:
        return next((one for one in self._prompts if one.code == key), None)


class PromptList(RowList):
    """Rows close together; Space ticks, Enter opens, Escape leaves."""

    left = Signal()
    handed = Signal(bool)
    """The hand came into the list, or left it."""

    def __init__(self) -> None:
        super().__init__("Prompts")
        self.delegate = CloseDelegate()
        self.setItemDelegate(self.delegate)

    def row_height(self) -> int:
        """Give the height of one row."""
        return look.current().metrics(self.delegate.size).height() + ROW_GAP

    def show_row_of(self, key: Hashable | None) -> None:
        """Scroll so that a row is seen with those that follow."""
        row = self.lines.row_of(key) if key is not None else -1
        if row >= 0:
            self.scrollTo(self.lines.index(max(row - 1, 0)), RowList.ScrollHint.PositionAtTop)

    def stand_on(self, key: Hashable | None) -> None:
        """Stand on a row, else where the list stood, else on the first."""
        row = self.lines.row_of(key) if key is not None else -1
        if self.lines.rowCount():
            self._stand(row if row >= 0 else max(self.currentIndex().row(), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.stand_on(None)
        self.handed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.handed.emit(self.window().focusWidget() is self)


class CloseDelegate(LineDelegate):
    """A line without the air between: many are to be seen at once."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        the_look = look.current()
        return QSize(the_look.px(60), the_look.metrics(self.size).height() + ROW_GAP)

    def _paint_line(self, painter: QPainter, rect: QRect, line: Line, chosen: bool) -> None:
        """The words begin under each other, whatever the mark."""
        the_look = look.current()
        painter.setFont(the_look.font(self.size))
        painter.setPen(the_look.colour("soft"))
        wide = the_look.px(MARK)
        place = QRect(rect.left() + 6, rect.top(), wide, rect.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, line.mark)
        words = replace(line, mark="")
        super()._paint_line(painter, rect.adjusted(wide, 0, 0, 0), words, chosen)


def _line(one: PromptRecord, following: bool) -> Line:
    said = f"{one.label}, {one.state or 'open'}{', next' if following else ''}"
    mark, words = "▸" if following else MARKS[one.state], rule.short(one.label)
    if one.state:
        return Line(one.code, "", mark=mark, soft=words, said=said)
    return Line(one.code, words, mark=mark, said=said)
