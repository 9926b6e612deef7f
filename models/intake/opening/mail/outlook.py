"""A message as Outlook saves it (.msg), read from its own parts."""

import struct
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from io import BytesIO

from olefile import OleFileIO

from models.errors import Refusal
from models.intake.opening.mail.letter import (
    MAX_ATTACHED,
    Letter,
    is_paper,
    lines_of,
    london,
    one_line,
    plain_copy,
)
from models.intake.opening.mail.web import web_parts
from models.intake.opening.notes import Notes
from models.intake.papers import Attached, Block, Table

DAMAGED = (
    "This Outlook message is cut short or damaged. Ask for it to be sent again, or save what was "
    "attached to it and add that."
)
SUBJECT, BODY, WEB, RICH = "0037", "1000", "1013", "1009"
SENDER, ADDRESS, PLAIN_ADDRESS, ADDRESS_KIND, MAIL_ADDRESS = "0C1A", "0C1F", "5D01", "0C1E", "39FE"
SENT, DELIVERED = 0x0039, 0x0E06
CLASS = "001A"
LONG_NAME, SHORT_NAME, DATA, HIDDEN = "3707", "3704", "3701", 0x7FFE
MAX_DEPTH = 4
BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)
Path = tuple[str, ...]


def read_outlook(data: bytes, notes: Notes) -> Letter:
    """Return the message; raises Refusal for damage and encryption."""
    try:
        with OleFileIO(BytesIO(data)) as file:
            return _Message(file, notes).letter((), 0)
    except BROKEN as error:
        raise Refusal(DAMAGED) from error


class _Message:
    def __init__(self, file: OleFileIO, notes: Notes) -> None:
        self._file = file
        self._notes = notes
        self._entries = [tuple(each) for each in file.listdir(streams=True, storages=True)]

    def letter(self, at: Path, depth: int) -> Letter:
        """The message kept at a place of the file: the whole one, or one attached to it."""
        if "smime" in self._text(at, CLASS).lower():
            raise Refusal(
                "This e-mail is encrypted or signed as one piece. Open it in Outlook, save what is "
                "attached to it, and add that."
            )
        return Letter(
            one_line(self._text(at, SUBJECT)),
            self._sender(at),
            self._moment(at, SENT) or self._moment(at, DELIVERED),
            tuple(self._body(at)),
            tuple(self._attached(at, depth)),
        )

    def _sender(self, at: Path) -> str:
        name = one_line(self._text(at, SENDER))
        address = one_line(self._text(at, PLAIN_ADDRESS) or self._text(at, MAIL_ADDRESS))
        if not address and self._text(at, ADDRESS_KIND).upper() in ("", "SMTP"):
            address = one_line(self._text(at, ADDRESS))
        return f"{name} <{address}>" if name and address and name != address else name or address

    def _body(self, at: Path) -> Iterator[Block | Table]:
        plain = self._text(at, BODY)
        web = self._text(at, WEB) or self._bytes(at, WEB).decode("utf-8", "replace")
        said = web_parts(web, self._notes) if web else ()
        if said and (not plain.strip() or any(isinstance(each, Table) for each in said)):
            yield from said
        elif plain.strip():
            yield from lines_of(plain)
        elif self._bytes(at, RICH):
            self._notes.add("The message's own words are in rich text and were not read")

    def _attached(self, at: Path, depth: int) -> Iterator[Attached]:
        size = len(at)
        held = [
            each
            for each in self._entries
            if len(each) == size + 1
            and each[:size] == at
            and each[-1].startswith("__attach_version1.0_")
        ]
        if len(held) > MAX_ATTACHED:
            raise Refusal(f"This e-mail has more than {MAX_ATTACHED} attachments.")
        for number, place in enumerate(sorted(held), 1):
            yield from self._one(place, number, depth)

    def _one(self, place: Path, number: int, depth: int) -> Iterator[Attached]:
        name = one_line(self._text(place, LONG_NAME) or self._text(place, SHORT_NAME))
        inner = (*place, f"__substg1.0_{DATA}000D")
        if inner in self._entries:
            if depth >= MAX_DEPTH:
                self._notes.add("A message within messages was not read")
                return
            letter = self.letter(inner, depth + 1)
            yield Attached(f"message {number}.eml", plain_copy(letter, attachments=True))
            return
        if self._flag(place, HIDDEN):
            self._notes.add("A picture in the message was not read")
            return
        name = name or f"attachment {number}"
        data = self._bytes(place, DATA)
        if data and is_paper(name, self._notes):
            yield Attached(name, data)

    def _text(self, at: Path, number: str) -> str:
        wide = self._stream((*at, f"__substg1.0_{number}001F"))
        if wide:
            return wide.decode("utf-16-le", "replace").rstrip("\x00")
        return self._stream((*at, f"__substg1.0_{number}001E")).decode("cp1252", "replace")

    def _bytes(self, at: Path, number: str) -> bytes:
        return self._stream((*at, f"__substg1.0_{number}0102"))

    def _stream(self, place: Sequence[str]) -> bytes:
        if tuple(place) not in self._entries:
            return b""
        with self._file.openstream(list(place)) as stream:
            return bytes(stream.read())

    def _fixed(self, at: Path, number: int) -> bytes:
        """A value of fixed length, kept in the message's own list of them."""
        listed = self._stream((*at, "__properties_version1.0"))
        start = 32 if not at else 24 if at[-1].startswith("__substg1.0_3701000D") else 8
        for place in range(start, len(listed) - 15, 16):
            if struct.unpack_from("<H", listed, place + 2)[0] == number:
                return listed[place + 8 : place + 16]
        return b""

    def _moment(self, at: Path, number: int) -> datetime | None:
        kept = self._fixed(at, number)
        ticks = int.from_bytes(kept, "little")
        if not 0 < ticks < 3 * 10**17:
            return None
        return london(datetime(1601, 1, 1, tzinfo=UTC) + timedelta(microseconds=ticks // 10))

    def _flag(self, at: Path, number: int) -> bool:
        return bool(self._fixed(at, number)[:1].strip(b"\x00"))
