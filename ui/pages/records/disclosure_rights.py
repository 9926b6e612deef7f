"""What is weighed of a child's rights before somebody else has a copy of the child's record."""

from collections.abc import Callable
from typing import Any

from models import codes
from models.records.disclosure import DisclosureRow
from models.rules.own_words import is_own
from ui.desk import Desk
from ui.pages.records.editing import RecordForm
from ui.pages.records.fields import Field
from ui.widgets.card import Card
from ui.widgets.dates import plain_date
from ui.widgets.labels import SoftLabel

WEIGHED = Field("considered", "What was weighed", "long")
RIGHTS = (
    "It is the child's record and the child's right. Weigh, with whoever answers for data "
    "protection: does the child understand what a copy is, and allow this one or ask that it is "
    "not given; what was told in confidence; any court order; what may follow if this person reads "
    "it, most of all where harm at home is told of; what the child loses if it is refused."
)


class RightsCard(Card):
    """Who asks and in which right; where it is not the child, what was weighed, by whom."""

    def __init__(self, desk: Desk, done: Callable[[], object]) -> None:
        super().__init__("The child's rights")
        self._desk, self._done = desk, done
        self._id: int | None = None
        self.words, self.kept = SoftLabel(RIGHTS), SoftLabel()
        self.form = RecordForm("What was weighed", (WEIGHED,), desk, self._keep, editable=True)
        for widget in (self.words, self.form, self.kept):
            self.add(widget)
        self.hide()

    def show_request(self, asked: DisclosureRow, *, is_child: bool) -> None:
        """Show what was weighed for a request; nothing where the child asks."""
        row = codes.find("requesters", asked.asker)
        self._id = asked.id
        self.setVisible(is_child and not is_own(asked.asker) and asked.move_id is None)
        self.say("The child's rights", row.label if row else "nobody said in which right they ask")
        self.form.show_values(f"disclosure {asked.id}", {"considered": asked.considered or None})
        by = asked.considered_at
        self.kept.setText(f"{asked.considered_by}, {plain_date(by.date())}" if by else "")
        self.kept.setVisible(by is not None)

    def settle(self) -> bool:
        """Keep what is half-typed."""
        return self.isHidden() or self.form.settle()

    def _keep(self, _field: str, value: Any, seen: Any) -> None:
        if self._id is not None:
            self._desk.workspace.disclosure.consider(self._id, value, seen)
            self._done()
