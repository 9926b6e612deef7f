"""Training: who did which course when, what is to be renewed, and where it is learnt."""

from collections.abc import Sequence
from typing import Any

from models import codes
from models.queries.learning import COURSES
from models.records.learning import TrainingRow
from models.rules.listing import counted
from ui.desk import Desk
from ui.pages.actions.champions import names_of
from ui.pages.records.choices import agencies
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.pages.settings.people import ListedPart
from ui.rows import Column
from ui.widgets.buttons import button
from ui.widgets.dates import plain_date
from ui.widgets.flow import in_a_row
from ui.widgets.labels import SoftLabel, Words

NONE_OVERDUE = "No refresher is overdue."


def _renewal(row: TrainingRow) -> str:
    if row.renew_on is None:
        return ""
    return f"{plain_date(row.renew_on)}{', overdue' if row.overdue else ''}"


COLUMNS = (
    Column[TrainingRow]("Who", lambda r: r.name, width=16),
    Column[TrainingRow]("Agency", lambda r: r.agency, width=14, spare=True),
    Column[TrainingRow]("Training", lambda r: r.course_words, width=22, stretch=True),
    Column[TrainingRow]("Done", lambda r: r.done_on, width=11),
    Column[TrainingRow]("Renew by", lambda r: r.renew_on, _renewal,
                        kind=lambda r: "high" if r.overdue else "", width=19),
)  # fmt: skip


class Training(ListedPart):
    """The log, soonest to be renewed first; above it how many refreshers are overdue."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            "Training",
            COLUMNS,
            ("course done", "courses done"),
            editable=may(desk, "manage_people"),
            add="Enter training",
        )
        self.due, self.where = SoftLabel(), Words()
        self.gone = button("Take out", self.take_out, "quiet")
        self.gone.setAccessibleName("Take out this training")
        self.card.add(self.where)
        self.card.add(in_a_row((self.gone,)))
        self.gone.setVisible(self.editable)
        self.entry.say("Training done")
        self.entry.keep_button.setText("Enter it")
        self.whole.insertWidget(0, self.due)

    def fields(self) -> Sequence[Field]:
        courses = tuple((one.code, one.label) for one in codes.load(COURSES))
        return (
            Field("name", "Who", "choice", names_of(self.desk)),
            Field("agency_id", "Agency", "pick", agencies(self.desk, active=True)),
            Field("course", "Training", "pick", courses),
            Field("done_on", "Done on", "was"),
            Field("note", "Note"),
        )

    def read(self) -> Sequence[TrainingRow]:
        found: Sequence[TrainingRow] = self.desk.workspace.read.trainings()
        return found

    def reload(self) -> None:
        super().reload()
        late = sum(row.overdue for row in self.rows)
        words = counted(late, "refresher", "refreshers")
        self.due.setText(f"{words} overdue." if late else NONE_OVERDUE)

    def title_of(self, row: TrainingRow) -> tuple[str, str]:
        return row.name, row.agency

    def show_chosen(self, row: TrainingRow) -> None:
        self.where.setText(f"Where it is learnt: {row.where}" if row.where else "")
        self.where.setVisible(bool(row.where))

    def add(self, values: dict[str, Any]) -> None:
        self.desk.workspace.learning.add_training(
            values.get("agency_id", 0), values.get("name", ""), values.get("course", ""),
            values.get("done_on"), values.get("note"),
        )  # fmt: skip

    def change(self, row: TrainingRow, field: str, value: Any) -> None:
        change = self.desk.workspace.learning.change_training
        change(row.id, field, value, getattr(row, field))

    def take_out(self) -> None:
        """Take out the chosen training; undo brings it back."""
        row = self.chosen()
        if row is not None:
            self.desk.attempt(self, self.desk.workspace.learning.remove_training, row.id)
