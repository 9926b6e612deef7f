"""The card that asks what one column must say, and the tags of what is asked."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from models.errors import Refusal
from models.records.tracker import Filter, TrackedChild
from models.rules.tracker.columns import Kind, TrackerColumn, value_of
from models.rules.tracker.filters import plainly, says_nothing
from ui.desk import Desk
from ui.forms import Form
from ui.pages.records.dates import day_that_was
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.date_edit import DateEdit
from ui.widgets.flow import FlowLayout, in_a_row
from ui.widgets.labels import SoftLabel

MOST_WORDS = 60
"""Different words of a column that are offered to be ticked; more are found by a part of them."""
MOST_LINES = 6
FEW = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
WORD = Qt.ItemDataRole.UserRole
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class FilterCard(Card):
    """What one column must say; `asked` carries the filter, or the column's key for none."""

    asked = Signal(object, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__("Filter")
        self._column: TrackerColumn | None = None
        self.words, self.part = QListWidget(), QLineEdit()
        self.first, self.last = (DateEdit(day_that_was(desk), one) for one in ("From", "To"))
        self.least, self.most = QLineEdit(), QLineEdit()
        self.empty, self.filled = (
            QCheckBox("Those of which it says nothing"),
            QCheckBox("Only where it says something"),
        )
        self.form = Form("Filter")
        self._build()
        self.hide()

    def ask(
        self, column: TrackerColumn, children: Sequence[TrackedChild], asked: Filter | None
    ) -> None:
        """Ask for a column, with what is asked of it now."""
        self._column, now = column, asked or Filter(column.key)
        self.say(f"Filter by {column.title}", "Enter shows them, Esc leaves it as it is.")
        self.form.clear_errors()
        offered = self._offer(column, children, now)
        rows = {
            "words": offered,
            "part": column.kind not in (Kind.DAY, Kind.NUMBER),
            "first": column.kind is Kind.DAY,
            "last": column.kind is Kind.DAY,
            "least": column.kind is Kind.NUMBER,
            "most": column.kind is Kind.NUMBER,
        }
        for name, shown in rows.items():
            self.form.show_row(name, shown)
        self.part.setText(now.part)
        bounds = (now.least, now.most)
        for day, number, bound in zip(
            (self.first, self.last), (self.least, self.most), bounds, strict=True
        ):
            day.set_value(None if isinstance(bound, int) else bound)
            number.setText(str(bound) if isinstance(bound, int) else "")
        self.empty.setChecked(now.empty)
        self.filled.setChecked(now.filled)
        self.show()
        first = next(name for name, shown in rows.items() if shown)
        self.form.field(first).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # What is typed over the words is a part of them: nothing is ticked by a letter.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            typed = event.text()
            if typed.strip() and typed.isprintable() and not event.modifiers() & COMMANDS:
                self.part.setFocus(Qt.FocusReason.OtherFocusReason)
                self.part.insert(typed)
                return True
        return super().eventFilter(watched, event)

    def take(self) -> None:
        """Show those of whom the column says what is asked."""
        if self._column is None:
            return
        try:
            asked = self._read(self._column.key)
        except Refusal as refusal:
            self.form.clear_errors()
            self.form.take_refusal(refusal)
            return
        self.hide()
        nothing = asked == Filter(self._column.key)
        self.asked.emit(None if nothing else asked, self._column.key)

    def take_away(self) -> None:
        """Ask nothing of this column any more."""
        if self._column is not None:
            self.hide()
            self.asked.emit(None, self._column.key)

    def leave(self) -> None:
        """Leave what is asked as it is."""
        self.hide()
        if self._column is not None:
            self.asked.emit(False, self._column.key)

    def _read(self, key: str) -> Filter:
        items = (self.words.item(at) for at in range(self.words.count()))
        words = tuple(one.data(WORD) for one in items
                      if one.checkState() == Qt.CheckState.Checked)  # fmt: skip
        for name, day in (("first", self.first), ("last", self.last)):
            if day.text() and day.value() is None:
                raise Refusal("Write it as 3 March 2026.", name)
        least = self.first.value() or _number(self.least, "least")
        most = self.last.value() or _number(self.most, "most")
        return Filter(
            key, words, self.part.text().strip(), least, most,
            self.empty.isChecked(), self.filled.isChecked(),
        )  # fmt: skip

    def _offer(self, column: TrackerColumn, children: Sequence[TrackedChild], now: Filter) -> bool:
        """List the words of a column where they are few; gives whether they are."""
        self.words.clear()
        if column.kind in (Kind.DAY, Kind.NUMBER):
            return False
        counted: Counter[str] = Counter()
        for child in children:
            value = value_of(child, column.key)
            if isinstance(value, tuple):
                counted.update(value)
            elif not says_nothing(value):
                counted[plainly(value)] += 1
            if len(counted) > MOST_WORDS:
                return False
        for word in sorted({*counted, *now.words}, key=str.casefold):
            item = QListWidgetItem(f"{word}  ({counted[word]})", self.words)
            item.setData(WORD, word)
            item.setFlags(FEW)
            item.setCheckState(
                Qt.CheckState.Checked if word in now.words else Qt.CheckState.Unchecked
            )
        lines = min(max(self.words.count(), 1), MOST_LINES)
        self.words.setFixedHeight(max(self.words.sizeHintForRow(0), 1) * lines + 6)
        return bool(counted or now.words)

    def _build(self) -> None:
        self.words.setAccessibleDescription("Space ticks a word; letters ask for a part of one.")
        self.words.installEventFilter(self)
        for name, label, widget in (
            ("words", "One of", self.words),
            ("part", "Contains", self.part),
            ("first", "From", self.first),
            ("last", "To", self.last),
            ("least", "At least", self.least),
            ("most", "At most", self.most),
            ("empty", "Empty", self.empty),
            ("filled", "Not empty", self.filled),
        ):
            widget.setAccessibleName(label)
            self.form.row(name, label, widget)
        self.add(self.form)
        self.add(in_a_row((
            button("Show these", self.take, "primary"),
            button("Take this filter away", self.take_away),
            button("Leave it", self.leave),
        ), above=4))  # fmt: skip


def _number(line: QLineEdit, name: str) -> int | None:
    said = line.text().strip()
    if said and not said.isdigit():
        raise Refusal("Enter a whole number.", name)
    return int(said) if said else None


def filter_tag(words: str, take_away: object) -> QWidget:
    """What is asked, as a button that takes it away."""
    made = button(f"{words}  ✕", take_away, "quiet")  # type: ignore[arg-type]
    made.setAccessibleName(f"Take away the filter {words}")
    return made


class FilterTags(QWidget):
    """Everything that is asked of columns, each taken away by pressing it."""

    taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Filters in force")
        self._flow = FlowLayout(self, gap=6)
        self._flow.addWidget(SoftLabel("Only", wrap=False))
        self._made: list[QWidget] = []
        self.hide()

    def show_filters(self, told: Sequence[tuple[str, str]]) -> None:
        """Show these: a key, and what is asked in words."""
        for one in self._made:
            self._flow.removeWidget(one)
            one.hide()
            one.deleteLater()
        self._made = [filter_tag(words, lambda key=key: self.taken.emit(key))
                      for key, words in told]  # fmt: skip
        for one in self._made:
            self._flow.addWidget(one)
            one.show()
        self.setVisible(bool(told))
