"""PDFs drawn in memory: text at places, rules, form fields, and what hostile ones hold."""

import zlib
from collections.abc import Sequence


def pdf(*pages: str, fields: Sequence[str] = (), catalog: str = "", image: bool = False) -> bytes:
    """Return a PDF of these pages' drawing orders; `fields` are widgets of the first page."""
    objects: list[bytes] = [b"", b""]
    font = _added(objects, b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    bold = _added(objects, b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>")
    widgets = [_added(objects, each.encode("latin-1")) for each in fields]
    picture = _added(objects, _stream("/Subtype /Image /Width 1 /Height 1", b"\x00"))
    kids = []
    for number, page in enumerate(pages):
        drawn = _added(objects, _stream("", page.encode("latin-1"), packed=True))
        annots = " ".join(f"{one} 0 R" for one in widgets) if number == 0 else ""
        shown = f"/XObject << /Im {picture} 0 R >>" if image else ""
        kids.append(
            _added(
                objects,
                (
                    f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {drawn} 0 R "
                    f"/Resources << /Font << /F {font} 0 R /B {bold} 0 R >> {shown} >> "
                    f"/Annots [{annots}] >>"
                ).encode(),
            )
        )
    listed = " ".join(f"{one} 0 R" for one in kids)
    objects[0] = f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode()
    objects[1] = f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>".encode()
    return written(objects)


def at(x: float, y: float, text: str, font: str = "F", size: float = 11) -> str:
    """Return the order that writes text at a place."""
    safe = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({safe}) Tj ET\n"


def ruled(xs: Sequence[float], ys: Sequence[float]) -> str:
    """Return the orders that rule a table at these places."""
    level = "".join(f"{xs[0]} {y} m {xs[-1]} {y} l S\n" for y in ys)
    return level + "".join(f"{x} {ys[0]} m {x} {ys[-1]} l S\n" for x in xs)


def text_field(value: str, x: float, y: float, wide: float = 150) -> str:
    """Return a text field with an answer in it."""
    return f"<< /Subtype /Widget /FT /Tx /T (a) /V ({value}) /Rect [{x} {y} {x + wide} {y + 14}] >>"


def tick(on: bool, x: float, y: float) -> str:
    """Return a box to tick."""
    state = "Yes" if on else "Off"
    return f"<< /Subtype /Widget /FT /Btn /T (b) /AS /{state} /Rect [{x} {y} {x + 10} {y + 10}] >>"


def written(objects: Sequence[bytes], trailer: str = "") -> bytes:
    """Return the file of these objects, the first of which is its catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\n".encode()
    return out + f"startxref\n{start}\n%%EOF\n".encode()


def _added(objects: list[bytes], body: bytes) -> int:
    objects.append(body)
    return len(objects)


def _stream(entries: str, data: bytes, packed: bool = False) -> bytes:
    data = zlib.compress(data, 9) if packed else data
    filters = "/Filter /FlateDecode" if packed else ""
    return (
        f"<< {entries} {filters} /Length {len(data)} >> stream\n".encode() + data + b"\nendstream"
    )
