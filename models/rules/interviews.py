"""The clock of the return home interview, and when repeated missing calls for a meeting."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from models.clock import after, elapsed

WITHIN = timedelta(hours=72)
SOON = timedelta(hours=48)
EPISODES, DAYS = "strategy_episodes", "strategy_days"
MOST_EPISODES, IN_DAYS = 3, 90
"""Where a panel sets nothing else: three episodes in ninety days."""


class Stage(StrEnum):
    """How far the interview after an episode has come."""

    MISSING = "missing"
    RUNNING = "running"
    SOON = "soon"
    OVER = "over"
    HELD = "held"
    HELD_LATE = "held late"
    DECLINED = "declined"


RUNS = frozenset({Stage.RUNNING, Stage.SOON, Stage.OVER})


@dataclass(frozen=True)
class Interview:
    """What is known of an interview, as its clock needs it; `by_day`: at no known hour."""

    offered: datetime | None = None
    accepted: bool | None = None
    declined: str | None = None
    held: datetime | None = None
    by_day: bool = False


@dataclass(frozen=True)
class InterviewClock:
    """Where the clock of one episode stands, until when, and both in words."""

    stage: Stage
    due: datetime | None
    words: str

    @property
    def runs(self) -> bool:
        """Whether an interview is still to be held."""
        return self.stage in RUNS


def interview_clock(
    returned: datetime | None, interview: Interview, now: datetime, *, by_day: bool = False
) -> InterviewClock:
    """The clock of an episode: 72 hours from the return, by night, at weekends and on holidays.

    Statutory guidance on children who run away or go missing from home or care (2014).
    `by_day`: the hour of the return is not known, and it stands at the end of its day.
    """
    due = after(returned, WITHIN) if returned is not None else None
    if interview.held is not None:
        if by_day or interview.by_day:
            return _held_by_day(returned, interview.held, due)
        return _held(returned, interview.held, due)
    if interview.declined:
        return InterviewClock(Stage.DECLINED, due, f"declined: {interview.declined}")
    if returned is None or due is None or (now < returned and not by_day):
        return InterviewClock(Stage.MISSING, None, "not returned yet")
    gone = elapsed(returned, now)
    stage = Stage.OVER if gone > WITHIN else Stage.SOON if gone >= SOON else Stage.RUNNING
    said = time_words(abs(WITHIN - gone))
    of, not_known = ("", ", hour of return not known") if by_day else (" of 72 h", "")
    hours = f"{said} over 72 h" if stage is Stage.OVER else f"{said} left{of}"
    return InterviewClock(stage, due, f"{hours}{not_known}, {_so_far(interview)}")


def interview_late(returned: datetime | None, settled: bool, now: datetime) -> bool:
    """Whether 72 hours have passed since the return with no interview done or declined."""
    return returned is not None and not settled and elapsed(returned, now) > WITHIN


def time_words(time: timedelta) -> str:
    """A stretch of time: "40 min", "31 h", from four days on "4 days"."""
    minutes = int(time.total_seconds()) // 60
    if minutes < 60:
        return f"{minutes} min"
    hours = minutes // 60
    if hours < 96:
        return f"{hours} h"
    return f"{hours // 24} days"


@dataclass(frozen=True)
class Gone:
    """An episode as the strategy rule needs it: reported, and what was answered to it."""

    reported: datetime
    meeting_on: date | None = None
    not_needed: bool = False


def calls_for_strategy(
    episodes: Sequence[Gone], today: date, most: int = MOST_EPISODES, days: int = IN_DAYS
) -> int:
    """How many episodes call for a strategy meeting, 0 where they call for none.

    Those before the last meeting no longer count. One that was found not to be needed is proposed
    again with the next episode.
    """
    first = today - timedelta(days=days - 1)
    held = max((one.meeting_on for one in episodes if one.meeting_on), default=date.min)
    counted = [
        one
        for one in episodes
        if first <= one.reported.date() <= today and one.reported.date() > held
    ]
    latest = max(counted, key=lambda one: one.reported, default=None)
    if latest is None or latest.not_needed or len(counted) < most:
        return 0
    return len(counted)


def _held_by_day(returned: datetime | None, held: datetime, due: datetime | None) -> InterviewClock:
    """Told in days; late where it is so whatever the hours were."""
    if returned is None or due is None:
        return InterviewClock(Stage.HELD, None, "held")
    days = (held.date() - returned.date()).days
    words = f"held {days} day{'' if days == 1 else 's'} after" if days else "held on the same day"
    if elapsed(returned, held) <= WITHIN:
        return InterviewClock(Stage.HELD, due, f"{words}, hour not known")
    return InterviewClock(Stage.HELD_LATE, due, f"{words}, hour not known, late")


def _held(returned: datetime | None, held: datetime, due: datetime | None) -> InterviewClock:
    if returned is None or due is None:
        return InterviewClock(Stage.HELD, None, "held")
    taken = elapsed(returned, held)
    words = f"held after {time_words(taken)}"
    if taken <= WITHIN:
        return InterviewClock(Stage.HELD, due, words)
    return InterviewClock(Stage.HELD_LATE, due, f"{words}, {time_words(taken - WITHIN)} late")


def _so_far(interview: Interview) -> str:
    if interview.accepted:
        return "accepted, not held yet"
    if interview.offered is not None:
        return "offered, no answer yet" if interview.accepted is None else "offered"
    return "not offered yet"
