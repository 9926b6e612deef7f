"""The list of keys, made from the commands themselves (F1)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout

from ui.commands import Command
from ui.desk import Desk
from ui.pages.page import Page
from ui.widgets.card import Card, CardList
from ui.widgets.labels import KeyHint, Words

KEYS = "keys"
INSIDE = (
    ("Tab, Shift+Tab", "Next and previous field"),
    ("Up, Down", "Next and previous line; in a date, a day"),
    ("Return", "Open the line, or keep what was typed"),
    ("Esc", "Leave things as they are"),
    ("Ctrl+C", "Copy the chosen rows for a spreadsheet"),
    ("Ctrl+Shift+S", "Sort a table by the present column"),
)


class KeysPage(Page):
    """Every command with its key, by the place where it works."""

    room_safe = True
    title = "Keys and commands"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._back = "today"
        self.cards = CardList("Keys and commands")
        self.body.addWidget(self.cards)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.desk.go(self._back)
        else:
            super().keyPressEvent(event)

    def show_commands(
        self,
        commands: Sequence[Command],
        letters: Sequence[tuple[str, str, str]] = (),
        back: str = "",
    ) -> None:
        """List these commands, then the letters of lists; what has no key is found by Ctrl+K.

        Escape goes `back` to the page before.
        """
        self._back = self._back if back in ("", KEYS) else back
        groups: dict[str, list[tuple[str, str]]] = {}
        for command in commands:
            keys = command.sequences[0].toString() if command.sequences else ""
            groups.setdefault(command.where, []).append((keys, command.label))
        for where, keys, words in letters:
            groups.setdefault(where, []).append((keys, words))
        groups["In fields, lists and tables"] = list(INSIDE)
        self.cards.show_cards([_card(place, lines) for place, lines in groups.items()])
        self.setFocus(Qt.FocusReason.OtherFocusReason)


def _card(place: str, lines: Sequence[tuple[str, str]]) -> Card:
    card = Card(place)
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setColumnStretch(1, 1)
    for at, (keys, label) in enumerate(lines):
        grid.addWidget(KeyHint(keys, label) if keys else Words("by Ctrl+K", "small"), at, 0)
        grid.addWidget(Words(label), at, 1)
    card.body.addLayout(grid)
    return card
