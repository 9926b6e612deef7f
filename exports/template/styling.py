"""The named styles of a template, and the room that its page gives to text."""

from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from exports.styles import TABLES, Style

TWIP = 635
USUAL_WIDTH = 9638
USUAL_HEIGHT = 13492


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


def tab_stops(document: Document, paragraph: Any) -> list[int]:
    """Where the tab stops of a paragraph lie, in twips: its own, else those of its style."""
    own = [_stop(one) for one in paragraph.iterfind(f"{qn('w:pPr')}/{qn('w:tabs')}/{qn('w:tab')}")]
    named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    by_id = {one.style_id: one for one in document.styles}
    style: Any = by_id.get(named.get(qn("w:val"))) if named is not None else None
    while not own and style is not None:
        found = style.element.iterfind(f"{qn('w:pPr')}/{qn('w:tabs')}/{qn('w:tab')}")
        own, style = [_stop(one) for one in found], style.base_style
    return own


def _stop(tab: Any) -> int:
    position = tab.get(qn("w:pos"), "0")
    return int(position) if position.lstrip("-").isdigit() else 0


def fit_tab_stops(document: Document, width: int) -> None:
    """Move the house styles' stop at the right edge out to that of a wider page.

    Whoever turns the starting template on its side does not find the stops of header and footer.
    A page that is narrower is told of: words behind such a stop do not print.
    """
    if width <= USUAL_WIDTH:
        return
    styles: Any = document.styles.element
    for tab in styles.iter(qn("w:tab")):
        if tab.get(qn("w:val")) == "right" and _stop(tab) == USUAL_WIDTH:
            tab.set(qn("w:pos"), str(width))


def text_height(document: Document) -> int:
    """The height of text in twips, where header and footer keep to their margins."""
    section = document.sections[-1]
    page, top, bottom = section.page_height, section.top_margin, section.bottom_margin
    if page is None or top is None or bottom is None:
        return USUAL_HEIGHT
    return int((page - abs(top) - abs(bottom)) / TWIP)


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
