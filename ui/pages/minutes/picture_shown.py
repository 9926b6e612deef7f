"""A picture of a document as it stands in the view, with the words that the file has for it."""

from base64 import b64encode
from html import escape
from typing import Any

DRAWING = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}drawing"
PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
EMBEDDED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
EMU_PER_PIXEL = 9525
WIDEST = 480
"""No picture makes the view scroll sideways."""


def picture_of(drawing: Any, part: Any) -> str:
    """The picture that a run of this part of the file shows, its words under it."""
    words = next((one.get("descr") for one in drawing.iter(f"{PLACED}docPr")), None) or ""
    wide = next((int(one.get("cx")) for one in drawing.iter(f"{PLACED}extent")), 0)
    pixels = min(wide // EMU_PER_PIXEL, WIDEST) or WIDEST
    shown = "".join(
        f'<img width="{pixels}" src="data:image/png;base64,'
        f'{b64encode(part.related_parts[one.get(EMBEDDED)].blob).decode()}"><br>'
        for one in drawing.iter(BLIP)
    )
    return f'{shown}<span class="quiet">{escape(words)}</span>'
