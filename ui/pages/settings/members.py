"""The members of the panel: who sits for which agency, in which part."""

from collections.abc import Sequence
from typing import Any

from models.errors import Refusal
from models.records.panel import MemberRecord
from ui.desk import Desk
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.pages.settings.people import ListedPart
from ui.rows import Column

PARTS = (
    ("chair", "Chair"),
    ("co-chair", "Co-chair"),
    ("minute taker", "Minute taker"),
    ("coordinator", "Coordinator"),
)
COLUMNS = (
    Column[MemberRecord]("Name", lambda m: m.name, width=16, stretch=True),
    Column[MemberRecord]("Role", lambda m: m.role, width=24, spare=True),
    Column[MemberRecord]("Agency", lambda m: m.agency, width=20),
    Column[MemberRecord]("Core", lambda m: m.core, width=5),
    Column[MemberRecord]("In use", lambda m: m.active, width=6),
)


class MembersPart(ListedPart):
    """Members and workers who come to the panel."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, "Members", COLUMNS, ("member", "members"), editable=may(desk, "manage_people")
        )

    def fields(self) -> Sequence[Field]:
        agencies = tuple((one.id, one.name) for one in self.desk.workspace.read.agencies())
        return (
            Field("name", "Name"),
            Field("role", "Role"),
            Field("agency_id", "Agency", "pick", agencies),
            Field("email", "E-mail"),
            Field("phone", "Phone"),
            Field("panel_role", "Part in the panel", "pick", PARTS),
            Field("core", "Core member", "yes"),
            Field("authority_to_commit", "May commit the agency", "yes"),
            Field("active", "In use", "yes"),
        )

    def new_fields(self) -> Sequence[Field]:
        known = {field.name: field for field in self.fields()}
        return tuple(known[name] for name in ("name", "role", "agency_id", "email", "core"))

    def read(self) -> Sequence[MemberRecord]:
        return self.desk.workspace.read.members()

    def title_of(self, row: MemberRecord) -> tuple[str, str]:
        return row.name, row.agency or ""

    def add(self, values: dict[str, Any]) -> None:
        name = values.pop("name", "")
        if not name:
            raise Refusal("A member needs a name.", "name")
        self.desk.workspace.panel.add_member(name, **values)

    def change(self, row: MemberRecord, field: str, value: Any) -> None:
        if field == "name" and not value:
            raise Refusal("A member needs a name.", "name")
        self.desk.workspace.panel.change_member(row.id, **{field: value})
