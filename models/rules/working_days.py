"""Working days of England and Wales: weekends, bank holidays and a panel's own closed days."""

from collections.abc import Collection
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

LIST = files("resources") / "bank_holidays.txt"
ONE_DAY = timedelta(days=1)
NO_CLOSED_DAYS: frozenset[date] = frozenset()


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """Bank holidays of England and Wales in that year, days given in lieu included."""
    return _listed().get(year) or _reckoned(year)


@cache
def _listed() -> dict[int, frozenset[date]]:
    """The years of the shipped list: it costs a hundredth of reckoning them anew."""
    found: dict[int, set[date]] = {}
    for line in LIST.read_text("ascii").split():
        day = date.fromisoformat(line)
        found.setdefault(day.year, set()).add(day)
    return {year: frozenset(days) for year, days in found.items()}


def _reckoned(year: int) -> frozenset[date]:
    from holidays import country_holidays

    return frozenset(country_holidays("GB", subdiv="ENG", years=[year]))


def is_working_day(day: date, closed: Collection[date] = NO_CLOSED_DAYS) -> bool:
    """True from Monday to Friday, unless a bank holiday or one of the panel's closed days."""
    return day.weekday() < 5 and day not in closed and day not in bank_holidays(day.year)


def next_working_day(day: date, closed: Collection[date] = NO_CLOSED_DAYS) -> date:
    """That day if it is a working day, else the first one after it."""
    while not is_working_day(day, closed):
        day += ONE_DAY
    return day


def last_working_day_before(day: date, closed: Collection[date] = NO_CLOSED_DAYS) -> date:
    """The nearest working day earlier than that day."""
    return add_working_days(day, -1, closed)


def add_working_days(day: date, count: int, closed: Collection[date] = NO_CLOSED_DAYS) -> date:
    """The day `count` working days later, or earlier if negative; 0 gives the day itself."""
    step = ONE_DAY if count > 0 else -ONE_DAY
    left = abs(count)
    while left:
        day += step
        left -= is_working_day(day, closed)
    return day


def working_days_between(start: date, end: date, closed: Collection[date] = NO_CLOSED_DAYS) -> int:
    """Working days from `start` to `end`, `start` not counted; negative if `end` is earlier."""
    if end < start:
        return -_count(end - ONE_DAY, start - ONE_DAY, closed)
    return _count(start, end, closed)


def _count(start: date, end: date, closed: Collection[date]) -> int:
    years = range(start.year, end.year + 1)
    off = {*closed, *(day for year in years for day in bank_holidays(year))}
    lost = sum(start < day <= end and day.weekday() < 5 for day in off)
    return _weekdays_until(end) - _weekdays_until(start) - lost


def _weekdays_until(day: date) -> int:
    """Mondays to Fridays from the first day of the calendar, a Monday, through that day."""
    weeks, left = divmod(day.toordinal(), 7)
    return weeks * 5 + min(left, 5)
