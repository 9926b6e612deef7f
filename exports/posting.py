"""Documents put into a folder as e-mail drafts, asked about first and logged."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from exports.audience import Document
from exports.by_hand import FOLDER, carried, left_over, told, where
from exports.drafts import drafts, folder_at, posts
from exports.folder import Batch
from exports.leaving import Leaving, Ready, Tell
from exports.making import Making
from exports.readying import Cancelled, Progress, stop
from exports.recipients import Recipients
from models.errors import Refusal
from models.services.issuing import MAIL
from models.workspace import Workspace

NOBODY = "No recipient of these documents has an e-mail address on record."


def post(
    workspace: Workspace,
    making: Making,
    found: Sequence[Document],
    folder: Path,
    *,
    before: bool = False,
    passphrase: str | None = None,
    reason: str | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    tell: Tell | None = None,
    keep: Callable[[list[Ready]], object] = len,
) -> tuple[tuple[str, ...], list[Ready]]:
    """Writes one draft for each recipient; gives their names, and all documents that went.

    What no mail may carry lies beside the drafts, to be handed over, and is logged with them.
    `keep` hears what goes before it goes; `tell` what is to be handed over to whom. Raises Refusal
    where nobody has an address, a passphrase is missing, or a doubt has no reason.
    """
    recipients, meeting_id = Recipients(making.audiences), making.audiences.meeting_id
    posted = posts(recipients, found)
    if not posted:
        raise Refusal(NOBODY)
    _ask(recipients, found, reason)
    about = (making.papers.panel, making.papers.meeting)
    files, ready = drafts(
        recipients, posted, about, making.audiences.now, passphrase,
        lambda number, of: stop(number, of, "E-mail drafts", progress, cancelled),
    )  # fmt: skip
    left = list(left_over(recipients, found))
    beside, handed = carried(left, f"{folder_at(making.audiences.now)}/{FOLDER}", passphrase)
    ready += handed
    keep(ready)
    leaving = Leaving(
        workspace, meeting_id, recipients, reason=reason, before=before, way=MAIL, tell=tell
    )
    with Batch(folder, {**files, **beside}) as batch:
        leaving.keep(folder, batch, ready)
    if tell is not None:
        for one in filter(None, (*told(left), where(handed))):
            tell(one)
    return tuple(files), ready


def _ask(recipients: Recipients, found: Iterable[Document], reason: str | None) -> None:
    told = recipients.doubts(found)
    if told and not (reason or "").strip():
        raise Refusal(f"{' '.join(told)} Give a reason to issue all the same.", "reason")
