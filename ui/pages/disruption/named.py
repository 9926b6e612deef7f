"""Actions that name a measure which is not on the register: one key puts it there."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from models.records.disruption import NamedMeasure
from ui.desk import Desk
from ui.pages.records.permitted import may
from ui.widgets.card import Card
from ui.widgets.dates import plain_date
from ui.widgets.flow import empty
from ui.widgets.go_line import GoLine
from ui.widgets.labels import SoftLabel
from ui.widgets.offer_line import OfferLine

KEY = "Ctrl+Return"
SHOWN = 2


class NamedCard(Card):
    """A line for each such action, and what it proposes; gone where there is none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setAccessibleName("Named by actions, not on the register")
        self._desk = desk
        self._lines = QVBoxLayout()
        self.offers: list[OfferLine] = []
        self.body.addLayout(self._lines)
        self.hide()

    def show_named(self, named: Sequence[NamedMeasure]) -> None:
        """Show these actions, the first few of many."""
        empty(self._lines)
        self.offers = [self._offer(one) for one in named[:SHOWN]]
        for offer in self.offers:
            self._lines.addWidget(offer)
        if len(named) > SHOWN:
            self._lines.addWidget(SoftLabel(f"and {len(named) - SHOWN} more"))
        self.setVisible(bool(named) and may(self._desk, "record_measure"))

    def take(self) -> None:
        """Put the measure of the line in hand on the register, or that of the first."""
        at = self.focusWidget()
        held = (one for one in self.offers if at is not None and one.isAncestorOf(at))
        chosen = next(held, self.offers[0] if self.offers else None)
        if chosen is None:
            self._desk.notice.say("No action names a measure that is not on the register.")
        else:
            chosen.take()

    def _offer(self, one: NamedMeasure) -> OfferLine:
        due = f"due {plain_date(one.due_on)}" if one.due_on else ""
        parts = (one.text, one.about, one.owner or "no owner", due)
        said = " · ".join(part for part in parts if part)
        line = GoLine(f"{one.reference} names {one.measure}", said, "not on the register")
        line.clicked.connect(partial(self._go, one.action_id))
        offer = OfferLine(line, "Put on the register", KEY)
        offer.taken.connect(partial(self._register, one.action_id))
        return offer

    def _go(self, action_id: int, *_clicked: bool) -> None:
        self._desk.go("actions", action_id)

    def _register(self, action_id: int) -> None:
        act = self._desk.workspace.disruption.register_action
        if self._desk.attempt(self, act, action_id):
            self._desk.notice.say("The measure is on the register.")
