"""What an update says beside that its action was carried to a day."""

from datetime import date

import pytest

from models.rules.carrying import only_carries

TOLD, TO = date(2026, 11, 27), date(2026, 12, 18)


@pytest.mark.parametrize(
    "words",
    [
        "Carry to 18 Dec",
        "Carried forward to Friday 18 December.",
        "c/f to 18/12",
        "Rolled to 18 Dec 2026",
        "Carry it forward",
        "Carried until the next meeting",
    ],
)
def test_words_that_only_carry(words) -> None:
    assert only_carries(words, TOLD, TO)


@pytest.mark.parametrize(
    "words",
    [
        "Carry to 18 Dec, mother is away",
        "Carry to 11 Dec",
        "Carried: the school has not answered",
        "Carry to 18 Dec and ring the school",
        "Two of three seen, carry to 18 Dec",
        "",
    ],
)
def test_words_that_say_more(words) -> None:
    assert not only_carries(words, TOLD, TO)
