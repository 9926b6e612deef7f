"""A moment that was is read as people write it, without its year too."""

from datetime import date, datetime, timedelta

import pytest

from models.intake.tracker.cells import read_cell
from models.intake.understanding.moments import WANTED, WHICH_HALF, YEAR_GUESSED, moment_that_was
from models.rules.dates import LIES_BEHIND
from models.rules.tracker.columns import BY_KEY
from ui.pages.records.dates import MomentEdit, day_that_was, day_to_come

NOW = datetime(2026, 11, 14, 11, 57)  # a Saturday
NINTH, TENTH = datetime(2026, 11, 9, 22, 15), datetime(2026, 11, 10, 22, 15)


@pytest.mark.parametrize(
    "text",
    ["10 Nov 22:15", "10 Nov at 2215", "10 Nov 2215", "10/11 22:15", "10.11 22.15", "10-11 22:15",
     "Nov 10th, 10:15 pm", "22:15 on 10 November", "10 Nov about 2215hrs", "Tue 10 Nov 22.15"],
)  # fmt: skip
def test_of_a_day_without_its_year_the_nearest_that_was_is_read_and_said(text):
    found = moment_that_was(text, NOW)
    assert (found.value, found.warning) == (TENTH, YEAR_GUESSED)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("last Tuesday 10.15pm", TENTH), ("Tuesday 22:15", TENTH), ("Tues night 22:15", TENTH),
        ("the 10th at 22:15", TENTH), ("4 days ago 22:15", TENTH), ("Mon 10:15pm", NINTH),
        ("last night 23:00", datetime(2026, 11, 13, 23)), ("22:15", datetime(2026, 11, 13, 22, 15)),
        ("last night 1am", datetime(2026, 11, 14, 1)), ("9.30", datetime(2026, 11, 14, 9, 30)),
        ("yesterday at noon", datetime(2026, 11, 13, 12)),
        ("Saturday 22:15", datetime(2026, 11, 7, 22, 15)),
        ("Saturday 9am", datetime(2026, 11, 14, 9)),
        ("last Saturday 9am", datetime(2026, 11, 7, 9)),
        ("10/11/26 22:15", TENTH), ("10 Nov 2026, 2215hrs", TENTH), ("10 Nov 2026 22.15", TENTH),
    ],
)  # fmt: skip
def test_a_weekday_a_time_alone_and_a_whole_date_are_read_without_a_doubt(text, at):
    assert (moment_that_was(text, NOW).value, moment_that_was(text, NOW).warning) == (at, None)


@pytest.mark.parametrize(
    ("text", "at"),
    [("yest 10:00", datetime(2026, 11, 13, 10)), ("10:00 yest.", datetime(2026, 11, 13, 10)),
     ("yday 10pm", datetime(2026, 11, 13, 22)), ("yest eve 7pm", datetime(2026, 11, 13, 19)),
     ("yesterday 10am", datetime(2026, 11, 13, 10)), ("today 0930", datetime(2026, 11, 14, 9, 30)),
     ("last night 11pm", datetime(2026, 11, 13, 23)), ("tdy 0900", datetime(2026, 11, 14, 9)),
     ("overnight 2am", datetime(2026, 11, 14, 2)),
     ("overnight 10/11 22:15", TENTH)],
)  # fmt: skip
def test_yesterday_is_read_however_short_it_is_written(text, at):
    assert moment_that_was(text, NOW).value == at


@pytest.mark.parametrize("text", ["yest 10:00", "yest", "last night 11pm", "yesterday 10am"])
def test_a_cell_of_the_tracker_reads_a_day_that_was_as_every_other_field_does(panel, text):
    today = panel.workspace.store.clock.today()
    day = today - timedelta(days=1)
    assert read_cell(BY_KEY["assessed_on"], text, today).value == day
    assert day_that_was(panel.desk)(text).value == day
    assert day_to_come(panel.desk)(text).value is None
    assert day_to_come(panel.desk)(text).warning == LIES_BEHIND
    assert read_cell(BY_KEY["next_review"], text, today).problem == LIES_BEHIND


@pytest.mark.parametrize(
    ("text", "at"),
    [("10 Nov 0640", datetime(2026, 11, 10, 6, 40)),
     ("10 Nov 1945", datetime(2026, 11, 10, 19, 45)),
     ("Tues 10 Nov 11pm", datetime(2026, 11, 10, 23))],
)  # fmt: skip
def test_figures_that_are_no_year_of_a_moment_are_its_hour(text, at):
    assert moment_that_was(text, NOW).value == at


def test_a_day_that_has_not_been_this_year_was_last_year():
    assert moment_that_was("20 Dec 22:15", NOW).value == datetime(2025, 12, 20, 22, 15)
    assert moment_that_was("29 Feb 22:15", NOW).value == datetime(2024, 2, 29, 22, 15)


@pytest.mark.parametrize(
    ("text", "told"),
    [("10 Nov at 10", WHICH_HALF), ("10 Nov", WANTED), ("10 Nov 2015", WANTED),
     ("10 Nov 22:15 by police", WANTED), ("31 Nov 22:15", WANTED), ("25:15", WANTED)],
)  # fmt: skip
def test_what_is_no_moment_is_none_and_says_how_to_write_one(text, told):
    assert (moment_that_was(text, NOW).value, moment_that_was(text, NOW).warning) == (None, told)


def test_the_moment_is_shown_in_full_before_it_is_kept(panel, qtbot):
    made = MomentEdit(panel.desk, "Reported", day_alone=True)
    qtbot.addWidget(made)
    made.line.setText("10 Nov 22:15")
    assert made.value() == TENTH
    assert made.reading.text() == f"Tuesday 10 November 2026, 22:15 · {YEAR_GUESSED}"


@pytest.mark.parametrize(
    ("text", "day"),
    [("Tuesday", date(2026, 11, 10)), ("last Thursday", date(2026, 11, 5)),
     ("10/11", date(2026, 11, 10)), ("9th Nov, 10:15 pm", date(2026, 11, 9)),
     ("next Friday", None), ("yesterday", date(2026, 11, 11))],
)  # fmt: skip
def test_a_day_that_was_is_never_a_weekday_of_another_year(panel, text, day):
    assert day_that_was(panel.desk)(text).value == day
