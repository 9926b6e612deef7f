"""A PDF form's fields, put on the page where they stand."""

from collections.abc import Iterator
from typing import Any

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

from models.intake.opening import glyphs
from models.intake.opening.limits import MAX_CELL_LETTERS
from models.intake.opening.pdf.marks import Letter

MAX_FIELDS = 3_000
MAX_PARENTS = 20
PUSH, HIDDEN = 1 << 16, 1 << 1
LINE = 11.0


def field_letters(page: PDFPage) -> Iterator[Letter]:
    """What was filled in on the page: texts, choices, and boxes as ticked or open."""
    listed = resolve1(page.annots)
    for each in (listed if isinstance(listed, list) else [])[:MAX_FIELDS]:
        widget = resolve1(each)
        if isinstance(widget, dict) and _name(widget.get("Subtype")) == "Widget":
            yield from _letters(widget)


def _letters(widget: dict[str, Any]) -> Iterator[Letter]:
    place = resolve1(widget.get("Rect"))
    flags = resolve1(widget.get("F"))
    if (
        not isinstance(place, list)
        or len(place) != 4
        or (isinstance(flags, int) and flags & HIDDEN)
    ):
        return
    sides = [resolve1(one) for one in place]
    if not all(isinstance(one, int | float) for one in sides):
        return
    x0, x1 = sorted((float(sides[0]), float(sides[2])))
    y0, y1 = sorted((float(sides[1]), float(sides[3])))
    shown = _shown(widget).split("\n")
    size = min(LINE, max(y1 - y0, 1.0))
    top = y1 if len(shown) > 1 else (y0 + y1) / 2 + size / 2
    for number, line in enumerate(shown):
        if line.strip():
            high = top - number * size
            end = x1 if line in (glyphs.OPEN, glyphs.TICKED) else min(x1, x0 + 5.0 * len(line))
            yield Letter(line, x0, end, high - size, high, size)


def _shown(widget: dict[str, Any]) -> str:
    kind = _name(_inherited(widget, "FT"))
    if kind == "Btn":
        flags = _inherited(widget, "Ff")
        if isinstance(flags, int) and flags & PUSH:
            return ""
        state = _name(resolve1(widget.get("AS"))) or _name(_inherited(widget, "V"))
        return glyphs.OPEN if state in ("", "Off") else glyphs.TICKED
    if kind in ("Tx", "Ch"):
        return _text(_inherited(widget, "V"))[:MAX_CELL_LETTERS]
    return ""


def _inherited(widget: dict[str, Any], name: str) -> Any:
    """A field's own value or that of the field it belongs to."""
    holder: Any = widget
    for _ in range(MAX_PARENTS):
        if not isinstance(holder, dict):
            return None
        if name in holder:
            return resolve1(holder[name])
        holder = resolve1(holder.get("Parent"))
    return None


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(_text(resolve1(one)) for one in value)
    if isinstance(value, PDFStream):
        value = value.get_data()
    told = decode_text(value) if isinstance(value, bytes) else value
    return told.replace("\r\n", "\n").replace("\r", "\n") if isinstance(told, str) else ""


def _name(value: Any) -> str:
    value = value.name if isinstance(value, PSLiteral) else value
    return value.decode("latin-1") if isinstance(value, bytes) else str(value or "")
