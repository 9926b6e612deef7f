"""What a template lacks or does that it must not, and where: all of it at once."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn

from exports import imprint
from exports.styles import TABLES, Style
from exports.template import stripping
from exports.template.remarks import Remark
from exports.template.styling import TWIP, kinds_of, style_ids, tab_stops

STYLES = "Styles"
PAGES = {"default": "", "first": " on first pages", "even": " on even pages"}
IN_STORIES = {RT.IMAGE, RT.HYPERLINK, RT.THEME}
FETCHING = frozenset(
    [
        "DDE",
        "DDEAUTO",
        "INCLUDETEXT",
        "INCLUDEPICTURE",
        "LINK",
        "DATABASE",
        "IMPORT",
        "RD",
        "MACROBUTTON",
        "EMBED",
    ]
)
"""Fields that bring something from outside into a document, or run something."""
QUOTED = re.compile(r'"[^"]*"')
KNOWN = f"Known are: {', '.join(sorted(imprint.KNOWN))}."
LEAST_WIDTH = 3400
WANTED = frozenset(Style)


def faults(document: Document, text_width: int) -> Iterator[Remark]:
    """Everything for which a template cannot be taken; it has been stripped before."""
    yield from _styles(document)
    yield from _placeholders(document)
    yield from _unknown(document)
    yield from _from_outside(document)
    yield from _unsettled(document)
    yield from _off_the_page(document)
    if text_width < LEAST_WIDTH:
        yield Remark("Page set-up", "The template leaves less than 6 cm of the page for text.")


def place(story: Any, number: int | None = None) -> str:
    """A header or footer as people find it, with its part of the file and the paragraph in it."""
    name = part_name(story)
    edge = next((edge for edge in ("header", "footer") if name.startswith(edge)), "")
    where = f"{edge.capitalize()} ({name})" if edge else name
    return where if number is None else f"{where}, paragraph {number}"


def part_name(part: Any) -> str:
    """The name of a part of the file, such as header1."""
    return str(part.partname.rpartition("/")[2].removesuffix(".xml"))


def paragraphs(document: Document) -> Iterator[tuple[Any, int, Any]]:
    """Every paragraph of every header and footer with its part and number."""
    for story in stripping.stories(document):
        for number, paragraph in enumerate(story.element.iter(qn("w:p")), 1):
            yield story, number, paragraph


def words_of(paragraph: Any) -> str:
    """The words of a paragraph, however Word has split them."""
    return "".join(text.text or "" for text in paragraph.iter(qn("w:t")))


def _styles(document: Document) -> Iterator[Remark]:
    there, kinds = style_ids(document), kinds_of(document)
    for style in (one for one in Style if one not in there):
        wanted = "table" if style in TABLES else "paragraph"
        other = next((kind for name, kind in kinds.items() if name.lower() == style.lower()), None)
        near = get_close_matches(style, [name for name in kinds if name not in WANTED], 1, 0.8)
        hint = f" There is one of that name, but it is a {other} style." if other else ""
        if near and not other:
            hint = f" There is one called “{near[0]}”."
        told = f"The {wanted} style “{style}” is missing.{hint}"
        yield Remark(STYLES, told, lacks=f"the style “{style}”")


def _placeholders(document: Document) -> Iterator[Remark]:
    for kind in _page_kinds(document):
        edges = [_edge(document, edge, kind) for edge in ("header", "footer")]
        found = [one.element if one is not None else None for one in edges]
        names = [part_name(one) for one in edges if one is not None]
        where = f"Header and footer{PAGES[kind]}"
        where += f" ({' and '.join(names)})" if names else ", of which there are none"
        for one in imprint.missing(*found):
            yield Remark(where, f"{one[:1].upper()}{one[1:]} is missing.", f"{one}{PAGES[kind]}")


def _unknown(document: Document) -> Iterator[Remark]:
    """Placeholders that nothing fills."""
    known = imprint.KNOWN | set(imprint.FIELDS)
    for story, number, paragraph in paragraphs(document):
        for one in sorted(imprint.asked_for([paragraph]) - known):
            told = f"{{{{{one}}}}} is not known here. {KNOWN}"
            asks = f"“{one}” ({part_name(story)}, paragraph {number})"
            yield Remark(place(story, number), told, asks=asks)


def _from_outside(document: Document) -> Iterator[Remark]:
    part: Any = document.part
    for one in part.package.iter_parts():
        outside = (rel for rel in one.rels.values() if rel.is_external)
        if any(rel.reltype != RT.HYPERLINK for rel in outside):
            told = f"The template shows a file that lies outside it ({part_name(one)})."
            yield Remark(place(one), told)
    for story in stripping.stories(document):
        inside = {rel.reltype for rel in story.rels.values() if not rel.is_external}
        if inside - IN_STORIES:
            told = f"The template holds an embedded object ({part_name(story)}). Put in a picture."
            yield Remark(place(story), told)
    yield from _fields(document)


def _fields(document: Document) -> Iterator[Remark]:
    for story in stripping.stories(document):
        simple = [one.get(qn("w:instr")) or "" for one in story.element.iter(qn("w:fldSimple"))]
        spread = "".join(one.text or "" for one in story.element.iter(qn("w:instrText")))
        codes = QUOTED.sub(" ", " ".join([*simple, spread]).upper())
        asked = set(re.findall(r"[A-Z]+", codes))
        for field in sorted(asked & FETCHING):
            told = (
                f"The template has a field {field} in {part_name(story)}. It brings in other files."
            )
            yield Remark(place(story), told)


def _unsettled(document: Document) -> Iterator[Remark]:
    for story, number, paragraph in paragraphs(document):
        if any(next(paragraph.iter(qn(tag)), None) is not None for tag in ("w:ins", "w:del")):
            told = f"The template has tracked changes in {part_name(story)}. Accept or reject them."
            yield Remark(place(story, number), told)


def _off_the_page(document: Document) -> Iterator[Remark]:
    """Words behind a tab stop beyond the page's edge would not print: the state of a draft, say."""
    section = document.sections[-1]
    if section.page_width is None or section.left_margin is None:
        return
    room = (section.page_width - section.left_margin) / TWIP
    for story, number, paragraph in paragraphs(document):
        if next(paragraph.iter(qn("w:tab")), None) is None:
            continue
        far = max(tab_stops(document, paragraph), default=0)
        if far > room:
            told = f"The template has a tab stop at {far * TWIP / 360_000:.1f} cm, off the page"
            told = f"{told} ({part_name(story)}). What stands behind it would not print."
            yield Remark(place(story, number), told)


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
            return document.part.related_parts.get(one.get(qn("r:id")))
    return None
