"""An episode or interview of which only the day is known: what the clock says, and counts from."""

from datetime import date, datetime, timedelta

import pytest

from models.errors import Conflict, Refusal
from models.records.clocks import INTERVIEW

NOW = datetime(2026, 11, 12, 9, 30)
DAY = date(2026, 11, 9)


@pytest.fixture
def child(panel):
    return panel.register.add_child("Ivy Ashdown", plan="CiN plan")


@pytest.fixture
def episode(panel, child):
    reported = datetime(2026, 11, 8, 22)
    return panel.register.add_episode(child, reported_at=reported, returned_at=DAY)


def the(panel, child):
    return panel.read.child(child).episodes[0]


def late(panel):
    rows = panel.read.performance(NOW.date(), 1).rows
    return next(one for one in rows if one.label == "% within 72 hours")


def test_the_clock_runs_from_the_end_of_the_day_and_says_that_no_hour_is_known(
    panel, child, episode
):
    one = the(panel, child)
    assert one.clock == "14 h left, hour of return not known, not offered yet"
    assert one.due == datetime(2026, 11, 12, 23, 59) and not one.overdue
    assert one.values["returned_at"] == DAY and one.hours_missing is None
    (row,) = (each for each in panel.read.clocks() if each.kind == INTERVIEW)
    assert row.detail == "returned Mon 9 Nov 2026, hour not known"
    (line,) = (each for each in panel.read.today() if each.text.startswith("Return interview"))
    assert "hour of return not known" in line.text and line.detail.endswith("hour not known")
    assert late(panel).values == (None,)
    assert "counts from the end of its day" in late(panel).definition
    panel.store.clock.move(timedelta(days=1))
    assert the(panel, child).overdue
    assert the(panel, child).clock == "9 h over 72 h, hour of return not known, not offered yet"


def test_held_within_the_days_that_it_may_be_it_is_in_time_and_told_in_days(panel, child, episode):
    mend = panel.register.mend_interview
    mend(episode, "conducted_at", date(2026, 11, 12), None)
    assert the(panel, child).clock == "held 3 days after, hour not known"
    assert the(panel, child).interview["conducted_at"] == date(2026, 11, 12)
    assert the(panel, child).within_72_hours and the(panel, child).interview_hours is None
    mend(episode, "conducted_at", datetime(2026, 11, 9, 15), date(2026, 11, 12))
    assert the(panel, child).clock == "held on the same day, hour not known"
    panel.store.clock.move(timedelta(days=9))
    mend(episode, "conducted_at", date(2026, 11, 13), datetime(2026, 11, 9, 15))
    assert the(panel, child).clock == "held 4 days after, hour not known, late"


def test_the_hour_may_be_told_later_and_a_day_is_checked_as_a_day(panel, child, episode):
    mend = panel.register.mend_episode
    for field, value in (("returned_at", date(2026, 11, 13)), ("returned_at", date(2026, 11, 7))):
        with pytest.raises(Refusal) as refused:
            mend(episode, field, value, DAY)
        assert refused.value.field == field
    with pytest.raises(Conflict):
        mend(episode, "returned_at", datetime(2026, 11, 9, 6), datetime(2026, 11, 9, 23, 59))
    mend(episode, "returned_at", datetime(2026, 11, 9, 6), DAY)
    assert the(panel, child).clock == "3 h over 72 h, not offered yet"
    panel.store.undo()
    assert the(panel, child).values["returned_at"] == DAY


def test_a_child_back_today_at_no_known_hour_is_back_and_the_clock_runs(panel, child):
    panel.register.add_episode(child, reported_at=date(2026, 11, 11), returned_at=NOW.date())
    one = the(panel, child)
    assert one.clock == "86 h left, hour of return not known, not offered yet"
    assert not [each for each in panel.read.today() if each.text.startswith("Missing")]


def test_what_tells_of_it_elsewhere_has_no_hour_either(panel, child, episode):
    said = [row.text for row in panel.read.history(child) if row.kind == "missing"]
    assert said == ["Missing, returned 9 Nov 2026"]
