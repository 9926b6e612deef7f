"""Who signs in, in which role; each with a passphrase of their own."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QLineEdit

from models.errors import Refusal
from models.marks import Role
from models.records.panel import UserRecord
from ui.desk import Desk
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.pages.settings.people import ListedPart
from ui.rows import Column
from ui.strength import strength
from ui.widgets.combo import Combo
from ui.widgets.confirm import ConfirmInPlace
from ui.widgets.labels import SoftLabel, Words

ROLES = tuple((one.value, one.value) for one in Role if one is not Role.SYSTEM)
WHOLE_FILE = (
    "In one file, whoever holds a passphrase can read all of it with another tool: roles guide"
    " people, they lock nothing away. Give passphrases only to those who may see everything."
)
SEAT = Field("member_id", "Sits on the panel as", "pick")
COLUMNS = (
    Column[UserRecord]("Name", lambda u: u.name, width=18, stretch=True),
    Column[UserRecord]("Role", lambda u: u.role, width=16),
    Column[UserRecord]("Signs in", lambda u: u.active, width=8),
)


class UsersPart(ListedPart):
    """Users, their roles, and taking a way in away."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, "Who signs in", COLUMNS, ("person", "people"), editable=may(desk, "manage_roles")
        )
        self.words = Words("", "soft")
        self.away = ConfirmInPlace(
            "Take the way in away",
            "This person can no longer open the file; it is encrypted anew. Sure?",
            "Take it away",
        )
        self.away.confirmed.connect(lambda _reason: self._remove())
        self.card.add(self.away)
        self.card.add(self.words)
        self.entry.add(SoftLabel(WHOLE_FILE))
        secret, again = (self.entry.editor_of(name) for name in ("passphrase", "again"))
        for line in (secret, again):
            if isinstance(line, QLineEdit):
                line.setEchoMode(QLineEdit.EchoMode.Password)
        if isinstance(secret, QLineEdit):
            self.strength = SoftLabel()
            self.entry.add(self.strength)
            secret.textChanged.connect(lambda text: self.strength.setText(strength(text).words))

    def fields(self) -> Sequence[Field]:
        return Field("role", "Role", "pick", ROLES), SEAT

    def new_fields(self) -> Sequence[Field]:
        return (
            Field("name", "Name to sign in by"),
            Field("role", "Role", "pick", ROLES),
            SEAT,
            Field("passphrase", "Passphrase", hint="Typed by the person; three words will do"),
            Field("again", "Once more"),
        )

    def read(self) -> Sequence[UserRecord]:
        return self.desk.workspace.read.users()

    def reload(self) -> None:
        """Read again, and whom somebody may sit as."""
        members = [(one.id, one.name) for one in self.desk.workspace.read.members()]
        for form in (self.form, self.entry):
            picked = form.editor_of("member_id")
            if isinstance(picked, Combo):
                picked.set_choices(members)
        super().reload()

    def values(self, row: UserRecord) -> dict[str, Any]:
        return {"role": row.role, "member_id": row.member_id}

    def show_chosen(self, row: UserRecord) -> None:
        me = row.id == self.desk.workspace.person.user_id
        self.away.setVisible(self.editable and row.active and not me)
        self.words.setText("This is you." if me else "" if row.active else "Can no longer sign in.")
        self.words.setVisible(bool(self.words.text()))

    def add(self, values: dict[str, Any]) -> None:
        role = _role(values.get("role"))
        secret = values.get("passphrase") or ""
        if self.desk.workspace.store.file is not None:
            if not strength(secret).enough:
                raise Refusal(strength(secret).words, "passphrase")
            if secret != values.get("again"):
                raise Refusal("This is not the same passphrase.", "again")
        self.desk.workspace.users.add(
            values.get("name") or "", role, secret or None, values.get("member_id")
        )

    def change(self, row: UserRecord, field: str, value: Any) -> None:
        if field == "role":
            self.desk.workspace.users.change_role(row.id, _role(value))
            return
        self.desk.workspace.users.sits_as(row.id, value)
        self.desk.notice.say("This holds from the next time the file is opened.")

    def _remove(self) -> None:
        row = self.chosen()
        if row is not None and self.desk.attempt(self, self.desk.workspace.users.remove, row.id):
            self.desk.notice.say(
                "The file has a new key: save the new recovery key, the old one opens nothing now."
            )


def _role(value: Any) -> Role:
    if value is None:
        raise Refusal("Choose the role.", "role")
    return Role(value)
