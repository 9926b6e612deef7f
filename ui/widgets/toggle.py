"""A small button that stays pressed."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPushButton

from ui import look


class Toggle(QPushButton):
    """A small button that stays pressed, as wide as its words in bold and some room beside them."""

    def __init__(self, words: str = "", spare: int = 26) -> None:
        super().__init__()
        self._spare = spare
        self.setProperty("look", "step")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.say(words)

    def say(self, words: str, spoken: str = "") -> None:
        """Show other words, and what is spoken of them; a key after two blanks is not spoken."""
        self.setText(words)
        self.setAccessibleName(spoken or words.split("  ")[0])
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_spare"):
            self._fit()

    def _fit(self) -> None:
        # Pressed it is bold, which Qt leaves out of the width it asks for.
        bold = look.current().metrics(12, 600).horizontalAdvance(self.text())
        self.setMinimumWidth(bold + look.current().px(self._spare))
