"""What a person should know of a template before it is taken: it is taken all the same."""

import re
from collections.abc import Iterator
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from exports import imprint
from exports.template import checking, stripping
from exports.template.remarks import Remark
from exports.template.styling import TWIP

USUAL = frozenset(["page", "of", "version", "issued", "to", "for", "status"])
NARROW = 6800
SMALLEST = 9.0
HEAVY = 500_000
COMMON = frozenset(
    [
        "arial",
        "calibri",
        "cambria",
        "verdana",
        "tahoma",
        "georgia",
        "times new roman",
        "courier new",
        "aptos",
        "segoe ui",
        "aptos display",
        "calibri light",
        "symbol",
        "wingdings",
        "trebuchet ms",
        "helvetica",
    ]
)


def before(document: Document) -> Iterator[Remark]:
    """What will be left out; asked before the template is stripped."""
    body: Any = document.element.body
    count = sum(bool(checking.words_of(one).strip()) for one in body.iter(qn("w:p")))
    if count:
        many = f"{count} paragraphs" if count > 1 else "One paragraph"
        yield Remark(
            "Text", f"{many} of the template’s own text will be left out: only its look is used."
        )
    if len(document.sections) > 1:
        yield Remark(
            "Page set-up", f"It has {len(document.sections)} sections. The last one’s page is used."
        )


def after(document: Document, text_width: int, size: int) -> Iterator[Remark]:
    """What stands on every page, and what may be hard to read."""
    yield from _standing_words(document)
    if text_width < NARROW:
        wide = text_width * TWIP / 360_000
        yield Remark(
            "Page set-up", f"Text is {wide:.1f} cm wide. Tables of five columns will be tight."
        )
    yield from _pictures(document)
    if size > HEAVY:
        told = (
            f"Every document will be {size / 1_000_000:.1f} MB or more. Make its pictures smaller."
        )
        yield Remark("Header and footer", told)
    yield from _typefaces(document)
    yield from _small(document)


def _standing_words(document: Document) -> Iterator[Remark]:
    found: dict[str, list[str]] = {}
    for story, _, paragraph in checking.paragraphs(document):
        words = " ".join(imprint.PLACEHOLDER.sub(" ", checking.words_of(paragraph)).split())
        if set(re.findall(r"[a-z]+", words.lower())) - USUAL:
            found.setdefault(checking.place(story), []).append(f"“{words}”")
    for place, told in found.items():
        yield Remark(place, f"On every page of every document stands: {', '.join(told)}.")


def _pictures(document: Document) -> Iterator[Remark]:
    for story in stripping.stories(document):
        for about in story.element.iter(qn("wp:docPr")):
            if not (about.get("descr") or "").strip():
                told = "A picture has no alternative text for those who cannot see it."
                yield Remark(checking.place(story), told)


def _typefaces(document: Document) -> Iterator[Remark]:
    styles: Any = document.styles.element
    named = {one.get(qn("w:ascii")) for one in styles.iter(qn("w:rFonts"))} - {None}
    rare = sorted(one for one in named if one.lower() not in COMMON)
    if rare:
        told = f"It names the typeface {', '.join(rare)}. A machine without it shows another."
        yield Remark(checking.STYLES, told)


def _small(document: Document) -> Iterator[Remark]:
    for name in ("Normal", "MACE Cell"):
        size = _size(document, name)
        if size is not None and size < SMALLEST:
            yield Remark(checking.STYLES, f"“{name}” is set in {size:g} points, which is small.")


def _size(document: Document, name: str) -> float | None:
    style: Any = next((one for one in document.styles if one.name == name), None)
    while style is not None:
        if style.font.size is not None:
            return float(style.font.size.pt)
        style = style.base_style
    return None
