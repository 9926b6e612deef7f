"""A date and its time of day in two columns of a list, read as one."""

import re
from dataclasses import replace

from models.intake.papers import Cell
from models.intake.understanding.elements import Grid

_TIME = re.compile(r"\b(?:time|hour)\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"^(?:[01]?\d|2[0-3])(?:[:.]?[0-5]\d(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?|h(?:rs)?)?|\s*[ap]\.?m\.?)$",
    re.IGNORECASE,
)
_APART = frozenset({"time", "hour", "date", "day", "of", "the", "and", "in", "on", "at"})
_MIDNIGHT = re.compile(r"\s+00:00(?::00)?\s*$")  # how a worksheet tells a day alone
_DAY = re.compile(r"\d\D+\d|\d{6}")


def with_times(grid: Grid) -> Grid:
    """Return the list with each column of times joined to the column of dates before it."""
    timed = [at for at in range(1, len(grid.headers)) if _is_time_of(grid, at)]
    if not timed:
        return grid
    headers = tuple(head for at, head in enumerate(grid.headers) if at not in timed)
    return replace(grid, headers=headers, rows=tuple(_joined(row, timed) for row in grid.rows))


def _is_time_of(grid: Grid, at: int) -> bool:
    times = [_text(row[at]) for row in grid.rows if _text(row[at])]
    days = [_text(row[at - 1]) for row in grid.rows if _text(row[at])]
    clocks = bool(times) and all(_CLOCK.match(text) for text in times)
    return clocks and _goes_with(grid.headers[at], grid.headers[at - 1]) and all(map(_is_day, days))


def _goes_with(header: str, before: str) -> bool:
    """Say whether "Time found" goes with "Date found"; "Time missing" beside it is how long."""
    words, others = (set(re.findall(r"[a-z]+", text.lower())) for text in (header, before))
    return bool(_TIME.search(header)) and words - _APART <= others - _APART


def _is_day(text: str) -> bool:
    text = _MIDNIGHT.sub("", text)
    return bool(_DAY.search(text)) and ":" not in text


def _joined(row: tuple[Cell | None, ...], timed: list[int]) -> tuple[Cell | None, ...]:
    cells = list(row)
    for at in timed:
        day, time = cells[at - 1], cells[at]
        if day is not None and time is not None:
            cells[at - 1] = replace(day, text=f"{_MIDNIGHT.sub('', day.text)} {time.text}")
    return tuple(cell for at, cell in enumerate(cells) if at not in timed)


def _text(cell: Cell | None) -> str:
    return cell.text.strip() if cell else ""
