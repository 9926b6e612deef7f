"""What an issue left to be handed over: to whom, which papers, why."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from ui import look
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import Words
from ui.widgets.roomy import Roomy

TITLE = "Still to be done"
MOST = 116
"""The height of the words at 100 %, from which on they scroll: the page below keeps its room."""


class LeftCard(Card):
    """Stands on the page until it is put away, so that nothing is forgotten."""

    def __init__(self) -> None:
        super().__init__(TITLE)
        self.words = Words()
        self.room = Roomy(self.words)
        self.room.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.room.setAccessibleName(TITLE)
        self.add(self.room)
        self.body.addWidget(button("Done", self.hide), 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def tell(self, sentences: Sequence[str]) -> None:
        """Show these, a paragraph each; without any it stays away."""
        self.words.setText("\n\n".join(dict.fromkeys(sentences)))
        self.setVisible(bool(sentences))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wanted = self.words.heightForWidth(self.room.viewport().width())
        self.room.setFixedHeight(max(0, min(wanted, look.current().px(MOST))))
