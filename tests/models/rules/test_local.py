"""Whom a team takes, and where two fora have one child."""

from datetime import date

import pytest

from models.errors import Refusal
from models.rules import local as rule

DAY = date(2026, 11, 12)


@pytest.mark.parametrize(
    ("youngest", "oldest", "born", "words"),
    [
        (None, None, None, ""),
        (14, 18, None, "date of birth not known"),
        (14, 18, date(2012, 11, 12), ""),
        (14, 18, date(2012, 11, 13), "13 years old, taken from 14"),
        (14, 17, date(2008, 1, 1), "18 years old, taken to 17"),
        (None, 18, date(2020, 1, 1), ""),
        (14, None, date(1990, 1, 1), ""),
    ],
)
def test_a_team_says_why_a_child_is_not_of_its_ages(youngest, oldest, born, words) -> None:
    assert rule.eligibility(youngest, oldest, born, DAY) == words


def test_ages_are_said_in_words_and_stand_the_right_way_round() -> None:
    said = [rule.ages_words(*one) for one in ((14, 18), (14, None), (None, 18), (None, None))]
    assert said == ["14 to 18", "from 14", "to 18", ""]
    rule.check_ages(14, 18)
    for wrong in ((18, 14), (-1, None), (None, 40)):
        with pytest.raises(Refusal):
            rule.check_ages(*wrong)
    with pytest.raises(Refusal, match="ends before"):
        rule.check_spell(DAY, date(2026, 1, 1))


@pytest.mark.parametrize(
    ("fora", "on_panel", "words"),
    [
        ([], True, ""),
        (["MARAC"], False, ""),
        (["MARAC"], True, "Two meetings have this child: MARAC and this panel."),
        (["MARAC", "Channel"], False, "Two meetings have this child: MARAC and Channel."),
        (["A", "B", "B", "C"], True, "Four meetings have this child: A, B, C and this panel."),
    ],
)
def test_a_hint_is_given_where_more_than_one_meeting_has_a_child(fora, on_panel, words) -> None:
    found = rule.overlap(fora, on_panel=on_panel)
    assert found == (f"{words} Agree which one leads." if words else "")
