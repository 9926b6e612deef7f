"""The panel's own update sheet: a row of answers for each earlier recommendation."""

from collections.abc import Iterable, Iterator, Sequence

from models.intake.papers import Block, Cell, NotUnderstood, ReadField, ReadRecord, Table
from models.intake.understanding.elements import Pair
from models.intake.understanding.lexicon import Match
from models.intake.understanding.records import Growing

HEADINGS = (
    "Ref",
    "Recommendation",
    "Status now (accepted, modified, rejected or in the plan)",
    "Date in plan",
    "Where the plan shows it, or why not",
    "Risk now",
)
FIELDS = ("ref", "text", "response", "in_plan", "", "")
REF, SAID, DAY, WORDS, RISK = 0, 2, 3, 4, 5
WHOSE = ("la_id", "date", "completed_by", "meeting")
"""What the sheet says once, and each answer shares."""
Part = Block | Table
Row = tuple[Cell, ...]


def without_answers(parts: Sequence[Part]) -> tuple[tuple[Part, ...], list[Row]]:
    """The paper without its tables of earlier recommendations, and the rows filled in."""
    own = [one for one in parts if isinstance(one, Table) and _is_ours(one)]
    rows = [row for table in own for row in table.rows[1:] if _says_something(row)]
    return tuple(one for one in parts if one not in own), rows


def read_answers(
    rows: Iterable[Row], sheets: Sequence[ReadRecord], year: int
) -> tuple[list[ReadRecord], list[NotUnderstood]]:
    """Each row's answer to its recommendation, and the risk it tells as news of the child.

    Rows of a sheet that names no child, or several, and rows of another width are kept as text.
    """
    found: list[ReadRecord] = []
    lost: list[NotUnderstood] = []
    for row in rows:
        if len(sheets) == 1 and len(row) == len(HEADINGS):
            found += _read(row, sheets[0], year)
        else:
            lost += [NotUnderstood(cell.where, cell.text) for cell in row]
    return found, lost


def _read(row: Row, sheet: ReadRecord, year: int) -> Iterator[ReadRecord]:
    if any(row[at].text.strip() for at in (SAID, DAY, WORDS)):
        shared = tuple(one for one in sheet.fields if one.name in WHOSE)
        yield _answer(row, shared, year)
    if row[RISK].text.strip():
        yield _risk(row, sheet)


def _is_ours(table: Table) -> bool:
    return bool(table.rows) and tuple(cell.text.strip() for cell in table.rows[0]) == HEADINGS


def _says_something(row: Row) -> bool:
    return any(cell.text.strip() for cell in row[SAID:])


def _answer(row: Row, shared: tuple[ReadField, ...], year: int) -> ReadRecord:
    growing = Growing("reply", row[REF].where, year)
    for name, cell in zip(FIELDS, row, strict=True):
        if name and cell.text.strip():
            growing.take(Pair("", cell.text, cell.where, Match(name, 1.0)))
    made = growing.finished()
    said = next((one.value for one in made.fields if one.name == "response"), None)
    words = row[WORDS]
    name = {"rejected": "reason", "accepted modified": "modified"}.get(str(said), "evidence")
    told = [ReadField(name, words.text, words.text, words.where, 1.0)] if words.text.strip() else []
    return ReadRecord("reply", (*made.fields, *told, *shared), made.where)


def _risk(row: Row, sheet: ReadRecord) -> ReadRecord:
    whose = tuple(one for one in sheet.fields if one.name in ("name", "la_id", "date", "meeting"))
    cell = row[RISK]
    text = f"{row[REF].text.strip()}, risk now: {cell.text.strip()}"
    return ReadRecord("update", (*whose, ReadField("changes", text, cell.text, cell.where, 1.0)),
                      cell.where)  # fmt: skip
