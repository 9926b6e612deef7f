"""What an issue left to be handed over: to whom, which papers, why."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import Words


class LeftCard(Card):
    """Stands on the page until it is put away, so that nothing is forgotten."""

    def __init__(self) -> None:
        super().__init__("Still to be done")
        self.words = Words()
        self.add(self.words)
        self.body.addWidget(button("Done", self.hide), 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def tell(self, sentences: Sequence[str]) -> None:
        """Show these, a paragraph each; without any it stays away."""
        self.words.setText("\n\n".join(dict.fromkeys(sentences)))
        self.setVisible(bool(sentences))
