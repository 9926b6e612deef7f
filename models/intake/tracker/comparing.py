"""A sheet that came back against the records: what it would change, who is new, what conflicts."""

from collections.abc import Sequence
from datetime import date

from models.intake.tracker.cells import canonical, read_cell
from models.intake.tracker.proposing import plainly, row_of
from models.intake.tracker.sheet import ReadSheet, SheetRow, digest
from models.intake.tracker.whose import TELLING, bare
from models.records.tracker import Proposed, ProposedSet, Standing, TrackedChild, Value
from models.rules.tracker.columns import BY_KEY, TrackerColumn, Write, said_of

MOVED = "It has changed here since the sheet was written."
NOT_KNOWN = "The sheet does not say how it stood when it went: look which of the two is newer."
TWICE = "The child stands in the sheet twice; this row is left."
NOT_HERE = "The record that the row names is not here, or not yours to read; the row is left."
OTHER = "Record and System id name two children; the row is left."
NO_NAME = "A row without a name names no child; it is left."
NEW_CHILD = "No child here has this record or system id. Look whether it is somebody on record."
OF_NEW = frozenset({"types"})
"""What a row says of a child who is new, and of a child on record only its page changes."""
RECKONED = frozenset({
    "age", "direction", "due_on", "standing", "missing_90_days", "interviews_late", "since",
    "tracked", "missing_told",
})  # fmt: skip
"""What follows from other columns, and is no answer of the sheet."""
FOREIGN = (
    "This list is no sheet of this tracker: nothing is ticked, and what it leaves empty stays."
)
STAY = "Children who are not in the sheet stay as they are."


def compared(
    sheet: ReadSheet,
    children: Sequence[TrackedChild],
    today: date,
    districts: Sequence[str] = (),
    *,
    key: str,
) -> ProposedSet:
    """Every difference between a sheet and the records, each with how it stands.

    `key` is that with which the file marks its sheets.
    """
    return _Comparing(sheet, children, today, districts, key).all()


class _Comparing:
    def __init__(
        self,
        sheet: ReadSheet,
        children: Sequence[TrackedChild],
        today: date,
        districts: Sequence[str],
        key: str,
    ) -> None:
        self._sheet, self._today, self._districts = sheet, today, districts
        self._key = key
        self._by_record = {one.uuid.lower(): one for one in children}
        ids: dict[str, list[TrackedChild]] = {}
        for one in children:
            if one.system_id:
                ids.setdefault(one.system_id.casefold(), []).append(one)
        self._by_id = {said: found[0] for said, found in ids.items() if len(found) == 1}
        self._columns = [BY_KEY[key] for key in sheet.keys]
        self._foreign = not any(row.sent for row in sheet.rows)
        self._found: list[Proposed] = []
        self._seen: set[int] = set()

    def all(self) -> ProposedSet:
        for row in self._sheet.rows:
            self._take(row)
        taken = frozenset(one.key for one in self._found if one.standing is Standing.CHANGE)
        notes = [FOREIGN, STAY] if self._foreign else [STAY]
        if self._sheet.unknown:
            names = ", ".join(self._sheet.unknown)
            notes.append(f"Columns that the tracker does not have were passed over: {names}.")
        return ProposedSet(tuple(self._found), tuple(notes), taken)

    def _take(self, row: SheetRow) -> None:
        child = self._by_record.get(row.record)
        by_id = self._by_id.get(row.cells.get("system_id", "").casefold())
        if row.record and child is None:
            self._leave(row, NOT_HERE)
        elif child is not None and by_id is not None and by_id.id != child.id:
            self._leave(row, OTHER)
        elif child is None and by_id is None:
            self._offer(row)
        else:
            self._compare(row, child or by_id)  # type: ignore[arg-type]

    def _compare(self, row: SheetRow, child: TrackedChild) -> None:
        if child.id in self._seen:
            self._leave(row, TWICE)
            return
        self._seen.add(child.id)

        def stands(column: TrackerColumn) -> tuple[Standing, str]:
            sent = row.sent.get(column.key)
            if sent is None:
                return Standing.LOOK, NOT_KNOWN
            now = canonical(column, plainly(said_of(child, column.key)), self._today)
            same = digest(self._key, child.uuid.lower(), column, now) == sent
            return (Standing.CHANGE, "") if same else (Standing.CONFLICT, MOVED)

        cells = [
            (column, row.cells[column.key])
            for column in self._columns
            if not self._says_nothing_new(row, child, column)
        ]
        self._found += row_of(len(self._found), child, cells, self._today, stands, self._districts)

    def _says_nothing_new(self, row: SheetRow, child: TrackedChild, column: TrackerColumn) -> bool:
        """Whether nobody has touched a cell since the sheet went, or another list leaves it empty.

        What a list of another system words otherwise and means the same is nothing new either.
        """
        text, sent = row.cells[column.key], row.sent.get(column.key)
        if sent is not None:
            said = canonical(column, text, self._today)
            return digest(self._key, child.uuid.lower(), column, said) == sent
        return self._foreign and (not text or self._means(column, text, child))

    def _means(self, column: TrackerColumn, text: str, child: TrackedChild) -> bool:
        ours = plainly(said_of(child, column.key))
        if column.key in TELLING:
            return bare(column.key, text) == bare(column.key, ours)
        theirs = read_cell(column, text, self._today, self._districts)
        return not theirs.problem and theirs.value == read_cell(column, ours, self._today).value

    def _offer(self, row: SheetRow) -> None:
        name = " ".join(row.cells.get("name", "").split())
        if not name:
            self._leave(row, NO_NAME)
            return
        cells: list[tuple[str, Value]] = []
        left: list[str] = []
        for column in self._columns:
            read = read_cell(column, row.cells[column.key], self._today, self._districts)
            if read.problem:
                left.append(f"{column.title}: {row.cells[column.key]}")
            elif column.key in OF_NEW or column.write is not Write.NOT:
                cells += [(column.key, read.value)] if read.value not in (None, False) else []
            elif read.value and column.key not in RECKONED and read.value != "Open":
                left.append(f"{column.title}: {row.cells[column.key]}")
        note = NEW_CHILD + (f" Not taken: {'; '.join(left)}." if left else "")
        told = [(key, value) for key, value in cells if key not in ("name", "system_id")]
        now = ", ".join(f"{BY_KEY[key].title}: {plainly(value)}" for key, value in told)
        system_id = row.cells.get("system_id", "")
        self._found.append(
            Proposed(len(self._found), name, system_id, "New child", "", now, Standing.NEW, note,
                     cells=tuple(cells))
        )  # fmt: skip

    def _leave(self, row: SheetRow, why: str) -> None:
        who = row.cells.get("name", "") or f"Row {row.number}"
        told = (who, row.cells.get("system_id", ""), f"Row {row.number}", "", "")
        self._found.append(Proposed(len(self._found), *told, Standing.NOT_TAKEN, why))
