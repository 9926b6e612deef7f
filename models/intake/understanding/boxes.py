"""Rows whose boxes have cells of their own, or each cell of which is a box with its words."""

import re
from dataclasses import replace

from models import codes
from models.intake.papers import Cell
from models.intake.understanding.elements import Element, MatrixRow, Pair
from models.intake.understanding.lexicon import recognise
from models.intake.understanding.ticks import EMPTY, TICKED, choices, is_tick, plain_marks, yes_no

SURE = 0.9
LONGEST_KIND, LEAST_BOXES = 4, 2  # words, boxes behind what they answer
_COLON = re.compile(rf":\s*(?=[{TICKED}{EMPTY}]\s*$)")  # "Missing: ☐"
_TO_TICK = re.compile(r"\b(?:tick|mark|ring|circle|choose|select|cross)\b", re.IGNORECASE)


def each_boxed(cells: list[Cell], section: str | None, caption: str) -> list[Element]:
    """Return a line for each cell of a row in which every cell is a box with its own words."""
    held = [cell for cell in cells if cell.text.strip()]
    asked = _TO_TICK.search(caption) or any(TICKED in plain_marks(cell.text) for cell in held)
    if asked and len(held) > 1 and all(map(_is_kind, held)):
        return [_row(cell, section, caption) for cell in held]
    if _asks_before(held):
        caption, held = held[0].text, held[1:]
    found = [choices(_COLON.sub(" ", plain_marks(cell.text))) for cell in held]
    if len(held) < 2 or any(one is None or one.lead or len(one.options) != 1 for one in found):
        return []
    return [
        MatrixRow(
            one.options[0][0], TICKED if one.ticked else "", one.detail, c.where, caption, section
        )
        for one, c in zip(found, held, strict=True)
        if one is not None
    ]


def _asks_before(cells: list[Cell]) -> bool:
    """Say whether what is asked stands in the cell before boxes that are no yes and no."""
    asks, *boxes = (plain_marks(cell.text) for cell in cells) if cells else ("",)
    if len(boxes) < LEAST_BOXES or TICKED in asks or EMPTY in asks:
        return False
    return all(yes_no(box.strip(f" {TICKED}{EMPTY}"))[0] is None for box in boxes)


def _is_kind(cell: Cell) -> bool:
    """Say whether a cell is a kind of exploitation, ticked or left without a mark of any sort."""
    words = plain_marks(cell.text).strip(f" {TICKED}")
    known = codes.recognise("exploitation_types", words) is not None
    return known and len(words.split()) <= LONGEST_KIND and EMPTY not in words


def kinds_boxed(cells: list[Cell], section: str | None, caption: str) -> list[Element]:
    """Return a line for each kind of exploitation that has its box in the cell beside it."""
    texts, boxes = cells[::2], cells[1::2]
    boxes += [replace(texts[-1], text="")] * (len(texts) - len(boxes))  # the last box is empty
    marks = [is_tick(cell.text) for cell in boxes]
    left = all(mark is not None or not c.text.strip() for mark, c in zip(marks, boxes, strict=True))
    if len(texts) < 2 or not left or not all(c.text.strip() for c in texts):
        return []
    if None in marks and not any(marks):
        return []
    named = [cell.text.strip(" :") for cell in texts]
    known = sum(codes.recognise("exploitation_types", name) is not None for name in named)
    asked = recognise("child", caption)
    told = asked is not None and asked.field == "types" and asked.score >= SURE
    if not (told and any(marks)) and (known < 2 or known < len(named) - 1):
        return []
    return [
        MatrixRow(name, TICKED if is_tick(box.text) else "", "", cell.where, caption, section)
        for name, cell, box in zip(named, texts, boxes, strict=True)
    ]


def _row(cell: Cell, section: str | None, caption: str) -> MatrixRow:
    text = plain_marks(cell.text)
    ticked = TICKED if TICKED in text else ""
    return MatrixRow(text.strip(f" {TICKED}"), ticked, "", cell.where, caption, section)


def boxed(cells: list[Cell], section: str | None, caption: str) -> list[Element]:
    """Return what the boxes of a row say: an answer to its label, or a line for each option."""
    joined = "  ".join(_box(cell) for cell in cells if cell.text.strip())
    found = choices(joined)
    if found is None:
        return []
    answers = {option.lower() for option, _ in found.options}
    if answers & {"yes", "no"} and (found.lead or len(cells) > 2):
        label = found.lead or cells[0].text
        value = joined.removeprefix(label).strip()
        return [Pair(label, value, cells[0].where, None, section)]
    return [
        MatrixRow(option, TICKED if ticked else "", found.detail, cells[0].where, caption, section)
        for option, ticked in found.options
    ]


def _box(cell: Cell) -> str:
    mark = is_tick(cell.text)
    return plain_marks(cell.text) if mark is None else "☒" if mark else "☐"
