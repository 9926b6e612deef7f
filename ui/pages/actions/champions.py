"""Champions: who speaks for exploitation in each agency, and which agencies have nobody."""

from collections.abc import Sequence
from typing import Any

from models.records.learning import ChampionRow
from ui.desk import Desk
from ui.pages.records.choices import agencies
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.pages.settings.people import ListedPart
from ui.rows import Column
from ui.widgets.labels import SoftLabel

COLUMNS = (
    Column[ChampionRow]("Agency", lambda r: r.agency, width=20),
    Column[ChampionRow]("Champion", lambda r: r.name, width=18, stretch=True),
    Column[ChampionRow]("Reached by", lambda r: r.contact or "", width=18, spare=True),
    Column[ChampionRow]("Until", lambda r: r.until, width=12),
)
ALL_HAVE = "Every core agency has a champion."


class Champions(ListedPart):
    """One table; above it the core agencies that have nobody."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, "Champions", COLUMNS, ("champion", "champions"),
            editable=may(desk, "manage_people"),
        )  # fmt: skip
        self.missing = SoftLabel()
        self.whole.insertWidget(0, self.missing)

    def fields(self) -> Sequence[Field]:
        return (
            Field("agency_id", "Agency", "pick", agencies(self.desk, active=True)),
            Field("name", "Champion", "choice", names_of(self.desk)),
            Field("contact", "Reached by", hint="Telephone or e-mail at work"),
            Field("since", "Since", "was"),
            Field("until", "Until", "due"),
        )

    def read(self) -> Sequence[ChampionRow]:
        found: Sequence[ChampionRow] = self.desk.workspace.read.champions()
        return found

    def reload(self) -> None:
        super().reload()
        nobody = self.desk.workspace.read.without_champion()
        self.missing.setText(f"Without a champion: {', '.join(nobody)}." if nobody else ALL_HAVE)

    def title_of(self, row: ChampionRow) -> tuple[str, str]:
        return row.name, row.agency

    def add(self, values: dict[str, Any]) -> None:
        add = self.desk.workspace.learning.add_champion
        add(values.pop("agency_id", 0), values.pop("name", ""), **values)

    def change(self, row: ChampionRow, field: str, value: Any) -> None:
        change = self.desk.workspace.learning.change_champion
        change(row.id, field, value, getattr(row, field))


def names_of(desk: Desk) -> tuple[tuple[str, str], ...]:
    """The names of the panel's members, offered where anybody may be named."""
    found = dict.fromkeys(one.name for one in desk.workspace.read.members() if one.active)
    return tuple((one, one) for one in found)
