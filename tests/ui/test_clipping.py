"""Nothing is cut off: every widget at both sizes, in text of 100, 150 and 200 %."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QWidget

from tests.ui.gallery import entries, sample_workspace
from ui import look
from ui.tasks import TasksAtOnce
from ui.widgets.card import CardList
from ui.window import MainWindow


@pytest.fixture
def window(qapp, dressed):
    made = MainWindow(sample_workspace(), entries(), tasks=TasksAtOnce())
    made.go("children")
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_no_words_are_cut_off(window, qapp, size, scale):
    look.apply(qapp, "light", scale)
    window.resize(*size)
    for _ in range(4):
        qapp.processEvents()
    assert (window.width(), window.height()) == size
    short = [
        (type(widget).__name__, widget.text())
        for widget in window.findChildren(QWidget)
        if isinstance(widget, (QLabel, QAbstractButton)) and widget.isVisible() and cut(widget)
    ]
    assert short == []
    for cards in window.findChildren(CardList):
        if cards.isVisible():
            assert cards.widget().width() <= cards.viewport().width()


def test_every_widget_that_takes_keys_has_a_name(window):
    silent = [
        type(widget).__name__
        for widget in window.page.findChildren(QWidget)
        if widget.focusPolicy().value & 1 and not named(widget)
    ]
    assert silent == []


def test_text_made_large_and_plain_again_leaves_no_gaps(window, qapp, qtbot):
    window.resize(1366, 768)

    def seen():
        window.grab()
        return [card.height() for card in window.page.right.cards()]

    def heights(scale):
        look.apply(qapp, "light", scale)
        qtbot.wait(50)
        last = []
        while last != (now := seen()):  # a busy machine lays out later
            last = now
            qtbot.wait(50)
        return now

    before, large = heights(1.0), heights(2.0)
    assert heights(1.0) == before != large


def cut(widget):
    if not widget.text():
        return False
    wanted = widget.minimumSizeHint()
    if widget.hasHeightForWidth():
        return widget.height() < widget.heightForWidth(widget.width())
    return widget.width() < wanted.width() or widget.height() < wanted.height()


def named(widget):
    if isinstance(widget, QAbstractButton):
        return bool(widget.text() or widget.accessibleName())
    inside = widget.parentWidget()
    if widget.accessibleName() or isinstance(inside, QAbstractScrollArea):
        return True
    return bool(inside.accessibleName()) and widget.focusProxy() is not None
