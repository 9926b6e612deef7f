"""The steps of a flow: worded, with who does each and in how many working days; foretold."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from models import codes
from models.rules.flows import foretold
from ui.desk import Desk
from ui.pages.records.fields import Field
from ui.pages.settings.ordered import BESIDE, Acts, OrderedPart
from ui.widgets.card import Card, CardList
from ui.widgets.labels import Words
from ui.widgets.lines import Line

FIELDS = (
    Field("label", "Step"),
    Field("who", "Who does it", hint="The role, not a name."),
    Field("working_days", "Working days", "number", hint="Empty where there is no limit."),
    Field("repeats", "May be done again", "yes"),
)
NEW = FIELDS[:3]
EXAMPLE = "If a child entered today"
ENDS = "with a reason and a second person"


class Steps(OrderedPart):
    """A flow's steps in order, the fields of the one stood on, and what they come to."""

    NAME, CARD, FORM, DRAFT = "Steps of the flow", "Step", "Flow step", "flow"
    FIELDS = FIELDS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Add a step", NEW, "Add it")
        self.preview, self.about, self.words = Card(EXAMPLE), Card("About it"), Words()
        self._build()

    def show_flow(self, flow: codes.Flow, *, editable: bool, why: str) -> None:
        """Show a flow's steps; those of one in use are read only."""
        self._take(flow, [_line(one) for one in flow.steps], editable=editable)
        self.note.setText("\n".join(filter(None, (why, flow.note))))
        today: date = self._desk.workspace.store.clock.today()
        closed = self._desk.workspace.read.closed_days()
        self.words.setText("\n".join(foretold(flow, today, closed)))

    def _acts(self) -> Acts:
        book = self._desk.workspace.flow_book
        return Acts(book.change_step, book.move_step, book.drop_step)

    def _lines(self) -> Sequence[codes.FlowStep]:
        return self._of.steps

    def _show(self) -> None:
        super()._show()
        one = self._current()
        if one is not None:
            self.form.show_row("repeats", not one.ends)

    def _add(self, values: dict[str, Any]) -> None:
        if self._of is not None:
            self._desk.workspace.flow_book.add_step(
                self._of.code, values.get("label", ""), values.get("who", ""),
                values.get("working_days"),
            )  # fmt: skip

    def _build(self) -> None:
        self.entry.form.STACK_BELOW = BESIDE
        self.preview.add(self.words)
        self.about.add(self.note)
        cards = CardList("The step, and an example")
        for card in (self.card, self.preview, self.about):
            cards.add(card)
        self._stand((self.entry,), cards, 0.42)


def _line(one: codes.FlowStep) -> Line:
    days = one.working_days
    limit = "no limit" if days is None else f"{days} working day{'s' * (days != 1)}"
    soft = ", ".join(filter(None, (one.who, "may repeat" if one.repeats else "",
                                   ENDS if one.ends else "")))  # fmt: skip
    return Line(one.code, one.label, soft=soft, right=limit)
