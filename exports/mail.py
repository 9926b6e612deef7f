"""An e-mail as a draft: one recipient, a subject that says nothing, documents attached."""

from collections.abc import Iterable
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import PurePosixPath

from models.records.meeting import MeetingRecord
from models.records.panel import PanelRecord
from models.rules.day_words import in_words

KINDS = {
    ".docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ".xlsx": ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ".ics": ("text", "calendar"),
}
OTHER = ("application", "octet-stream")
APART = "They open with a passphrase, which you are told separately and never by e-mail."
HANDLING = "If this is not for you, do not open it: tell the sender and delete it."


def subject(panel: PanelRecord, meeting: MeetingRecord) -> str:
    """The marking, the panel, the day and the meeting's reference, and nothing else."""
    reference = meeting.uuid.replace("-", "")[:8].upper()
    return f"{panel.marking}: {panel.name}, {in_words(meeting.held_on)}, {reference}"


def draft(
    panel: PanelRecord,
    meeting: MeetingRecord,
    address: str,
    attachments: Iterable[tuple[str, bytes]],
    *,
    locked: bool,
) -> bytes:
    """The draft as an .eml file, which mail programs open to be sent."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(subject(panel, meeting).split())
    message["To"] = address
    message["X-Unsent"] = "1"
    attached = tuple(attachments)
    message.set_content("\n\n".join(_words(panel, len(attached), locked=locked)))
    for name, blob in attached:
        path = PurePosixPath(name)
        main, sub = KINDS.get(path.suffix, OTHER)
        message.add_attachment(blob, maintype=main, subtype=sub, filename=name.replace("/", "-"))
    message.set_boundary(f"=_{meeting.uuid.replace('-', '')}")
    return message.as_bytes()


def _words(panel: PanelRecord, count: int, *, locked: bool) -> list[str]:
    papers = "1 paper" if count == 1 else f"{count} papers"
    words = [panel.marking, f"{papers} of {panel.name} for you alone.", HANDLING]
    return [*words[:2], APART, *words[2:]] if locked else words
