"""Dates as people say them in a meeting, found in a line and made plain."""

from models.rules.dates.finding import spoken_date, spoken_dates
from models.rules.dates.lately import asked_if_past
from models.rules.dates.reading import DateReading

__all__ = ["DateReading", "asked_if_past", "spoken_date", "spoken_dates"]
