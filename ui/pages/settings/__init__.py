"""Settings: the panel, its people, its codes, this machine, the log, the care of the file."""

from ui.pages.settings.page import SettingsPage

__all__ = ["SettingsPage"]
