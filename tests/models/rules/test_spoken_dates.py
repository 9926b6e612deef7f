"""Dates as people say them, on Thursday 12 November 2026 with the next panel on 24 December."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.dates import spoken_date

TODAY = date(2026, 11, 12)
NEXT_MEETING = date(2026, 12, 24)
SAID = {
    "Friday": "2026-11-13",
    "by Fri": "2026-11-13",
    "next Friday": "2026-11-20",
    "next Fri": "2026-11-20",
    "this Friday": "2026-11-13",
    "by next Fri": "2026-11-20",
    "a week on Monday": "2026-11-23",
    "Monday week": "2026-11-23",
    "week on Monday": "2026-11-23",
    "a fortnight on Friday": "2026-11-27",
    "two weeks on Thursday": "2026-12-03",
    "a week today": "2026-11-19",
    "a week tomorrow": "2026-11-20",
    "Tuesday after next": "2026-11-24",
    "Friday next week": "2026-11-20",
    "next week Friday": "2026-11-20",
    "the 12th": "2026-12-12",
    "by the 12th": "2026-12-12",
    "the 20th": "2026-11-20",
    "by the 31st": "2026-12-31",
    "12 Dec": "2026-12-12",
    "3rd March": "2027-03-03",
    "24/12": "2026-12-24",
    "24.12.26": "2026-12-24",
    "by 24.12": "2026-12-24",
    "24/12/2026": "2026-12-24",
    "2026-12-24": "2026-12-24",
    "24-12-26": "2026-12-24",
    "24th of December 2026": "2026-12-24",
    "December 24": "2026-12-24",
    "Dec 24th": "2026-12-24",
    "December the 24th": "2026-12-24",
    "24 Dec 26": "2026-12-24",
    "Friday 20 November": "2026-11-20",
    "Fri 20th": "2026-11-20",
    "Fri 20 Nov": "2026-11-20",
    "Friday 21 Nov": "2026-11-21",
    "Monday 20th": "2026-11-20",
    "tomorrow": "2026-11-13",
    "today": "2026-11-12",
    "tonight": "2026-11-12",
    "end of month": "2026-11-30",
    "by the end of the month": "2026-11-30",
    "end of the week": "2026-11-13",
    "end of next week": "2026-11-20",
    "month end": "2026-11-30",
    "by month-end": "2026-11-30",
    "end of November": "2026-11-30",
    "end of next month": "2026-12-31",
    "in two weeks": "2026-11-26",
    "in 2 weeks": "2026-11-26",
    "in a fortnight": "2026-11-26",
    "in a fortnight's time": "2026-11-26",
    "within 5 working days": "2026-11-19",
    "5 working days": "2026-11-19",
    "5 wd": "2026-11-19",
    "in 10 days": "2026-11-22",
    "10 days": "2026-11-22",
    "48 hours": "2026-11-14",
    "within 48 hours": "2026-11-14",
    "in 24 hours": "2026-11-13",
    "72 hrs": "2026-11-15",
    "in a month": "2026-12-12",
    "in 6 weeks' time": "2026-12-24",
    "six weeks": "2026-12-24",
    "in three months": "2027-02-12",
    "before next panel": "2026-12-23",
    "before the next meeting": "2026-12-23",
    "by next meeting": "2026-12-24",
    "by the next MACE": "2026-12-24",
    "by Christmas": "2026-12-25",
    "before Christmas": "2026-12-24",
    "before Friday": "2026-11-12",
    "by the new year": "2027-01-01",
    "the day after tomorrow": "2026-11-14",
    "first Monday in December": "2026-12-07",
    "last Friday of the month": "2026-11-27",
    "a week before the next meeting": "2026-12-17",
    "5 working days before next meeting": "2026-12-17",
    "3 Nov": "2027-11-03",
    "by 3 Nov 2026": "2026-11-03",
    "next working day": "2026-11-13",
    "in a couple of weeks": "2026-11-26",
    "seen on 3 November with Pike": "2027-11-03",
    "by Friday 20 November at the latest": "2026-11-20",
    "Easter": "2027-03-28",
    "by Good Friday": "2027-03-26",
    "the first of March": "2027-03-01",
    "the 12th of next month": "2026-12-12",
    "twelfth of December": "2026-12-12",
    "Khan to write to school about meeting on 3 Dec by Friday": "2026-11-13",
    "no later than 20 Nov": "2026-11-20",
    "on or before Friday": "2026-11-13",
    "within the next 10 days": "2026-11-22",
    "over the next two weeks": "2026-11-26",
    "Sat 28th": "2026-11-28",
    "wed": "2026-11-18",
    "by wed": "2026-11-18",
    "Nov 20": "2026-11-20",
    "Wednesday week": "2026-11-25",
    "Friday fortnight": "2026-11-27",
    "15 Jan": "2027-01-15",
    "15 January 2027": "2027-01-15",
    "29 Feb": "2028-02-29",
    "by Friday week": "2026-11-20",
    "Fri": "2026-11-13",
    "thurs": "2026-11-19",
    "Tues": "2026-11-17",
    "by Weds": "2026-11-18",
    "a week Monday": "2026-11-23",
    "one week on Tuesday": "2026-11-24",
    "three weeks today": "2026-12-03",
    "Friday after next": "2026-11-27",
    "Friday of next week": "2026-11-20",
    "the Monday after next": "2026-11-23",
    "the Friday of the week after next": "2026-11-27",
    "coming Friday": "2026-11-13",
    "the coming Monday": "2026-11-16",
    "on Monday": "2026-11-16",
    "30th": "2026-11-30",
    "by 30th": "2026-11-30",
    "the 1st": "2026-12-01",
    "by the twelfth": "2026-12-12",
    "on the 3rd of December": "2026-12-03",
    "3rd of Dec.": "2026-12-03",
    "1st Feb 2027": "2027-02-01",
    "1 Feb '27": "2027-02-01",
    "03.03.27": "2027-03-03",
    "3/3/27": "2027-03-03",
    "3-3-2027": "2027-03-03",
    "5 January": "2027-01-05",
    "Thursday 24th December 2026": "2026-12-24",
    "Thu 24 Dec": "2026-12-24",
    "Thursday, 24 December": "2026-12-24",
    "Fri 18/12": "2026-12-18",
    "by Tues 1st Dec": "2026-12-01",
    "Monday the 14th": "2026-12-14",
    "Jan 6th": "2027-01-06",
    "6 Jan": "2027-01-06",
    "first Tuesday of next month": "2026-12-01",
    "second Friday in January": "2027-01-08",
    "by lunchtime Friday": "2026-11-13",
    "tomorrow morning": "2026-11-13",
    "Friday afternoon": "2026-11-13",
    "EOW": "2026-11-13",
    "EOM": "2026-11-30",
    "by end of this week": "2026-11-13",
    "the end of next month": "2026-12-31",
    "end of Feb": "2027-02-28",
    "end of December 2026": "2026-12-31",
    "by year end": "2026-12-31",
    "by the end of the year": "2026-12-31",
    "in six weeks": "2026-12-24",
    "in 3 days": "2026-11-15",
    "within 28 days": "2026-12-10",
    "within two working days": "2026-11-16",
    "ten working days": "2026-11-26",
    "in 5 wd": "2026-11-19",
    "within 24 hours": "2026-11-13",
    "in 12 hours": "2026-11-12",
    "in a week": "2026-11-19",
    "in a week's time": "2026-11-19",
    "two weeks from today": "2026-11-26",
    "6 weeks from now": "2026-12-24",
    "in 2 months' time": "2027-01-12",
    "within 10 days of the meeting": "2026-11-22",
    "in a fortnights time": "2026-11-26",
    "ahead of the next panel": "2026-12-23",
    "by the next panel meeting": "2026-12-24",
    "before panel": "2026-12-23",
    "two weeks before the next meeting": "2026-12-10",
    "by Christmas Eve": "2026-12-24",
    "by New Year's Day": "2027-01-01",
    "by Easter Monday": "2027-03-29",
    "Boxing Day": "2026-12-26",
    "1/2": "2027-02-01",
    "seen Saturday night": "2026-11-14",
    "nxt Fri": "2026-11-20",
    "by nx weds": "2026-11-18",
    "thurs nxt wk": "2026-11-19",
    "before nxt mtg": "2026-12-23",
    "end of nxt month": "2026-12-31",
    "3 mths": "2027-02-12",
    "in 6 mnths": "2027-05-12",
    "in the next fortnight": "2026-11-26",
    "within the week": "2026-11-19",
    "ring back mon": "2026-11-16",
    "within the coming month": "2026-12-12",
    "by end of nxt wk": "2026-11-20",
    "by end nov": "2026-11-30",
    "b4 20 Nov": "2026-11-19",
    "by the 20th pls": "2026-11-20",
    "ring home, mon": "2026-11-16",
}
SAID_WITH_TIME = {
    "tomorrow noon": ("2026-11-13", "12:00"),
    "tomorrow at 5pm": ("2026-11-13", "17:00"),
    "noon tomorrow": ("2026-11-13", "12:00"),
    "by close of play Friday": ("2026-11-13", "17:00"),
    "by end of play tomorrow": ("2026-11-13", "17:00"),
    "cop Friday": ("2026-11-13", "17:00"),
    "Friday at noon": ("2026-11-13", "12:00"),
    "by 5pm": ("2026-11-12", "17:00"),
    "by noon on Friday": ("2026-11-13", "12:00"),
    "EOD": ("2026-11-12", "17:00"),
    "by 2pm Monday": ("2026-11-16", "14:00"),
    "by 24/12 at 10am": ("2026-12-24", "10:00"),
    "10.30am on Monday": ("2026-11-16", "10:30"),
    "close of play": ("2026-11-12", "17:00"),
    "by close of business tomorrow": ("2026-11-13", "17:00"),
    "by end of day Monday": ("2026-11-16", "17:00"),
    "before noon on Friday": ("2026-11-13", "12:00"),
    "by 12 noon Monday": ("2026-11-16", "12:00"),
    "14:30 on Tuesday": ("2026-11-17", "14:30"),
    "by tomorrow 9.30am": ("2026-11-13", "09:30"),
}
VAGUE = [
    "first week of December",
    "next month",
    "this weekend",
    "half term",
    "before half term",
    "next week",
    "asap",
    "w/c 16 Nov",
    "in the new year",
    "early next week",
    "mid December",
    "by December",
    "in March",
    "a few days",
    "after Christmas",
    "in two to three weeks",
    "later this month",
    "next term",
    "over the Christmas holidays",
    "by the end of term",
    "early December",
    "late January",
    "start of next week",
    "end of quarter",
    "last week of November",
    "week commencing 16th November",
    "in May",
    "soon",
    "in due course",
    "as soon as possible",
    "several weeks",
    "in 2-3 weeks",
    "after half term",
    "by next year",
    "nxt wk",
    "this wkend",
    "first week Dec",
    "nxt mth",
    "in the spring",
]
IMPOSSIBLE = [
    "31/02/2026",
    "31 Nov",
    "by 12/24",
    "by 32/01",
    "30 Feb",
    "29/02/27",
    "by 0/12",
]
NO_DATE = [
    "24/7",
    "since Friday",
    "last Friday",
    "every Friday",
    "Fridays",
    "he sat in the sun",
    "he may 3 times",
    "aged 14 may be at",
    "12/13 year old",
    "on the 1st occasion",
    "Friday's meeting",
    "from Friday",
    "since 3 November",
    "each Monday",
    "Friday last",
    "the 3rd action",
    "may 12",
    "march 10 people",
    "s.47",
    "0.5 days",
    "ring twice a week",
    "a call 3x a wk",
    "gym two evenings a week",
    "24-7",
    "aged 12",
    "room 12",
    "12 agencies",
    "07700 900123",
    "2026",
    "at 10",
    "NK19 CUK",
    "sat with mum",
    "sun cream",
    "out in the sun",
    "the end may be near",
]


@pytest.mark.parametrize(("said", "meant"), SAID.items())
def test_what_people_say_is_the_day_they_mean(said: str, meant: str) -> None:
    reading = spoken_date(said, TODAY, NEXT_MEETING)
    assert reading.value == date.fromisoformat(meant)
    assert reading.when is None
    assert not reading.vague


@pytest.mark.parametrize(("said", "meant"), SAID_WITH_TIME.items())
def test_a_time_of_day_is_heard_beside_the_day(said: str, meant: tuple[str, str]) -> None:
    reading = spoken_date(said, TODAY, NEXT_MEETING)
    assert (reading.value, reading.when) == (
        date.fromisoformat(meant[0]),
        time.fromisoformat(meant[1]),
    )


@pytest.mark.parametrize("said", VAGUE)
def test_a_vague_time_gives_no_day_and_asks_for_one(said: str) -> None:
    reading = spoken_date(said, TODAY, NEXT_MEETING)
    assert reading.value is None
    assert reading.vague
    assert reading.warning


@pytest.mark.parametrize("said", IMPOSSIBLE)
def test_a_date_that_no_calendar_has_is_said_so(said: str) -> None:
    reading = spoken_date(said, TODAY, NEXT_MEETING)
    assert reading.found
    assert reading.value is None
    assert reading.warning


@pytest.mark.parametrize("said", NO_DATE)
def test_what_only_looks_like_a_date_is_none(said: str) -> None:
    assert not spoken_date(said, TODAY, NEXT_MEETING).found


@pytest.mark.parametrize(
    ("line", "phrase", "meant"),
    [
        ("Khan to serve CAWN on Pike by next Fri", "by next Fri", date(2026, 11, 20)),
        ("write to school about the meeting on 3 Dec by Friday", "by Friday", date(2026, 11, 13)),
        ("by Friday write to school", "by Friday", date(2026, 11, 13)),
        ("visit within 5 working days and report", "within 5 working days", date(2026, 11, 19)),
        ("send chronology before the next meeting.", "before the next meeting", date(2026, 12, 23)),
        ("report to next panel", "next panel", NEXT_MEETING),
        ("review (in six weeks) with carers", "in six weeks", date(2026, 12, 24)),
    ],
)
def test_the_deadline_is_found_inside_a_longer_line(line: str, phrase: str, meant: date) -> None:
    reading = spoken_date(line, TODAY, NEXT_MEETING)
    assert reading.raw == phrase
    assert line[reading.start : reading.end] == phrase
    assert reading.value == meant


@pytest.mark.parametrize(
    ("today", "said", "meant"),
    [
        (date(2026, 11, 9), "next Friday", date(2026, 11, 20)),
        (date(2026, 11, 9), "Friday", date(2026, 11, 13)),
        (date(2026, 11, 13), "Friday", date(2026, 11, 20)),
        (date(2026, 11, 13), "this Friday", date(2026, 11, 13)),
        (date(2026, 11, 13), "end of the week", date(2026, 11, 13)),
        (date(2026, 11, 14), "end of the week", date(2026, 11, 20)),
        (date(2026, 11, 15), "next Monday", date(2026, 11, 16)),
        (date(2027, 1, 31), "in a month", date(2027, 2, 28)),
        (date(2026, 12, 31), "the 30th", date(2027, 1, 30)),
        (date(2027, 2, 10), "by the 30th", date(2027, 3, 30)),
        (date(2026, 12, 23), "within 2 working days", date(2026, 12, 29)),
        (date(2027, 1, 4), "3 Nov", date(2027, 11, 3)),
    ],
)
def test_the_day_it_is_said_on_matters(today: date, said: str, meant: date) -> None:
    assert spoken_date(said, today).value == meant


def test_at_a_weekend_next_friday_is_the_coming_one_and_the_day_is_said() -> None:
    saturday = date(2026, 11, 14)
    reading = spoken_date("next Friday", saturday)
    assert reading.value == spoken_date("Friday", saturday).value == date(2026, 11, 20)
    assert "Fri 20 Nov 2026" in (reading.warning or "")
    assert spoken_date("Friday next week", saturday).warning is None
    assert spoken_date("next Weds", TODAY).warning is None


def test_without_a_next_meeting_the_next_meeting_is_no_date() -> None:
    reading = spoken_date("by the next meeting", TODAY)
    assert reading.value is None
    assert reading.vague
    assert "no date yet" in (reading.warning or "")


def test_a_weekday_that_does_not_fit_its_date_is_pointed_out() -> None:
    reading = spoken_date("by Friday 21 November", TODAY)
    assert reading.value == date(2026, 11, 21)
    assert "Saturday" in (reading.warning or "")


def test_a_day_and_month_just_past_is_taken_as_next_year_and_said_so() -> None:
    reading = spoken_date("by 3 November", TODAY)
    assert reading.value == date(2027, 11, 3)
    assert "2027" in (reading.warning or "")


def test_a_day_may_be_asked_for_after_another() -> None:
    assert spoken_date("the 20th", TODAY, after=date(2026, 11, 25)).value == date(2026, 12, 20)


def test_a_panels_closed_days_do_not_count_as_working_days() -> None:
    closed = {date(2026, 11, 13)}
    assert spoken_date("in 1 working day", TODAY, closed=closed).value == date(2026, 11, 16)


@given(st.dates(date(2026, 1, 1), date(2035, 12, 31)))
def test_every_full_date_reads_the_same_in_words_and_figures(day: date) -> None:
    forms = (
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day:02d}.{day.month:02d}.{day.year % 100:02d}",
        f"{day.day} {day:%B %Y}",
        f"{day:%a} {day.day} {day:%b} {day.year}",
        day.isoformat(),
    )
    assert {spoken_date(form, TODAY).value for form in forms} == {day}


@given(st.text(max_size=80))
def test_no_line_of_any_kind_upsets_the_reading(line: str) -> None:
    reading = spoken_date(line, TODAY, NEXT_MEETING)
    assert 0 <= reading.start <= reading.end <= len(line)


@pytest.mark.parametrize(
    "line",
    [
        "return interviews within 72hrs every time, start straight away",
        "RHI within 24 hours of any missing episode",
        "ring school in 2 days, each time",
        "visit within 48 hours of going missing",
        "strategy discussion inside 1 day whenever he is not back",
    ],
)
def test_how_soon_something_is_done_each_time_is_no_day(line: str) -> None:
    assert spoken_date(line, TODAY, NEXT_MEETING).value is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("visit in 3 days, each of the flats", date(2026, 11, 15)),
        ("RHI within 72 hours", date(2026, 11, 15)),
        ("RHI within 72hrs every time, first one by 20 Nov", date(2026, 11, 20)),
    ],
)
def test_what_is_done_once_or_first_has_its_day(line: str, day: date) -> None:
    assert spoken_date(line, TODAY, NEXT_MEETING).value == day
