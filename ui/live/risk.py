"""The risk step: the level before, the level after, why, and who sees it otherwise."""

from PySide6.QtWidgets import QWidget

from models import codes
from models.errors import Refusal
from models.records.item import ItemHeader, ItemRecord
from ui.desk import Desk
from ui.live.state import RoomState
from ui.live.text_field import TextField
from ui.widgets.card import Card, CardList
from ui.widgets.combo import Combo
from ui.widgets.labels import InlineError, SoftLabel, Words

WHY = "Why: score, professional judgement, what changed"


class RiskStep(CardList):
    """Risk before and after; a level is kept when it is chosen, its reason when it is left."""

    def __init__(self, desk: Desk, state: RoomState) -> None:
        super().__init__("Risk")
        self.desk, self.state = desk, state
        self.before, self.error = Words(), InlineError()
        self.levels = [row.label for row in codes.rows_of("risk_levels", codes.Ranked)]
        self.after = Combo([(one, one) for one in self.levels], "Risk after discussion")
        self.after.changed.connect(self._judge)
        self.rationale = TextField(desk, state, "risk.rationale", WHY, self._why)
        self.dissent = TextField(
            desk, state, "risk.dissent", "Who sees it otherwise, and why", self._other
        )
        card = Card()
        card.add(self.before)
        card.add(SoftLabel("Risk after discussion"))
        for part in (self.after, self.error, self.rationale, self.dissent):
            card.add(part)
        card.add(Words("A level never closes or declines anyone by itself.", "small"))
        self.add(card)

    def refill(self, item: ItemRecord) -> None:
        """Show an item's risk."""
        risk, head = item.risk, item.header
        before = risk.before if risk else head.risk
        self.before.setText(f"Before: {before or 'no level known'}{_assessed(head)}")
        said = risk.after if risk and risk.after else None
        words = [*self.levels, *([said] if said and said not in self.levels else [])]
        if not self.after.half_typed:
            self.after.set_choices([(one, one) for one in words])
        if not self.after.half_typed or item.row.id != self.rationale.item_id:
            self.after.set_value(risk.after if risk else None)
            self.error.say("")
        self.rationale.show_text(item.row.id, risk.rationale if risk else None)
        self.dissent.show_text(item.row.id, risk.dissent if risk else None)

    def flush(self) -> bool:
        """Keep what is half-typed."""
        settled = [self.rationale.flush(), self.dissent.flush()]
        return all(settled)

    def recall(self) -> None:
        """Bring back what was half-typed when the program stopped."""
        self.rationale.recall()
        self.dissent.recall()

    def first_field(self) -> QWidget:
        """Where the hand goes when the step is shown."""
        return self.after

    def take_refusal(self, refusal: Refusal) -> bool:
        """Show a refusal under the level."""
        self.error.say(refusal.message)
        return True

    def _judge(self, level: object) -> None:
        self.error.say("")
        if level is None or self.state.item_id is None:
            return
        rationale = self.rationale.text or None
        judge = self.desk.workspace.conduct.judge_risk
        self.desk.attempt(self, judge, self.state.item_id, level, rationale=rationale)

    def _why(self, item_id: int, seen: str, text: str) -> None:
        self.desk.workspace.conduct.judge_risk(item_id, self._level(), rationale=text)

    def _other(self, item_id: int, seen: str, text: str) -> None:
        self.desk.workspace.conduct.judge_risk(item_id, self._level(), dissent=text)

    def _level(self) -> str:
        level = self.after.value()
        if not isinstance(level, str):
            raise Refusal("Choose the level; what you wrote is kept with it.", "after")
        return level


def _assessed(head: ItemHeader) -> str:
    if head.assessed_on is None:
        return "; never assessed"
    late = "; the assessment is overdue" if head.assessment_overdue else ""
    return f", assessed {head.assessed_on:%d %b %Y}{late}"
