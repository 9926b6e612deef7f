"""The list of keys, made from the commands themselves (F1)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QGridLayout, QLineEdit

from ui.commands import ALWAYS, Command
from ui.desk import Desk
from ui.pages.page import Page
from ui.widgets.card import Card
from ui.widgets.card_columns import CardColumns
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
Slide = QAbstractSlider.SliderAction
SCROLLS = {
    Qt.Key.Key_Down: Slide.SliderSingleStepAdd,
    Qt.Key.Key_Up: Slide.SliderSingleStepSub,
    Qt.Key.Key_PageDown: Slide.SliderPageStepAdd,
    Qt.Key.Key_PageUp: Slide.SliderPageStepSub,
}
Lines = list[tuple[str, str]]


class KeysPage(Page):
    """Every command with its key, by the place where it works: first that from which one came."""

    room_safe = True
    title = "Keys and commands"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._back, self._place, self._groups = "today", "", dict[str, Lines]()
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("Find a key by what it does")
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._show)
        self.cards = CardColumns(self.title)
        self.body.addWidget(self.filter)
        self.body.addWidget(self.cards)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        slide = SCROLLS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.desk.go(self._back)
        elif slide is not None:
            self.cards.verticalScrollBar().triggerAction(slide)
        else:
            super().keyPressEvent(event)

    def start_finding(self) -> bool:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()
        return True

    def show_commands(
        self,
        commands: Sequence[Command],
        letters: Sequence[tuple[str, str, str]] = (),
        back: str = "",
        place: str = "",
    ) -> None:
        """List the letters of lists and these commands; what has no key is found by Ctrl+K.

        Those of `place` stand first. Escape goes `back` to the page before.
        """
        if back not in ("", KEYS):
            self._back, self._place = back, place
        groups: dict[str, Lines] = {}
        for where, keys, words in letters:
            groups.setdefault(where, []).append((keys, words))
        for command in commands:
            keys = command.sequences[0].toString() if command.sequences else ""
            groups.setdefault(command.where, []).append((keys, command.label))
        groups["In fields, lists and tables"] = list(INSIDE)
        in_order = sorted(groups, key=lambda where: _rank(where, self._place))
        self._groups = {where: groups[where] for where in in_order}
        self.filter.clear()
        self._show()
        self.filter.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        """Show the lines that say every word typed."""
        wanted = self.filter.text().casefold().split()
        found = {
            where: [one for one in lines if _says(wanted, f"{where} {one[0]} {one[1]}")]
            for where, lines in self._groups.items()
        }
        cards = [_card(where, lines) for where, lines in found.items() if lines]
        nothing = Card("No key does this", "Ctrl+K finds all that can be done.")
        self.cards.show_cards(cards or [nothing])


def _rank(where: str, place: str) -> int:
    """The place from which one came, then what works everywhere, then the rest."""
    if place and where.split(",")[0] == place:
        return 0
    return 1 if where == ALWAYS else 2


def _says(wanted: Sequence[str], words: str) -> bool:
    return all(word in words.casefold() for word in wanted)


def _card(place: str, lines: Lines) -> Card:
    card = Card(place)
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setColumnStretch(1, 1)
    for at, (keys, label) in enumerate(lines):
        grid.addWidget(_how(keys, label), at, 0)
        grid.addWidget(Words(label), at, 1)
    card.body.addLayout(grid)
    return card


def _how(keys: str, label: str) -> Words:
    """The keys to press, or in small letters the words to type."""
    if not keys:
        return Words("by Ctrl+K", "small")
    return Words(keys, "key", wrap=False) if keys[0].islower() else KeyHint(keys, label)
