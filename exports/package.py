"""A Word file as its parts: a template's, with a body, filled edges, properties and pictures."""

import io
import struct
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from exports import imprint, printed, wordml
from exports.imprint import Imprint
from models.intake.printed import PART

CONTENT_TYPES = "[Content_Types].xml"
QUICK = 4
"""How hard parts are pressed: in three quarters of the usual time, to a sixth more bytes."""
STAMP = (1980, 1, 1, 0, 0, 0)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
MEDIA = "/media/"
PNG_START = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True)
class Blank:
    """A template's parts by name, and the names of those that every document writes anew."""

    parts: Mapping[str, bytes]
    body: str
    edges: tuple[str, ...]
    properties: str
    section: str

    @property
    def undrawn(self) -> "Blank":
        """The template without its pictures."""
        parts = {name: part for name, part in self.parts.items() if MEDIA not in name}
        return replace(self, parts=parts)

    @property
    def relationships(self) -> str:
        """The part that says which files the body shows."""
        folder, _, name = self.body.rpartition("/")
        return f"{folder}/_rels/{name}.rels"


@dataclass
class Pictures:
    """The pictures of one document."""

    shown: list[bytes] = field(default_factory=list)

    def add(self, png: bytes) -> tuple[str, float]:
        """A picture's relationship id, and its height for a width of one.

        Raises ValueError where it is no PNG.
        """
        if not png.startswith(PNG_START):
            raise ValueError("A picture in a document is a PNG.")
        self.shown.append(png)
        width, height = struct.unpack(">II", png[16:24])
        return f"picture{len(self.shown)}", height / width


def written(
    blank: Blank, body: bytes, about: Imprint, pictures: Pictures, *, comes_back: bool = False
) -> bytes:
    """The file; the same for the same input. One that `comes_back` carries marks of its texts."""
    parts = dict(blank.parts)
    head = f"{DECLARATION}<w:document {wordml.NAMESPACES}><w:body>"
    foot = f"{blank.section}</w:body></w:document>"
    parts[blank.body] = b"".join((head.encode(), body, foot.encode()))
    for name in blank.edges:
        parts[name] = _filled(parts[name], about.placeholders)
    parts[blank.properties] = _properties(about)
    _show(parts, blank, pictures)
    if comes_back:
        stories = {name: parts[name] for name in (blank.body, *blank.edges)}
        parts[PART] = printed.custom_properties(stories)
        _append(parts, CONTENT_TYPES, printed.CONTENT_TYPE)
        _append(parts, "_rels/.rels", printed.RELATIONSHIP)
    return _zipped(parts)


def _filled(edge: bytes, words: dict[str, str]) -> bytes:
    story = etree.fromstring(edge, etree.XMLParser(resolve_entities=False))
    imprint.fill(story, {name: wordml.tidy(text) for name, text in words.items()})
    return bytes(etree.tostring(story, encoding="UTF-8", standalone=True))


def _properties(about: Imprint) -> bytes:
    made = f"{about.made_at:%Y-%m-%dT%H:%M:%S}Z"
    when = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{made}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    text = {
        "dc:title": about.full_title,
        "dc:subject": about.panel.marking,
        "dc:creator": about.panel.name,
        "cp:lastModifiedBy": about.panel.name,
        "cp:keywords": about.reference,
        "dc:language": "en-GB",
    }
    inner = "".join(f"<{name}>{wordml.escaped(value)}</{name}>" for name, value in text.items())
    return (
        f"{DECLARATION}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{inner}<cp:revision>1</cp:revision>{when}</cp:coreProperties>"
    ).encode()


def _show(parts: dict[str, bytes], blank: Blank, pictures: Pictures) -> None:
    if not pictures.shown:
        return
    folder = blank.body.rpartition("/")[0]
    entries = ""
    for number, png in enumerate(pictures.shown, 1):
        parts[f"{folder}/media/picture{number}.png"] = png
        entries += (
            f'<Relationship Id="picture{number}" Type="{IMAGE}"'
            f' Target="media/picture{number}.png"/>'
        )
    _append(parts, blank.relationships, entries)
    if b'Extension="png"' not in parts[CONTENT_TYPES]:
        _append(parts, CONTENT_TYPES, '<Default Extension="png" ContentType="image/png"/>')


def _append(parts: dict[str, bytes], name: str, entries: str) -> None:
    root = etree.fromstring(parts[name])
    namespace = etree.QName(root).namespace
    for entry in etree.fromstring(f'<all xmlns="{namespace}">{entries}</all>'):
        root.append(entry)
    parts[name] = bytes(etree.tostring(root, encoding="UTF-8", standalone=True))


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    to = io.BytesIO()
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
            entry = zipfile.ZipInfo(name, STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, parts[name], compresslevel=QUICK)
    return to.getvalue()
