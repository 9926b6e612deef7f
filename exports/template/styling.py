"""The named styles of a template, and the room that its page gives to text."""

from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from exports.styles import TABLES, Style

TWIP = 635
USUAL_WIDTH = 9638


def style_ids(document: Document) -> dict[Style, str]:
    """The id of each style that documents use, of those that are there and of the right kind."""
    known = {(name.lower(), kind): one for name, kind, one in _named(document)}
    wanted = {style: (style.lower(), _kind(style)) for style in Style}
    return {style: known[key] for style, key in wanted.items() if key in known}


def kinds_of(document: Document) -> dict[str, str]:
    """Every style's kind (paragraph, character, table, numbering) by its name."""
    return {name: kind for name, kind, _ in _named(document)}


def text_width(document: Document) -> int:
    """The width of text in twips."""
    section = document.sections[-1]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    if page is None or left is None or right is None:
        return USUAL_WIDTH
    return int((page - left - right - (section.gutter or 0)) / TWIP)


def _kind(style: Style) -> str:
    return "table" if style in TABLES else "paragraph"


def _named(document: Document) -> list[tuple[str, str, str]]:
    styles: Any = document.styles.element
    found = []
    for style in styles.iterchildren(qn("w:style")):
        name = style.find(qn("w:name"))
        if name is not None:
            kind = style.get(qn("w:type"), "paragraph")
            found.append((name.get(qn("w:val"), ""), kind, style.get(qn("w:styleId"), "")))
    return found
