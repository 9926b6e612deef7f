"""Nothing is cut off: every widget at both sizes, in text of 100, 150 and 200 %."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QVBoxLayout, QWidget

from tests.ui.gallery import entries, sample_workspace
from ui import look
from ui.pages.minutes.documents import Documents
from ui.tasks import TasksAtOnce
from ui.widgets.asked_in_place import AskedInPlace
from ui.widgets.card import Card, CardList
from ui.widgets.flow import Chips
from ui.widgets.labels import Words
from ui.widgets.roomy import Roomy
from ui.widgets.shown_stack import ShownStack
from ui.widgets.side_by_side import SideBySide
from ui.widgets.tag import Tag
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


def test_a_tag_that_is_wider_than_its_place_shows_all_its_words(qtbot, dressed):
    told = "new: is a member of the Harbourside and Old Interchange evening crowd (suspected)"
    chips = Chips([("CP plan", "plain"), (told, "accent"), "suspect"])
    qtbot.addWidget(chips)
    chips.resize(300, chips.heightForWidth(300))
    chips.show()
    tags = chips.findChildren(Tag)
    assert [tag.text() for tag in tags if cut(tag)] == []
    assert tags[1].height() > tags[0].height()


def test_what_scrolls_by_itself_makes_nothing_around_it_scroll(qtbot, dressed):
    cards = CardList("Details")
    for _ in range(20):
        cards.add(Card("A card", "of a record"))
    stack, inside = ShownStack(), QWidget()
    stack.addWidget(cards)
    column = QVBoxLayout(inside)
    column.addWidget(Words("A record and what stands over its sections."))
    column.addWidget(stack, 1)
    column.addWidget(SideBySide(CardList("Left"), CardList("Right")), 1)
    around = Roomy(inside)
    qtbot.addWidget(around)
    around.resize(500, 400)
    around.show()
    assert around.verticalScrollBar().maximum() == 0
    assert cards.verticalScrollBar().maximum() > 0


def test_a_form_that_asks_scrolls_in_place_of_the_list(qtbot, dressed):
    form, listed = Card("Add a link"), QWidget()
    form.hide()
    place = AskedInPlace(form, listed, "Add a link")
    qtbot.addWidget(place)
    place.show()
    assert listed.isVisible()
    form.show()
    assert form.isVisible()
    assert not listed.isVisible()
    form.hide()
    assert listed.isVisible()


def test_all_that_is_asked_of_a_document_can_be_read_in_a_low_window(qapp, qtbot, dressed):
    look.apply(qapp, "light", 1.5)
    documents = Documents()
    qtbot.addWidget(documents)
    documents.resize(1200, 420)
    for part in (documents.preview, documents.confirm_button, documents.marked):
        part.show()
    documents.mark.say("1 of 1 to look at: ‹The?› stays as it is.")
    documents.show()
    asked = (documents.mark.text, documents.marked, documents.confirm_button)
    assert [part.text() for part in asked if cut(part)] == []
    assert (
        documents.confirm_button.visibleRegion().boundingRect() == documents.confirm_button.rect()
    )
