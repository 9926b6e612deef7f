"""An item in hand: its head, its steps by number, and what stands in each."""

from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from models.marks import ItemKind, SubjectKind
from models.records.item import ItemRecord, ItemRow
from ui import look
from ui.desk import Desk
from ui.live.agency_round import AgencyRounds
from ui.live.agreed_step import AgreedStep
from ui.live.ask_bar import AskBar
from ui.live.decision import DecisionStep
from ui.live.item_header import ItemHead
from ui.live.ledger import focus_of
from ui.live.presentation import AnalysisStep
from ui.live.risk import RiskStep
from ui.live.since_card import PresentationStep
from ui.live.state import RoomState
from ui.widgets.buttons import button
from ui.widgets.steps import StepTabs

STEPS = ("Presentation", "Agencies", "Analysis", "Risk", "Decision", "Agreed")
PRESENTATION, AGENCIES, DECISION = 0, 1, 4
SHORT, LEAST = 420, 240


class ItemView(QWidget):
    """Built once and filled again for each item; only the step shown is filled at once.

    Each item is found again at the step where it was left; a child on review begins with what has
    changed since last time, any other with its agencies.
    """

    reveal_wanted = Signal()
    hand_freed = Signal()
    """Another item is here, or a line left the screen with the field that held the hand."""

    def __init__(self, desk: Desk, state: RoomState, bar: AskBar) -> None:
        super().__init__()
        self.state = state
        self.head = ItemHead(state)
        self.tabs = StepTabs(STEPS, "Steps of the item")
        self.presentation = PresentationStep(desk, state)
        self.agencies = AgencyRounds(desk, state, bar)
        self.analysis = AnalysisStep(desk, state)
        self.risk, self.decision = RiskStep(desk, state), DecisionStep(desk, state)
        self.agreed = AgreedStep(desk, state, bar)
        self.reveal = button("Reveal", self.reveal_wanted.emit, "quiet", keys="F4")
        self.steps: tuple[QWidget, ...] = (
            self.presentation,
            self.agencies,
            self.analysis,
            self.risk,
            self.decision,
            self.agreed,
        )
        self._stale: set[int] = set()
        self._item_id: int | None = None
        self._left_at: dict[int | None, int] = {}
        self._turned_from = AGENCIES
        self._build()
        self.tabs.chosen.connect(self._step_chosen)
        self.agencies.bar.freed.connect(self.hand_freed)
        self.tabs.go_to(AGENCIES)

    @property
    def step(self) -> int:
        """The step shown, counted from 0."""
        return self.tabs.current

    def refill(self, item: ItemRecord) -> None:
        """Show an item; steps not shown are filled when they are chosen."""
        turned = item.row.id != self._item_id
        if turned:
            self._turn(item.row)
        self.head.refill(item)
        self.tabs.set_done(_done(item))
        words = "Hide" if self.state.revealed else "Reveal"
        self.reveal.setText(self.reveal.text().replace("Hide", words).replace("Reveal", words))
        self.reveal.setAccessibleName(words)
        self._stale = set(range(len(self.steps)))
        self._fill(self.step)
        if turned:
            self._fill(self._turned_from)  # what was half-typed there is not this item's
            self._begin_at_the_top()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        short, least = (self.height() < look.current().px(most) for most in (SHORT, LEAST))
        self.head.be_short(short, least)
        self.tabs.be_short(least)
        self.agencies.be_short(short)

    def go_to(self, step: int) -> None:
        """Show a step and go to its first field."""
        if self.show_step(step):
            focus_of(self.steps[step].first_field())  # type: ignore[attr-defined]

    def show_step(self, step: int) -> bool:
        """Show a step and leave the hand where it is; True where there is such a step."""
        known = 0 <= step < len(self.steps)
        if known:
            self.tabs.go_to(step)
            self._fill(step)
        return known

    def begin_decision(self, code: str, rationale: str, review: date | None) -> None:
        """Show the decision with what was typed; the hand stays where it is and types on."""
        self.show_step(DECISION)
        self.decision.begin(code, rationale, review)

    def flush(self) -> None:
        """Keep what is half-typed in every step, before the room turns away."""
        for step in self.steps:
            step.flush()  # type: ignore[attr-defined]

    def recall(self) -> None:
        """Bring back what was half-typed in the step shown when the program stopped."""
        self.steps[self.step].recall()  # type: ignore[attr-defined]

    def _turn(self, row: ItemRow) -> None:
        self._left_at[self._item_id] = self._turned_from = self.step
        self._item_id, self._stale = row.id, set()
        self.tabs.go_to(self._left_at.get(row.id, _first_step(row)))

    def _begin_at_the_top(self) -> None:
        """Show the step from its top and leave the hand free to type.

        Letters are commands in the agency round: no word meant as text may land there.
        """
        for area in self.steps[self.step].findChildren(QScrollArea):
            area.verticalScrollBar().setValue(0)
        self.agencies.begin_at_the_top()
        self.hand_freed.emit()

    def _step_chosen(self, step: int) -> None:
        # Filled before it is shown: Qt gives the focus to its first field, which must be as kept.
        self._fill(step)
        self.stack.setCurrentIndex(step)

    def _fill(self, step: int) -> None:
        item = self.state.item
        if item is not None and step in self._stale:
            self._stale.discard(step)
            self.steps[step].refill(item)  # type: ignore[attr-defined]
            self.recall()

    def _build(self) -> None:
        self.stack = StepStack()
        for step in self.steps:
            self.stack.addWidget(step)
        row = QHBoxLayout()
        row.addWidget(self.tabs, 1)
        row.addWidget(self.reveal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addLayout(row)
        column.addWidget(self.stack, 1)


class StepStack(QStackedWidget):
    """Takes what height is left and scrolls within: the head of the item is never squeezed."""

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()


def _first_step(row: ItemRow) -> int:
    review = row.subject_kind == SubjectKind.CHILD and row.kind == ItemKind.REVIEW
    return PRESENTATION if review else AGENCIES


def _done(item: ItemRecord) -> frozenset[int]:
    """Which steps have what they are for."""
    turned = [one for one in item.rounds if one.agency_id]
    spoken = [one for one in turned if one.heard]
    voice = item.row.subject_kind != "child" or item.voice or item.voice_absent_reason
    done = (
        bool(item.presentation and voice),
        bool(turned) and len(spoken) == len(turned),
        bool(item.analysis),
        item.risk is not None and item.risk.after is not None,
        item.decision is not None,
        bool(item.actions),
    )
    return frozenset(at for at, whole in enumerate(done) if whole)
