"""This machine's settings in the hands of the window: read, changed, kept in their file."""

from dataclasses import replace
from typing import Any

from macedesk import settings
from macedesk.settings import Settings
from models.errors import Trouble
from ui.window import MainWindow


class ThisMachine:
    """What the settings page changes; kept at once, and the window follows."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def theme(self) -> str:
        """System, light or dark."""
        return self._known.theme

    @property
    def text_scale(self) -> int:
        """Per cent."""
        return self._known.text_scale

    @property
    def panel_font(self) -> bool:
        """True for the house typeface."""
        return self._known.panel_font

    @property
    def lock_minutes(self) -> int:
        """After how many idle minutes the window locks."""
        return self._known.lock_minutes

    @property
    def hide_from_capture(self) -> bool:
        """Whether the main window is left out of screen capture while a meeting runs."""
        return self._known.hide_from_capture

    @property
    def pause_display(self) -> bool:
        """Whether the panel display waits between items until the chair shows the next."""
        return self._known.pause_display

    @property
    def backup_folder(self) -> str:
        """Where backups go; nothing where none was chosen."""
        return self._known.backup_folder

    def change(self, **changes: Any) -> None:
        """Keep changed settings; Trouble where they could not be written."""
        remember(**changes)
        self._window.usual_idle_minutes = self._known.lock_minutes
        self._window.shield()

    @property
    def _known(self) -> Settings:
        return settings.load()


def remember(**changes: Any) -> None:
    """Keep changed settings of this machine; Trouble where they could not be written."""
    try:
        settings.save(replace(settings.load(), **changes))
    except OSError as error:
        raise Trouble(f"The settings could not be kept: {error.strerror}.") from None
