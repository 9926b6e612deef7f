"""Cards: white (or slate) with a hairline; one thing each."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel, Words


class Card(QFrame):
    """A card with a title (`large` for the one large thing), soft words, its state, and a body."""

    def __init__(
        self, title: str = "", soft: str = "", state: str = "", *, large: bool = False
    ) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 10, 12, 10)
        self.body.setSpacing(6)
        self._title = Words("", "subheading" if large else "strong")
        self._soft = SoftLabel()
        self._state = SoftLabel(wrap=False)
        self._head = QWidget()
        self.body.addWidget(self._head)
        self._build_head()
        self.say(title, soft, state)

    def say(self, title: str, soft: str = "", state: str = "") -> None:
        """Show another title, soft words and state; without any the head takes no room."""
        for label, words in ((self._title, title), (self._soft, soft), (self._state, state)):
            label.setText(words)
            label.setVisible(bool(words))
        self._head.setVisible(bool(title or soft or state))
        self.setAccessibleName(", ".join(words for words in (title, soft, state) if words))

    def add(self, widget: QWidget) -> QWidget:
        """Put a widget at the end of the body and give it back."""
        self.body.addWidget(widget)
        return widget

    def add_to_head(self, widget: QWidget) -> QWidget:
        """Put a widget at the right end of the head and give it back."""
        self._row.addWidget(widget)
        self._head.setVisible(True)
        return widget

    def _build_head(self) -> None:
        row = self._row = QHBoxLayout(self._head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = FlowLayout(gap=8, line_gap=0)
        words.addWidget(self._title)
        words.addWidget(self._soft)
        row.addLayout(words, 1)
        row.addWidget(self._state, 0, Qt.AlignmentFlag.AlignRight)


class CardList(QScrollArea):
    """Cards one under the other, scrolling; follows the focus so that keys are enough."""

    def __init__(self, name: str = "", *, gap: int = 8) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self._inside = QWidget()
        self._inside.setProperty("look", "clear")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(gap)
        self._column.addStretch(1)
        self.setWidget(self._inside)

    def cards(self) -> list[QWidget]:
        """Give the cards, first to last."""
        items = (self._column.itemAt(at) for at in range(self._column.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if widget is not None]

    def add(self, card: QWidget) -> QWidget:
        """Put a card at the end and give it back."""
        self._column.insertWidget(self._column.count() - 1, card)
        return card

    def show_cards(self, cards: Iterable[QWidget]) -> None:
        """Show these cards; those shown before and not given again are deleted."""
        wanted = list(cards)
        for old in self.cards():
            self._column.removeWidget(old)
            if old not in wanted:
                old.hide()
                old.deleteLater()
        for card in wanted:
            self.add(card)
            card.show()

    def show_nothing(self, empty: QWidget) -> None:
        """Show what is said where there is nothing, on a card of its own."""
        card = Card()
        card.add(empty)
        self.show_cards([card])
