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
ONE_LINE = SMTP.clone(max_line_length=998)
"""A heading that is folded right after its name reads as an empty line in some mail programs."""
APART = "They open with a passphrase, which you are told separately and never by e-mail."
APART_NOTE = "The note opens with a passphrase, which you are told separately and never by e-mail."
HANDLING = "If this is not for you, do not open it: tell the sender and delete it."


def subject(panel: PanelRecord, meeting: MeetingRecord, *, recall: bool = False) -> str:
    """The marking, the panel, the day and the meeting's reference, and that it is a recall."""
    reference = meeting.uuid.replace("-", "")[:8].upper()
    of = "recall of " if recall else ""
    return f"{panel.marking}: {panel.name}, {in_words(meeting.held_on)}, {of}{reference}"


def draft(
    panel: PanelRecord,
    meeting: MeetingRecord,
    address: str,
    attachments: Iterable[tuple[str, bytes]],
    *,
    locked: bool,
    recall: bool = False,
    only_some: bool = False,
) -> bytes:
    """The draft as an .eml file, which mail programs open to be sent.

    `only_some` where a recall leaves whoever it goes to with other papers of the meeting.
    """
    told = " ".join(subject(panel, meeting, recall=recall).split())
    message = EmailMessage(policy=ONE_LINE if told.isascii() else SMTP)
    message["Subject"] = told
    message["To"] = address
    message["X-Unsent"] = "1"
    attached = tuple(attachments)
    papers = _papers(panel, len(attached))
    words = _recalled(panel, meeting, only_some=only_some) if recall else papers
    apart = [APART_NOTE if recall else APART] if locked else []
    message.set_content("\n\n".join((panel.marking, words, *apart, HANDLING)))
    for name, blob in attached:
        path = PurePosixPath(name)
        main, sub = KINDS.get(path.suffix, OTHER)
        message.add_attachment(blob, maintype=main, subtype=sub, filename=name.replace("/", "-"))
    message.set_boundary(f"=_{meeting.uuid.replace('-', '')}")
    return message.as_bytes()


def _papers(panel: PanelRecord, count: int) -> str:
    papers = "1 paper" if count == 1 else f"{count} papers"
    return f"{papers} of {panel.name} for you alone."


def _recalled(panel: PanelRecord, meeting: MeetingRecord, *, only_some: bool) -> str:
    """What a recall asks at once, whether or not the note is opened; it names nobody."""
    day = in_words(meeting.held_on)
    if only_some:
        return (
            f"RECALL. {panel.name} recalls some of the papers of its meeting of {day} that you "
            "were sent. The note attached says which they are and what to do with them: do not "
            "open, use or pass those on."
        )
    return (
        f"RECALL. {panel.name} recalls the papers of its meeting of {day} "
        "that you were sent. Do not open, use or pass them on; the note attached says which "
        "they are and what to do with them."
    )
