"""Signs that lines are typed with: "Q:" and "A:", bars between cells, the count of the page."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from models.intake.papers import Block, Cell, Table

Parts = tuple[Block | Table, ...]
LEAST = 3  # questions with their answers
_ASKS = re.compile(r"\W*(?:q|question)(?:\s*\d{1,2})?\s*[:.)–-]\s*(?=\S)", re.IGNORECASE)
_ANSWERS = re.compile(r"\W*(?:a|ans|answer)(?:\s*\d{1,2})?\s*[:.)–-](?:\s+|$)", re.IGNORECASE)
_PAGE = re.compile(r"\W*page\s+\d{1,3}(?:\s+(?:of|/)\s+\d{1,3})?\W*", re.IGNORECASE)


def without_letters(parts: Iterable[Block | Table]) -> Parts:
    """Return the parts with "Q:" and "A:" taken off, where several lines begin so in turns."""
    parts = tuple(parts)
    turns = [
        (one, after)
        for one, after in pairwise(parts)
        if isinstance(one, Block) and isinstance(after, Block)
        if _ASKS.match(one.text) and _ANSWERS.match(after.text)
    ]
    if len(turns) < LEAST:
        return parts
    asked, told = ({pair[at].where for pair in turns} for at in range(2))
    bare = (_bare(one, asked, told) if isinstance(one, Block) else one for one in parts)
    return tuple(one for one in bare if isinstance(one, Table) or one.text.strip())


def _bare(block: Block, asked: set[str], told: set[str]) -> Block:
    mark = _ASKS if block.where in asked else _ANSWERS if block.where in told else None
    if mark is None:
        return block
    return replace(
        block, text=mark.sub("", block.text, 1), bold_lead=mark.sub("", block.bold_lead, 1)
    )


def without_page_lines(parts: Iterable[Block | Table]) -> tuple[Parts, Parts]:
    """Return the parts without lines that only count pages, and those that stand beside each.

    A line is one of a page where it stands before or after every such line, and nowhere else.
    """
    parts = tuple(parts)
    pages = [
        at
        for at, part in enumerate(parts)
        if isinstance(part, Block) and _PAGE.fullmatch(part.text)
    ]
    texts = [part.text.strip() if isinstance(part, Block) else "" for part in parts]
    beside = {texts[near] for at in pages for near in (at - 1, at + 1) if 0 <= near < len(parts)}
    often = {text for text in beside if len(pages) > 1 and texts.count(text) == len(pages)}
    apart = {at for at in range(len(parts)) if at in pages or texts[at] and texts[at] in often}
    own = tuple(part for at, part in enumerate(parts) if at not in apart)
    return own, tuple(parts[at] for at in sorted(apart))


def with_piped_rows(parts: Iterable[Block | Table]) -> Parts:
    """Return the parts with lines of a message such as "| Name | Jo Marsh |" as a table."""
    found: list[Block | Table] = []
    for part in parts:
        cells = _piped(part) if isinstance(part, Block) else ()
        last = found[-1] if found else None
        if cells and isinstance(last, Table) and last.where.startswith("message"):
            found[-1] = replace(last, rows=(*last.rows, cells))
        elif cells:
            found.append(Table((cells,), part.where))
        else:
            found.append(part)
    return tuple(found)


def _piped(block: Block) -> tuple[Cell, ...]:
    """Return the cells of a message's line that begins and ends with a bar."""
    text = block.text.strip()
    barred = block.where.startswith("message") and text[:1] == text[-1:] == "|" and len(text) > 2
    cells = [one.strip() for one in text[1:-1].split("|")] if barred else []
    if len(cells) < 2:
        return ()
    return tuple(Cell(t, f"{block.where}, column {at}") for at, t in enumerate(cells, 1))
