"""A template's bytes opened as a Word document: what is none, or carries macros, is refused."""

import io
import zipfile
import zlib
from pathlib import Path

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from models.errors import Refusal, Trouble

LARGEST = 40_000_000
OLD_WORD = b"\xd0\xcf\x11\xe0"
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
UNFIT = (PackageNotFoundError, KeyError, ValueError, etree.XMLSyntaxError)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MAIN_OF_TEMPLATE = MAIN.replace("document.main", "template.main")
DAMAGED_FILE = (
    "The template is damaged, or not a Word document. Open it in Word, save it under a new name, "
    "and choose that."
)
NO_WORD = (
    "The template is not a Word document. Open it in Word or LibreOffice, save it as .docx or "
    ".dotx, and choose that."
)
MACROS = (
    "The template contains macros, also if its name ends in .docx, and was not taken. Open it in "
    "Word without allowing them, save it as .dotx (or save a copy without them), and choose that."
)
TOO_LARGE = "The template is too large: more than 40 MB."


def bytes_of(path: Path) -> bytes:
    """The file's bytes; Refusal for one that is too large, Trouble where it cannot be read."""
    try:
        if path.stat().st_size > LARGEST:
            raise Refusal(TOO_LARGE)
        return path.read_bytes()
    except OSError as error:
        raise Trouble(f"The template could not be read: {error.strerror}.") from error


def opened(blob: bytes) -> Document:
    """The document in these bytes; Refusal, in words, where there is none or it is not safe."""
    plain = _plain(blob)
    try:
        return docx.Document(io.BytesIO(plain))
    except UNFIT as error:
        raise Refusal(DAMAGED_FILE) from error


def _plain(blob: bytes) -> bytes:
    if blob.startswith(OLD_WORD):
        raise Refusal("The template is password-protected or an old .doc file; save it as .docx.")
    try:
        with zipfile.ZipFile(io.BytesIO(blob)) as package:
            if sum(entry.file_size for entry in package.infolist()) > LARGEST:
                raise Refusal(TOO_LARGE)
            if any(name.lower().endswith("vbaproject.bin") for name in package.namelist()):
                raise Refusal(MACROS)
            for name in package.namelist():
                package.read(name)
            if MAIN_OF_TEMPLATE.encode() in package.read("[Content_Types].xml"):
                return _as_document(package)
    except DAMAGED as error:
        raise Refusal(DAMAGED_FILE if blob.startswith(b"PK") else NO_WORD) from error
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
