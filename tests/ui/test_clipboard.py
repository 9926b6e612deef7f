"""What any field copies is kept out of histories, and forgotten only if it came from here."""

import pytest
from PySide6.QtCore import QMimeData, QObject, Signal

from ui.clipboard import ClipboardGuard, ForAMinute


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


class Hands:
    """A clock that goes when told."""

    def __init__(self):
        self.at = 100.0

    def __call__(self):
        return self.at


@pytest.fixture
def hands():
    return Hands()


def test_what_is_lent_is_out_of_histories_and_gone_after_a_minute(board, hands):
    lent = ForAMinute(board, hands)
    lent.lend("R001 Offer R.A. mentoring.")
    forms = " ".join(board.mime.formats())
    assert "CanIncludeInClipboardHistory" in forms and "CanUploadToCloudClipboard" in forms
    assert "ExcludeClipboardContentFromMonitorProcessing" in forms
    assert "x-kde-passwordManagerHint" in forms
    hands.at += 59
    lent.look()
    assert board.mime.text() == "R001 Offer R.A. mentoring."
    hands.at += 1
    lent.look()
    assert not board.mime.hasText()


def test_copying_again_begins_the_minute_anew(board, hands):
    lent = ForAMinute(board, hands)
    lent.lend("R001")
    hands.at += 40
    lent.lend("R002")
    hands.at += 40
    lent.look()
    assert board.mime.text() == "R002"


@pytest.mark.parametrize("ours", [True, False])
def test_what_was_copied_since_is_left_alone(board, hands, ours):
    lent = ForAMinute(board, hands)
    lent.lend("R001")
    board.setMimeData(copied("something else"))
    board.ours = ours
    hands.at += 61
    lent.look()
    assert board.mime.text() == "something else"
