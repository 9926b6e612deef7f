"""Where two agencies differ on one fact, and where they do not."""

import pytest

from models.rules.contradictions import contradictions
from models.rules.nothing_known import is_nothing_known


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("On a child protection plan since May", "Subject to a child protection plan"),
        ("On a child protection plan", "Was on a CP plan until June; now child in need"),
        ("Child in need plan", "Never looked after"),
        ("Lives at NM3 7HQ", "Seen in NM1 2AB"),
        ("Lives at NM3 7HQ", "Moved to nm37hq"),
    ],
)
def test_what_agrees_or_is_told_of_another_time_is_no_contradiction(one: str, other: str) -> None:
    said = contradictions([("Police", one), ("Health", other)])
    assert not said or {each.value for each in said[0].said} == {
        "child protection plan",
        "child in need",
    }


def test_an_agency_does_not_contradict_itself() -> None:
    assert not contradictions([("Police", "Lives at NM3 7HQ"), ("Police", "Moved to NM1 2AB")])


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("Nothing known to our service", True),
        ("No information held.", True),
        ("Nil return", True),
        ("Not known to YJS", True),
        ("Nothing was stolen from the shop that night", False),
        (f"No contact with father since May; {'mother is worried; ' * 9}", False),
        ("", False),
        (None, False),
    ],
)  # fmt: skip
def test_an_agency_says_that_it_knows_nothing(text: str | None, nothing: bool) -> None:
    assert is_nothing_known(text) is nothing
