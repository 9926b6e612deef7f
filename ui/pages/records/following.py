"""What hears of every change of a field while it is typed or chosen."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget


def follow(editor: QWidget, changed: Callable[[], object]) -> None:
    """Call `changed` whenever something else stands in a field, by hand or by the program."""
    for part in (editor, *editor.findChildren(QWidget)):
        if isinstance(part, QComboBox):
            part.currentTextChanged.connect(lambda _text: changed())
        elif isinstance(part, QPlainTextEdit):
            part.textChanged.connect(changed)
        elif isinstance(part, QLineEdit) and not isinstance(part.parent(), QComboBox):
            part.textChanged.connect(lambda _text: changed())
