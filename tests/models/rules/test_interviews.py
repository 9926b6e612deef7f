"""The return interview's 72 hours, and when repeated missing calls for a strategy meeting."""

from datetime import date, datetime, timedelta

import pytest

from models.rules.interviews import (
    Gone,
    Interview,
    Stage,
    calls_for_strategy,
    interview_clock,
    time_words,
)

FRIDAY = datetime(2026, 11, 6, 17)


@pytest.mark.parametrize(
    ("returned", "now", "stage", "words", "due"),
    [
        # Over a weekend the hours run on.
        (FRIDAY, datetime(2026, 11, 9, 9), Stage.SOON, "8 h left of 72 h", FRIDAY),
        (FRIDAY, datetime(2026, 11, 7, 9), Stage.RUNNING, "56 h left of 72 h", FRIDAY),
        (FRIDAY, datetime(2026, 11, 9, 17), Stage.SOON, "0 min left of 72 h", FRIDAY),
        (FRIDAY, datetime(2026, 11, 9, 17, 1), Stage.OVER, "1 min over 72 h", FRIDAY),
        # So they do over Christmas, with two bank holidays and a weekend.
        (datetime(2026, 12, 24, 20), datetime(2026, 12, 27, 22), Stage.OVER, "2 h over 72 h", None),
        # The night the clocks go back has an hour more, the night they go forward one less.
        (datetime(2026, 10, 23, 12), datetime(2026, 10, 26, 11), Stage.SOON,
         "0 min left of 72 h", datetime(2026, 10, 26, 11)),
        (datetime(2026, 3, 27, 12), datetime(2026, 3, 30, 12), Stage.SOON,
         "1 h left of 72 h", datetime(2026, 3, 30, 13)),
    ],
)  # fmt: skip
def test_hours_run_from_the_return_through_weekends_and_clock_changes(
    returned: datetime, now: datetime, stage: Stage, words: str, due: datetime | None
) -> None:
    clock = interview_clock(returned, Interview(), now)
    assert (clock.stage, clock.words) == (stage, f"{words}, not offered yet")
    if due is not None and due != FRIDAY:
        assert clock.due == due
    if due == FRIDAY:
        assert clock.due == FRIDAY + timedelta(days=3)


@pytest.mark.parametrize(
    ("interview", "stage", "words"),
    [
        (Interview(offered=FRIDAY), Stage.RUNNING, "48 h left of 72 h, offered, no answer yet"),
        (Interview(FRIDAY, accepted=True), Stage.RUNNING, "48 h left of 72 h, accepted, not held"),
        (Interview(declined="Child declined"), Stage.DECLINED, "declined: Child declined"),
        (Interview(held=FRIDAY + timedelta(hours=20)), Stage.HELD, "held after 20 h"),
        (Interview(held=FRIDAY + timedelta(hours=80)), Stage.HELD_LATE,
         "held after 80 h, 8 h late"),
    ],
)  # fmt: skip
def test_what_has_come_of_it_is_said_with_the_hours(
    interview: Interview, stage: Stage, words: str
) -> None:
    clock = interview_clock(FRIDAY, interview, FRIDAY + timedelta(hours=23, minutes=59))
    assert clock.stage is stage
    assert clock.words.startswith(words)
    assert clock.runs == (stage is Stage.RUNNING)


def test_a_child_who_is_not_back_has_no_clock_yet() -> None:
    clock = interview_clock(None, Interview(), FRIDAY)
    assert (clock.stage, clock.due, clock.words) == (Stage.MISSING, None, "not returned yet")


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (timedelta(minutes=59), "59 min"),
        (timedelta(hours=95, minutes=59), "95 h"),
        (timedelta(hours=96), "4 days"),
        (timedelta(hours=119), "4 days"),
    ],
)
def test_a_stretch_of_time_is_said_as_people_say_it(time: timedelta, words: str) -> None:
    assert time_words(time) == words


def _gone(*days: int, meeting: date | None = None, not_needed: bool = False) -> list[Gone]:
    found = [Gone(datetime(2026, 11, 12) - timedelta(days=day)) for day in days]
    last = found[-1]
    return [*found[:-1], Gone(last.reported, meeting, not_needed)]


@pytest.mark.parametrize(
    ("episodes", "count"),
    [
        (_gone(80, 40, 2), 3),
        (_gone(95, 40, 2), 0),
        (_gone(89, 40, 2), 3),
        (_gone(90, 40, 2), 0),
        (_gone(80, 60, 40, 2), 4),
        # Held: those up to that day no longer count, and three more do again.
        (_gone(80, 40, 20, meeting=date(2026, 10, 25)), 0),
        ([*_gone(80, 40, 20, meeting=date(2026, 10, 25)), *_gone(10, 5)], 0),
        ([*_gone(80, 40, 20, meeting=date(2026, 10, 25)), *_gone(10, 5, 2)], 3),
        # Not needed: the next episode proposes it again.
        (_gone(80, 40, 20, not_needed=True), 0),
        ([*_gone(80, 40, 20, not_needed=True), *_gone(1)], 4),
        ([], 0),
    ],
)
def test_three_episodes_in_ninety_days_propose_a_strategy_meeting(
    episodes: list[Gone], count: int
) -> None:
    assert calls_for_strategy(episodes, date(2026, 11, 12)) == count
    if count:
        assert calls_for_strategy(episodes, date(2026, 11, 12), most=count + 1) == 0
