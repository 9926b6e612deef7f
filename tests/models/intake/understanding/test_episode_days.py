"""A police missing list is read as it was written: hours, days without a year, who is not back."""

from datetime import date, datetime

import pytest

from models.intake.understanding.dates import read_day
from models.intake.understanding.episode_days import (
    AHEAD,
    BEFORE,
    EARLY,
    LONG,
    NO_HOUR,
    with_episode_days,
)
from models.intake.understanding.moments import NO_YEAR, moment_in_year
from models.intake.understanding.value_days import NOT_BACK

from .lists_made import sheet
from .measure import read

HEADS = ["Name", "Date of birth", "Reported", "Returned", "Found at", "Risk"]
TODAY, SURE = date(2026, 11, 30), 0.9


def listed(*rows, today=TODAY):
    """The fields of each row of a missing list, by name."""
    made = sheet([["Police missing list w/c 16 Nov"], [], HEADS, *map(list, rows)])
    paper = with_episode_days(read("missing.xlsx", made), today)
    return paper, [{field.name: field for field in one.fields} for one in paper.records]


def at(reported, returned, found="Home", name="Tia Kerr"):
    return [name, "17/02/2011", reported, returned, found, "High"]


@pytest.mark.parametrize(
    ("text", "year"),
    [("17 Nov 0640", None), ("17 Nov 2215", None), ("Tues 17 Nov 11pm", None),
     ("17 Nov 11 pm", None), ("17 Nov 11.30pm", None), ("17 Nov 11.30", None),
     ("17 Nov 0900hrs", None), ("17 Nov 23hrs", None), ("0640-11-17", None),
     ("17/11/1640", None), ("17 Nov 2011", 2011), ("17 Nov 11", 2011), ("17.11.11", 2011),
     ("17/11/26 2215", 2026), ("17.11.26 11pm", 2026), ("17 Nov 1945", 1945)],
)  # fmt: skip
def test_an_hour_is_never_a_year(text, year):
    found = read_day(text, 2026).value
    assert (found and found.year) == year


@pytest.mark.parametrize(
    ("text", "value"),
    [("17 Nov 0640", datetime(2026, 11, 17, 6, 40)), ("17/11 11pm", datetime(2026, 11, 17, 23)),
     ("Tues 17 Nov 11pm", datetime(2026, 11, 17, 23)), ("19 Nov", date(2026, 11, 19)),
     ("17 Nov 11.30pm", datetime(2026, 11, 17, 23, 30)), ("19/11", date(2026, 11, 19))],
)  # fmt: skip
def test_a_day_without_its_year_is_read_with_its_hour_and_says_so(text, value):
    found = moment_in_year(text, 2026)
    assert (found.value, found.note) == (value, NO_YEAR)


def test_a_column_stands_whatever_one_of_its_cells_holds():
    paper, rows = listed(
        at("16/11/26 2215", "17 Nov 0640", "Marram pier"),
        at("17/11/2026 at 19.30", "still missing", None),
        at("Tues 17 Nov 11pm", "18/11 09:00", "Home"),
        at("18 Nov 2026 20:00", "19 Nov", "friend's"),
    )
    assert [row["reported"].value for row in rows] == [
        datetime(2026, 11, 16, 22, 15), datetime(2026, 11, 17, 19, 30),
        datetime(2026, 11, 17, 23), datetime(2026, 11, 18, 20),
    ]  # fmt: skip
    assert [row["returned"].value for row in rows] == [
        datetime(2026, 11, 17, 6, 40), None, datetime(2026, 11, 18, 9), date(2026, 11, 19),
    ]  # fmt: skip
    found = [row["found_at"].value if "found_at" in row else None for row in rows]
    assert found == ["Marram pier", None, "Home", "friend's"]
    assert all(row["returned"].note for row in rows)
    assert all(row["returned"].sure < SURE for row in rows if row["returned"].value)
    assert NO_HOUR in rows[3]["returned"].note
    assert [one.text for one in paper.not_understood] == ["Police missing list w/c 16 Nov"]


@pytest.mark.parametrize(
    "words", ["still missing", "Not yet", "not returned", "Still out", "MISSING"]
)
def test_who_is_not_back_is_kept_and_said(words):
    _, [row] = listed(at("17/11/2026 19:30", words))
    assert (row["returned"].value, row["returned"].raw) == (None, words)
    assert row["returned"].note == NOT_BACK


@pytest.mark.parametrize(
    ("reported", "returned", "name", "why"),
    [("17/11/2026 19:30", "17/11/2026 18:00", "returned", BEFORE),
     ("17/11/2026 19:30", "16/11/2026", "returned", BEFORE),
     ("17/11/2024 19:30", "18/11/2026 06:00", "returned", LONG),
     ("17/12/2026 19:30", None, "reported", AHEAD)],
)  # fmt: skip
def test_what_cannot_be_is_never_sure_and_says_why(reported, returned, name, why):
    _, [row] = listed(at(reported, returned))
    assert row[name].note == why
    assert row[name].sure < SURE


def test_a_plain_row_is_sure():
    _, [row] = listed(at("17/11/2026 19:30", "18/11/2026 05:10"))
    assert [(row[name].sure, row[name].note) for name in ("reported", "returned")] == [
        (1.0, "")
    ] * 2


def test_days_without_a_year_lie_near_the_lists_other_days_and_never_ahead():
    _, rows = listed(at("28 Dec 22:00", "2 Jan 0900"), today=date(2027, 1, 20))
    assert rows[0]["reported"].value == datetime(2026, 12, 28, 22)
    assert rows[0]["returned"].value == datetime(2027, 1, 2, 9)
    _, rows = listed(at("16/11/2023 22:00", "17/11/2023 01:00"), at("18 Nov 21:00", "19 Nov 0100"))
    assert rows[1]["reported"].value == datetime(2023, 11, 18, 21)
    assert rows[1]["returned"].value == datetime(2023, 11, 19, 1)


def test_figures_that_may_be_a_year_are_the_hour_where_the_list_tells_hours():
    _, rows = listed(at("16/11/2026 22:15", "17 Nov 1945"), at("17 Nov 2010", "18/11/2026 07:00"))
    assert rows[0]["returned"].value == datetime(2026, 11, 17, 19, 45)
    assert rows[1]["reported"].value == datetime(2026, 11, 17, 20, 10)
    assert max(rows[0]["returned"].sure, rows[1]["reported"].sure) < SURE


def test_a_list_of_days_alone_keeps_its_years():
    _, rows = listed(at("16 Nov 2010", "17 Nov 2010"), at("18 Nov 2010", "19 Nov 2010"))
    assert rows[0]["returned"].value == date(2010, 11, 17)
    assert rows[0]["returned"].note == ""


def talk(day, today=date(2027, 1, 5)):
    """What is read of the day on which a child missing from 28 to 29 December was talked with."""
    heads = [*HEADS[:4], "RHI completed"]
    made = sheet([heads, ["Tia Kerr", "17/02/2011", "28 Dec 22:15", "29 Dec 06:00", day]])
    (one,) = with_episode_days(read("missing.xlsx", made), today).records
    return {field.name: field for field in one.fields}


@pytest.mark.parametrize(
    ("day", "value", "note"),
    [("31 Dec", date(2026, 12, 31), NO_YEAR), ("2 Jan", date(2027, 1, 2), NO_YEAR),
     ("12 Jan", date(2027, 1, 12), AHEAD), ("20 Dec", date(2026, 12, 20), EARLY),
     ("20/12/2026", date(2026, 12, 20), EARLY), ("31/12/2026", date(2026, 12, 31), "")],
)  # fmt: skip
def test_the_day_of_a_talk_is_the_nearest_to_the_report_and_never_sure_where_it_cannot_be(
    day, value, note
):
    found = talk(day)
    held = found["rhi_completed"]
    assert (held.value, held.note, held.sure >= SURE) == (value, note, note == "")
    assert "rhi_by" not in found
