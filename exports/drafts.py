"""E-mail drafts of documents: one for each recipient, protected unless their mail is secure."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from exports import mail, phrases
from exports.audience import Document, slug
from exports.by_hand import hindrance
from exports.leaving import OFFICE, Ready
from exports.letters import AUDIENCES
from exports.recipients import Recipients
from models.errors import Refusal
from models.records.meeting import MeetingRecord
from models.records.panel import PanelRecord
from models.rules.marking import highest
from models.rules.recipients import Recipient

NO_PASSPHRASE = (
    "Give a passphrase for the attachments: not every address is in a domain listed as secure mail."
)


@dataclass
class Post:
    """What goes to one recipient."""

    to: Recipient
    documents: list[Document] = field(default_factory=list)


def posts(recipients: Recipients, found: Iterable[Document]) -> list[Post]:
    """The documents by recipient, as far as an address is known and the document may go there.

    A feed cannot be protected as a Word file can: it goes to secure mail alone.
    """
    made: dict[tuple[str, str], Post] = {}
    for document in found:
        for one in recipients.of(document):
            if one.address and hindrance(recipients, document, one) is None:
                post = made.setdefault((one.name, one.address), Post(one))
                post.documents.append(document)
    return list(made.values())


def drafts(
    recipients: Recipients,
    posted: list[Post],
    about: tuple[PanelRecord, MeetingRecord],
    at: datetime,
    passphrase: str | None,
    stopped: Callable[[int, int], None],
) -> tuple[dict[str, bytes], list[Ready]]:
    """The drafts by file name, and each document in them with whom it goes to.

    Those of one issue lie in a folder of their own: no old draft lies beside a new one.
    """
    files: dict[str, bytes] = {}
    ready: list[Ready] = []
    folder = folder_at(at)
    for number, post in enumerate(posted):
        stopped(number, len(posted))
        address = post.to.address or ""
        secret = given(passphrase) if is_protected(recipients, post) else None
        sent = list(_attached(post, secret))
        locked = any(one.encrypted for one in sent)
        attachments = [
            (attached_as(one.document.name, one.document.reference), one.blob) for one in sent
        ]
        name = f"{folder}/{slug(post.to.agency or 'recipient')}-{number + 1}.eml"
        files[name] = mail.draft(_carrying(about[0], post), about[1], address, attachments,
                                 locked=locked)  # fmt: skip
        ready.extend(sent)
    return files, ready


def folder_at(at: datetime) -> str:
    """The folder of all that one issue by e-mail writes."""
    return f"mail-{at:%Y-%m-%d-%H%M}"


def attached_as(name: str, reference: str) -> str:
    """A document's name in a mail: by its item, for a mail shows no number of a child's case."""
    kind, _, rest = name.rpartition("/")
    if not kind or not reference:
        return name.replace("/", "-")
    whom = next((one for one in AUDIENCES if rest.endswith(f"-{one}.docx")), "")
    return f"{phrases.joined(kind, reference, whom, by='-')}.docx"


def _carrying(panel: PanelRecord, post: Post) -> PanelRecord:
    """The panel with the marking of the most sensitive paper that goes with the mail."""
    markings = [one.marking for one in post.documents]
    return replace(panel, marking=highest(panel.marking, markings))


def is_protected(recipients: Recipients, post: Post) -> bool:
    """Whether something in it opens with a passphrase alone: its mail is not listed as secure."""
    open_mail = not recipients.is_secure(post.to.address or "")
    return open_mail and any(one.name.endswith(OFFICE) for one in post.documents)


def given(passphrase: str | None) -> str:
    """The passphrase that protects a mail; Refusal where there is none."""
    if not passphrase:
        raise Refusal(NO_PASSPHRASE, "passphrase")
    return passphrase


def _attached(post: Post, passphrase: str | None) -> Iterator[Ready]:
    for document in post.documents:
        locked = bool(passphrase) and document.name.endswith(OFFICE)
        yield Ready(document, document.make(passphrase if locked else None), locked, post.to)


__all__ = ["Post", "drafts", "given", "is_protected", "posts"]
