"""What a file is by what it holds, never by its name; kinds not read are named with a way out."""

import re

from models.errors import Refusal
from models.intake.opening.container import Package

PICTURES = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
)
OLD_OFFICE = (
    (
        "EncryptedPackage",
        (
            "is locked with a password. Open it, take the password off under "
            "File, Info, Protect, save it, and add it again."
        ),
    ),
    (
        "WordDocument",
        (
            "is in the old Word format (.doc), which is not read yet. "
            "Open it in Word, save it as .docx, and add that."
        ),
    ),
    (
        "Workbook",
        (
            "is in the old Excel format (.xls), which is not read yet. "
            "Open it in Excel, save it as .xlsx, and add that."
        ),
    ),
    (
        "Book",
        (
            "is in the old Excel format (.xls), which is not read yet. "
            "Open it in Excel, save it as .xlsx, and add that."
        ),
    ),
    (
        "PowerPoint Document",
        (
            "is a PowerPoint file, which is not read. "
            "Put what the panel needs into a Word document and add that."
        ),
    ),
)
STARTS = (
    (b"{\\rtf", "is rich text (.rtf), which is not read yet. Save it from Word as .docx."),
    (b"7z\xbc\xaf\x27\x1c", "is a 7-Zip archive. Unpack it and add the papers inside."),
    (b"Rar!", "is a RAR archive. Unpack it and add the papers inside."),
    (b"\x1f\x8b", "is a compressed archive. Unpack it and add the papers inside."),
    (b"MZ\x90\x00", "is a program, not a paper. Do not open it; tell your IT desk."),
)
COMPOUND = b"\xd0\xcf\x11\xe0"
OUTLOOK = "__properties_version1.0"
OPEN_DOCUMENT = (
    b"application/vnd.oasis.opendocument.text",
    b"application/vnd.oasis.opendocument.spreadsheet",
)
OTHER_PACKAGES = (
    (
        "sheet.binary",
        ("is a binary workbook (.xlsb), which is not read yet. Save it as .xlsx and add that."),
    ),
    (
        "presentationml",
        (
            "is a PowerPoint file, which is not read. "
            "Put what the panel needs into a Word document and add that."
        ),
    ),
)
MAIL = re.compile(
    rb"^(received|return-path|mime-version|message-id|delivered-to|dkim-signature|"
    rb"x-[\w-]+|from|to|subject|date|content-type):",
    re.IGNORECASE | re.MULTILINE,
)
MAIL_ONLY = re.compile(
    rb"^(received|return-path|mime-version|message-id|delivered-to):", re.IGNORECASE | re.MULTILINE
)
FIELD = re.compile(rb"[!-9;-~]+:")
JSON = re.compile(rb"^\s*([{]\s*[\"}]|\[\s*[\[{])")
MARKUP = re.compile(rb"^\s*(<\?xml|<!doctype|<html|<head|<table)", re.IGNORECASE)


def refuse_unread(data: bytes) -> None:
    """Raise Refusal, saying what to do instead, for every kind that is known and not read."""
    if not data.strip(b"\x00 \t\r\n"):
        raise Refusal("This paper is empty: it holds no text at all. Ask for it to be sent again.")
    if data.startswith(COMPOUND) and not is_outlook(data):
        raise Refusal(f"This paper {_old_office(data)}")
    for start, sentence in STARTS:
        if data.startswith(start):
            raise Refusal(f"This paper {sentence}")
    picture = _picture(data)
    if picture:
        raise Refusal(
            f"This paper is a picture ({picture}), whatever its name says; writing in pictures is "
            "not read. Ask for the form itself, or type it in as a new referral."
        )
    _refuse_text_kinds(data[:8192].removeprefix(b"\xef\xbb\xbf"))


def is_pdf(data: bytes) -> bool:
    """Return whether these bytes are a PDF, which may begin a little late."""
    return b"%PDF-" in data[:1024] and not is_package(data)


def is_outlook(data: bytes) -> bool:
    """Return whether these bytes are a message that Outlook saved."""
    mark = (OUTLOOK + "\x00").encode("utf-16-le")
    return data.startswith(COMPOUND) and mark in data


def is_mail(data: bytes) -> bool:
    """Return whether these bytes begin with the head of an e-mail."""
    lines = b"\n".join(data[:8192].removeprefix(b"\xef\xbb\xbf").splitlines()[:20])
    return MAIL_ONLY.search(lines) is not None and len(MAIL.findall(lines)) >= 3


def is_mail_by_name(name: str, data: bytes) -> bool:
    """Return whether a file named as a message begins with who sent it and nothing but its head.

    Some programs save one without the lines that only mail has.
    """
    whole = data[:8192].removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").lstrip(b"\n")
    head = whole.partition(b"\n\n")[0]
    lines = [line for line in head.split(b"\n") if not line[:1].isspace()]
    told = {found[1].lower() for line in lines if (found := MAIL.match(line))}
    fields = all(FIELD.match(line) for line in lines)
    return name.lower().endswith(".eml") and fields and b"from" in told and len(told) > 1


def is_open_document(package: Package) -> bool:
    """Return whether a package is an OpenDocument text or spreadsheet."""
    stated = package.first_bytes("mimetype")
    return stated.startswith(OPEN_DOCUMENT) and package.has("content.xml")


def is_package(data: bytes) -> bool:
    """Return whether these bytes begin as every zip and so every .docx and .xlsx does."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"))


def office_form(package: Package) -> str:
    """Return "docx" or "xlsx" for a package; raises Refusal for macros and for anything else."""
    types = package.content_types()
    _refuse_macros(package, types)
    main = package.main_part()
    stated = types.get(main.lower(), "") if main else ""
    if not stated and main:
        stated = types.get("." + main.lower().rpartition(".")[2], "")
    for mark, sentence in OTHER_PACKAGES:
        if mark in stated:
            raise Refusal(f"This paper {sentence}")
    if "wordprocessingml" in stated:
        return "docx"
    if "spreadsheetml" in stated:
        return "xlsx"
    raise Refusal(f"This paper {_other_zip(package, bool(types))}")


def _refuse_macros(package: Package, types: dict[str, str]) -> None:
    parts = [
        name
        for name in package.names()
        if name.endswith(("vbaproject.bin", "vbadata.xml")) or "/macrosheets/" in name
    ]
    if parts or any(
        "macroenabled" in kind.lower() or "vbaproject" in kind.lower() for kind in types.values()
    ):
        place = f" ({parts[0]})" if parts else ""
        raise Refusal(
            f"This paper carries macros{place}: small programs that could do harm. Open it in Word "
            "or Excel without allowing them, save it as .docx or .xlsx, and add that."
        )


def _other_zip(package: Package, office: bool) -> str:
    if any(name == "mimetype" for name in package.names()):
        return (
            "is an OpenDocument drawing or presentation, which is not read. "
            "Put what the panel needs into a document and add that."
        )
    if office or any(name.startswith(("word/", "xl/")) for name in package.names()):
        return (
            "is damaged: it has no document or workbook inside. Open it in Word or Excel, "
            "save it under a new name, and add that."
        )
    return "is a zipped folder. Unpack it and add the papers inside."


def _old_office(data: bytes) -> str:
    for stream, sentence in OLD_OFFICE:
        if (stream + "\x00").encode("utf-16-le") in data:
            return sentence
    return (
        "is an old Office file that is cut short or of a kind that is not read. "
        "Open it and save it as .docx or .xlsx."
    )


def _picture(data: bytes) -> str | None:
    if data[4:8] == b"ftyp":
        return "HEIC or video"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WebP"
    if data.startswith(b"BM") and data[6:10] == bytes(4):
        return "BMP"
    return next((kind for start, kind in PICTURES if data.startswith(start)), None)


def _refuse_text_kinds(head: bytes) -> None:
    if MARKUP.match(head):
        raise Refusal(
            "This paper is a web page or XML file, which is not read. "
            "Open it in Word or Excel, save it as .docx or .xlsx, and add that."
        )
    if JSON.match(head):
        raise Refusal(
            "This paper is a data file (JSON), not a paper. Add the Word, Excel or CSV "
            "file it was made from."
        )
