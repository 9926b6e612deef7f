"""One cell as a proposed change: what it was, what it would be, and why it may not be taken."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from models.intake.tracker.cells import STAYS_OPEN, read_cell
from models.records.tracker import CellChange, Proposed, Standing, TrackedChild, Value
from models.rules.tracker.columns import TrackerColumn, value_of, why_not, why_not_so

MAY_NOT_BE_EMPTY = {
    "name": "A child keeps a name.",
    "assessed_on": "An assessment is taken back on the child's page.",
    "next_review": "A child under review keeps a day until the record is closed.",
}
STANDS = "That stands here."
AT_LEVEL, NO_LEVEL = "It is added at {}, the level that stands.", "It is added without a level."

Stands = Callable[[TrackerColumn], tuple[Standing, str]]


def as_it_is(column: TrackerColumn) -> tuple[Standing, str]:
    """A change that nothing speaks against."""
    return Standing.CHANGE, ""


def plainly(value: Value) -> str:
    """A value as a sheet says it: days as 12 Nov 2026, several with semicolons."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return f"{value.day} {value:%b %Y}"
    return "; ".join(value) if isinstance(value, tuple) else str(value)


def proposed(
    key: int, child: TrackedChild, column: TrackerColumn, text: str, today: date,
    stands: Stands = as_it_is, *, assessing: bool = False, districts: Sequence[str] = (),
) -> Proposed | None:  # fmt: skip
    """What a text would change in a child's cell; None where it says what stands there.

    `stands` says how a change stands that may be made, with a note. `assessing`: an assessment of
    a new day comes with it.
    """
    was = value_of(child, column.key)
    read = read_cell(column, text, today, districts)
    same = not read.problem and (read.value or None) == (was or None)
    otherwise = read.note if column.key == "risk" and read.value else ""
    if text.strip() == plainly(was) or (same and not otherwise):
        return None
    told = (child.name, child.system_id or "", column.title, plainly(was))
    if same:
        return Proposed(key, *told, text.strip(), Standing.NOT_TAKEN, f"{otherwise} {STANDS}")
    why = read.problem or ("" if assessing and column.key == "risk" else why_not(column, child))
    if not why and read.value is None:
        why = MAY_NOT_BE_EMPTY.get(column.key, "")
    why = why or why_not_so(column, child, read.value)
    unread = read.problem and read.value is None
    now = text.strip() if unread else plainly(read.value)
    if why:
        return Proposed(key, *told, now, Standing.NOT_TAKEN, why)
    standing, note = stands(column)
    if read.note == STAYS_OPEN and standing is Standing.CHANGE:
        standing = Standing.LOOK  # who wrote "closed" meant the record, perhaps, and not the plan
    change = CellChange(child.id, column.key, read.value, was)
    return Proposed(key, *told, now, standing, " ".join(filter(None, (note, read.note))), change)


def row_of(
    first: int, child: TrackedChild, cells: Iterable[tuple[TrackerColumn, str]], today: date,
    stands: Stands = as_it_is, districts: Sequence[str] = (),
) -> list[Proposed]:  # fmt: skip
    """What a row of texts would change of a child, numbered from `first`.

    A risk that an assessment has said is taken where a new day of assessment stands beside it; a
    new day without one says at which level the assessment is added.
    """
    found: list[Proposed] = []
    assessing = False
    for column, text in sorted(cells, key=lambda cell: cell[0].key != "assessed_on"):
        one = proposed(
            first + len(found),
            child,
            column,
            text,
            today,
            stands,
            assessing=assessing,
            districts=districts,
        )
        if one is not None:
            assessing |= one.change is not None and one.change.column == "assessed_on"
            found.append(one)
    risk = any(one.change is not None and one.change.column == "risk" for one in found)
    return found if risk else [_with_level(one, child) for one in found]


def _with_level(one: Proposed, child: TrackedChild) -> Proposed:
    """A new day of assessment with the level at which it is added, where none is said beside it."""
    if one.change is None or one.change.column != "assessed_on":
        return one
    level = AT_LEVEL.format(child.risk) if child.risk else NO_LEVEL
    return replace(one, note=" ".join(filter(None, (one.note, level))))
