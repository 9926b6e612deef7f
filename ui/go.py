"""Ctrl+K: one line to go to a page, a person or a place, or to do a command."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from ui import look
from ui.commands import Bound, Command
from ui.widgets.labels import SoftLabel
from ui.widgets.lines import Line
from ui.widgets.row_list import RowList

MOST = 40
TAKING_BACK = ("undo", "redo")
_LEAVING = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason)


class Sort(IntEnum):
    """What a target is; of all that the same words find, the lowest stands first."""

    NAMED_PLACE = 0
    RECORD = 1
    PLACE = 2
    COMMAND = 3
    TAKING_BACK = 4


@dataclass(frozen=True)
class Target:
    """Somewhere to go or something to do: its words, what it is, its keys, and the doing.

    `name` is what a page, a list or a part is called, where its words say more than that.
    """

    words: str
    go: Callable[[], object]
    soft: str = ""
    right: str = ""
    sort: Sort = Sort.RECORD
    name: str = ""


Source = Callable[[str], Sequence[Target]]
"""Gives targets for what was typed, best first; it shows only what its reader may see."""


class GoOrDo(QFrame):
    """The line and what it found, over the page and not in a dialogue; Escape takes it away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("look", "card")
        self.setAccessibleName("Go to or do")
        self.sources: list[Source] = []
        self._targets: list[Target] = []
        self._back: QWidget | None = None
        self.line = QLineEdit()
        self.line.setPlaceholderText("Go to or do: a name, a place, a page, a command")
        self.line.setAccessibleName("Go to or do")
        self.found = RowList("Found")
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.nothing = SoftLabel("Nothing by these words.")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self.line)
        column.addWidget(self.found, 1)
        column.addWidget(self.nothing)
        self.line.textChanged.connect(self._look_up)
        self.line.installEventFilter(self)
        self.found.clicked.connect(lambda index: self._go(index.row()))
        self.hide()

    def begin(self) -> None:
        """Show the empty line."""
        self._back = self.window().focusWidget()
        self.line.clear()
        self._look_up("")
        self.place()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Take the line away and give the focus back."""
        self.hide()
        self.found.show_lines(())
        self._targets = []
        if self._back is not None:
            self._back.setFocus(Qt.FocusReason.PopupFocusReason)
            self._back = None

    def place(self) -> None:
        """Stand in the upper middle of the window."""
        whole = self._over.rect()
        width = min(look.current().px(640), whole.width() - 32)
        height = min(self._wanted_height(), whole.height() - 80)
        self.setGeometry((whole.width() - width) // 2, 60, width, height)

    def _wanted_height(self) -> int:
        rows = len(self._targets) or 1
        line = self.found.sizeHintForRow(0) if self._targets else self.nothing.sizeHint().height()
        return min(rows * line, look.current().px(400)) + self.line.sizeHint().height() + 44

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        # Leaving by mouse or Tab takes the line away; another window in front does not.
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() in _LEAVING:
            self._back = None
            self.leave()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.found.step(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self.found.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            return False
        return True

    def _look_up(self, text: str) -> None:
        typed = text.strip()
        found = [target for source in self.sources for target in source(typed)]
        self._targets = ranked(typed, found)[:MOST]
        self.found.show_lines(
            [
                Line((at, target.words), target.words, soft=target.soft, right=target.right)
                for at, target in enumerate(self._targets)
            ]
        )
        self.found.setVisible(bool(self._targets))
        self.nothing.setVisible(not self._targets)
        if self._targets:
            self.found.go_to(self.found.lines.lines[0].key)
        self.place()

    def _go(self, row: int) -> None:
        if 0 <= row < len(self._targets):
            target = self._targets[row]
            self.leave()
            target.go()


def matches(text: str, words: str) -> bool:
    """True where each typed word begins a word of the target, in any order."""
    beginnings = words.casefold().replace("·", " ").split()
    return all(any(b.startswith(typed) for b in beginnings) for typed in text.casefold().split())


def ranked(typed: str, found: Sequence[Target]) -> list[Target]:
    """A place whose name begins as typed first, then records, other places, and commands.

    What takes a step back or does it again stands last, unless its own word is typed.
    """
    return sorted(found, key=lambda target: _sorted_as(typed.casefold(), target))


def _sorted_as(typed: str, target: Target) -> Sort:
    if target.sort is Sort.PLACE and typed:
        called = (target.name or target.words).casefold()
        named = called.startswith(typed.removeprefix("go ").removeprefix("to "))
        return Sort.NAMED_PLACE if named else Sort.PLACE
    if target.sort is Sort.TAKING_BACK and typed.startswith(TAKING_BACK):
        return Sort.NAMED_PLACE
    return target.sort


def commands_found(text: str, bounds: Sequence[Bound]) -> list[Target]:
    """The commands of these whose words are typed, but the one that asked."""
    return [
        _command(bound, command)
        for bound in bounds
        for command in bound.commands
        if command.id != "go" and matches(text, bound.actions[command.id].text())
    ]


def _command(bound: Bound, command: Command) -> Target:
    action = bound.actions[command.id]
    sort = Sort.TAKING_BACK if command.id in TAKING_BACK else Sort.COMMAND
    page = command.page_title
    return Target(
        action.text(),
        action.trigger,
        right=command.native,
        sort=Sort.PLACE if page else sort,
        name=page,
    )
