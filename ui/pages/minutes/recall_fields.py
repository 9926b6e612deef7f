"""What a recall asks: why, and a passphrase where a note goes to an address not secure."""

from typing import Any

from PySide6.QtWidgets import QLineEdit

from models.errors import Refusal
from ui.pages.issue_card import NEVER_MAILED, TOO_SHORT
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
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


def secret_of(values: dict[str, Any], *, needed: bool) -> str | None:
    """The passphrase for notes by e-mail, where one is needed."""
    secret = values.get("passphrase") or ""
    if needed and len(secret) < SHORTEST:
        raise Refusal(TOO_SHORT, "passphrase")
    return secret if needed else None


def notes_written(count: int, where: str, secret: str | None) -> str:
    """How many notes were written where, and what is still to be told."""
    notes = "1 recall note" if count == 1 else f"{count} recall notes"
    apart = " Tell the passphrase apart from them." if secret else ""
    return f"Recalled. {notes} written to {where}.{apart}"
