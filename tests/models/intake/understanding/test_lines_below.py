"""What stands below or behind an answer and is not of it, and what is and stays."""

import pytest

from models.intake.understanding.dates import is_day
from models.intake.understanding.values import read_value

from .measure import paper

CHILD = ("# MACE referral", "Name: Tobi Marsh", "Date of birth: 04/05/2011")
COUNT, WHY = "Missing episodes in last 90 days:", "Reason for referral: Found with an older man"
RETURN = "# Education update for MACE – Tues 24 November 2026"
ADA = "## Ada Lorne (30.01.11) – Hill Academy"


@pytest.mark.parametrize(
    ("below", "count"),
    [
        ("Phone: 07700 900123", None),
        ("Consent given: no", None),
        ("4 that we know of", 4),
        ("about 4", 4),
        ("3x", 3),
        ("None", 0),
        ("4, last back at 23:15", 4),
    ],
)
def test_an_empty_count_is_answered_by_a_count_alone(below: str, count: int | None) -> None:
    (one,) = paper(*CHILD, COUNT, below, WHY).records
    assert one.get("missing90") == count


def test_a_telephone_below_an_empty_count_stays_a_telephone() -> None:
    (one,) = paper(*CHILD, COUNT, "Phone: 07700 900123", WHY).records
    assert one.get("phone") == "07700 900123"


@pytest.mark.parametrize("begun", ["Morning", "Evening visits", "Afternoon"])
def test_a_time_of_day_that_begins_an_answer_ends_none(begun: str) -> None:
    (one,) = paper(*CHILD, "Reason for referral:", begun, "He goes missing with older men").records
    assert "He goes missing with older men" in str(one.get("reason"))


@pytest.mark.parametrize(
    ("sender", "agency"),
    [
        ("Agency: Police, Sgt. Pike", "Police, Sgt. Pike"),
        ("Agency: St. Albans Housing Service", "St. Albans Housing Service"),
        (
            "Agency: Marl Housing Service (completed by Dawn). Sorry this is late",
            "Marl Housing Service (completed by Dawn)",
        ),
    ],
)
def test_an_agency_is_not_cut_at_a_short_word_nor_loses_who_wrote(sender: str, agency: str) -> None:
    (line,) = paper(RETURN, sender, ADA, "Attendance 61% this half term, was 83%.").records
    assert line.get("agency") == agency


def test_a_second_telephone_of_an_agency_stays_beside_it() -> None:
    said = "Hill School, 01632 960774, 07700 900123"
    told = {one.name: one.value for one in read_value("child", "referrer_agency", said, 2026)}
    assert told == {
        "referrer_agency": "Hill School, 07700 900123",
        "referrer_phone": "01632 960774",
    }


@pytest.mark.parametrize("day", ["3 Septem 2026", "12 Decem 2026", "4 Novem 26", "3 Sept 2026"])
def test_a_month_cut_short_anywhere_is_a_month(day: str) -> None:
    assert is_day(day)


@pytest.mark.parametrize("words", ["3 separate 2026", "12 marked 26", "4 Novice 26"])
def test_a_word_that_only_begins_as_a_month_is_none(words: str) -> None:
    assert not is_day(words)
