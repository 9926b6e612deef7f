"""A strategy meeting that repeated missing proposes: recorded when held, or why none is needed."""

from typing import Any

from models.errors import Refusal
from models.records.clocks import StrategyProposal
from ui.desk import Desk
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.dates import plain_date
from ui.widgets.flow import in_a_row
from ui.widgets.labels import Words

HELD = (Field("on", "Held on", "was"),)
WHY = (Field("reason", "Why none is needed now", "long"),)


class StrategyCard(Card):
    """Hidden where no meeting is proposed for the child."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Strategy meeting proposed")
        self._desk = desk
        self.proposal: StrategyProposal | None = None
        self.words = Words()
        self.held = EntryCard("A strategy meeting was held", HELD, desk, self._held)
        self.no = EntryCard("No strategy meeting is needed", WHY, desk, self._no)
        self.record = button("It was held", self.held.ask, "primary")
        self.dismiss = button("None is needed", self.no.ask)
        for widget in (self.words, in_a_row((self.record, self.dismiss)), self.held, self.no):
            self.add(widget)
        for widget in (self.record, self.dismiss):
            widget.setEnabled(may(desk, "add_missing_episode"))
        self.hide()

    def show_child(self, child_id: int) -> None:
        """Ask whether one is proposed for this child."""
        found = self._desk.workspace.read.strategy_proposals(child_id)
        before = self.proposal.child_id if self.proposal is not None else 0
        self.proposal = found[0] if found else None
        if self.proposal is None or before != self.proposal.child_id:
            self.held.leave()
            self.no.leave()
        if self.proposal is not None:
            one = self.proposal
            last = plain_date(one.reported)
            self.words.setText(
                f"Missing {one.episodes} times in {one.days} days, last on {last}. "
                "Those before a meeting no longer count; a further episode proposes it again."
            )
        self.setVisible(self.proposal is not None)

    def _held(self, values: dict[str, Any]) -> None:
        if "on" not in values:
            raise Refusal("Give the day on which it was held.", "on")
        self._desk.workspace.register.strategy_held(self._episode_id, values["on"])

    def _no(self, values: dict[str, Any]) -> None:
        reason = values.get("reason", "")
        self._desk.workspace.register.no_strategy(self._episode_id, reason)

    @property
    def _episode_id(self) -> int:
        if self.proposal is None:
            raise Refusal("No strategy meeting is proposed.")
        return self.proposal.episode_id
