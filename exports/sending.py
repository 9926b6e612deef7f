"""Papers of one page on their way: put into a folder, or as a draft for each recipient."""

from dataclasses import dataclass
from pathlib import Path

from exports.audience import Document
from exports.leaving import Tell, leave
from exports.making import Making
from exports.posting import post
from exports.readying import make_ready
from models.workspace import Workspace


@dataclass(frozen=True)
class How:
    """How papers go: to which folder, as files or as drafts, protected, and why all the same.

    `tell` hears what is left to be handed over, and why something does not count as issued.
    """

    folder: Path
    by_mail: bool = False
    passphrase: str | None = None
    reason: str | None = None
    tell: Tell | None = None


def send(
    workspace: Workspace, making: Making, found: list[Document], how: How, *, before: bool = False
) -> tuple[str, ...]:
    """Puts documents where they go, logged and asked about; gives their names.

    By mail, Refusal as of `post`.
    """
    if how.by_mail:
        names, _ = post(
            workspace, making, found, how.folder, before=before, passphrase=how.passphrase,
            reason=how.reason, tell=how.tell,
        )  # fmt: skip
        return names
    ready = make_ready(found, how.passphrase)
    return leave(workspace, making, ready, how.folder, how.reason, how.tell, before=before)
