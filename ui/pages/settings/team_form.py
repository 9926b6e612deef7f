"""An agency as a team: for which ages it is, and whom it takes."""

from typing import Any

from models.errors import Refusal
from ui.desk import Desk
from ui.pages.records.editing import RecordForm
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.widgets.card import Card
from ui.widgets.labels import SoftLabel

FIELDS = (
    Field("youngest", "Youngest age taken", "number"),
    Field("oldest", "Oldest age taken", "number"),
    Field("takes", "Whom it takes", "long", hint="Such as: exploited, or complex mental health"),
)
WORDS = "Where it has a caseload. A child outside these ages is marked, never refused."


class TeamForm(Card):
    """Three fields, each kept by itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("As a team or service")
        self._desk, self._agency_id = desk, 0
        editable = may(desk, "manage_people")
        self.form = RecordForm("Team", FIELDS, desk, self._change, editable=editable)
        self.add(SoftLabel(WORDS))
        self.add(self.form)

    def show_agency(self, agency_id: int) -> None:
        """Show an agency as a team."""
        self._agency_id = agency_id
        row = self._desk.workspace.read.team(agency_id)
        values = {field.name: getattr(row, field.name, None) for field in FIELDS}
        self.form.show_values(f"team {agency_id}", values)

    def _change(self, field: str, value: Any, _seen: Any) -> None:
        if field != "takes" and not (value is None or isinstance(value, int)):
            raise Refusal("Give whole years, or nothing.", field)
        self._desk.workspace.local.change_team(self._agency_id, **{field: value})
