"""Any council's Word, Excel or CSV file made into plain content, safely and in memory only."""

import hashlib
import re

from models.errors import Refusal
from models.intake.opening.container import Package
from models.intake.opening.kinds import is_package, office_form, refuse_unread
from models.intake.opening.limits import MAX_BYTES
from models.intake.opening.notes import Notes
from models.intake.opening.parse import below
from models.intake.opening.separated import read_separated
from models.intake.opening.sheet import read_sheets
from models.intake.opening.word import read_word
from models.intake.papers import Block, Content, Table
from models.intake.printed import PART, PROPERTY, read_marks

USUAL_ENDINGS = {
    "docx": (".docx", ".dotx"),
    "xlsx": (".xlsx", ".xltx"),
    "csv": (".csv", ".txt", ".tsv"),
}
IN_WORDS = {"docx": "a Word document", "xlsx": "an Excel workbook", "csv": "a text list (CSV)"}


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
    notes = Notes()
    form, parts, printed = _read(data, notes)
    base = base_name(name)
    if not base.lower().endswith(USUAL_ENDINGS[form]):
        notes.add(f"Whatever its name says, this is {IN_WORDS[form]} and was read as one")
    return Content(base, hashlib.sha256(data).hexdigest(), parts, form, notes.lines(), printed)


def base_name(path: str) -> str:
    """Return the last part of a path of any system, without control signs."""
    last = re.split(r"[\\/]", path.rstrip("\\/"))[-1]
    return "".join(each for each in last if each.isprintable()) or "paper"


def _read(data: bytes, notes: Notes) -> tuple[str, tuple[Block | Table, ...], frozenset[str]]:
    refuse_unread(data)
    if not is_package(data):
        return "csv", read_separated(data, notes), frozenset()
    package = Package(data)
    form = office_form(package)
    main = package.main_part() or ""
    read = read_word if form == "docx" else read_sheets
    return form, read(package, main, notes), _printed(package)


def _printed(package: Package) -> frozenset[str]:
    """The marks that a form of the panel's own carries; none where it is anybody else's."""
    if not package.has(PART):
        return frozenset()
    held = next(
        (
            "".join(each.itertext())
            for each in below(package.tree(PART), "property")
            if each.get("name") == PROPERTY
        ),
        "",
    )
    return read_marks(held.strip())
