"""Templates of a panel's own, made from the starting one: with a crest's words, odd pages."""

import io
from collections.abc import Callable
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Cm

from exports import template
from resources.word import build

CREST = "Northmoor Borough Council"
Change = Callable[[Document], object]


def crested(document: Document) -> None:
    """Words that no other document carries."""
    document.sections[0].header.add_paragraph(CREST)


def landscape(document: Document) -> None:
    """A page of 25 by 17 cm, lying, in another typeface, with a long header."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(25), Cm(17)
    section.left_margin = section.right_margin = Cm(3)
    for number in range(6):
        section.header.add_paragraph(f"{CREST}, line {number} of a long letterhead")
    document.styles["Normal"].font.name = "Georgia"


def made(change: Change = crested) -> bytes:
    """The file of a template, changed."""
    document, kept = docx.Document(str(build.HOUSE)), io.BytesIO()
    change(document)
    document.save(kept)
    return kept.getvalue()


def at(folder: Path, change: Change = crested, name: str = "letterhead.docx") -> Path:
    """The same as a file in a folder."""
    path = folder / name
    path.write_bytes(made(change))
    return path


def checked(folder: Path, change: Change = crested) -> template.Checked:
    """The same, looked over."""
    return template.check(at(folder, change))
