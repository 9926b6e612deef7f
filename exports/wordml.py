"""Word's own XML as text: runs, paragraphs, tables."""

import re
from collections.abc import Callable, Iterable, Sequence
from html import escape

Text = str | tuple[str, ...]
Rewrite = Callable[[str], str]

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
PLAIN_STYLE = re.compile(r'(<w:pStyle w:val="[^"]*"/>)(?!<w:keepNext/>)')
OPEN = '<w:t xml:space="preserve">'
BOLD = "<w:rPr><w:b/><w:bCs/></w:rPr>"
EMU_PER_CM = 360_000
AFTER_TABLE = '<w:spacing w:before="140"/>'
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LINE_END = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


PASSING = '<w:r w:rsidR="0DA7E0F0">'
"""How a run opens that is left out of a digest."""


class Bold(str):
    """A piece of text that stands out."""

    __slots__ = ()


class Passing(str):
    """A piece that depends on the day of printing: no part of what a person confirms."""

    __slots__ = ()


class Own(str):
    """A piece of the program's own words, in which nobody is named."""

    __slots__ = ()


def tidy(text: str) -> str:
    """Text as XML can hold it: one kind of line end, no control characters."""
    if text.isprintable():
        return text
    return NOT_IN_XML.sub("", LINE_END.sub("\n", text))


def escaped(text: str) -> str:
    """Text as it stands between two tags."""
    return escape(tidy(text), quote=False)


def is_empty(text: Text | None) -> bool:
    """Whether there is nothing to print."""
    if text is None:
        return True
    return not (text.strip() if isinstance(text, str) else any(piece.strip() for piece in text))


def runs(text: Text, rewrite: Rewrite = str) -> str:
    """Text as runs; a line end becomes a line break within the paragraph."""
    if isinstance(text, str):
        return run(text, rewrite) if text else ""
    return "".join([run(piece, rewrite) for piece in text if piece])


def run(piece: str, rewrite: Rewrite) -> str:
    """A piece of text as one run."""
    weight = BOLD if isinstance(piece, Bold) else ""
    text = piece if isinstance(piece, Own) else rewrite(tidy(piece))
    if "&" in text or "<" in text or ">" in text:
        text = escape(text, quote=False)
    if "\n" in text:
        text = text.replace("\n", f"</w:t><w:br/>{OPEN}")
    if "\t" in text:
        text = text.replace("\t", f"</w:t><w:tab/>{OPEN}")
    opened = PASSING if isinstance(piece, Passing) else "<w:r>"
    return f"{opened}{weight}{OPEN}{text}</w:t></w:r>"


def paragraph(inner: str, style_id: str, properties: str = "") -> str:
    """A paragraph of runs in a style; `properties` follow the style in Word's order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/>{properties}</w:pPr>{inner}</w:p>'


def kept_with_next(xml: str) -> str:
    """A paragraph, or the last row of a table, that stays on the page of what follows."""
    cut = max(xml.rfind("<w:tr>"), 0)
    return xml[:cut] + PLAIN_STYLE.sub(r"\1<w:keepNext/>", xml[cut:])


def after_table(xml: str) -> str:
    """A paragraph with room above it; ValueError where it is another table."""
    if xml.startswith("<w:tbl>"):
        raise ValueError("Two tables with nothing between them would become one.")
    return xml.replace("</w:pPr>", f"{AFTER_TABLE}</w:pPr>", 1)


def cell(inner: str, width: int) -> str:
    """A table cell, `width` in twentieths of a point."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inner}</w:tc>'


def row(cells: Iterable[str], *, heading: bool = False, room: int = 0) -> str:
    """A row that no page end splits; a heading row is repeated; `room` is its least height."""
    height = f'<w:trHeight w:val="{room}"/>' if room else ""
    repeated = "<w:tblHeader/>" if heading else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def table(
    rows: Iterable[str], style_id: str, widths: Sequence[int], caption: str, *, headed: bool
) -> str:
    """A table of fixed column widths with a caption for screen readers."""
    bits = 0x0600 | (0x0020 if headed else 0x0080)
    look = f'w:val="{bits:04X}" w:firstRow="{int(headed)}" w:firstColumn="{int(not headed)}"'
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style_id}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook {look} w:lastRow="0" w:lastColumn="0"'
        f' w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(tidy(caption))}"/>'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def picture(key: str, number: int, description: str, width_cm: float, height_cm: float) -> str:
    """A run that shows a picture by its relationship id, with words for those who cannot see it."""
    across, down = round(width_cm * EMU_PER_CM), round(height_cm * EMU_PER_CM)
    words = escape(tidy(description))
    named = f'id="{number}" name="Picture {number}" descr="{words}"'
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{across}" cy="{down}"/><wp:docPr {named}/>'
        "<a:graphic><a:graphicData"
        ' uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch>'
        "</pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
