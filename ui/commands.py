"""Every menu entry and shortcut as one table: menus, keys, Ctrl+K and the key list come of it."""

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

ALWAYS = "Everywhere"
GO_TO = "Go to "


@dataclass(frozen=True)
class Command:
    """A thing a person can do: its words, its keys, where it works, and the method it calls.

    Keys are written as in "Ctrl+K", several with a comma; on macOS Ctrl is ⌘. `mac_keys` stand in
    their place there. `calls` names a method of the window or page.
    """

    id: str
    label: str
    calls: str
    keys: str = ""
    mac_keys: str = ""
    where: str = ALWAYS
    argument: str = ""
    """What the method is called with, if anything."""
    repeats: bool = True
    """Whether it is done again and again while its keys are held."""

    @property
    def sequences(self) -> tuple[QKeySequence, ...]:
        """The keys of this system, the one to show first."""
        keys = self.mac_keys if self.mac_keys and sys.platform == "darwin" else self.keys
        return tuple(QKeySequence(part.strip()) for part in keys.split(", ") if part.strip())

    @property
    def page_title(self) -> str:
        """The title of the page that it goes to, or nothing."""
        return self.label.removeprefix(GO_TO) if self.id.startswith("page_") else ""

    @property
    def native(self) -> str:
        """The first keys as this system writes them, or nothing."""
        form = QKeySequence.SequenceFormat.NativeText
        return self.sequences[0].toString(form) if self.sequences else ""


WINDOW_COMMANDS = (
    Command("go", "Go to or do …", "open_go_or_do", "Ctrl+K"),
    Command("find", "Find on this page, or anywhere", "start_finding", "Ctrl+F"),
    Command("undo", "Undo", "undo", "Ctrl+Z"),
    Command("redo", "Redo", "redo", "Ctrl+Shift+Z, Ctrl+Y"),
    Command("next_page", "Next page", "next_page", "Ctrl+PgDown"),
    Command("previous_page", "Previous page", "previous_page", "Ctrl+PgUp"),
    Command("pages", "To the list of pages", "focus_navigation", "F6"),
    Command("link_chart", "Link chart", "show_link_chart", "Ctrl+Shift+L"),
    Command("larger", "Larger text", "larger_text", "Ctrl+=, Ctrl++"),
    Command("smaller", "Smaller text", "smaller_text", "Ctrl+-"),
    Command("plain_size", "Text at 100 %", "plain_text", "Ctrl+0"),
    Command("blank", "Blank all windows, and show them again", "toggle_blank", "F8"),
    Command("lock", "Lock now", "lock", "Ctrl+L"),
    Command("sign_out", "Sign out, so that somebody else signs in", "sign_out"),
    Command("keys", "Keys and commands", "show_keys", "F1"),
)


class Bound(QObject):
    """Commands made into actions of one widget, called on the object that carries them out."""

    def __init__(
        self, commands: Iterable[Command], target: object, widget: QWidget, *, wide: bool = True
    ) -> None:
        super().__init__(widget)
        self.commands = tuple(commands)
        self.target = target
        self.actions: dict[str, QAction] = {}
        context = Qt.ShortcutContext
        taken = window_keys()
        for command in self.commands:
            action = QAction(command.label, widget)
            action.setShortcuts(list(command.sequences))
            action.setShortcutContext(
                context.WindowShortcut
                if wide or taken.isdisjoint(command.sequences)
                else context.WidgetWithChildrenShortcut
            )
            action.setAutoRepeat(command.repeats)
            action.triggered.connect(_caller(target, command))
            widget.addAction(action)
            self.actions[command.id] = action

    def run(self, command_id: str) -> None:
        """Do a command by its id."""
        self.actions[command_id].trigger()


def window_keys() -> frozenset[QKeySequence]:
    """The keys that the window answers; a page has these only while the focus is in it.

    All other keys of the page shown work wherever the focus is, such as in the list of pages.
    """
    pages = (QKeySequence(f"Ctrl+{at}") for at in range(1, 10))
    return frozenset(pages).union(*(command.sequences for command in WINDOW_COMMANDS))


def page_commands(pages: Sequence[tuple[str, str]]) -> tuple[Command, ...]:
    """Give the commands that go to (id, title) pages: the first nine by Ctrl+1 to Ctrl+9."""
    return tuple(
        Command(
            f"page_{page_id}",
            f"{GO_TO}{title}",
            "go",
            f"Ctrl+{at}" if at <= 9 else "",
            argument=page_id,
        )
        for at, (page_id, title) in enumerate(pages, start=1)
    )


def clashes(commands: Iterable[Command]) -> list[tuple[str, str, str]]:
    """Give (keys, first id, second id) for keys that two commands of one place both want."""
    taken: dict[tuple[str, str], str] = {}
    found = []
    for command in commands:
        for sequence in command.sequences:
            words = sequence.toString(QKeySequence.SequenceFormat.PortableText)
            for place in {command.where, ALWAYS}:
                other = taken.get((place, words))
                if other is not None and other != command.id:
                    found.append((words, other, command.id))
            taken[command.where, words] = command.id
    return found


def _caller(target: object, command: Command) -> Callable[..., None]:
    method = getattr(target, command.calls)
    arguments = (command.argument,) if command.argument else ()
    return lambda _checked=False: method(*arguments)
