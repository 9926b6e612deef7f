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
TWICE = re.compile("(?:[Â-Å]|â€)[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]")
OLD = "cp850"  # what DOS programs and old exports wrote; its letters with accents are cp437's too
SIGNS = "’‘“”–—…•·°™®©£€½¼¾²³ªº"
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
    text = _put_right(text, notes)
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
        return _older(data, notes)


def _older(data: bytes, notes: Notes) -> str:
    """Read as older Windows, or as DOS where only so the accents stand on letters of words."""
    text, old = _strict(data, "cp1252"), data.decode(OLD)
    if _odd(old) < _odd(text):
        notes.add("The file is in an old DOS encoding; check names with accents")
        return old
    notes.add("The file is in an older Windows encoding; check names with accents")
    return text


def _odd(text: str) -> int:
    """How many letters with accents stand where no word has them: a sign or a capital inside."""
    pairs = zip(text, text[1:], strict=False)
    return sum(one.isalpha() and two > "\x7f" and _is_strange(one, two) for one, two in pairs)


def _is_strange(before: str, after: str) -> bool:
    if after.isalpha():
        return after == "ƒ" or (before.islower() and after.isupper())
    return after not in SIGNS


def _put_right(text: str, notes: Notes) -> str:
    """Put right letters that were made bytes twice, "ZoÃ«" for "Zoë", which no word holds so."""
    mended = TWICE.sub(_once, text)
    if mended != text:
        notes.add("Letters that were encoded twice were put right; check names with accents")
    return mended


def _once(found: re.Match[str]) -> str:
    try:
        return b"".join(map(_byte, found[0])).decode("utf-8")
    except UnicodeDecodeError:
        return found[0]


def _byte(letter: str) -> bytes:
    return letter.encode("latin-1" if ord(letter) < 256 else "cp1252")


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
