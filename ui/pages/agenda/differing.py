"""Where agencies say different things of one fact: side by side, nobody's word before another's."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from models.marks import Information
from models.rules.contradictions import Contradiction, Said
from ui.widgets.card import Card
from ui.widgets.dates import plain_date
from ui.widgets.labels import SoftLabel, StrongLabel, Words

ASK = "Ask both before the meeting, or put it to them in it."
UNVERIFIED = "intelligence, unverified"


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
                top = Qt.AlignmentFlag.AlignTop
                grid.addWidget(SoftLabel(_source(said)), row, 0, top)
                grid.addWidget(Words(_told(said)), row, 1, top)
            row += 1
        grid.addWidget(SoftLabel(ASK), row, 0, 1, 2)
        self.add(self._holder)


def _source(said: Said) -> str:
    """Who says it, of which day, and that intelligence is not verified."""
    unverified = UNVERIFIED if said.information == Information.INTELLIGENCE else ""
    of_day = plain_date(said.on) if said.on else ""
    return " · ".join(filter(None, (said.source, of_day, unverified)))


def _told(said: Said) -> str:
    """The value with the sentence that says it; the record alone needs no sentence."""
    own = said.words.partition(": ")[2] == said.value
    return said.value if own else f"{said.value}: “{said.words}”"
