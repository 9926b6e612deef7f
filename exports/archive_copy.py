"""A PDF/A copy of a document that was written: made beside it by LibreOffice, where that is."""

import shutil
import subprocess
from pathlib import Path
from uuid import uuid4

from models.errors import Refusal, Trouble

PROGRAMS = ("soffice", "libreoffice", "soffice.exe")
USUAL_PLACES = (
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)
PDF_A_2B = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}'
SECONDS = 180
LOCKED = b"\xd0\xcf\x11\xe0"
NOT_THERE = (
    "LibreOffice is not on this machine, which makes the PDF/A copy. Open the document in Word and "
    "choose Save as, PDF, Options, “PDF/A compliant”; or have LibreOffice installed."
)


def converter() -> Path | None:
    """The program that makes the copy, None where it is not installed."""
    found = (shutil.which(name) for name in PROGRAMS)
    first = next((Path(one) for one in found if one), None)
    return first or next((one for one in USUAL_PLACES if one.is_file()), None)


def pdf_a(document: Path) -> Path:
    """Make the PDF/A copy of a Word document in the same folder; gives its path.

    Nothing is put anywhere else: the copy holds what the document holds. Raises Refusal for a
    document that is locked or no Word file, Trouble where the copy cannot be made; a copy that was
    there before then stands.
    """
    program = converter()
    if program is None:
        raise Trouble(NOT_THERE)
    _check(document)
    aside = document.parent / f".pdfa-{uuid4().hex}"
    try:
        aside.mkdir()
        _run(program, document, aside, aside / "profile")
        copy = aside / f"{document.stem}.pdf"
        if not copy.is_file() or b"pdfaid" not in copy.read_bytes():
            raise Trouble("LibreOffice made no PDF/A copy. Open the document once and try again.")
        return copy.replace(document.with_suffix(".pdf"))
    except OSError as error:
        raise Trouble("The copy cannot be put into this folder: is it full or locked?") from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _check(document: Path) -> None:
    try:
        with document.open("rb") as file:
            head = file.read(4)
    except OSError as error:
        raise Refusal("This document cannot be read. Give a document that was written.") from error
    if head == LOCKED:
        raise Refusal("This document is locked with a passphrase: make the copy before it is.")
    if document.suffix.lower() != ".docx" or not head.startswith(b"PK"):
        raise Refusal("A PDF/A copy is made of a Word document (.docx).")


def _run(program: Path, document: Path, to: Path, profile: Path) -> None:
    """Run it by itself: with a profile of its own, which is gone afterwards."""
    words = [
        str(program),
        "--headless",
        "--norestore",
        f"-env:UserInstallation={profile.resolve().as_uri()}",
        "--convert-to",
        PDF_A_2B,
        "--outdir",
        str(to),
        str(document.resolve()),
    ]
    try:
        done = subprocess.run(words, capture_output=True, timeout=SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Trouble("LibreOffice did not answer. Close it and try again.") from error
    if done.returncode:
        raise Trouble("LibreOffice could not make the copy. Close it and try again.")
