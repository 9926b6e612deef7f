"""Making a panel: its name, its place on this machine, the passphrase, the folder for backups."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.errors import Refusal
from models.rules.districts import by_key
from ui.dialogues import Dialogues
from ui.forms import Form
from ui.pages.first_start.opener import Opener, PanelWish
from ui.strength import strength
from ui.widgets.buttons import button
from ui.widgets.card import CardList
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Heading, SoftLabel

FILES = "MaceDesk panel (*.mace)"


class MakePanel(QWidget):
    """The one form of a new panel; `wished` carries the PanelWish."""

    wished = Signal(object)
    left = Signal()

    def __init__(self, opener: Opener, dialogues: Dialogues) -> None:
        super().__init__()
        self.setProperty("look", "paper")
        self.setAccessibleName("Make a panel")
        self._opener, self._dialogues = opener, dialogues
        self._placed = False
        self.form = Form("Make a panel")
        self.lines = {name: QLineEdit() for name in
                      ("name", "area", "districts", "user", "path", "backup", "passphrase",
                       "again")}  # fmt: skip
        self.strength = SoftLabel("Three words that do not belong together will do.")
        self.make_button = button("Make the panel", self.make, "primary")
        self._build()

    def begin(self) -> None:
        """Wait for the name."""
        account = self._opener.user_name()
        # The name of an account is seldom a person's: "jsmith" would stand in every log.
        self.lines["user"].setText(account if " " in account.strip() else "")
        self._propose_place("")
        self.lines["name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def make(self) -> None:
        """Hand over what was asked for, where nothing is missing."""
        self.form.clear_errors()
        try:
            wish = self._wish()
        except Refusal as refusal:
            self.form.take_refusal(refusal)
            return
        self.wait(True)
        self.wished.emit(wish)

    def refuse(self, message: str, field: str | None) -> None:
        """Show why the panel could not be made."""
        self.wait(False)
        known = {"who": "user", "to": "path"}
        self.form.take_refusal(Refusal(message, known.get(field or "", field)))

    def wait(self, waiting: bool) -> None:
        """Make nothing twice."""
        self.make_button.setEnabled(not waiting)
        self.make_button.setText("Making the panel …" if waiting else "Make the panel")

    def _wish(self) -> PanelWish:
        text = {name: line.text().strip() for name, line in self.lines.items()}
        secret = self.lines["passphrase"].text()
        if not text["name"]:
            raise Refusal("The panel needs a name, such as Northmoor MACE.", "name")
        if not text["user"]:
            raise Refusal("Give your name; it stands in the log beside what you do.", "user")
        if not text["path"]:
            raise Refusal("Choose where the panel's file is to lie.", "path")
        found = strength(secret)
        if not found.enough:
            raise Refusal(found.words, "passphrase")
        if secret != self.lines["again"].text():
            raise Refusal("This is not the same passphrase.", "again")
        backup = Path(text["backup"]) if text["backup"] else None
        if backup is not None and not backup.is_dir():
            raise Refusal("This folder is not there. Is the drive connected?", "backup")
        path = Path(text["path"]).expanduser()
        if backup is not None and backup.resolve() == path.parent.resolve():
            raise Refusal("Choose another folder than the file's own, best on a share.", "backup")
        districts = tuple(
            part.strip() for part in text["districts"].replace(";", ",").split(",") if part.strip()
        )
        unique = tuple(by_key(districts).values())
        return PanelWish(text["name"], text["area"], unique, text["user"], path, secret, backup)

    def _propose_place(self, name: str) -> None:
        if not self._placed:
            self.lines["path"].setText(str(self._opener.default_file(name)))

    def _choose_place(self) -> None:
        found = self._dialogues.save_file(
            self, "Where the panel's file is to lie", self.lines["path"].text(), FILES
        )
        if found is not None:
            self._placed = True
            whole = found if found.suffix else found.with_suffix(".mace")
            self.lines["path"].setText(str(whole))

    def _choose_backup(self) -> None:
        found = self._dialogues.choose_folder(self, "Folder for backups")
        if found is not None:
            self.lines["backup"].setText(str(found))

    def _judge(self, text: str) -> None:
        words = strength(text).words if text else "Three words that do not belong together will do."
        self.strength.setText(words)
        self.lines["passphrase"].setAccessibleDescription(words)

    def _build(self) -> None:
        rows = (
            ("name", "Name of the panel", "Such as Northmoor MACE"),
            ("area", "Area", "Whose information sharing agreement the opening script names"),
            ("districts", "Districts", "With commas, in the order of your reports; later will do"),
            ("user", "Your name", "You become its administrator"),
        )
        for name, label, hint in rows:
            self.form.row(name, label, self.lines[name], hint)
        self.form.row("path", "Where its file lies",
                      _with_button(self.lines["path"], "Choose", self._choose_place),
                      "On this machine's own disk; not a share, not OneDrive")  # fmt: skip
        self.form.row("backup", "Folder for backups",
                      _with_button(self.lines["backup"], "Choose", self._choose_backup),
                      "A share will do; encrypted copies go there daily and at close")  # fmt: skip
        for name in ("passphrase", "again"):
            self.lines[name].setEchoMode(QLineEdit.EchoMode.Password)
        self.form.row("passphrase", "Passphrase", self.lines["passphrase"])
        self.form.row("strength", "", self.strength)
        self.form.row("again", "Once more", self.lines["again"])
        labels = {**{name: label for name, label, _ in rows}, "path": "Where its file lies",
                  "backup": "Folder for backups", "passphrase": "Passphrase",
                  "again": "Passphrase once more"}  # fmt: skip
        for name, line in self.lines.items():
            line.setAccessibleName(labels[name])
            line.returnPressed.connect(self.make)
        self.lines["name"].textChanged.connect(self._propose_place)
        self.lines["passphrase"].textChanged.connect(self._judge)
        scroll = CardList("Make a panel")
        scroll.add(self.form)
        flow = FlowLayout(gap=8)
        flow.addWidget(self.make_button)
        flow.addWidget(button("Back", self.left.emit))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Heading("Make a panel"))
        column.addWidget(scroll, 1)
        column.addLayout(flow)


def _with_button(line: QLineEdit, words: str, press: object) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(line, 1)
    row.addWidget(button(words, press))  # type: ignore[arg-type]
    holder.setFocusProxy(line)
    return holder
