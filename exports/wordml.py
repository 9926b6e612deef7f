"""Word's own XML as text: runs, paragraphs, tables."""

import re
from collections.abc import Callable, Iterable, Sequence
from html import escape

Text = str | tuple[str, ...]
Rewrite = Callable[[str], str]

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
OPEN, TAB = '<w:t xml:space="preserve">', "\t"
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LINE_END = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


class Bold(str):
    """A piece of text that stands out."""

    __slots__ = ()


def tidy(text: str) -> str:
    """Text as XML can hold it: one kind of line end, no control characters."""
    return NOT_IN_XML.sub("", LINE_END.sub("\n", text)).strip("\n")


def is_empty(text: Text | None) -> bool:
    """Whether there is nothing to print."""
    if text is None:
        return True
    return not (text.strip() if isinstance(text, str) else any(piece.strip() for piece in text))


def runs(text: Text, rewrite: Rewrite = str) -> str:
    """Text as runs; a line end becomes a line break within the paragraph."""
    pieces = (text,) if isinstance(text, str) else text
    return "".join(_run(piece, rewrite) for piece in pieces if piece)


def _run(piece: str, rewrite: Rewrite) -> str:
    weight = "<w:rPr><w:b/><w:bCs/></w:rPr>" if isinstance(piece, Bold) else ""
    lines = escape(rewrite(tidy(piece)), quote=False).split("\n")
    inner = "<w:br/>".join(f"{OPEN}{line}</w:t>" for line in lines)
    return f"<w:r>{weight}{inner.replace(TAB, f'</w:t><w:tab/>{OPEN}')}</w:r>"


def paragraph(inner: str, style_id: str, properties: str = "") -> str:
    """A paragraph of runs in a style; `properties` follow the style in Word's order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/>{properties}</w:pPr>{inner}</w:p>'


def cell(inner: str, width: int) -> str:
    """A table cell, `width` in twentieths of a point."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inner}</w:tc>'


def row(cells: Iterable[str], *, heading: bool = False) -> str:
    """A row that no page end splits; a heading row is repeated on every page."""
    repeated = "<w:tblHeader/>" if heading else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def table(
    rows: Iterable[str], style_id: str, widths: Sequence[int], caption: str, *, headed: bool
) -> str:
    """A table of fixed column widths with a caption for screen readers."""
    look = f'w:firstRow="{int(headed)}" w:firstColumn="{int(not headed)}"'
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style_id}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0000" {look} w:lastRow="0" w:lastColumn="0"'
        f' w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(tidy(caption))}"/>'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
