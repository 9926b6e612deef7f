"""What a reader who sees badly or not at all needs of a Word file, as rules."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import docx
from docx.oxml.ns import qn
from lxml import etree

from tests.exports.order_of_parts import W, out_of_order

WHITE = "FFFFFF"
LEAST_CONTRAST = 4.5
TYPED_BULLET = re.compile(r"^\s*(?:[•·▪–*-]|\d+[.)])\s")
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


class Opened:
    """A Word file as its parts and as python-docx reads it."""

    def __init__(self, blob: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(blob)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.document: Any = docx.Document(io.BytesIO(blob))
        self.body: Any = self.document.element.body
        self.xml = {
            name: etree.fromstring(part)
            for name, part in self.parts.items()
            if name.endswith((".xml", ".rels"))
        }


def title(one: Opened) -> Iterator[str]:
    told = one.document.core_properties.title
    if not re.search(r", .*\d", told):
        yield f"title {told!r} says the kind alone"


def language(one: Opened) -> Iterator[str]:
    if one.document.core_properties.language != "en-GB":
        yield "no language in the properties"
    if {each.get(qn("w:val")) for each in one.xml["word/styles.xml"].iter(qn("w:lang"))} != {
        "en-GB"
    }:
        yield "styles in another language"


def headings(one: Opened) -> Iterator[str]:
    last = 0
    for paragraph in one.document.paragraphs:
        style = paragraph.style.name if paragraph.style is not None else ""
        if style.startswith("Heading"):
            level = int(style[-1])
            if level > last + 1:
                yield f"{paragraph.text!r} of level {level} after level {last}"
            last = level


def tables(one: Opened) -> Iterator[str]:
    for table in one.document.tables:
        rows = table._element.tr_lst
        if any(row.trPr is None or row.trPr.find(qn("w:cantSplit")) is None for row in rows):
            yield "a row that a page end may split"
        headed = table.style is not None and table.style.name == "MACE Table"
        told = [row.trPr.find(qn("w:tblHeader")) is not None for row in rows]
        if told != [headed and number == 0 for number in range(len(rows))]:
            yield "a table whose header row is not repeated"
        if not table._element.tblPr.find(qn("w:tblCaption")).get(qn("w:val")):
            yield "a table without a caption"


def pictures(one: Opened) -> Iterator[str]:
    for drawing in one.body.iter(qn("w:drawing")):
        (about,) = drawing.iter(qn("wp:docPr"))
        if len((about.get("descr") or "").split()) < 3:
            yield "a picture without words"


def lists(one: Opened) -> Iterator[str]:
    listed = {
        style.style_id
        for style in one.document.styles
        if style.name == "List Bullet" and next(style.element.iter(qn("w:numPr")), None) is not None
    }
    if not listed:
        yield "the list style has no bullets of its own"
    for paragraph in one.document.paragraphs:
        if TYPED_BULLET.match(paragraph.text) and len(paragraph.text.split()) > 1:
            yield f"a bullet typed by hand: {paragraph.text[:40]!r}"


def blanks(one: Opened) -> Iterator[str]:
    for paragraph in one.body.iterchildren(qn("w:p")):
        words = "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
        if not words.strip() and next(paragraph.iter(qn("w:drawing")), None) is None:
            yield "an empty paragraph"


def small_print(one: Opened) -> Iterator[str]:
    """LibreOffice keeps a table of one row with nothing: what ends a file may stand alone then."""
    blocks = [each for each in one.body if each.tag in (qn("w:p"), qn("w:tbl"))]
    while blocks and _style_of(blocks[-1]) == "MACENote":
        del blocks[-1]
    if blocks and len(blocks[-1].findall(qn("w:tr"))) == 1:
        yield "small print after a table of one row"


def _style_of(block: Any) -> str | None:
    style = block.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return None if style is None else style.get(qn("w:val"))


def contrast(one: Opened) -> Iterator[str]:
    """Every colour of text against every ground that is used."""
    stories = [part for name, part in one.xml.items() if name.startswith("word/")]
    inks = {each.get(qn("w:val")) for part in stories for each in part.iter(qn("w:color"))}
    grounds = {each.get(qn("w:fill")) for part in stories for each in part.iter(qn("w:shd"))}
    for ink in inks - {"auto", None}:
        for ground in {*grounds, WHITE} - {"auto", None}:
            if contrast_of(ink, ground) < LEAST_CONTRAST:
                yield f"{ink} on {ground} is {contrast_of(ink, ground):.1f} : 1"


def whole(one: Opened) -> Iterator[str]:
    """Styles that are there, parts that are there and have a type."""
    known = {style.get(qn("w:styleId")) for style in one.xml["word/styles.xml"].iter(qn("w:style"))}
    for tag in ("w:pStyle", "w:rStyle", "w:tblStyle"):
        used = {each.get(qn("w:val")) for each in one.body.iter(qn(tag))}
        yield from (f"no style {each}" for each in used - known)
    rels = one.xml.get("word/_rels/document.xml.rels")
    ids = {each.get("Id"): each.get("Target") for each in rels} if rels is not None else {}
    for element in one.body.iter():
        for key, value in element.attrib.items():
            if key.startswith(R_ID) and value not in ids:
                yield f"{value} leads nowhere"
    types = one.xml["[Content_Types].xml"]
    named = {each.get("PartName", "").lstrip("/") for each in types}
    endings = {each.get("Extension") for each in types}
    for name in one.parts:
        if name not in named and name.rpartition(".")[2] not in endings:
            yield f"{name} has no type"


def order(one: Opened) -> Iterator[str]:
    """The parts of every story and of the styles stand as Word's schema has them."""
    for name, part in one.xml.items():
        if name.startswith("word/") and part.tag.startswith(W):
            yield from (f"{name}: {words}" for words in out_of_order(part))


RULES: tuple[Callable[[Opened], Iterator[str]], ...] = (
    title, language, headings, tables, pictures, lists, blanks, small_print, contrast, whole,
    order,
)  # fmt: skip


def broken(blob: bytes) -> list[str]:
    """What is wrong with a file, in words; nothing where all rules hold."""
    one = Opened(blob)
    return [words for rule in RULES for words in rule(one)]


def contrast_of(ink: str, ground: str) -> float:
    """The contrast of two colours by WCAG 2.2: 1 to 21."""
    light, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares]
    return sum(
        share * weight for share, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True)
    )
