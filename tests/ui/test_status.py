"""The line at the foot says everything that it says."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.status import StatusLine
from ui.widgets.steady import Steady

SAID = (
    "Immediate risk kept: tell MASH or the police now (Esc when it is done) · Recommendation kept"
)
FACTS = ["Signed in: Demo administrator", "Kept 10:21:41", "no backup yet"]


@pytest.mark.parametrize("way_back", [False, True], ids=["navigation", "way back to the pages"])
def test_what_was_said_is_never_cut_off(qtbot, dressed, qapp, way_back):
    foot = StatusLine()
    qtbot.addWidget(foot)
    foot.offer_pages(way_back)
    foot.say(SAID, "high")
    foot.tell(FACTS, "Undo “Record recommendation”")
    foot.show()
    for width in range(1000, 1500, 20):
        foot.resize(width, foot.minimumSizeHint().height())
        qapp.processEvents()
        message = foot.message
        assert message.height() >= message.heightForWidth(message.width()), width


def test_words_that_take_two_lines_are_given_their_height(qtbot, dressed, qapp):
    window, foot = QWidget(), StatusLine()
    column = QVBoxLayout(window)
    column.addStretch(1)
    column.addWidget(Steady(foot))
    qtbot.addWidget(window)
    window.resize(500, 400)
    foot.tell(FACTS, "Undo “Record recommendation”")
    window.show()
    foot.say(f"{SAID}. {SAID}.", "high")

    def whole():
        parts = foot.message, foot.facts
        return all(one.height() >= one.heightForWidth(one.width()) for one in parts)

    qtbot.waitUntil(whole)
    assert foot.facts.x() == foot.message.x()


def test_facts_that_take_two_lines_at_large_text_are_whole_though_nothing_was_said(
    qtbot, dressed, qapp
):
    window, foot = QWidget(), StatusLine()
    column = QVBoxLayout(window)
    column.addStretch(1)
    column.addWidget(Steady(foot))
    qtbot.addWidget(window)
    foot.tell(FACTS, "Undo “Record recommendation”")
    window.resize(2000, 400)
    window.show()
    for width in (700, 560, 480):
        window.resize(width, 400)
        qtbot.waitUntil(
            lambda: foot.facts.height() >= foot.facts.heightForWidth(foot.facts.width())
        )
