"""New names of a return interview stand as buttons on the episode, and go once they are added."""

from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication

from ui.pages.children.learned_names import LearnedNames
from ui.widgets.buttons import PressButton


@pytest.fixture
def names(panel, qtbot):
    child = panel.child("Ivy Ashdown")
    register = panel.workspace.register
    episode = register.add_episode(
        child, reported_at=datetime(2026, 11, 1, 20), returned_at=datetime(2026, 11, 2, 8)
    )
    register.add_interview(
        episode, conducted_at=datetime(2026, 11, 3, 9), learned="Met Gaz Miller (27) at Mill Lane."
    )
    made = LearnedNames(panel.desk)
    qtbot.addWidget(made)
    made.show_of(episode)
    made.read(episode)
    return made, episode


def offered(names):
    QApplication.processEvents()
    buttons = names.findChildren(PressButton)
    return [one.accessibleName() for one in buttons if one.isVisibleTo(names)]


def test_each_new_name_is_added_by_one_button(panel, names):
    made, episode = names
    assert offered(made) == [
        "Add Gaz Miller as a person of concern", "Add Gaz Miller as a child",
        "Add Mill Lane as a place",
    ]  # fmt: skip
    made.findChildren(PressButton)[0].click()
    assert panel.said[-1][0] == "Added as a person of concern and linked. Ctrl+Z takes both back."
    made.read(episode)
    assert offered(made) == ["Add Mill Lane as a place"]


def test_nothing_stands_there_for_another_episode(names):
    made, episode = names
    made.show_of(0)
    made.read(0)
    assert offered(made) == []
    assert made.isHidden()
