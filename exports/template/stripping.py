"""A template stripped of all but its look: text, comments, authors and outside links stay away."""

from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from lxml import etree

from models.errors import Refusal

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
PAST = ("PrChange", "tblGridChange")


def strip(document: Document) -> None:
    """Leave the last section with its header and footer, styles, numbering, fonts and theme."""
    _keep_last_section(document)
    part: Any = document.part
    _drop(part.package.rels, KEPT_IN_PACKAGE)
    _drop(part.rels, KEPT_PARTS)
    settings: Any = document.settings.element
    for name in DROPPED_SETTINGS:
        for one in settings.findall(qn(f"w:{name}")):
            settings.remove(one)
    _drop(part.part_related_by(RT.SETTINGS).rels, set())
    _without_authors(document)
    _without_past(document)
    _in_one_column(document)
    _in_english(document)


def stories(document: Document) -> list[Any]:
    """The parts of every header and footer."""
    kept = document.part.rels.values()
    return [one.target_part for one in kept if one.reltype in {RT.HEADER, RT.FOOTER}]


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


def _drop(relationships: Any, kept: set[str]) -> None:
    for key in [key for key, one in relationships.items() if one.reltype not in kept]:
        del relationships[key]


def _without_authors(document: Document) -> None:
    about = document.core_properties
    about.author = about.last_modified_by = about.comments = about.title = about.subject = ""
    about.keywords = about.category = ""


def _without_past(document: Document) -> None:
    """Tracked changes of formatting go: they name who made them."""
    roots = (document.element, document.styles.element, *(one.element for one in stories(document)))
    for root in roots:
        for one in [one for one in root.iter() if str(one.tag).endswith(PAST)]:
            one.getparent().remove(one)


def _in_one_column(document: Document) -> None:
    section: Any = document.sections[-1]._sectPr
    for columns in section.findall(qn("w:cols")):
        section.remove(columns)


def _in_english(document: Document) -> None:
    styles: Any = document.styles.element
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is not None and defaults.find(qn("w:lang")) is None:
        etree.SubElement(defaults, qn("w:lang")).set(qn("w:val"), "en-GB")
