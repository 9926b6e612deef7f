"""Dates as people say them in a meeting, found in a line and made plain."""

from models.rules.dates.behind import Behind, day_behind
from models.rules.dates.finding import spoken_date, spoken_dates
from models.rules.dates.lately import LIES_BEHIND, lately_past, said_behind
from models.rules.dates.reading import DateReading
from models.rules.dates.whole import ONLY_A_DAY, beside_day, beside_reading

__all__ = [
    "LIES_BEHIND", "ONLY_A_DAY", "Behind", "DateReading", "beside_day",
    "beside_reading", "day_behind", "lately_past", "said_behind", "spoken_date", "spoken_dates",
]  # fmt: skip
