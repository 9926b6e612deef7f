"""What minutes say, part by part: kept with a version, to be held against a later one."""

import io
import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from exports.phrases import GAPS
from exports.sheet import Sheet

if TYPE_CHECKING:
    from exports.returned.written import WrittenLine

LEVELS = {"Heading 1": 1, "Heading 2": 2, "Heading 3": 3}
HEAD = "The meeting"
FORMAT = 1


class Part(NamedTuple):
    """A heading with the lines under it; an item's part is known again by its reference."""

    title: str
    lines: tuple[str, ...]

    @property
    def key(self) -> str:
        """V1 of "V1  A.R., LCS620625 (review)"."""
        return self.title.partition("  ")[0]


def parts_of(sheet: Sheet) -> tuple[Part, ...]:
    """The parts of a document as it would be written; house style or the panel's own."""
    return tuple(_parts(sheet.to_bytes()))


def _parts(blob: bytes) -> Iterator[Part]:
    import docx

    opened: Any = docx.Document(io.BytesIO(blob))
    title, under, lines = HEAD, "", list[str]()
    for block in opened.iter_inner_content():
        if hasattr(block, "rows"):
            lines.extend(f"{under}{line}" for line in _rows(block))
            continue
        level, text = LEVELS.get(block.style.name, 0), " ".join(block.text.split())
        if level in (1, 2):
            yield Part(title, tuple(lines))
            title, under, lines = block.text.strip(), "", []
        elif level:
            under = f"{text}: "
        elif text:
            lines.append(_headed(under, text))
    yield Part(title, tuple(lines))


def _headed(under: str, text: str) -> str:
    """A line under its heading; what is not recorded of an item stands under none of them."""
    return text if text.startswith(GAPS) else f"{under}{text}"


def _rows(table: Any) -> Iterator[str]:
    for row in table.rows:
        told = dict.fromkeys(" ".join(cell.text.split()) for cell in row.cells)
        yield " · ".join(one for one in told if one)


def parts_of_lines(lines: "Iterable[WrittenLine]") -> tuple[Part, ...]:
    """The parts of a document from its lines as they were written; a row of a table is one."""
    return tuple(_grouped(lines))


def _grouped(lines: "Iterable[WrittenLine]") -> Iterator[Part]:
    title, under, told = HEAD, "", list[str]()
    for row, cells in groupby(lines, key=_row):
        for text, level in _texts(row, cells):
            if level in (1, 2):
                yield Part(title, tuple(told))
                title, under, told = text, "", []
            elif level:
                under = f"{text}: "
            else:
                told.append(_headed(under, text))
    yield Part(title, tuple(told))


def _row(line: "WrittenLine") -> tuple[int, int] | None:
    return (line.cell.table, line.cell.row) if line.cell is not None else None


def _texts(row: object, lines: "Iterable[WrittenLine]") -> Iterator[tuple[str, int]]:
    """Each paragraph with its level; the cells of a row beside each other."""
    found = [(line.text.strip() if line.level else " ".join(line.text.split()), line.level)
             for line in lines]  # fmt: skip
    if row is None:
        yield from found
    else:
        yield " · ".join(dict.fromkeys(text for text, _ in found if text)), 0


def as_bytes(parts: tuple[Part, ...], approved: Mapping[str, Any] | None = None) -> bytes:
    """Parts as they are kept in the panel's file, with what they took from the registers."""
    whole = {
        "format": FORMAT,
        "parts": [[one.title, *one.lines] for one in parts],
        "approved": approved or {},
    }
    return json.dumps(whole, ensure_ascii=False).encode()


def from_bytes(kept: bytes) -> tuple[Part, ...]:
    """Parts as they were kept."""
    return tuple(Part(title, tuple(lines)) for title, *lines in json.loads(kept)["parts"])
