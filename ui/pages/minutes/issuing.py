"""Issuing to a folder: what will be written, what is still a draft, the reason if one is due."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from models.errors import Refusal
from models.records.panel import AgencyRecord
from ui.forms import Form
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import Words, set_look

SHORTEST = 8


class IssueCard(Card):
    """Says what an issue will write; `begun` carries the folder, the passphrase and the reason."""

    begun = Signal(object, str, str)

    def __init__(self, choose: Callable[[], Path | None]) -> None:
        super().__init__("Issue to a folder")
        self._choose = choose
        self._needs_reason = False
        self.words, self.warning = Words(), Words("", "medium")
        self.passphrase, self.reason, self.form = QLineEdit(), QLineEdit(), Form("Issue")
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.form.row(
            "passphrase", "Passphrase for the files", self.passphrase,
            "Left empty, the Word files open without one. Tell it separately.",
        )  # fmt: skip
        self.form.row("reason", "Reason", self.reason)
        for part in (self.words, self.warning, self.form):
            self.add(part)
        row = QHBoxLayout()
        row.addWidget(button("Choose a folder and write", self.begin, "primary"))
        row.addWidget(button("Leave it", self.hide))
        row.addStretch(1)
        self.body.addLayout(row)
        self.hide()

    def ask(self, *, approved: bool, confirmed: tuple[int, int], lacking: Sequence[str]) -> None:
        """Show what an issue would do now; `lacking` are agencies with no current agreement."""
        done, of = confirmed
        state = (
            "The minutes are approved: what goes out is logged as issued, with its hash."
            if approved
            else "The minutes are not approved: every page says DRAFT and nothing counts as issued."
        )
        rest = of - done
        open_ones = (
            f" {rest} of {of} documents for children's files are not confirmed; each of their"
            " pages says DRAFT, NOT CONFIRMED."
            if rest
            else ""
        )
        self.words.setText(f"{state}{open_ones}")
        set_look(self.words, "" if approved and not rest else "medium")
        self._needs_reason = approved and bool(lacking)
        named = ", ".join(lacking)
        self.warning.setText(f"No current information sharing agreement on record: {named}.")
        self.warning.setVisible(self._needs_reason)
        self.form.show_row("reason", self._needs_reason)
        self.form.clear_errors()
        self.passphrase.clear()
        self.show()
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Ask for the folder, where nothing is missing."""
        secret, reason = self.passphrase.text(), self.reason.text().strip()
        self.form.clear_errors()
        if secret and len(secret) < SHORTEST:
            self.form.take_refusal(Refusal("Use at least 8 characters.", "passphrase"))
        elif self._needs_reason and not reason:
            self.form.take_refusal(
                Refusal("Say why these agencies receive papers without an agreement.", "reason")
            )
        else:
            folder = self._choose()
            if folder is not None:
                self.hide()
                self.passphrase.clear()
                self.begun.emit(folder, secret, reason if self._needs_reason else "")


def without_agreement(agencies: Sequence[AgencyRecord], today: date) -> tuple[str, ...]:
    """Active agencies whose agreement is not on record or has run out."""
    return tuple(
        one.name
        for one in agencies
        if one.active and (one.agreement_expires is None or one.agreement_expires < today)
    )
