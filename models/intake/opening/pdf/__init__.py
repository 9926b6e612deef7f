"""A PDF read into blocks and tables: its text, its ruled and columned tables, its form's fields."""

import logging
import struct
from collections.abc import Iterator
from io import BytesIO

from pdfminer.pdfdocument import (
    PDFDocument,
    PDFPasswordIncorrect,
    PDFTextExtractionNotAllowed,
)
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1
from pdfminer.psexceptions import PSException

from models.errors import Refusal
from models.intake.opening.notes import Notes
from models.intake.opening.pdf.fields import field_letters
from models.intake.opening.pdf.marks import Marks, Watcher
from models.intake.opening.pdf.page import Page, laid_out
from models.intake.opening.pdf.sheets import assembled
from models.intake.opening.pdf.streams import BoundedParser, Budget
from models.intake.papers import Block, Table

MAX_PDF_BYTES = 40 * 1024 * 1024
MAX_PAGES = 200
FEW = 0.2
DAMAGED = (
    "This paper is a PDF that is cut short or damaged{place}. Ask for it to be sent again, or for "
    "the Word document it was made from."
)
SCANNED = (
    "This is a picture of a paper: a scan or photograph saved as a PDF, without any text in it. "
    "Writing in pictures is not read. Ask for the form itself, or type it in as a new referral."
)
ACTIONS = ("JavaScript", "Launch", "URI", "SubmitForm", "GoToR", "ImportData")
# What a file that lies about itself can raise in the reader, whose checks are few.
BROKEN = (
    PSException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)

# Its warnings quote the file.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL + 1)


def read_pdf(data: bytes, notes: Notes) -> tuple[Block | Table, ...]:
    """Return a PDF's parts in reading order.

    Scripts, embedded files and addresses in it are never followed. Raises Refusal for a password,
    damage, size, and for a paper that is only a picture.
    """
    if len(data) > MAX_PDF_BYTES:
        raise Refusal(
            f"This PDF is larger than {MAX_PDF_BYTES // 1024 // 1024} MB: mostly pictures. "
            "Ask for the Word document it was made from."
        )
    try:
        pages = list(_pages(data, notes))
    except (PDFPasswordIncorrect, PDFTextExtractionNotAllowed) as error:
        raise Refusal(
            "This PDF is locked with a password. Open it, take the password off, save it, and add "
            "it again."
        ) from error
    except BROKEN as error:
        raise Refusal(DAMAGED.format(place="")) from error
    _check_words(pages)
    return assembled([page for page, _ in pages])


def _pages(data: bytes, notes: Notes) -> Iterator[tuple[Page, Marks]]:
    parser = BoundedParser(BytesIO(data))
    parser.budget = Budget()
    document = PDFDocument(parser)
    _note_unread(document, notes)
    manager = PDFResourceManager()
    watcher = Watcher(manager)
    interpreter = PDFPageInterpreter(manager, watcher)
    for number, page in enumerate(PDFPage.create_pages(document), 1):
        if number > MAX_PAGES:
            raise Refusal(
                f"This PDF has more than {MAX_PAGES} pages. Ask the sender what it is; split it "
                "if it is a real paper."
            )
        interpreter.process_page(page)
        marks = watcher.marks
        marks.letters.extend(field_letters(page))
        _note(marks, number, notes)
        left, bottom, right, top = page.mediabox
        yield laid_out(marks, abs(right - left), abs(top - bottom)), marks


def _note(marks: Marks, number: int, notes: Notes) -> None:
    if marks.pictures and not marks.letters:
        notes.add("A page is a picture of a paper and was not read", f"page {number}")
    elif marks.pictures:
        notes.add("A picture was not read", f"page {number}")
    if marks.unknown:
        notes.add("Some signs could not be told and were left out", f"page {number}")
    if marks.sideways:
        notes.add("Text written sideways was not read", f"page {number}")


def _note_unread(document: PDFDocument, notes: Notes) -> None:
    """Say what the file brings besides its pages, none of which is opened."""
    catalog = document.catalog
    names = resolve1(catalog.get("Names"))
    names = names if isinstance(names, dict) else {}
    if "EmbeddedFiles" in names:
        notes.add("A file attached inside the PDF was not read")
    opening = resolve1(catalog.get("OpenAction"))
    acts = isinstance(opening, dict) and getattr(opening.get("S"), "name", "") in ACTIONS
    if "JavaScript" in names or "AA" in catalog or acts:
        notes.add("The PDF asks for something to be done when it is opened; nothing was done")


def _check_words(pages: list[tuple[Page, Marks]]) -> None:
    drawn = [marks for _, marks in pages]
    letters = sum(len(marks.letters) for marks in drawn)
    unknown = sum(marks.unknown for marks in drawn)
    if not pages:
        raise Refusal(DAMAGED.format(place=": it has no page"))
    if unknown > FEW * (letters + unknown):
        raise Refusal(
            "The letters of this PDF cannot be told: it does not say which signs its shapes stand "
            "for. Ask for the Word document it was made from."
        )
    if not any(letter.text.strip() for marks in drawn for letter in marks.letters):
        pictures = any(marks.pictures for marks in drawn)
        raise Refusal(
            SCANNED if pictures else "This paper holds no text at all. Ask for it to be sent again."
        )
