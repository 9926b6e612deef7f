"""What time it is for the panel: the wall clock of Europe/London."""

from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


class Clock(Protocol):
    """Tells the time as the clock on the panel's wall shows it."""

    def now(self) -> datetime:
        """The local time in London, naive, in whole seconds."""
        ...

    def today(self) -> date:
        """The local date in London."""
        ...


class SystemClock:
    """The machine's clock, read in London wherever the machine stands."""

    def now(self) -> datetime:
        """The local time in London, naive, in whole seconds."""
        return datetime.now(LONDON).replace(tzinfo=None, microsecond=0)

    def today(self) -> date:
        """The local date in London."""
        return self.now().date()


class SetClock:
    """A clock that stands where it was set and moves only when told."""

    def __init__(self, at: datetime) -> None:
        self._at = at.replace(microsecond=0)

    def now(self) -> datetime:
        """The time it was set to."""
        return self._at

    def today(self) -> date:
        """The date it was set to."""
        return self._at.date()

    def set(self, at: datetime) -> None:
        """Put the hands at this time."""
        self._at = at.replace(microsecond=0)

    def move(self, by: timedelta) -> None:
        """Turn the hands by this much, forwards or back."""
        self._at += by


class RunningClock:
    """A clock that was put to a moment when made and has run on since."""

    def __init__(self, at: datetime) -> None:
        self._ahead = at - SystemClock().now()

    def now(self) -> datetime:
        """The moment it was put to, and what has passed since."""
        return SystemClock().now() + self._ahead

    def today(self) -> date:
        """The date on which it stands."""
        return self.now().date()


def elapsed(start: datetime, end: datetime) -> timedelta:
    """The time that truly passed between two wall-clock times, across a clock change as well."""
    zoned = (start.replace(tzinfo=LONDON), end.replace(tzinfo=LONDON))
    return timedelta(seconds=zoned[1].timestamp() - zoned[0].timestamp())


def after(start: datetime, time: timedelta) -> datetime:
    """What the clock on the wall shows when this much time has passed, a clock change included."""
    there = datetime.fromtimestamp(start.replace(tzinfo=LONDON).timestamp(), UTC) + time
    return there.astimezone(LONDON).replace(tzinfo=None)
