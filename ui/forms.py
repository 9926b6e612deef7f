"""Labels and fields in rows that never clip: beside each other where there is room, else above."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from models.errors import Refusal
from ui import look
from ui.widgets.in_sight import bring_into_sight
from ui.widgets.labels import InlineError, SectionHeading, Words, set_look


class FormRow:
    """One field with its label, its hint, and the place of its error."""

    def __init__(
        self, name: str, label: str, field: QWidget, hint: str, below: QWidget | None
    ) -> None:
        self.name, self.field, self.below = name, field, below
        self.label = Words(label, "soft")
        self.hint = Words(hint, "small")
        if not hint:
            self.hint.hide()
        self.error = InlineError()
        self.label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(label)
        if hint and not field.accessibleDescription():
            field.setAccessibleDescription(hint)

    def settle(self) -> None:
        """Take its error away: another attempt follows, or the field says something else now."""
        if self.error.text():
            self.error.say("")
            set_look(self.field, "", "wrong")


class Form(QWidget):
    """Rows of label and field; refusals appear under the field they speak of."""

    STACK_BELOW = 620
    """Width at 100 % under which labels stand above their fields."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._rows: list[FormRow | SectionHeading] = []
        self._stacked = False
        self.general = InlineError()

    def row(
        self, name: str, label: str, field: QWidget, hint: str = "", below: QWidget | None = None
    ) -> QWidget:
        """Add a row and give its field back; `name` is what refusals call the field.

        `below` stands right under the field.
        """
        made = FormRow(name, label, field, hint, below)
        policy = field.sizePolicy()
        if policy.horizontalPolicy() != QSizePolicy.Policy.Maximum:
            policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
            field.setSizePolicy(policy)
        self._rows.append(made)
        for part in (field, *field.findChildren(QWidget)):
            _when_mended(part, made.settle)
        self._arrange()
        return field

    def section(self, text: str) -> None:
        """Add a quiet heading over the rows that follow."""
        self._rows.append(SectionHeading(text))
        self._arrange()

    def field(self, name: str) -> QWidget:
        """Give the field of a name; KeyError where there is none."""
        return self._row(name).field

    def label_of(self, name: str) -> QLabel:
        """Give the label of a field; KeyError where there is none."""
        return self._row(name).label

    def show_row(self, name: str, shown: bool) -> None:
        """Show or hide a row with all that belongs to it."""
        row = self._row(name)
        row.label.setVisible(shown)
        row.field.setVisible(shown)
        row.hint.setVisible(shown and bool(row.hint.text()))
        row.error.setVisible(shown and bool(row.error.text()))

    def take_refusal(self, refusal: Refusal, *, go: bool = True) -> bool:
        """Show a refusal under its field and go there; False where the field is not here.

        Without `go` the keyboard stays where it is: what is typed there is another field's.
        """
        for row in self._rows:
            if isinstance(row, FormRow) and row.name == refusal.field:
                row.error.say(refusal.message)
                set_look(row.field, "true", "wrong")
                if go:
                    row.field.setFocus(Qt.FocusReason.OtherFocusReason)
                    bring_into_sight(row.error)
                return True
        if refusal.field is None and self._rows:
            self.general.say(refusal.message)
            bring_into_sight(self.general)
            return True
        return False

    def clear_errors(self) -> None:
        """Take all errors away, before the next attempt."""
        self.general.say("")
        for row in self._rows:
            if isinstance(row, FormRow):
                row.settle()

    def clear_error(self, name: str | None) -> None:
        """Take the error of one field away, or without a name what is said of the whole."""
        if name is None:
            self.general.say("")
        for row in self._rows:
            if isinstance(row, FormRow) and row.name == name:
                row.settle()

    def errors(self) -> dict[str, str]:
        """Give the errors shown now, by field."""
        rows = (row for row in self._rows if isinstance(row, FormRow))
        return {row.name: row.error.text() for row in rows if row.error.text()}

    def resizeEvent(self, event: QResizeEvent) -> None:
        stacked = event.size().width() < look.current().px(self.STACK_BELOW)
        if stacked != self._stacked:
            self._stacked = stacked
            self._arrange()
        super().resizeEvent(event)

    def _row(self, name: str) -> FormRow:
        for row in self._rows:
            if isinstance(row, FormRow) and row.name == name:
                return row
        raise KeyError(name)

    def _arrange(self) -> None:
        empty_grid(self._grid)
        for at in range(self._grid.rowCount()):
            self._grid.setRowStretch(at, 0)
        line, start = 0, 0 if self._stacked else 1
        for row in self._rows:
            if isinstance(row, SectionHeading):
                self._grid.addWidget(row, line, 0, 1, 2)
                line += 1
                continue
            side = Qt.AlignmentFlag.AlignTop if not self._stacked else Qt.AlignmentFlag(0)
            self._grid.addWidget(row.label, line, 0, 1, 2 if self._stacked else 1, side)
            line += int(self._stacked)
            for part in filter(None, (row.field, row.below, row.hint, row.error)):
                self._grid.addWidget(part, line, start, 1, 2 - start)
                line += 1
            # Lines up the label with the words in the field beside it.
            row.label.setContentsMargins(0, 0 if self._stacked else look.current().px(6), 0, 0)
        self._grid.addWidget(self.general, line, 0, 1, 2)
        self._grid.setColumnStretch(0, 0 if not self._stacked else 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, 0 if self._stacked else look.current().px(150))
        self._grid.setRowStretch(line + 1, 1)


def _when_mended(part: QWidget, settle: Callable[[], None]) -> None:
    """Call `settle` when a person types or chooses something else in a part of a field."""
    if isinstance(part, QLineEdit):
        part.textEdited.connect(lambda _text: settle())
    elif isinstance(part, QPlainTextEdit):
        part.textChanged.connect(settle)
    elif isinstance(part, QComboBox):
        part.activated.connect(lambda _at: settle())
    elif isinstance(part, QAbstractButton):
        part.clicked.connect(lambda _on: settle())


def empty_grid(grid: QGridLayout) -> None:
    """Take all widgets out of a grid so that they can be laid out afresh.

    An item taken by `takeAt` lives on, and the widget would tell it alone of new sizes.
    """
    widgets = [item.widget() for at in range(grid.count()) if (item := grid.itemAt(at))]
    for widget in widgets:
        if widget is not None:
            grid.removeWidget(widget)
