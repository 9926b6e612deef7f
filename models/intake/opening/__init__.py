"""Any council's paper made into plain content, safely and in memory only."""

import hashlib
import re
from dataclasses import replace
from datetime import date

from models.errors import Refusal
from models.intake import receipts
from models.intake.opening.container import Package
from models.intake.opening.kinds import (
    is_mail,
    is_mail_by_name,
    is_open_document,
    is_outlook,
    is_package,
    is_pdf,
    office_form,
    refuse_unread,
)
from models.intake.opening.limits import MAX_BYTES
from models.intake.opening.mail import Letter, read_eml, read_outlook
from models.intake.opening.notes import Notes
from models.intake.opening.odt import META, read_odt
from models.intake.opening.own_forms import printed_by_us
from models.intake.opening.parse import attribute, below
from models.intake.opening.pdf import read_pdf
from models.intake.opening.separated import read_separated
from models.intake.opening.sheet import read_sheets
from models.intake.opening.word import read_word
from models.intake.papers import Content, Source
from models.intake.printed import PART, PROPERTY, read_marks

CORE = "docProps/core.xml"
USUAL_ENDINGS = {
    "docx": (".docx", ".dotx"),
    "xlsx": (".xlsx", ".xltx"),
    "csv": (".csv", ".txt", ".tsv"),
    "pdf": (".pdf",),
    "odt": (".odt", ".ott", ".ods", ".ots"),
    "eml": (".eml", ".txt"),
    "msg": (".msg", ".oft"),
}
IN_WORDS = {
    "docx": "a Word document",
    "xlsx": "an Excel workbook",
    "csv": "a text list (CSV)",
    "pdf": "a PDF",
    "odt": "an OpenDocument file",
    "eml": "an e-mail",
    "msg": "an Outlook message",
}


def open_paper(name: str, data: bytes) -> Content:
    """Return a paper's plain content, its kind told from what it holds.

    `name` may be a path; only its last part is kept. Raises Refusal with a sentence that says
    what is wrong, where and what to do. The sentence calls it "this paper": a file's name may
    name a child, so it stays out of exceptions and is put before the sentence when shown.
    """
    if len(data) > MAX_BYTES:
        raise Refusal(
            f"This paper is larger than {MAX_BYTES // 1024 // 1024} MB. "
            "Ask the sender what it is; split it if it is a real list."
        )
    receipt = receipts.opened(data)
    if receipt:
        digest = hashlib.sha256(data).hexdigest()
        return Content(base_name(name), digest, receipt, receipts.FORM)
    notes = Notes()
    base = base_name(name)
    content = _read(base, data, notes)
    if not base.lower().endswith(USUAL_ENDINGS[content.form]):
        notes.add(f"Whatever its name says, this is {IN_WORDS[content.form]} and was read as one")
    digest = hashlib.sha256(data).hexdigest()
    return replace(content, name=base, sha256=digest, notes=notes.lines())


def base_name(path: str) -> str:
    """Return the last part of a path of any system, without control signs."""
    last = re.split(r"[\\/]", path.rstrip("\\/"))[-1]
    return "".join(each for each in last if each.isprintable()) or "paper"


def _read(name: str, data: bytes, notes: Notes) -> Content:
    """What the paper holds; its name and hash are still to be told."""
    refuse_unread(data)
    if is_pdf(data):
        parts = read_pdf(data, notes)
        return Content("", "", parts, "pdf", printed=printed_by_us(parts))
    if is_outlook(data):
        return _message(read_outlook(data, notes), "msg")
    if is_mail(data) or is_mail_by_name(name, data):
        return _message(read_eml(data, notes), "eml")
    if not is_package(data):
        return Content("", "", read_separated(data, notes), "csv")
    return _packed(Package(data), notes)


def _message(letter: Letter, form: str) -> Content:
    source = Source(letter.sender, letter.sent_at)
    return Content("", "", letter.all_parts, form, source=source, attached=letter.attached)


def _packed(package: Package, notes: Notes) -> Content:
    if is_open_document(package):
        parts = read_odt(package, notes)
        printed = _printed(package, META, "user-defined")
        saved = _saved(package, META, "date")
        return Content("", "", parts, "odt", printed=printed, saved_on=saved)
    form = office_form(package)
    main = package.main_part() or ""
    read = read_word if form == "docx" else read_sheets
    parts = read(package, main, notes)
    printed = _printed(package, PART, "property")
    return Content("", "", parts, form, printed=printed, saved_on=_saved(package, CORE, "modified"))


def _saved(package: Package, part: str, element: str) -> date | None:
    """When the paper's program last saved it, where it says so."""
    try:
        said = next(iter(below(package.tree(part), element)), None) if package.has(part) else None
        return date.fromisoformat((said.text or "")[:10]) if said is not None else None
    except (ValueError, Refusal):
        return None  # the paper itself may be whole


def _printed(package: Package, part: str, property_name: str) -> frozenset[str]:
    """The marks that a form of the panel's own carries; none where it is anybody else's."""
    if not package.has(part):
        return frozenset()
    held = next(
        (
            "".join(each.itertext())
            for each in below(package.tree(part), property_name)
            if attribute(each, "name") == PROPERTY
        ),
        "",
    )
    return read_marks(held.strip())
