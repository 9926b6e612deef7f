"""The file: its backup, its soundness, handing it over, passphrase and recovery key."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from models.errors import Refusal
from ui.desk import Desk
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.recovery_file import save_recovery_key
from ui.strength import strength
from ui.tasks import Progress
from ui.widgets.banner import Banner
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.confirm import ConfirmInPlace
from ui.widgets.dates import plain_date
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel, Words, set_look
from ui.working import WorkBar

RESTORING = (
    "To restore a backup, close this window, start MaceDesk and choose “Restore a backup” where you"
    " sign in. What lies there now is set aside, not lost."
)
HAND_OVER = "This file becomes read only until the copy returns. Hand it over?"
PASSPHRASE = (
    Field("old", "Present passphrase"),
    Field("new", "New passphrase", hint="Three words will do"),
    Field("again", "Once more"),
)
RECOVERY = (Field("old", "Your passphrase"),)


class BackupPart(CardList):
    """Care of the file; nothing here works on a rehearsal in memory."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("File and backup")
        self._desk = desk
        self.care = desk.workspace.care
        self.work = WorkBar(desk)
        self.memory = Banner("", "accent")
        self.state, self.folder = Words(), Words("", "soft")
        self.found = Words()
        self.hand_over_button = ConfirmInPlace("Hand over …", HAND_OVER, "Hand it over")
        self.passphrase = EntryCard("Change your passphrase", PASSPHRASE, desk, self._change,
                                    "Change it", lasting=True)  # fmt: skip
        self.recovery = EntryCard("Recovery key", RECOVERY, desk, self._save_key,
                                  "Save it to a file", lasting=True)  # fmt: skip
        self.cards_of_file = self._build()

    def reload(self) -> None:
        """Show how old the backup is and where it goes."""
        in_file = self.care.path is not None
        words = "" if in_file else "This panel is in memory, for rehearsal: nothing of it is kept."
        self.memory.say(words)
        for card in self.cards_of_file:
            card.setVisible(in_file)
        if not in_file:
            return
        at = self.care.backed_up_at
        said = f"Last backup {plain_date(at.date())} at {at:%H:%M}." if at else "No backup yet."
        due = " One is due today." if self.care.backup_is_due else ""
        self.state.setText(f"{said}{due}")
        set_look(self.state, "medium" if due else "")
        folder = self._desk.machine.backup_folder
        self.folder.setText(
            f"Goes to {folder}, daily and at every close."
            if folder
            else "No folder is chosen yet; a network share will do."
        )
        handed = self.care.handed_over
        self.hand_over_button.setVisible(self.care.may("hand_over") and not handed)
        self.recovery.setVisible(self.care.may("change_keys"))
        recovered = self.care.recovered
        self.passphrase.form.show_row("old", not recovered)
        self.passphrase.say(
            "Set a new passphrase" if recovered else "Change your passphrase",
            "the recovery key opened the file" if recovered else "",
        )

    # what a person does

    def back_up(self) -> None:
        """Make a backup now, into the folder chosen."""
        folder = self._desk.machine.backup_folder
        if not folder:
            self.choose_folder()
            folder = self._desk.machine.backup_folder
        if folder:
            care = self.care

            def make(_progress: Progress) -> str:
                return care.back_up(Path(folder))

            self.work.start("Backing up and reading it back", make, self._backed_up)

    def choose_folder(self) -> None:
        """Choose where backups go."""
        folder = self._desk.dialogues.choose_folder(self, "Folder for backups")
        if folder is None:
            return
        path = self.care.path
        if path is not None and folder.resolve() == path.parent.resolve():
            message = "Choose another folder than the file's own, best on another disk or a share."
            self._desk.notice.refuse(self, Refusal(message))
            return
        self._desk.attempt(self, self._desk.machine.change, backup_folder=str(folder))
        self.reload()

    def check(self) -> None:
        """Look the whole file over."""
        care = self.care
        self.work.start("Checking the file", lambda _progress: care.check(), self._checked)

    def hand_over(self) -> None:
        """Write a copy for another machine; this file may then only be read."""
        path = self.care.path
        if path is None:
            return
        to = self._desk.dialogues.save_file(self, "Copy to hand over", path.name, "MaceDesk (*)")
        if to is not None and self._desk.attempt(self, self.care.hand_over, to):
            self._desk.notice.say(
                f"Handed over as “{to.name}”. This file is read only until that copy returns."
            )
            self.reload()

    def _backed_up(self, name: str) -> None:
        self._desk.notice.say(f"Backed up as {name}, read back and sound.")
        self.reload()

    def _checked(self, problems: tuple[str, ...]) -> None:
        self.found.setText("\n".join(problems) or "The file is sound.")
        set_look(self.found, "high" if problems else "low")
        self.found.show()

    def _change(self, values: dict[str, Any]) -> None:
        new = values.get("new") or ""
        if not strength(new).enough:
            raise Refusal(strength(new).words, "new")
        if new != values.get("again"):
            raise Refusal("This is not the same passphrase.", "again")
        self.care.change_passphrase(values.get("old") or "", new)
        self.passphrase.ask({})
        self._desk.notice.say("Your passphrase is changed.")
        self.reload()

    def _save_key(self, values: dict[str, Any]) -> None:
        key = self.care.recovery_key(values.get("old") or "")
        self.recovery.ask({})
        to = self._desk.dialogues.save_file(
            self, "Save the recovery key, away from this machine", "MaceDesk recovery key.txt",
            "Text (*.txt)",
        )  # fmt: skip
        if to is not None:
            save_recovery_key(to, key, self._desk.workspace.panel_name)
            self._desk.notice.say(f"Saved as “{to.name}”. Keep it away from this machine.")

    # building

    def _build(self) -> tuple[Card, ...]:
        backup = Card("Backup", "encrypted, read back after it is written")
        for part in (self.state, self.folder, self.work):
            backup.add(part)
        flow = FlowLayout(gap=8)
        flow.addWidget(button("Back up now", self.back_up, "primary"))
        flow.addWidget(button("Choose the folder", self.choose_folder))
        flow.addWidget(button("Check the file", self.check))
        backup.body.addLayout(flow)
        self.found.hide()
        backup.add(self.found)
        backup.add(SoftLabel(RESTORING))
        over = Card("Hand over", "an encrypted copy to write in on another machine")
        over.body.addWidget(self.hand_over_button, 0, Qt.AlignmentFlag.AlignLeft)
        over.add(SoftLabel("It comes back where you sign in: “Return a handed-over copy”."))
        self.hand_over_button.confirmed.connect(lambda _reason: self.hand_over())
        self.recovery.body.insertWidget(
            1, SoftLabel("It opens the file by itself, without any passphrase. Keep it in a safe.")
        )
        for entry, names in ((self.passphrase, ("old", "new", "again")), (self.recovery, ("old",))):
            for name in names:
                line = entry.editor_of(name)
                if isinstance(line, QLineEdit):
                    line.setEchoMode(QLineEdit.EchoMode.Password)
        self.add(self.memory)
        cards = (backup, over, self.passphrase, self.recovery)
        for card in cards:
            self.add(card)
        return cards
