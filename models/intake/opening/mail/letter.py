"""An e-mail made plain: its words, its source, and what was attached to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr
from zoneinfo import ZoneInfo

from models.intake.opening import glyphs
from models.intake.opening.notes import Notes
from models.intake.papers import Attached, Block, Content, Source, Table

LONDON = ZoneInfo("Europe/London")
MAX_ATTACHED = 200
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".emf", ".wmf", ".svg")
NO_PAPERS = (".ics", ".vcf", ".p7s", ".asc", ".sig", "winmail.dat")
SUBJECT = "subject"


@dataclass(frozen=True, slots=True)
class Letter:
    """A message: `sender` as it names itself, `sent_at` on London's clock, its parts and papers."""

    subject: str
    sender: str
    sent_at: datetime | None
    parts: tuple[Block | Table, ...]
    attached: tuple[Attached, ...]

    @property
    def all_parts(self) -> tuple[Block | Table, ...]:
        """Its subject as a heading, then its words."""
        head = (Block(self.subject, SUBJECT, 1),) if self.subject else ()
        return (*head, *self.parts)


def london(moment: datetime | None) -> datetime | None:
    """A time as London's clock showed it; one without a zone stands."""
    if moment is None or moment.tzinfo is None:
        return moment
    return moment.astimezone(LONDON).replace(tzinfo=None, microsecond=0)


def lines_of(text: str, where: str = "message") -> Iterator[Block]:
    """The lines of a plain body, each a paragraph."""
    number = 0
    for line in text.splitlines():
        said = glyphs.plain(line)
        if said:
            number += 1
            yield Block(said, f"{where}, paragraph {number}")


def is_paper(name: str, notes: Notes) -> bool:
    """True for an attachment that may be a paper; a signature's picture or a card is only noted."""
    lower = name.lower()
    if lower.endswith(NO_PAPERS):
        notes.add("A card, an invitation or a signature attached to the message was not read")
        return False
    return True


def one_line(text: str) -> str:
    """Text without line ends and unseen signs."""
    return " ".join(glyphs.plain(text).split())[:500]


def plain_copy(letter: Letter, attachments: bool = False) -> bytes:
    """The message as a plain e-mail: its source and words; what was attached only where asked."""
    copy = EmailMessage()
    if letter.subject:
        copy["Subject"] = letter.subject
    if letter.sender:
        copy["From"] = _address(letter.sender)
    if letter.sent_at is not None:
        copy["Date"] = format_datetime(letter.sent_at.replace(tzinfo=LONDON).astimezone(UTC))
    copy["MIME-Version"] = "1.0"
    copy["X-Attached"] = str(len(letter.attached))
    copy.set_content("\n".join(_told(letter)))
    if attachments:
        for one in letter.attached:
            copy.add_attachment(
                one.data, maintype="application", subtype="octet-stream", filename=one.name
            )
    return copy.as_bytes()


def kept_copy(content: Content) -> bytes:
    """A message's bytes as they are kept: without what was attached, which is kept by itself."""
    source = content.source or Source()
    titled = content.parts[:1] if content.parts and content.parts[0].where == SUBJECT else ()
    subject = "".join(each.text for each in titled if isinstance(each, Block))
    parts = content.parts[len(titled) :]
    return plain_copy(Letter(subject, source.sender, source.sent_at, parts, content.attached))


def _address(sender: str) -> str | Address:
    name, address = parseaddr(sender)
    try:
        return Address(name, addr_spec=address) if address else Address(sender)
    except (ValueError, IndexError):
        return Address(sender)


def _told(letter: Letter) -> Iterator[str]:
    for part in letter.parts:
        if isinstance(part, Block):
            yield part.text
        else:
            yield from ("\t".join(cell.text for cell in row) for row in part.rows)
