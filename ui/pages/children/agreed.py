"""What was recommended for a child's plan and what the plan did, with the child's actions."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.clocks import TellingRow
from models.records.outcomes import ActionRow, RecommendationRow
from ui.desk import Desk
from ui.pages.children.told import Told
from ui.pages.records.tips import Tips
from ui.rows import Column, RowsModel
from ui.widgets.empty import EmptyState
from ui.widgets.labels import SectionHeading
from ui.widgets.table import RowsTable

RAGS = {"red": "high", "amber": "medium", "green": "low", "blue": "accent", "grey": ""}
RECOMMENDED = (
    Column[RecommendationRow]("Ref", lambda one: one.reference, width=7),
    Column[RecommendationRow]("Recommendation", lambda one: one.text, width=36, stretch=True),
    Column[RecommendationRow]("Made", lambda one: one.made_on, width=10),
    Column[RecommendationRow]("Answer by", lambda one: one.reply_by, width=10),
    Column[RecommendationRow](
        "Standing",
        lambda one: one.standing,
        kind=lambda one: "high" if one.overdue else "",
        width=20,
    ),
    Column[RecommendationRow]("In the plan", lambda one: one.plan_updated_on, width=10),
    Column[RecommendationRow]("Why", lambda one: one.reply_reason or "", width=18),
)
ACTIONS = (
    Column[ActionRow]("Ref", lambda one: one.reference, width=7),
    Column[ActionRow]("Action", lambda one: _text(one), width=36, stretch=True),
    Column[ActionRow]("Owner", lambda one: one.owner or "no owner", width=18),
    Column[ActionRow]("Due", lambda one: one.due_on, width=10),
    Column[ActionRow](
        "Standing", lambda one: one.standing, kind=lambda one: RAGS.get(one.rag, ""), width=18
    ),
)


class Agreed(QWidget):
    """Three tables; `opened` carries the page and id to go to."""

    opened = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.told = Told(desk)
        self.recommended: RowsModel[RecommendationRow] = RowsModel(RECOMMENDED, lambda one: one.id)
        self.action_rows: RowsModel[ActionRow] = RowsModel(ACTIONS, lambda one: one.id)
        nothing = EmptyState("No recommendations yet.", "They are made in the meeting: rec …")
        none = EmptyState("No actions yet.", "They are made in the meeting: action …")
        first = RowsTable(
            self.recommended, "Recommendations", nothing, ("recommendation", "recommendations")
        )
        second = RowsTable(self.action_rows, "Actions", none, ("action", "actions"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.tips = Tips("safety", "safety planning")
        column.addWidget(self.tips)
        for title, table in (("Recommendations to the plan", first), ("Actions", second)):
            column.addWidget(SectionHeading(title))
            column.addWidget(table, 1)
        column.addWidget(self.told, 1)
        first.opened.connect(lambda key: self.opened.emit("care_plans", key))
        second.opened.connect(lambda key: self.opened.emit("actions", key))

    def show_rows(
        self,
        child_id: int,
        recommended: Sequence[RecommendationRow],
        actions: Sequence[ActionRow],
        told: Sequence[TellingRow],
    ) -> None:
        """Show a child's recommendations and actions, and who is told of them.

        Of whom an action is stands there where it is about somebody else.
        """
        self.told.show_rows(told)
        self.recommended.set_rows(tuple(recommended))
        self.action_rows.set_rows(tuple(_beside(one, child_id) for one in actions))


def _text(one: ActionRow) -> str:
    return f"{one.text} (about {one.subject})" if one.subject else one.text


def _beside(one: ActionRow, child_id: int) -> ActionRow:
    """An action as the child's page has it: that it is about the child goes unsaid."""
    about = {one.subject_id, *(other[0] for other in one.other_subjects)}
    return replace(one, subject=None) if child_id in about else one
