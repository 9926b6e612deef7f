"""Everything that a window says: to the eye, under the mouse, and to a screen reader."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QBuffer, Qt
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
    QTextEdit,
    QWidget,
)

Role = Qt.ItemDataRole
ROLES = (
    Role.DisplayRole, Role.EditRole, Role.ToolTipRole, Role.StatusTipRole, Role.WhatsThisRole,
    Role.AccessibleTextRole, Role.AccessibleDescriptionRole,
)  # fmt: skip


def seen(window: QWidget) -> str:
    """All words in sight of a window with everything in it."""
    widgets = [one for one in (window, *window.findChildren(QWidget)) if one.isVisible()]
    said = [window.window().windowTitle(), *(words for one in widgets for words in _words(one))]
    return "\n".join(one for one in said if one)


def painted(window: QWidget) -> str:
    """All words in the picture of a window, as they would be drawn into a drawing."""
    kept = QBuffer()
    kept.open(QBuffer.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(kept)
    drawing.setSize(window.size())
    window.render(drawing)
    return bytes(kept.data().data()).decode()


def _words(one: QWidget) -> Iterator[str]:
    yield from (one.accessibleName(), one.accessibleDescription())
    yield from (one.toolTip(), one.statusTip(), one.whatsThis())
    yield from (action.text() for action in QWidget.actions(one))
    if isinstance(one, (QLabel, QAbstractButton, QLineEdit)):
        yield one.text()
    if isinstance(one, QLineEdit):
        yield one.placeholderText()
    if isinstance(one, (QPlainTextEdit, QTextEdit)):
        yield one.toPlainText()
    if isinstance(one, QGroupBox):
        yield one.title()
    if isinstance(one, QTabWidget):
        yield from (one.tabText(at) for at in range(one.count()))
    if isinstance(one, QComboBox):
        yield from (one.itemText(at) for at in range(one.count()))
    if isinstance(one, QAbstractItemView) and one.model() is not None:
        yield from _cells(one.model())


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    # A list model keeps the number of its columns to itself; it has one.
    columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
    for row in range(model.rowCount()):
        for column in range(columns):
            index = model.index(row, column)
            for role in ROLES:
                found = model.data(index, role)
                if found is not None:
                    yield str(found)
