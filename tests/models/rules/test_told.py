"""What is recorded of who tells somebody: that they are not to be told is nothing to be said."""

import pytest

from macedesk.holding.script import who_tells
from models.rules.told import not_to_be_told, says_who, speaks_of_telling


@pytest.mark.parametrize(
    ("text", "not_told"),
    [
        ("Not to be told yet, carer may tip off an adult", True),
        ("not yet to be told", True),
        ("Parents are not to be informed", True),
        ("Do not tell: police are still looking", True),
        ("Don't tell them before Friday", True),
        ("Kay Baines will tell her", False),
        ("What was agreed; not the notice", False),
        ("Nothing was decided that cannot be told", False),
        (None, False),
    ],
)
def test_words_that_say_somebody_is_not_to_be_told(text: str | None, not_told: bool) -> None:
    assert not_to_be_told(text) is not_told


def test_who_will_tell_is_not_yet_what_is_told() -> None:
    assert says_who("Kay Baines will tell her", "Kay Baines")
    assert not says_who("Kay Baines has found a mentor", "Kay Baines")
    assert not says_who("A mentor will come each week", None)


def test_a_script_that_says_not_to_be_told_says_nothing_that_may_be_told() -> None:
    assert who_tells("Not to be told yet, may tip off") == {
        "must_not": "Not to be told yet, may tip off"
    }
    assert who_tells("Kay Baines will tell her by 2026-11-17")["by"] == "Kay Baines"


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("Mum is told by Finley Jankowski on Monday", True),
        ("both parents know already", True),
        ("Dad was informed on Friday", True),
        ("Kay Baines will ring her", True),
        ("Police ask us to wait until mum is told", False),
        ("mum is not told for now", False),
        ("Safer so", False),
    ],
)
def test_words_that_say_that_somebody_is_told(text: str, speaks: bool) -> None:
    assert speaks_of_telling(text) is speaks
