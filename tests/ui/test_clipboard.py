"""What any field copies is kept out of histories, and forgotten only if it came from here."""

import pytest
from PySide6.QtCore import QMimeData, QObject, Signal

from ui.clipboard import ClipboardGuard


class Board(QObject):
    """A clipboard that says whose its contents are."""

    dataChanged = Signal()  # noqa: N815  Qt's own name

    def __init__(self):
        super().__init__()
        self.mime, self.ours, self.sets = QMimeData(), True, 0

    def ownsClipboard(self):
        return self.ours

    def mimeData(self):
        return self.mime

    def setMimeData(self, mime):
        self.mime, self.sets = mime, self.sets + 1
        self.dataChanged.emit()

    def clear(self):
        self.setMimeData(QMimeData())


@pytest.fixture
def board(qapp):
    return Board()


def copied(text):
    mime = QMimeData()
    mime.setText(text)
    return mime


def test_what_a_field_copies_is_marked_once(board):
    guard = ClipboardGuard(board)
    board.setMimeData(copied("A.R."))
    assert board.mime.text() == "A.R."
    assert any("CanIncludeInClipboardHistory" in form for form in board.mime.formats())
    assert board.sets == 2
    guard.forget()
    assert not board.mime.hasText()


def test_what_another_program_copied_is_left_alone(board):
    guard = ClipboardGuard(board)
    board.ours = False
    board.setMimeData(copied("elsewhere"))
    guard.forget()
    assert board.mime.text() == "elsewhere"
    assert board.sets == 1
