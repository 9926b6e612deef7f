"""A document's body read back as plain blocks, from the very XML that goes into its file."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from exports.wordml import NAMESPACES

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BREAKS = {f"{WORD}br": "\n", f"{WORD}tab": "\t"}


class Block(NamedTuple):
    """A paragraph with the level of its heading, 0 where it is none, or the rows of a table."""

    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


def blocks_of(body: str, levels: Mapping[str, int]) -> Iterator[Block]:
    """The blocks of a body; `levels` are those of the styles that head something."""
    from lxml import etree

    for block in etree.fromstring(f"<w:body {NAMESPACES}>{body}</w:body>"):
        if block.tag == f"{WORD}tbl":
            yield Block(rows=tuple(map(_cells, block.iter(f"{WORD}tr"))))
        else:
            yield Block(_text(block), levels.get(_style(block), 0))


def _cells(row: Any) -> tuple[str, ...]:
    return tuple("\n".join(map(_text, cell.iter(f"{WORD}p"))) for cell in row.iter(f"{WORD}tc"))


def _style(paragraph: Any) -> str:
    found = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
    return "" if found is None else str(found.get(f"{WORD}val"))


def _text(paragraph: Any) -> str:
    wanted = (f"{WORD}t", *BREAKS)
    return "".join(BREAKS.get(one.tag) or one.text or "" for one in paragraph.iter(*wanted))
