"""A label with whom the paper is about, stuck on it: name and address without words for them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from models.intake.papers import Block, Cell, Table
from models.intake.understanding.lexicon import recognise
from models.intake.understanding.names import looks_like_name, names_a_body, read_name
from models.intake.understanding.numbers import read_postcode

Parts = tuple[Block | Table, ...]
CHILD, SURE = "child", 0.85
LEAST_LINES, LONGEST, LONGEST_LABEL = 3, 8, 4  # lines, words of one, words before an answer
PROVING = frozenset({"dob", "nhs"})
_APART = re.compile(r"\t+| {2,}|\s\|\s")
_LABELLED = re.compile(r"([^\W\d_][^:]{0,28}?)(?:\s*:\s*|\s+(?=\d))(\S.*)$")


def with_stuck_on(parts: Iterable[Block | Table]) -> Parts:
    """Return the parts with each such label as lines that say what stands on it.

    Hospitals, clinics and schools stick one on every sheet: a name, days and numbers behind short
    words, the lines of an address and its postcode. Where several are, they are a list.
    """
    parts = tuple(parts)
    found = [told for place in _places(parts) if (told := _lines(place.text, place.where))]
    if len(found) != 1:
        return parts
    return tuple(one for part in parts for one in _read(part, found[0]))


def _places(parts: Parts) -> Iterator[Block | Cell]:
    for part in parts:
        if isinstance(part, Block):
            yield part
        else:
            yield from (cell for row in part.rows for cell in row)


def _read(part: Block | Table, stuck: list[Block]) -> list[Block | Table]:
    """Return a part with what is stuck on it in lines before it, which are left out of it."""
    where = stuck[0].where
    if isinstance(part, Block):
        return [*stuck] if part.where == where else [part]
    cells = [cell for row in part.rows for cell in row]
    if all(cell.where != where for cell in cells):
        return [part]
    held = [cell for cell in cells if cell.where != where and cell.text.strip()]
    if len(held) < 2:
        return [*stuck, *(Block(cell.text, cell.where) for cell in held)]
    rows = tuple(tuple(_emptied(cell, where) for cell in row) for row in part.rows)
    return [*stuck, replace(part, rows=rows)]


def _emptied(cell: Cell, where: str) -> Cell:
    return replace(cell, text="", bold_lead="") if cell.where == where else cell


def _lines(text: str, where: str) -> list[Block]:
    """Return what a label says line by line, nothing where a text is none."""
    lines = [line.strip(" ,") for line in text.split("\n") if line.strip(" ,")]
    if len(lines) < LEAST_LINES or any(len(line.split()) > 2 * LONGEST for line in lines):
        return []
    told = [_told(line) for line in lines]
    fields = {field for each in told for field, _ in each}
    bare = [line for line, each in zip(lines, told, strict=True) if not each]
    if not fields & PROVING or len(fields - {""}) < 2 or not bare or bare[0] != lines[0]:
        return []
    name, *address = bare
    if not _is_person(name) or any(len(line.split()) > LONGEST for line in address):
        return []
    said = [said for each in told for _, said in each]
    living = ", ".join(address)
    home = [f"Address: {living}"] if address and (read_postcode(living) or len(address) > 1) else []
    if address and not home:
        return []
    return [Block(line, where) for line in (f"Name: {name}", *home, *said)]


def _told(line: str) -> list[tuple[str, str]]:
    """Return each field of a line and its words, none where any part of it has no label."""
    found = []
    for piece in filter(None, map(str.strip, _APART.split(line))):
        said = _LABELLED.match(piece)
        if said is None or len(said[1].split()) > LONGEST_LABEL:
            return []
        match = recognise(CHILD, said[1])
        sure = match is not None and match.score >= SURE
        if not sure and ":" not in piece:
            return []
        found.append((match.field if match and sure else "", f"{said[1]}: {said[2]}"))
    return found


def _is_person(line: str) -> bool:
    name = read_name(line).name
    return " " in name and looks_like_name(name) and not names_a_body(line)
