"""The settings page: its parts at the left, the chosen one beside them."""

from collections.abc import Callable, Hashable, Sequence
from typing import Protocol

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ui.commands import Command
from ui.desk import Desk
from ui.pages.page import Page
from ui.pages.settings.agencies import AgenciesPart
from ui.pages.settings.backup import BackupPart
from ui.pages.settings.codes import CodesPart
from ui.pages.settings.documents import DocumentsPart
from ui.pages.settings.flows import FlowsPart
from ui.pages.settings.log import LogPart
from ui.pages.settings.machine import MachinePart
from ui.pages.settings.members import MembersPart
from ui.pages.settings.panel import PanelPart
from ui.pages.settings.retention import RetentionPart
from ui.pages.settings.schemes import SchemesPart
from ui.pages.settings.tiers import TiersPart
from ui.pages.settings.users import UsersPart
from ui.pages.settings.wordings import WordingsPart
from ui.widgets.lines import Line
from ui.widgets.row_list import RowList


class Part(Protocol):
    """One part of the settings: a widget that can be read again."""

    def reload(self) -> None:
        """Read again."""


PARTS: tuple[tuple[str, str, Callable[[Desk], QWidget]], ...] = (
    ("panel", "Panel", PanelPart),
    ("tiers", "Tiers", TiersPart),
    ("agencies", "Agencies", AgenciesPart),
    ("members", "Members", MembersPart),
    ("users", "Who signs in", UsersPart),
    ("codes", "Codes", CodesPart),
    ("schemes", "Risk schemes", SchemesPart),
    ("flows", "Flows", FlowsPart),
    ("documents", "Documents", DocumentsPart),
    ("wordings", "Wording", WordingsPart),
    ("retention", "Retention", RetentionPart),
    ("machine", "This machine", MachinePart),
    ("log", "Log", LogPart),
    ("backup", "File and backup", BackupPart),
)


class SettingsPage(Page):
    """Each part is built when it is first chosen."""

    room_safe = True
    title = "Settings"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list = RowList("Parts of the settings")
        self.room = QStackedWidget()
        self._built: dict[Hashable, QWidget] = {}
        self.list.show_lines([Line(key, title) for key, title, _ in PARTS])
        self.list.setFixedWidth(self.list.wanted_width() + 24)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addWidget(self.room, 1)
        self.body.addLayout(row, 1)
        self.list.chosen.connect(self._show)
        self.list.go_to(PARTS[0][0])
        self._show(PARTS[0][0])

    def commands(self) -> Sequence[Command]:
        return (Command("add_to_list", "Add to this list", "add", "Ctrl+N", where="Settings"),)

    def add(self) -> None:
        """Ask for a new one of what the part shown lists."""
        ask = getattr(self.room.currentWidget(), "ask", None)
        if ask is not None:
            ask()

    def part(self, key: str) -> QWidget:
        """One part, built if need be."""
        if key not in self._built:
            make = next(make for one, _, make in PARTS if one == key)
            self._built[key] = make(self.desk)
            self.room.addWidget(self._built[key])
        return self._built[key]

    def show_part(self, key: str) -> None:
        """Show one part by its key."""
        self.list.go_to(key)
        self._show(key)

    def show_record(self, key: Hashable) -> None:
        """Show a part by its key, or a list of the codes by ("codes", its name)."""
        if isinstance(key, tuple):
            self.show_part("codes")
            self.part("codes").show_list(key[1])  # type: ignore[attr-defined]
        elif any(key == one for one, _, _ in PARTS):
            self.show_part(str(key))

    def reload(self) -> None:
        shown = self.room.currentWidget()
        if shown is not None:
            shown.reload()  # type: ignore[attr-defined]

    def may_leave(self) -> bool:
        settle = getattr(self.room.currentWidget(), "settle", None)
        return settle is None or bool(settle())

    def _show(self, key: object) -> None:
        made = self.part(str(key))
        self.room.setCurrentWidget(made)
        made.reload()  # type: ignore[attr-defined]

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.list.setFixedWidth(self.list.wanted_width() + 24)
