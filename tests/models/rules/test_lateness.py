"""Lateness is counted in working days as long as that says something, then told by its day."""

from datetime import date

import pytest

from models.rules.lateness import late_words

TODAY = date(2026, 11, 12)


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (date(2026, 11, 11), "1 working day late"),
        (date(2026, 11, 5), "5 working days late"),
        (date(2026, 11, 12), "late"),
        (date(2026, 8, 20), "59 working days late"),
        (date(2026, 1, 8), "late since Thu 8 Jan 2026"),
    ],
)
def test_lateness_is_told_in_working_days_and_then_by_the_day(due: date, words: str) -> None:
    assert late_words(due, TODAY, frozenset()) == words
