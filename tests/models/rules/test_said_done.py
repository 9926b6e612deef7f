"""What is said to be done: read from the words, and of no action that somebody has judged."""

import pytest

from models.rules.actions import ActionStatus
from models.rules.said_done import STEMS, is_said_done


@pytest.mark.parametrize(
    "words",
    ["Done 28 Oct, see file", "done", "Completed 28/10", "It was done on Friday",
     "Owner says done", "Status: Open - done 28 Oct", "See file; Status: Outstanding (done 28/10)",
     "Done but not yet confirmed"],
)  # fmt: skip
def test_words_that_say_so(words: str) -> None:
    assert is_said_done(ActionStatus.AGREED, words)
    assert any(one in words.lower() for one in STEMS)
    assert is_said_done(ActionStatus.IN_PROGRESS, words)
    assert not is_said_done(ActionStatus.NOT_DONE, words)
    assert not is_said_done(ActionStatus.COMPLETE, words)


@pytest.mark.parametrize(
    "words",
    ["Not done", "to be done by Friday", "Done by Friday", "Completed form awaited",
     "Done: 2 of 3", "done in part", "Done; c/f the rest", "Complete the form", "Emailed 3 Nov", "",
     None],
)  # fmt: skip
def test_words_that_say_something_else(words: str | None) -> None:
    assert not is_said_done(ActionStatus.AGREED, words)
