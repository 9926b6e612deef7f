"""Word templates: the house's and a panel's own, checked and stripped of all but their look."""

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from exports import imprint
from exports.package import Blank
from exports.styles import TABLES, Style
from models.errors import Refusal, Trouble

LARGEST = 40_000_000
OLD_WORD = b"\xd0\xcf\x11\xe0"
KEPT_PARTS = {RT.STYLES, RT.NUMBERING, RT.SETTINGS, RT.FONT_TABLE, RT.THEME, RT.HEADER, RT.FOOTER}
KEPT_IN_PACKAGE = {RT.OFFICE_DOCUMENT, RT.CORE_PROPERTIES}
DROPPED_SETTINGS = (
    "attachedTemplate",
    "documentProtection",
    "writeProtection",
    "docVars",
    "mailMerge",
    "trackRevisions",
    "rsids",
    "footnotePr",
    "endnotePr",
)
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What a damaged or protected package ends in, wherever it is read."""
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MAIN_OF_TEMPLATE = MAIN.replace("document.main", "template.main")


@dataclass(frozen=True)
class Template:
    """A checked template: its parts without text, style ids by style, width of text in twips."""

    blank: Blank
    style_ids: Mapping[Style, str]
    text_width: int


@cache
def house() -> Template:
    """The template that comes with the program."""
    return _taken((resources.files("resources.word") / "house.docx").read_bytes())


def read(path: Path) -> Template:
    """A panel's own template.

    Raises Refusal, naming what is missing, for one that lacks a style, a placeholder in header or
    footer, or that is no plain Word document; Trouble where it cannot be read.
    """
    try:
        blob = path.read_bytes()
    except OSError as error:
        raise Trouble(f"The template could not be read: {error.strerror}.") from error
    return _taken(blob)


def _taken(blob: bytes) -> Template:
    document = _opened(_plain(blob))
    _keep_last_section(document)
    _strip(document)
    _check(document)
    return Template(_blank(document), _style_ids(document), _text_width(document))


def _blank(document: Document) -> Blank:
    kept = io.BytesIO()
    part: Any = document.part
    properties: Any = part.package._core_properties_part
    document.save(kept)
    section = etree.fromstring(etree.tostring(document.sections[-1]._sectPr))
    etree.cleanup_namespaces(section)
    with zipfile.ZipFile(kept) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return Blank(
        parts,
        body=part.partname.lstrip("/"),
        edges=tuple(story.partname.lstrip("/") for story in _stories(document)),
        properties=properties.partname.lstrip("/"),
        section=etree.tostring(section, encoding="unicode"),
    )


def _plain(blob: bytes) -> bytes:
    if blob.startswith(OLD_WORD):
        raise Refusal("The template is password-protected or an old .doc file; save it as .docx.")
    try:
        with zipfile.ZipFile(io.BytesIO(blob)) as package:
            if sum(entry.file_size for entry in package.infolist()) > LARGEST:
                raise Refusal("The template is too large.")
            if any(name.lower().endswith("vbaproject.bin") for name in package.namelist()):
                raise Refusal("The template carries macros; save it as .docx.")
            for name in package.namelist():
                package.read(name)
            if MAIN_OF_TEMPLATE.encode() in package.read("[Content_Types].xml"):
                return _as_document(package)
    except DAMAGED as error:
        raise Refusal("The template is not a Word document (.docx or .dotx).") from error
    return blob


def _as_document(package: zipfile.ZipFile) -> bytes:
    to = io.BytesIO()
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in package.namelist():
            part = package.read(name)
            if name == "[Content_Types].xml":
                part = part.replace(MAIN_OF_TEMPLATE.encode(), MAIN.encode())
            copy.writestr(name, part)
    return to.getvalue()


def _opened(blob: bytes) -> Document:
    try:
        return docx.Document(io.BytesIO(blob))
    except (PackageNotFoundError, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise Refusal("The template is damaged or not a Word document.") from error


def _keep_last_section(document: Document) -> None:
    body: Any = document.element.body
    last = document.sections[-1]._sectPr if len(document.sections) else None
    if last is None:
        raise Refusal("The template has no page set-up, header or footer.")
    inherited: dict[tuple[str, str], Any] = {}
    for section in document.element.iter(qn("w:sectPr")):
        for one in section.iterchildren(qn("w:headerReference"), qn("w:footerReference")):
            inherited[one.tag, one.get(qn("w:type"), "default")] = one
    for one in reversed(inherited.values()):
        last.insert(0, one)
    for child in list(body):
        if child is not last:
            body.remove(child)


def _strip(document: Document) -> None:
    part: Any = document.part
    _drop(part.package.rels, KEPT_IN_PACKAGE)
    _drop(part.rels, KEPT_PARTS)
    settings: Any = document.settings.element
    for name in DROPPED_SETTINGS:
        for one in settings.findall(qn(f"w:{name}")):
            settings.remove(one)
    _drop(part.part_related_by(RT.SETTINGS).rels, set())
    for story in _stories(document):
        outside = (one for one in story.rels.values() if one.is_external)
        if any(one.reltype != RT.HYPERLINK for one in outside):
            raise Refusal("The template's header or footer shows a file that lies outside it.")
    _in_english(document)


def _drop(relationships: Any, kept: set[str]) -> None:
    for key in [key for key, one in relationships.items() if one.reltype not in kept]:
        del relationships[key]


def _in_english(document: Document) -> None:
    styles: Any = document.styles.element
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is not None and defaults.find(qn("w:lang")) is None:
        etree.SubElement(defaults, qn("w:lang")).set(qn("w:val"), "en-GB")


def _stories(document: Document) -> list[Any]:
    """The parts of every header and footer."""
    kept = document.part.rels.values()
    return [one.target_part for one in kept if one.reltype in {RT.HEADER, RT.FOOTER}]


def _check(document: Document) -> None:
    ids = _style_ids(document)
    lacking = [f"the style “{style}”" for style in Style if style not in ids]
    for kind in _page_kinds(document):
        pages = "" if kind == "default" else f" on {kind} pages"
        edges = (_edge(document, "header", kind), _edge(document, "footer", kind))
        lacking += [f"{one}{pages}" for one in imprint.missing(*edges)]
    if lacking:
        raise Refusal(f"The template lacks {_listed(lacking)}.")
    unknown = [f"“{name}” ({place})" for name, place in _unknown(document)]
    if unknown:
        raise Refusal(f"The template asks for {_listed(unknown)}, which is not known here.")


def _unknown(document: Document) -> Iterator[tuple[str, str]]:
    """Placeholders that nothing fills, with the part and the paragraph in which they stand."""
    known = imprint.KNOWN | set(imprint.FIELDS)
    for story in _stories(document):
        name = story.partname.rpartition("/")[2].removesuffix(".xml")
        for number, paragraph in enumerate(story.element.iter(qn("w:p")), 1):
            for one in sorted(imprint.asked_for([paragraph]) - known):
                yield one, f"{name}, paragraph {number}"


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _page_kinds(document: Document) -> list[str]:
    section: Any = document.sections[-1]._sectPr
    kinds = ["default"]
    if section.find(qn("w:titlePg")) is not None:
        kinds.append("first")
    if document.settings.element.find(qn("w:evenAndOddHeaders")) is not None:
        kinds.append("even")
    return kinds


def _edge(document: Document, edge: str, kind: str) -> Any | None:
    section: Any = document.sections[-1]._sectPr
    for one in section.iterchildren(qn(f"w:{edge}Reference")):
        if one.get(qn("w:type"), "default") == kind:
            part = document.part.related_parts.get(one.get(qn("r:id")))
            return part.element if part is not None else None
    return None


def _style_ids(document: Document) -> dict[Style, str]:
    known: dict[tuple[str, bool], str] = {}
    for style in document.styles.element.iterchildren(qn("w:style")):
        name = style.find(qn("w:name"))
        if name is not None:
            is_table = style.get(qn("w:type")) == "table"
            known[name.get(qn("w:val"), "").lower(), is_table] = style.get(qn("w:styleId"), "")
    wanted = {style: (style.lower(), style in TABLES) for style in Style}
    return {style: known[key] for style, key in wanted.items() if key in known}


def _text_width(document: Document) -> int:
    section = document.sections[-1]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    if page is None or left is None or right is None:
        return 9638
    return int((page - left - right) / 635)
