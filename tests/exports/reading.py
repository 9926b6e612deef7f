"""Reads a written document as a person would: its paragraphs, tables and edges."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph


def document(write: Callable[[io.BytesIO], object]) -> Document:
    """The document that `write` writes to a stream."""
    return docx.Document(io.BytesIO(written(write)))


def written(write: Callable[[io.BytesIO], object]) -> bytes:
    to = io.BytesIO()
    write(to)
    return to.getvalue()


def parts(blob: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        return {name: package.read(name) for name in package.namelist()}


def text(of: Document) -> str:
    """All text of the body, a line for each paragraph and row."""
    lines = []
    for block in of.iter_inner_content():
        rows = getattr(block, "rows", None)
        if rows is None:
            lines.append(block.text)
        else:
            lines += [" | ".join(cell.text for cell in row.cells) for row in rows]
    return "\n".join(lines)


def kept_with_next(paragraph: Paragraph) -> bool:
    """Whether a paragraph stands on the page of what follows, by itself or by its style."""
    own = paragraph.paragraph_format.keep_with_next
    style = paragraph.style
    return bool(style.paragraph_format.keep_with_next if own is None and style else own)


def outline(of: Document) -> list[tuple[int, str]]:
    """Headings with their levels."""
    return [
        (int(one.style.name[-1]), one.text)
        for one in of.paragraphs
        if one.style is not None and one.style.name.startswith("Heading")
    ]


def under(of: Document, heading: str) -> list[str]:
    """What stands under a heading, up to the next heading of its level or a higher one."""
    level, found = 0, []
    for block in of.iter_inner_content():
        rows = getattr(block, "rows", None)
        if rows is not None:
            found += [" | ".join(c.text for c in row.cells) for row in rows] if level else []
            continue
        is_heading = block.style.name.startswith("Heading")
        here = int(block.style.name[-1]) if is_heading else 0
        if level and here and here <= level:
            return found
        if not level and is_heading and block.text == heading:
            level = here
        elif level:
            found.append(block.text)
    assert level, f"no heading {heading!r}"
    return found


def edges(of: Document) -> tuple[str, str]:
    """The text of the header and of the footer."""
    section = of.sections[-1]
    return _lines(section.header._element), _lines(section.footer._element)


def _lines(element: Any) -> str:
    paragraphs = element.iter(qn("w:p"))
    return "\n".join(
        "".join(one.text or "" for one in paragraph.iter(qn("w:t"))) for paragraph in paragraphs
    )
