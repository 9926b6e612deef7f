"""Bytes of a text file made into text, whichever of the usual encodings they are in."""

import codecs
import re

from models.errors import Refusal
from models.intake.opening.notes import Notes

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CONTROL = re.compile("[\x01-\x08\x0e-\x1f\x7f]")
GARBLED = re.compile("Ã[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œ\u00a0-\u00bf]|â€|�")
UNREADABLE = (
    "This paper is not text that can be read (line {line}). Open it in Excel, "
    "save it as “CSV UTF-8” or as .xlsx, and add that."
)


def text_of(data: bytes, notes: Notes) -> str:
    """Return the text; notes an encoding that was guessed and letters that look garbled.

    Raises Refusal, naming the line, for NULs, control signs and bytes that no encoding explains.
    """
    text = _decoded(data, notes)
    nul = text.find("\x00")
    if nul >= 0:
        raise Refusal(UNREADABLE.format(line=_line(text, nul)))
    control = CONTROL.search(text)
    if control:
        raise Refusal(UNREADABLE.format(line=_line(text, control.start())))
    for garbled in GARBLED.finditer(text):
        notes.add(
            "Some letters look garbled; check them against the paper",
            f"line {_line(text, garbled.start())}",
        )
        break
    return text


def _decoded(data: bytes, notes: Notes) -> str:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data, encoding)
    wide = _unmarked_wide(data[:4096])
    if wide:
        return _strict(data, wide)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        notes.add("The file is in an older Windows encoding; check names with accents")
        return _strict(data, "cp1252")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refusal(UNREADABLE.format(line=line)) from None


def _unmarked_wide(head: bytes) -> str | None:
    """Return the two-byte encoding that English text without a mark at its start shows, if any."""
    if len(head) < 4 or len(head) % 2:
        head = head[: len(head) // 2 * 2]
    pairs = len(head) // 2
    if pairs < 2:
        return None
    if head[1::2].count(0) > pairs * 0.8 and head[::2].count(0) == 0:
        return "utf-16-le"
    if head[::2].count(0) > pairs * 0.8 and head[1::2].count(0) == 0:
        return "utf-16-be"
    return None


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
