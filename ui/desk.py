"""What every page is given to work with."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtWidgets import QWidget

from models.errors import Conflict, Refusal, Trouble
from models.rules import access
from ui.capture_shield import CaptureShield
from ui.dialogues import Dialogues, SystemDialogues
from ui.hub import Hub
from ui.machine import ForThisSitting, Machine
from ui.notice import Notice
from ui.tasks import Tasks


@dataclass
class Desk:
    """The workspace and the window's services: news, words, long work, dialogues, going places.

    `go(page_id, key)` shows a page and, given a key, the record on it; the window sets it.
    """

    workspace: Any
    hub: Hub
    notice: Notice
    tasks: Tasks
    dialogues: Dialogues = field(default_factory=SystemDialogues)
    go: Callable[..., object] = lambda page_id, key=None: None
    machine: Machine = field(default_factory=ForThisSitting)
    shield: CaptureShield = field(default_factory=CaptureShield)

    def allows(self, widget: QWidget | None, operation: str) -> bool:
        """Whether the signed-in person's role may do this; told near the widget where it may not.

        Asked before files or folders are chosen, or words typed for nothing.
        """
        return self.attempt(widget, access.check, self.workspace.person.role, operation)

    def attempt(
        self, widget: QWidget | None, act: Callable[..., Any], *args: Any, **named: Any
    ) -> bool:
        """Do one thing of a service; a refusal, conflict or trouble is told near the widget.

        Gives True where it was done. What was said before goes; what the act says stands.
        """
        self.notice.clear()
        return self.follow(widget, act, *args, **named)

    def follow(
        self, widget: QWidget | None, act: Callable[..., Any], *args: Any, **named: Any
    ) -> bool:
        """Do what follows by itself from what a person did; what was said of that stands."""
        try:
            act(*args, **named)
        except (Refusal, Conflict, Trouble) as error:
            self.notice.answer(widget, error)
            return False
        return True
