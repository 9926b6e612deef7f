"""What minutes say, part by part: kept with a version, to be held against a later one."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from exports.body import Block
from exports.phrases import GAPS
from exports.sheet import Sheet

if TYPE_CHECKING:
    from exports.returned.written import WrittenLine

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
    return tuple(_parts(sheet.blocks()))


def _parts(blocks: Iterable[Block]) -> Iterator[Part]:
    title, under, lines = HEAD, "", list[str]()
    for block in blocks:
        if block.rows:
            lines.extend(f"{under}{_row_told(row)}" for row in block.rows)
            continue
        text = " ".join(block.text.split())
        if block.level in (1, 2):
            yield Part(title, tuple(lines))
            title, under, lines = block.text.strip(), "", []
        elif block.level:
            under = f"{text}: "
        elif text:
            lines.append(_headed(under, text))
    yield Part(title, tuple(lines))


def _headed(under: str, text: str) -> str:
    """A line under its heading; what is not recorded of an item stands under none of them."""
    return text if text.startswith(GAPS) else f"{under}{text}"


def _row_told(cells: Iterable[str]) -> str:
    told = dict.fromkeys(" ".join(cell.split()) for cell in cells)
    return " · ".join(one for one in told if one)


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
