"""What a message's sentences tell: counts in parts, who knows of it, months and days."""

from datetime import date

import pytest

from models.intake.understanding.counts_in_parts import counted_in_parts
from models.intake.understanding.dates import read_day
from models.intake.understanding.moments import moment_in_year
from models.intake.understanding.values import read_value

from .test_told_in_sentences import message

ABOUT = "Please can we discuss Tobi Marsh, dob 4/5/2011, at the next MACE panel."


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("3 times in September, twice in October and once so far this month", 6),
        ("2 in Sept, 3 in Oct, 1 in Nov", 6),
        ("6 (2 in Sept, 4 in Oct)", 6),
        ("5 times, 2 in Sept and 3 in Oct", 5),
        ("twice in September and four times before that", 6),
        ("6 times, of which 2 in Sept and 1 in Oct", None),
        ("5 times, at least 2 in Sept and 1 in Oct", None),
        ("7 times, 2 in Sept and 3 in Oct", None),
        ("5 in Sept", None),
    ],
)
def test_parts_of_a_count_come_to_their_sum(said: str, count: int | None) -> None:
    assert counted_in_parts(said) == count


def test_a_count_told_in_parts_is_to_be_looked_at() -> None:
    (told,) = read_value("child", "missing90", "2 in Sept, 3 in Oct", 2026)
    assert (told.value, told.fit < 1) == (5, True)
    assert "told in parts" in told.note


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("He has been missing 3 times in September and twice in October in the last 90 days.", 5),
        ("He has been missing 3 times at night and once by day in the last 90 days.", None),
        ("He has been missing 3 times in the last 90 days.", 3),
    ],
)
def test_a_sentence_with_parts_never_tells_the_first_alone(said: str, count: int | None) -> None:
    one = message("Referral", "Hi", ABOUT, said, "Thanks", "Jo Hext").records[0]
    assert one.get("missing90") == count


@pytest.mark.parametrize(
    ("said", "parent", "child"),
    [
        ("Mum is aware. He does not know yet.", True, None),
        ("We have told dad.", True, None),
        ("I've informed his mother about this referral.", True, None),
        ("Her mum has been told about the referral.", True, None),
        ("Mum is not aware.", None, None),
        ("Mum is aware of his drug use.", None, None),
        ("We told dad he must collect him.", None, None),
        ("He knows I am writing.", None, True),
    ],
)
def test_who_knows_of_a_message_is_who_it_says(
    said: str, parent: bool | None, child: bool | None
) -> None:
    one = message("Referral", "Hi", ABOUT, said, "Thanks", "Jo Hext").records[0]
    assert (one.get("informed_parent"), one.get("informed_child")) == (parent, child)


@pytest.mark.parametrize("greeting", ["Hi", "Hello all", "Dear Sunita", "Good morning", "Hi Jo,"])
def test_a_greeting_below_a_subject_sends_nothing(greeting: str) -> None:
    one = message("referral", greeting, ABOUT, "Jo Hext", "Social Worker").records[0]
    assert one.get("referrer") in (None, "Jo Hext")
    assert one.get("name") == "Tobi Marsh"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on 2 separate 15 minute calls", None),
        ("3 marked 10", None),
        ("12 mars 20 bars", None),
        ("5 Septmber 2026", date(2026, 9, 5)),
        ("2nd Febuary 26", date(2026, 2, 2)),
        ("1st Sept 26", date(2026, 9, 1)),
        ("3 Jan. 2026", date(2026, 1, 3)),
        ("1984", None),
        ("c. 1984", None),
    ],
)
def test_a_day_has_a_month_in_it(text: str, day: date | None) -> None:
    assert read_day(text, 2026).value == day


@pytest.mark.parametrize("text", ["1984", "c. 1984", "born 1984"])
def test_a_year_of_birth_alone_stays_as_written_and_unsure(text: str) -> None:
    (told,) = read_value("person_of_concern", "dob", text, 2026)
    assert (told.value, told.note) == (None, "no date found, kept as written")
    assert told.fit < 0.5


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Feb 26", None), ("in Sept 25", None), ("Oct '26", None),
        ("26 Feb", date(2026, 2, 26)), ("Feb 14", date(2026, 2, 14)),
        ("March 11th", date(2026, 3, 11)),
    ],
)  # fmt: skip
def test_a_month_with_the_year_about_now_is_no_day(text: str, day: date | None) -> None:
    assert moment_in_year(text, 2026).value == day


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("He is at 5 Fuller Street, Marl ML1 2PP with his nan.", "5 Fuller Street, Marl ML1 2PP"),
        ("Tobi is staying at 12b Dock Road, Marl ML4 9QD.", "12b Dock Road, Marl ML4 9QD"),
        ("He is placed with foster carers at 3 Hill Rise ML2 8AA.", "3 Hill Rise ML2 8AA"),
        ("He is at 60% attendance.", None),
        ("Her boyfriend is at 14 High Street, Marl ML1 4AB.", None),
        ("Her boyfriend lives at 14 High Street, Marl ML1 4AB.", None),
        ("Her uncle Tariq, who lives at 14 High Street, Marl ML1 4AB, drives her.", None),
        ("His mum, Jo, is staying at 14 High Street, Marl ML1 4AB.", None),
    ],
)
def test_where_a_child_is_said_to_be_is_the_address_where_it_is_whole(
    said: str, address: str | None
) -> None:
    one = message("Referral", "Hi", f"{ABOUT} {said}", "Thanks", "Jo Hext").records[0]
    assert one.get("address") == address


@pytest.mark.parametrize(
    ("said", "parent", "child"),
    [
        ("Nan knows I am sending this. Tobi does too.", True, True),
        ("Mum is aware of this referral. He is as well.", True, True),
        ("He knows I am writing. Mum does too.", True, True),
        ("Mum is not aware. Tobi does too.", None, None),
    ],
)
def test_so_does_the_other_in_a_sentence_of_its_own(
    said: str, parent: bool | None, child: bool | None
) -> None:
    one = message("Referral", "Hi", ABOUT, said, "Thanks", "Jo Hext").records[0]
    assert (one.get("informed_parent"), one.get("informed_child")) == (parent, child)


def test_twice_is_a_count() -> None:
    said = "He has been missing twice in the last 90 days."
    assert message("Referral", "Hi", ABOUT, said, "Thanks", "Jo").records[0].get("missing90") == 2
