"""Receipts of a council's case system: answers to recommendations by the feed's own ids."""

import csv
import json
import re
from datetime import date
from io import StringIO
from typing import Any

from models.errors import Refusal
from models.intake.papers import Cell, Content, ReadField, ReadPaper, ReadRecord, Table

SCHEMA = "urn:macedesk:care-plan-receipt:1.0"
FORM, KIND = "receipt", "reply"
FIELDS = {
    "id": "uuid",
    "version": "version",
    "status": "response",
    "reason": "reason",
    "modified_text": "modified",
    "in_plan_on": "in_plan",
    "plan_evidence": "evidence",
    "replied_on": "date",
    "replied_by": "completed_by",
}
"""What a receipt's column is called, and the field that it fills."""
DAYS = frozenset({"in_plan", "date"})
ANSWERS = frozenset({"status", "in_plan_on"})
OWN = frozenset(FIELDS) - {"id", "version", "status", "reason"}
"""What a receipt needs beside the id to say anything, and the columns that other lists lack."""
OF_THE_FEED = re.compile(rb"[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}", re.IGNORECASE)
MOST, LONGEST = 5_000, 4_000
GUARDED = ("'=", "'+", "'-", "'@")
NO_RECEIPT = (
    "This paper says that it is a receipt of recommendations and is damaged or not laid out as "
    "one. Ask for it to be made again; its layout is care-plan-receipt.schema.json."
)
TOO_MANY = f"This receipt has more than {MOST} rows. Ask for it in parts."


def opened(data: bytes) -> tuple[Table, ...]:
    """The rows of a receipt as one table; nothing where the bytes are no receipt.

    Raises Refusal where they say that they are one and cannot be read.
    """
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"{") and SCHEMA.rpartition(":")[0].encode() in data[:65_536]:
        return (_table(_from_json(data)),)
    if _is_csv(head):
        return (_table(_from_csv(data)),)
    return ()


def read(content: Content) -> ReadPaper:
    """Each row as an answer; columns that no receipt has are passed over."""
    (table,) = content.parts
    assert isinstance(table, Table)
    names = [cell.text for cell in table.rows[0]]
    records = tuple(_record(names, row, at) for at, row in enumerate(table.rows[1:], start=1))
    return ReadPaper(content.name, content.sha256, KIND, records, (), FORM, content.notes)


def _is_csv(head: bytes) -> bool:
    """Known by a column that only receipts have, or by the feed's own id in the first row."""
    first, _, rest = head.partition(b"\n")
    named = first.decode("utf-8", "replace").split(",")
    columns = {one.strip().strip('"').lower() for one in named}
    if "id" not in columns or not columns & ANSWERS:
        return False
    return bool(columns & OWN or OF_THE_FEED.search(rest.partition(b"\n")[0]))


def _from_json(data: bytes) -> list[dict[str, str]]:
    try:
        whole = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Refusal(NO_RECEIPT) from error
    rows = whole.get("receipts") if isinstance(whole, dict) else None
    if not isinstance(rows, list) or whole.get("schema") != SCHEMA:
        raise Refusal(NO_RECEIPT)
    if len(rows) > MOST:
        raise Refusal(TOO_MANY)
    if not all(isinstance(row, dict) and isinstance(row.get("id"), str) for row in rows):
        raise Refusal(NO_RECEIPT)
    return [{name: _plain(row.get(name)) for name in FIELDS} for row in rows]


def _plain(value: Any) -> str:
    """A value as a cell would have it; what is no text, number or nothing is refused."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise Refusal(NO_RECEIPT)
    return str(value)


def _from_csv(data: bytes) -> list[dict[str, str]]:
    try:
        rows = csv.DictReader(StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
        found = []
        for row in rows:
            named = {(name or "").strip().lower(): cell for name, cell in row.items()}
            found.append({name: _bare(named.get(name)) for name in FIELDS})
            if len(found) > MOST:
                raise Refusal(TOO_MANY)
    except (UnicodeDecodeError, csv.Error) as error:
        raise Refusal(NO_RECEIPT) from error
    return found


def _bare(cell: object) -> str:
    text = cell if isinstance(cell, str) else ""
    return text[1:] if text.startswith(GUARDED) else text


def _table(rows: list[dict[str, str]]) -> Table:
    head = tuple(Cell(name, "first row") for name in FIELDS)
    body = [
        tuple(Cell(row[name].strip()[:LONGEST], f"row {at}") for name in FIELDS)
        for at, row in enumerate(rows, start=1)
    ]
    return Table((head, *body), "the receipt")


def _record(names: list[str], row: tuple[Cell, ...], at: int) -> ReadRecord:
    fields = [
        _field(FIELDS[name], cell)
        for name, cell in zip(names, row, strict=True)
        if cell.text or name == "id"
    ]
    return ReadRecord(KIND, tuple(fields), f"row {at}")


def _field(name: str, cell: Cell) -> ReadField:
    value: object = cell.text
    if name in DAYS:
        value = _day(cell.text) or cell.text
    if name == "version":
        value = int(cell.text) if cell.text.isdecimal() else cell.text
    return ReadField(name, value, cell.text, cell.where, 1.0)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
