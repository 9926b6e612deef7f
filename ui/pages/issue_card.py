"""Issuing to a folder or as e-mail drafts: what goes, what speaks against it, the reason then."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from models.errors import Refusal
from ui.forms import Form
from ui.strength import SHORTEST
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.in_sight import bring_into_sight
from ui.widgets.labels import Words, set_look

TOO_SHORT = f"Use at least {SHORTEST} characters."
NEVER_MAILED = "Tell it by telephone or in person, never by e-mail."
NEEDED = "Give a passphrase: not every address is in a domain listed as secure mail."
NOWHERE = (
    "No address for answers is set (Settings, Panel: Answers of plans go to): papers that come back"
    " ask for them to the panel's coordinator."
)
LOCKED_COPIES = (
    "A PDF/A copy has no passphrase: leave it empty, or issue without the copies."
    " Nothing is written yet."
)


@dataclass(frozen=True)
class Wish:
    """How a person wants documents to go."""

    folder: Path
    secret: str
    reason: str
    by_mail: bool
    by_agency: bool = False
    copies: bool = False


class IssueCard(Card):
    """Says what an issue will write; `begun` carries the wish of whoever issues."""

    begun = Signal(object)

    def __init__(self, choose: Callable[[], Path | None], verb: str = "issue") -> None:
        super().__init__("Issue")
        self._choose = choose
        self._needs_reason = self._locked = False
        self._no_copies: Callable[[], str] | None = None
        self.copies = QCheckBox("PDF/A copies beside the Word files, for keeping")
        self.words, self.warning = Words(), Words("", "medium")
        self.passphrase, self.reason, self.form = QLineEdit(), QLineEdit(), Form("Issue")
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.shown = QCheckBox("Show what is typed: a slip in it shuts every file")
        self.form.row(
            "passphrase", "Passphrase for the files", self.passphrase,
            f"Left empty, the Word files open without one. {NEVER_MAILED}", self.shown,
        )  # fmt: skip
        self.shown.toggled.connect(self._show_passphrase)
        self.form.row("reason", f"Reason to {verb} all the same", self.reason)
        for part in (self.words, self.warning, self.form, self.copies):
            self.add(part)
        self.mail_button = button("Write e-mail drafts", self.begin_mail)
        self.pack_button = button("Write it agency by agency", self.begin_packs)
        self._build()
        self.hide()

    def ask(
        self,
        words: str,
        *,
        open_still: bool,
        doubts: Sequence[str],
        by_mail: bool,
        packs: bool = False,
        locked: bool = False,
        no_copies: Callable[[], str] | None = None,
    ) -> None:
        """Show what an issue would do now; `doubts` speak against its recipients, each a sentence.

        `open_still`: the words are a warning; `by_mail`: something may go as a draft; `packs`: it
        can be put together agency by agency; `locked`: drafts need a passphrase;
        `no_copies`: PDF/A copies are offered, and this says why none can be made.
        """
        self._no_copies = no_copies
        self.copies.setChecked(False)
        self.copies.setVisible(no_copies is not None)
        self.words.setText(words)
        set_look(self.words, "medium" if open_still else "")
        self._needs_reason, self._locked = bool(doubts), locked
        self.warning.setText(" ".join(doubts))
        self.warning.setVisible(self._needs_reason)
        self.form.show_row("reason", self._needs_reason)
        self.form.clear_errors()
        self.passphrase.clear()
        self.shown.setChecked(False)
        self.reason.clear()
        self.mail_button.setVisible(by_mail)
        self.pack_button.setVisible(packs)
        self.show()
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(self)

    def add_warning(self, widget: QWidget) -> None:
        """Put what else is to be known before an issue above what is asked."""
        self.body.insertWidget(self.body.indexOf(self.form), widget)

    def refused(self, refusal: Refusal) -> None:
        """Stand open again, with what was typed and what speaks against it."""
        self.show()
        if not self.form.take_refusal(refusal):
            self.warning.setText(str(refusal))
            self.warning.show()

    def _show_passphrase(self, shown: bool) -> None:
        modes = QLineEdit.EchoMode
        self.passphrase.setEchoMode(modes.Normal if shown else modes.Password)

    def begin(self) -> None:
        """Ask for the folder to write to, where nothing is missing."""
        self._begin(by_mail=False)

    def begin_mail(self) -> None:
        """Ask for the folder of the e-mail drafts, where nothing is missing."""
        self._begin(by_mail=True)

    def begin_packs(self) -> None:
        """Ask for the folder of the packs, one for each agency, where nothing is missing."""
        self._begin(by_mail=False, by_agency=True)

    def _begin(self, *, by_mail: bool, by_agency: bool = False) -> None:
        secret, reason = self.passphrase.text(), self.reason.text().strip()
        self.form.clear_errors()
        if secret and len(secret) < SHORTEST:
            self.form.take_refusal(Refusal(TOO_SHORT, "passphrase"))
        elif by_mail and self._locked and not secret:
            self.form.take_refusal(Refusal(NEEDED, "passphrase"))
        elif self._needs_reason and not reason:
            self.form.take_refusal(Refusal("Say why they go all the same.", "reason"))
        elif why := self._against_copies(secret, by_mail=by_mail):
            self.warning.setText(why)
            self.warning.show()
        else:
            folder = self._choose()
            if folder is not None:
                self.hide()
                self.passphrase.clear()
                copies = self._wants_copies(by_mail=by_mail)
                self.begun.emit(Wish(folder, secret, reason, by_mail, by_agency, copies))

    def _wants_copies(self, *, by_mail: bool) -> bool:
        return self._no_copies is not None and self.copies.isChecked() and not by_mail

    def _against_copies(self, secret: str, *, by_mail: bool) -> str:
        """Why the copies that are wanted cannot be made; nothing is written before that is said."""
        if self._no_copies is None or not self._wants_copies(by_mail=by_mail):
            return ""
        return LOCKED_COPIES if secret else self._no_copies()

    def _build(self) -> None:
        flow = FlowLayout(gap=8)
        flow.addWidget(button("Choose a folder and write", self.begin, "primary"))
        flow.addWidget(self.mail_button)
        flow.addWidget(self.pack_button)
        flow.addWidget(button("Leave it", self.hide))
        holder = QWidget()
        holder.setLayout(flow)
        self.add(holder)
        self.pack_button.setToolTip("With a page of exactly whose names each agency will read")
        self.mail_button.setToolTip("One draft for each recipient, to be sent from your own mail")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
