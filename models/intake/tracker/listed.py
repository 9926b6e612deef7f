"""Somebody else's list of children, pasted or as a file: whom each line names."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from models.errors import Refusal
from models.intake.papers import Block, Cell, Content, ReadRecord, Table
from models.intake.tracker.heads import MEANS
from models.intake.understanding.dates import read_day
from models.intake.understanding.reading import understand
from models.records.tracker_listed import Listed

MOST_LINES, MOST_LETTERS, LOOKED_AT = 20_000, 2_000_000, 12
TOO_LONG = "The list has more than 20,000 lines. Compare it in parts."
NUMBER = re.compile(r"(?<![\w/-])(?=[A-Za-z-]{0,6}\d)[A-Za-z]{0,6}-?\d{4,12}(?![\w/-])")
DAY = re.compile(r"\d{1,4}[-/. ](?:\d{1,2}|[A-Za-z]{3,9})[-/. ]\d{2,4}")
COUNTED = re.compile(r"^\s*(?:\d{1,4}[.)]\s+|[-•*]\s+)")
NAME = re.compile(r"[^\W\d_][\w'’-]*(?:[ ,]+[^\W\d_][\w'’.-]*)*")
SHORTEST = 4
"""Letters from which a number tells one child from another."""
CHILDREN = frozenset({"child", "tracker", "persons", "missing", "assessment", "update"})
"""Kinds of records that are about a child by name."""
Row = Sequence[str]


def from_text(text: str, today: date) -> tuple[Listed, ...]:
    """Whom a pasted text names, line by line; cells of a spreadsheet stand between tabs."""
    if len(text) > MOST_LETTERS:
        raise Refusal(TOO_LONG)
    rows = [line.split("\t") for line in text.splitlines()]
    plain = _of_rows(rows, today)
    if not any(len(row) > 1 for row in rows):
        return plain
    return _clearer(_understood(_pasted(rows), today), plain)


def from_paper(content: Content, today: date) -> tuple[Listed, ...]:
    """Whom a file names, read as a tracker taken in is; else its rows or lines as they stand."""
    tables = [part for part in content.parts if isinstance(part, Table)]
    if any(len(table.rows) > MOST_LINES for table in tables):
        raise Refusal(TOO_LONG)
    if tables:
        rows = [[[cell.text for cell in row] for row in table.rows] for table in tables]
        plain = _once(one for each in rows for one in _of_rows(each, today))
    else:
        lines = (part.text for part in content.parts if isinstance(part, Block))
        plain = from_text("\n".join(lines), today)
    return _clearer(_understood(content, today), plain)


def _pasted(rows: Sequence[Row]) -> Content:
    cells = (
        tuple(Cell(text, f"line {at}") for text in row)
        for at, row in enumerate(rows, 1)
        if any(map(str.strip, row))
    )
    return Content("pasted", "", (Table(tuple(cells), "what is pasted"),), "csv")


def _understood(content: Content, today: date) -> tuple[Listed, ...]:
    """The children whom the words for papers find, also of heads in two rows."""
    read = understand(content, this_year=today.year)
    return _once(_of_record(one, today) for one in read.records if one.kind in CHILDREN)


def _of_record(one: ReadRecord, today: date) -> Listed:
    said = " · ".join(dict.fromkeys(" ".join(each.raw.split()) for each in one.fields if each.raw))
    number = str(one.get("la_id") or one.get("nhs") or "") or None
    born = one.get("dob")
    day = born.date() if isinstance(born, datetime) else born
    name = str(one.get("name") or "")
    return Listed(said, name, day if isinstance(day, date) else None, number)


def _clearer(understood: tuple[Listed, ...], plain: tuple[Listed, ...]) -> tuple[Listed, ...]:
    """Whichever reading tells more children apart, so that none is lost by the other."""
    return plain if _told(plain) > _told(understood) or not understood else understood


def _told(found: Iterable[Listed]) -> int:
    return sum(bool(one.name) and bool(one.born or _telling(one.number)) for one in found)


def _telling(number: str | None) -> bool:
    """Whether a number is long enough to be a child's, and none that counts a list."""
    return number is not None and len(number) >= SHORTEST and any(map(str.isdigit, number))


def _of_rows(rows: Sequence[Row], today: date) -> tuple[Listed, ...]:
    if len(rows) > MOST_LINES:
        raise Refusal(TOO_LONG)
    at, head = _head(rows)
    if head:
        return _once(_under(head, row, today) for row in rows[at + 1 :] if any(map(str.strip, row)))
    return _once(_of_line(row, today) for row in rows if any(map(str.strip, row)))


def _head(rows: Sequence[Row]) -> tuple[int, dict[str, int]]:
    """Where the titles stand that say what each column is, and which it is."""
    for at, row in enumerate(rows[:LOOKED_AT]):
        found: dict[str, int] = {}
        for place, cell in enumerate(row):
            means = MEANS.get(re.sub(r"[^a-z]+", " ", cell.casefold().replace("'", "")).strip())
            if means is not None:
                found.setdefault(means, place)
        if found.keys() & {"name", "last"} or len(found) >= 2:
            return at, found
    return -1, {}


def _under(head: dict[str, int], row: Row, today: date) -> Listed:
    def said(what: str) -> str:
        at = head.get(what)
        return " ".join(row[at].split()) if at is not None and at < len(row) else ""

    name = said("name") or " ".join(filter(None, (said("first"), said("last"))))
    return Listed(_line(row), turned(name), day_said(said("born"), today), said("number") or None)


def _of_line(row: Row, today: date) -> Listed:
    """A line without titles: a day is the date of birth, a long number the system's, words a name.

    Where the cells stand apart, the first that is a name is the child's.
    """
    line = _line(row)
    day, number = DAY.search(line), None
    without = DAY.sub(" ", line)
    if found := NUMBER.search(without):
        number = found.group()
    names = (NUMBER.sub(" ", DAY.sub(" ", COUNTED.sub("", cell))) for cell in row)
    name = next((hit.group() for cell in names if (hit := NAME.search(cell))), "")
    return Listed(line, turned(name), day_said(day.group(), today) if day else None, number)


def turned(name: str) -> str:
    """A name with the first name first: "Ashdown, Ivy" is Ivy Ashdown."""
    last, comma, first = name.strip(" ,.").partition(",")
    return f"{first.strip()} {last.strip()}".strip() if comma else name.strip(" ,.")


def day_said(text: str, today: date) -> date | None:
    """The date of birth that a text says; None where it says none."""
    found = read_day(text, today.year, born=True).value if text else None
    return found.date() if isinstance(found, datetime) else found


def _line(row: Row) -> str:
    return " · ".join(" ".join(cell.split()) for cell in row if cell.strip())


def _once(found: Iterable[Listed]) -> tuple[Listed, ...]:
    """Each once, without lines that name nobody."""
    kept = (one for one in found if one.name or one.number)
    return tuple(dict.fromkeys(kept))
