"""Word templates: the house's and a panel's own, checked and stripped of all but their look."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from docx.document import Document
from lxml import etree

from exports.package import Blank
from exports.styles import Style
from exports.template import checking, notices, opening
from exports.template.remarks import Remark, sentence
from exports.template.stripping import stories, strip
from exports.template.styling import fit_tab_stops, style_ids, text_height, text_width
from models.errors import Refusal
from models.remembering import remembered


@dataclass(frozen=True)
class Template:
    """A checked template: its parts without text, style ids by style, room for text in twips."""

    blank: Blank
    style_ids: Mapping[Style, str]
    text_width: int
    text_height: int


@dataclass(frozen=True)
class Checked:
    """A template as it was looked over: what speaks against it, and what is worth knowing.

    `content` is what may be kept of it, its look without its text; empty while there are faults.
    """

    faults: tuple[Remark, ...] = ()
    warnings: tuple[Remark, ...] = ()
    content: bytes = b""


@cache
def house() -> Template:
    """The template that comes with the program."""
    return of(house_bytes())


def house_bytes() -> bytes:
    """The file of the template that comes with the program."""
    return (resources.files("resources.word") / "house.docx").read_bytes()


def read(path: Path) -> Template:
    """A panel's own template.

    Raises Refusal, naming what is missing, for one that lacks a style, a placeholder in header or
    footer, or that is no plain Word document; Trouble where it cannot be read.
    """
    return of(opening.bytes_of(path))


@remembered(2)
def of(blob: bytes) -> Template:
    """The template in these bytes; Refusal as of `read`."""
    document = opening.opened(blob)
    strip(document)
    width = text_width(document)
    fit_tab_stops(document, width)
    if found := tuple(checking.faults(document, width)):
        raise Refusal(sentence(found))
    blank = _blank(document, _saved(document))
    return Template(blank, style_ids(document), width, text_height(document))


def check(path: Path) -> Checked:
    """Look a template over, saying of everything where it is; Trouble where it cannot be read."""
    try:
        return _checked(opening.bytes_of(path))
    except Refusal as refusal:
        return Checked((Remark("The file", refusal.message),))


def _checked(blob: bytes) -> Checked:
    document = opening.opened(blob)
    told = tuple(notices.before(document))
    strip(document)
    width = text_width(document)
    fit_tab_stops(document, width)
    if found := tuple(checking.faults(document, width)):
        return Checked(found, told)
    content = _saved(document)
    return Checked((), (*told, *notices.after(document, width, len(content))), content)


def _saved(document: Document) -> bytes:
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def _blank(document: Document, saved: bytes) -> Blank:
    part: Any = document.part
    properties: Any = part.package._core_properties_part
    section = etree.fromstring(etree.tostring(document.sections[-1]._sectPr))
    etree.cleanup_namespaces(section)
    with zipfile.ZipFile(io.BytesIO(saved)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return Blank(
        parts,
        body=part.partname.lstrip("/"),
        edges=tuple(story.partname.lstrip("/") for story in stories(document)),
        properties=properties.partname.lstrip("/"),
        section=etree.tostring(section, encoding="unicode"),
    )
