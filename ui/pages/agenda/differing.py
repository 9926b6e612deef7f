"""Where agencies say different things of one fact: side by side, nobody's word before another's."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from models.rules.contradictions import Contradiction
from ui.widgets.card import Card
from ui.widgets.labels import SoftLabel, StrongLabel, Words

ASK = "Ask both before the meeting, or put it to them in it."


class Differing(Card):
    """The facts of an item on which its agencies differ; hidden where there are none."""

    def __init__(self) -> None:
        super().__init__("Agencies say different things")
        self._holder: QWidget | None = None
        self.hide()

    def show_facts(self, facts: Sequence[Contradiction]) -> None:
        """Show each fact with who says what."""
        if self._holder is not None:
            self._holder.hide()
            self._holder.deleteLater()
            self._holder = None
        self.setVisible(bool(facts))
        if not facts:
            return
        self._holder = QWidget()
        grid = QGridLayout(self._holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        row = 0
        for fact in facts:
            grid.addWidget(StrongLabel(fact.fact), row, 0, 1, 2)
            for said in fact.said:
                row += 1
                grid.addWidget(SoftLabel(said.source, wrap=False), row, 0)
                grid.addWidget(Words(f"{said.value}: “{said.words}”"), row, 1)
            row += 1
        grid.addWidget(SoftLabel(ASK), row, 0, 1, 2)
        self.add(self._holder)
