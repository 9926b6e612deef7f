"""The agencies of the panel: kind, agreement, mail, what they may see."""

from collections.abc import Sequence
from typing import Any

from models import codes
from models.errors import Refusal
from models.marks import Information, Sharing
from models.records.panel import AgencyRecord
from ui.desk import Desk
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.pages.settings.people import ListedPart
from ui.pages.settings.team_form import TeamForm
from ui.rows import Column

COLUMNS = (
    Column[AgencyRecord]("Agency", lambda a: a.name, width=18, stretch=True),
    Column[AgencyRecord]("Kind", lambda a: a.kind, width=14),
    Column[AgencyRecord]("Agreement to", lambda a: a.agreement_expires, width=12),
    Column[AgencyRecord]("In use", lambda a: a.active, width=6),
)
SHARINGS = tuple((one.value, one.value) for one in Sharing if one is not Sharing.NOT_SHARED)
INFORMATION = tuple((one.value, one.value) for one in Information)


class AgenciesPart(ListedPart):
    """Agencies, with their information sharing agreement and what they see."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, "Agencies", COLUMNS, ("agency", "agencies"), editable=may(desk, "manage_people")
        )
        self.team = TeamForm(desk)
        self.cards.add(self.team)

    def fields(self) -> Sequence[Field]:
        kinds = tuple((one.label, one.label) for one in codes.load("agency_kinds"))
        return (
            Field("name", "Name"),
            Field("short_name", "Short name"),
            Field("kind", "Kind", "choice", kinds, "Decides which part of the quorum it fills"),
            Field("email", "E-mail"),
            Field("secure_mail", "Secure mail", "yes"),
            Field("agreement_expires", "Agreement to share runs to", "due"),
            Field("sees_persons_of_concern", "Is asked about persons of concern", "yes"),
            Field("default_information", "A line typed for it is", "pick", INFORMATION),
            Field("default_sharing", "and is for", "pick", SHARINGS),
            Field("core", "Core member", "yes"),
            Field("active", "In use", "yes"),
        )

    def new_fields(self) -> Sequence[Field]:
        return self.fields()[:4]

    def read(self) -> Sequence[AgencyRecord]:
        return self.desk.workspace.read.agencies()

    def show_chosen(self, row: AgencyRecord) -> None:
        self.team.show_agency(row.id)

    def add(self, values: dict[str, Any]) -> None:
        name = values.pop("name", "")
        if not name:
            raise Refusal("An agency needs a name.", "name")
        self.desk.workspace.panel.add_agency(name, **values)

    def change(self, row: AgencyRecord, field: str, value: Any) -> None:
        if field == "name" and not value:
            raise Refusal("An agency needs a name.", "name")
        self.desk.workspace.panel.change_agency(row.id, **{field: value})
