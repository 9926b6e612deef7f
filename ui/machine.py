"""What this machine remembers of how a person wants the window: look, lock, backup folder."""

from dataclasses import dataclass
from typing import Any, Protocol


class Machine(Protocol):
    """The settings of this machine as a page reads and changes them."""

    @property
    def theme(self) -> str:
        """System, light or dark."""

    @property
    def text_scale(self) -> int:
        """Per cent, 100 to 200."""

    @property
    def panel_font(self) -> bool:
        """True for the house typeface, False for the system's."""

    @property
    def lock_minutes(self) -> int:
        """After how many idle minutes the window locks."""

    @property
    def hide_from_capture(self) -> bool:
        """Whether the main window is left out of screen capture while a meeting runs."""

    @property
    def pause_display(self) -> bool:
        """Whether the panel display waits between items until the chair shows the next."""

    @property
    def backup_folder(self) -> str:
        """Where backups go; nothing where none was chosen."""

    def change(self, **changes: Any) -> None:
        """Keep changed settings; Trouble where they could not be written."""


@dataclass
class ForThisSitting:
    """Settings that are forgotten when the window closes: for tests and rehearsals."""

    theme: str = "system"
    text_scale: int = 100
    panel_font: bool = True
    lock_minutes: int = 10
    hide_from_capture: bool = True
    pause_display: bool = True
    backup_folder: str = ""

    def change(self, **changes: Any) -> None:
        """Take changed settings until the window closes."""
        for name, value in changes.items():
            if not hasattr(self, name):
                raise AttributeError(name)
            setattr(self, name, value)
