"""What was said stands until something else is, and what is urgent until it is seen to."""

import pytest

from models.errors import Refusal
from ui.desk import Desk
from ui.notice import STANDS_MS, Notice


@pytest.fixture
def said(qtbot):
    """A notice and all that it has said."""
    notice = Notice()
    heard = []
    notice.said.connect(lambda words, kind: heard.append((words, kind)))
    return notice, heard


def test_what_an_act_says_stands_after_it(said):
    notice, heard = said
    desk = Desk(None, None, notice, None)
    assert desk.attempt(None, notice.say, "Action kept")
    assert heard[-1] == ("Action kept", "")


def test_the_next_act_takes_back_what_was_said(said):
    notice, heard = said
    desk = Desk(None, None, notice, None)
    notice.say("Action kept")
    desk.attempt(None, lambda: None)
    assert heard[-1] == ("", "")


def test_what_is_urgent_stands_before_all_that_is_said_after_it(said):
    notice, heard = said
    notice.urge("Tell the police now")
    notice.say("Action kept")
    assert heard[-1] == ("Tell the police now · Action kept", "high")
    notice.refuse(None, Refusal("Name one owner."))
    assert heard[-1] == ("Tell the police now · Name one owner.", "high")
    notice.clear()
    notice.turn()
    assert heard[-1] == ("Tell the police now", "high")
    notice.dismiss()
    assert heard[-1] == ("", "")


def test_what_is_urgent_stands_for_half_a_minute(said, qtbot):
    notice, heard = said
    assert STANDS_MS == 30_000
    notice._standing.setInterval(1)
    notice.urge("Tell the police now")
    qtbot.waitUntil(lambda: heard[-1] == ("", ""))
