"""Lines of dots to write on, taken out of what was written on them."""

import re
from collections.abc import Iterable
from dataclasses import replace

from models.intake.papers import Block, Table
from models.intake.understanding.ticks import EMPTY

Parts = tuple[Block | Table, ...]
_LINE = re.compile(r"…{2,}|\.{5,}|(?<=\s)\.{4}(?=\s)|…\s*/\s*…|:\s*…|_{2,}")
_DOTS = r"(?:…+\.*|\.{4,}|_{2,})"
_LED = re.compile(r"([^\W\d_][^:.?!,\n…]{1,60}?)\s*\.{5,}\s*(.*)")
LONGEST_LABEL = 7  # words before a row of dots that leads to what stands for them
_BETWEEN = re.compile(rf"(?<=\d)\s*{_DOTS}\s*/\s*{_DOTS}?\s*(?=\d)")  # …02… / …02… / …2010…
_BEFORE = re.compile(rf"([:?])\s*{_DOTS}\s*")
_AFTER = re.compile(rf"\s*{_DOTS}\s*")
_TO_TICK = re.compile(r"^\s*_{2,4}\s+(?=[A-Z][^:_]*$)")
_SHORT = re.compile(r"(?<=[:?])\s*_([^_\n]+)_(?=\s|$)")  # Form: _10KB_, beside longer lines


def without_dots(parts: Iterable[Block | Table]) -> Parts:
    """Return the parts with each answer free of the dotted line that it was typed on."""
    return tuple(_bare(part) if isinstance(part, Block) else _bare_table(part) for part in parts)


def _bare(block: Block) -> Block:
    text, lead = _plain(block.text), block.bold_lead
    whole = lead.strip() == block.text.strip()
    return replace(block, text=text, bold_lead=text if whole else _plain(lead)) if text else block


def _bare_table(table: Table) -> Table:
    rows = tuple(
        tuple(replace(c, text=_plain(c.text)) if _LINE.search(c.text) else c for c in row)
        for row in table.rows
    )
    return replace(table, rows=rows)


def _plain(text: str) -> str:
    if not _LINE.search(text):
        return text
    if _TO_TICK.match(text):  # "__ Criminal": left without a tick
        return _TO_TICK.sub(f"{EMPTY} ", text)
    led = _LED.fullmatch(text)
    if led and len(led[1].split()) <= LONGEST_LABEL and not _LINE.search(led[2]):
        return f"{led[1]}:\t{led[2]}".rstrip()
    text = _SHORT.sub(r" \1", text)
    text = _BEFORE.sub(r"\1 ", _BETWEEN.sub("/", text))
    return re.sub(r" {4,}\*", "   ", _AFTER.sub("   ", text)).rstrip()
