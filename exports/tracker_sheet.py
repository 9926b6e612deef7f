"""The tracker as a sheet that is worked in elsewhere and comes back: Excel or a text list."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from exports import basis, logged_with, phrases, text_list, workbook
from exports.workbook import BOLD, TITLE, Grid, Line, Value
from models import codes
from models.intake.tracker.cells import canonical
from models.intake.tracker.proposing import plainly
from models.intake.tracker.sheet import AS_SENT, RECORD, digest
from models.records.panel import PanelRecord
from models.records.tracker import TrackedChild
from models.rules import access
from models.rules.tracker.columns import BY_KEY, Kind, TrackerColumn, Write, said_of
from models.workspace import Workspace

NAME, AUDIENCE, WHO_READS = "tracker", "office", "Whoever keeps the tracker"
FORMATS = ("xlsx", "csv")
LEAVE = (
    "Change cells and bring the sheet back: every change is looked at before it is kept. Leave the "
    "columns Record and As sent as they are: by them the program knows children and changes again."
)
ENTERED, TOLD = "missing_90_days", "missing_told"
MARKS_WIDE, EACH_BY_ITSELF = 9, 1_000
Tell = Callable[[int, int, str], object]
Marks = Sequence[tuple[str, str]]


def write(
    workspace: Workspace,
    ids: Sequence[int],
    keys: Sequence[str],
    path: Path,
    wanted: str,
    tell: Tell = lambda done, of, words: None,
) -> int:
    """Write these children, as far as the writer may know of them, and log it; gives how many.

    Refusal where the person may not export; KeyError for a format that is not in FORMATS.
    """
    access.check(workspace.person.role, "export_documents")
    make = {"xlsx": _xlsx, "csv": _csv}[wanted]
    tell(0, 0, "Writing the sheet")
    few = ids if len(ids) <= EACH_BY_ITSELF else None
    known = {one.id: one for one in workspace.read.tracker(few)}
    children = [known[one] for one in ids if one in known]
    today, panel = workspace.store.clock.today(), workspace.read.panel()
    tell(0, 0, "Writing the sheet")
    shown = _columns(keys, children)
    marks = _marks(children, shown, today, workspace.register.sheet_key())
    blob = make(children, shown, marks, panel, today, workspace.read.districts())
    name = f"{NAME}-{today.isoformat()}.{wanted}"
    logged_with.put(workspace, blob, path, name, AUDIENCE, recipient=WHO_READS)
    return len(children)


def _columns(keys: Sequence[str], children: Sequence[TrackedChild]) -> tuple[TrackerColumn, ...]:
    """The columns of a view; by name and system id people know whom a row is about.

    Beside episodes that are counted stands what a paper told, where it told of more.
    """
    wanted = list(keys) if "system_id" in keys else [*keys, "system_id"]
    told = any(one.missing_told is not None for one in children)
    if told and ENTERED in wanted and TOLD not in wanted:
        wanted.insert(wanted.index(ENTERED) + 1, TOLD)
    return tuple(BY_KEY[key] for key in wanted)


def _marks(
    children: Sequence[TrackedChild], columns: Sequence[TrackerColumn], today: date, key: str
) -> list[tuple[str, str]]:
    """Of each child the record, and a mark of what each cell said as it went."""

    def mark(child: TrackedChild, one: TrackerColumn) -> str:
        said = canonical(one, plainly(said_of(child, one.key)), today)
        return f"{one.key}:{digest(key, child.uuid.lower(), one, said)}"

    return [
        (child.uuid.lower(), " ".join(mark(child, one) for one in columns)) for child in children
    ]


def _head(columns: Sequence[TrackerColumn]) -> tuple[str, ...]:
    return (*(one.title for one in columns), RECORD, AS_SENT)


def _title(panel: PanelRecord, count: int, today: date) -> str:
    many = "1 child" if count == 1 else f"{count:,} children"
    return f"Tracker of {panel.name} on {phrases.day(today)}: {many}"


def _xlsx(
    children: Sequence[TrackedChild], columns: Sequence[TrackerColumn], marks: Marks,
    panel: PanelRecord, today: date, districts: Sequence[str],
) -> bytes:  # fmt: skip
    rows = [
        Line((*(_value(child, one) for one in columns), *mark))
        for child, mark in zip(children, marks, strict=True)
    ]
    lines = (
        Line((panel.marking,), BOLD),
        Line((_title(panel, len(rows), today),), TITLE),
        Line((LEAVE,)),
        Line((basis.line(panel),)),
        Line(_head(columns), BOLD),
        *rows,
    )
    grid = Grid(5, len(columns) + 2, len(rows), {
        at: _choices(one, districts) for at, one in enumerate(columns) if one.write is not Write.NOT
    })  # fmt: skip
    least = [max(one.width + 2, len(one.title) + 3) for one in columns]
    marks_wide = (MARKS_WIDE, MARKS_WIDE)
    widths = [*workbook.fitting(least, [one.values[:-2] for one in rows]), *marks_wide]
    header = f"{panel.marking} · {panel.name}"
    return workbook.written("Tracker", lines, widths, header, panel.handling, grid)


def _value(child: TrackedChild, column: TrackerColumn) -> Value:
    value = said_of(child, column.key)
    if column.kind is Kind.DAY and isinstance(value, date):
        return value
    if column.kind is Kind.NUMBER and isinstance(value, int):
        return value
    return plainly(value) or None


def _choices(column: TrackerColumn, districts: Sequence[str]) -> Sequence[str]:
    if column.kind is Kind.YES:
        return ("Yes", "No")
    if column.codes == "districts":
        return districts
    if not column.codes:
        return ()
    return [one.label for one in codes.load(column.codes) if one.active]


def _csv(
    children: Sequence[TrackedChild], columns: Sequence[TrackerColumn], marks: Marks,
    panel: PanelRecord, today: date, districts: Sequence[str],
) -> bytes:  # fmt: skip
    rows = (
        (*(_text(child, one) for one in columns), *mark)
        for child, mark in zip(children, marks, strict=True)
    )
    title = _title(panel, len(children), today)
    return text_list.written(
        [(panel.marking,), (title,), (LEAVE,), (basis.line(panel),), _head(columns), *rows]
    )


def _text(child: TrackedChild, column: TrackerColumn) -> str:
    value = said_of(child, column.key)
    return value.isoformat() if isinstance(value, date) else plainly(value)
