"""Tables of figures as read: each figure can name the children behind it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ReportRow:
    """One row of a report; values in the order of the columns."""

    section: str
    label: str
    values: tuple[int | float | None, ...]
    children: tuple[tuple[int, ...], ...] = ()
    percent: bool = False


@dataclass(frozen=True)
class ReportTable:
    """A report on a day: title, columns, rows, reconciliation sentences and definitions."""

    name: str
    title: str
    on: date
    columns: tuple[str, ...]
    rows: tuple[ReportRow, ...]
    reconciliation: tuple[str, ...]
    definitions: tuple[str, ...] = ()
