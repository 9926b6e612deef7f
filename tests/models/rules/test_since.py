"""What changed between two days: episodes counted, interviews followed, levels compared, months."""

from datetime import date, datetime, timedelta

from models.records.since import Assessed, Moved
from models.rules.since import (
    Episode,
    Level,
    Standing,
    assessments,
    episodes_between,
    interviews,
    missing_on,
    months,
    moves,
)

SINCE, NOW = date(2026, 9, 24), datetime(2026, 11, 12, 10, 0)


def episode(day: date, *, done_after: float | None = None, declined: str | None = None) -> Episode:
    """An episode of one night that began on a day; the interview so many hours after the return."""
    gone = datetime(day.year, day.month, day.day, 21)
    back = gone + timedelta(hours=9)
    held = back + timedelta(hours=done_after) if done_after is not None else None
    return Episode(gone, back, held, declined)


def states(*episodes: Episode) -> list[tuple[date, str]]:
    """What is told of the interviews of these episodes."""
    return [(one.episode_on, one.state) for one in interviews(episodes, SINCE, NOW)]


def test_episodes_of_the_day_itself_were_known_then() -> None:
    days = (date(2026, 9, 24), date(2026, 9, 25), date(2026, 11, 12))
    assert episodes_between(map(episode, days), SINCE, NOW.date()) == 2


def test_ninety_days_are_counted_back_from_each_day() -> None:
    days = [date(2026, 7, 1), date(2026, 9, 1), date(2026, 11, 1)]
    assert missing_on(map(episode, days), SINCE) == 2
    assert missing_on(map(episode, days), NOW.date()) == 2


def test_an_interview_is_done_late_awaited_or_declined() -> None:
    day = date(2026, 11, 3)
    assert states(episode(day, done_after=40)) == [(day, "done")]
    assert states(episode(day, done_after=80)) == [(day, "done late")]
    assert states(episode(day)) == [(day, "late")]
    assert states(episode(date(2026, 11, 10))) == [(date(2026, 11, 10), "awaited")]
    assert states(episode(day, declined="Child declined")) == [(day, "declined")]


def test_an_interview_settled_before_is_told_no_more_and_one_still_owed_is() -> None:
    before = date(2026, 9, 1)
    assert states(episode(before, done_after=40)) == []
    assert states(episode(before, declined="No answer")) == []
    assert states(episode(before)) == [(before, "late")]


def test_an_assessment_is_told_with_the_level_that_stood_before_it() -> None:
    levels = [
        Level(date(2026, 8, 1), "Low", 1, True),
        Level(date(2026, 9, 24), "Medium", 2, False),
        Level(date(2026, 11, 3), "High", 3, True),
    ]
    assert assessments(levels, SINCE) == (Assessed(date(2026, 11, 3), "High", "Medium"),)


def test_a_plan_that_changed_and_a_move_of_home_are_told_in_order() -> None:
    standings = [
        Standing(date(2026, 1, 1), "CiN plan", "Harbourside"),
        Standing(date(2026, 10, 20), "CP", "Harbourside"),
    ]
    assert moves(standings, [date(2026, 10, 3)], SINCE) == (
        Moved(date(2026, 10, 3), "home"),
        Moved(date(2026, 10, 20), "plan", "CiN plan", "CP"),
    )


def test_a_plan_that_changed_before_is_known() -> None:
    standings = [Standing(date(2026, 1, 1), "CP", None), Standing(date(2026, 8, 1), "CLA", None)]
    assert moves(standings, [], SINCE) == ()


def test_twelve_months_end_with_this_one_and_the_risk_stands_until_it_moves() -> None:
    levels = [Level(date(2026, 8, 5), "Low", 1, True), Level(date(2026, 10, 5), "High", 3, True)]
    found = months([episode(date(2026, 10, 31))], levels, NOW.date())
    assert (found[0].first, found[-1].first) == (date(2025, 12, 1), date(2026, 11, 1))
    assert [one.risk for one in found[-5:]] == [None, "Low", "Low", "High", "High"]
    assert [one.episodes for one in found[-3:]] == [0, 1, 0]
