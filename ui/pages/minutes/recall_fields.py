"""What a recall asks: why, where to, and a passphrase for notes to addresses not secure."""

from collections.abc import Collection
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtWidgets import QLineEdit, QWidget

from models.errors import Refusal
from models.records.minutes_issued import IssueRow
from models.rules.listing import counted
from ui.desk import Desk
from ui.pages.issue_card import NEVER_MAILED, TOO_SHORT
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.pages.written import place
from ui.strength import SHORTEST

REASON = (
    Field(
        "reason", "Why they are recalled", "long",
        hint="All who have papers read it: names on record are replaced, and what may be one is"
        " refused",
    ),
    Field(
        "passphrase", "Passphrase for the notes by e-mail",
        hint=f"For addresses that are not secure mail, as for the papers. {NEVER_MAILED}",
    ),
)  # fmt: skip
NO_FOLDER = "Nothing is recalled yet: choose a folder for the notes."


class HowRecalled(NamedTuple):
    """Where the notes go, why they go, and the passphrase of those by e-mail, if one is needed."""

    folder: Path
    reason: str
    secret: str | None


def hide_secret(card: EntryCard) -> None:
    """Let nobody read the passphrase as it is typed."""
    secret = card.editor_of("passphrase")
    if isinstance(secret, QLineEdit):
        secret.setEchoMode(QLineEdit.EchoMode.Password)


def reason_of(values: dict[str, Any]) -> str:
    """Why they are recalled; Refusal where nothing is said."""
    reason: str = values.get("reason") or ""
    if not reason.strip():
        raise Refusal("Say why they are recalled.", "reason")
    return reason


def how_recalled(
    desk: Desk, page: QWidget, meeting_id: int, rows: Collection[IssueRow], values: dict[str, Any]
) -> HowRecalled:
    """How these papers are recalled by what was answered; asks for the folder on `page`.

    Refusal where the reason is missing or may name somebody, where the passphrase is too short,
    and where no folder is chosen.
    """
    from exports import recall_reason, recalling

    reason = reason_of(values)
    locked = recalling.needs_passphrase(desk.workspace, meeting_id, rows)
    secret = _secret_of(values) if locked else None
    recall_reason.naming_nobody(desk.workspace, meeting_id, reason)
    folder = desk.dialogues.choose_folder(page, "Folder for the recall notes")
    if folder is None:
        raise Refusal(NO_FOLDER)
    return HowRecalled(folder, reason, secret)


def _secret_of(values: dict[str, Any]) -> str:
    secret: str = values.get("passphrase") or ""
    if len(secret) < SHORTEST:
        raise Refusal(TOO_SHORT, "passphrase")
    return secret


def notes_written(written: tuple[str, ...], how: HowRecalled) -> str:
    """How many notes were written where, and what is still to be told."""
    notes = counted(len(written), "recall note", "recall notes")
    apart = " Tell the passphrase apart from them." if how.secret else ""
    return f"Recalled. {notes} written to {place(written, how.folder)}.{apart}"
