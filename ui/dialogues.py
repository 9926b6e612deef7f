"""The system's own dialogues for files and folders; a test puts its own in their place."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget


class Dialogues(Protocol):
    """Asks a person for files; each gives nothing where the person thinks better of it."""

    def open_files(self, parent: QWidget, title: str, kinds: str = "") -> Sequence[Path]:
        """Give the files chosen to be read; kinds as in "Papers (*.docx *.xlsx)"."""

    def save_file(
        self, parent: QWidget, title: str, proposed: str = "", kinds: str = ""
    ) -> Path | None:
        """Give the file chosen to be written; the system asks before one is overwritten."""

    def choose_folder(self, parent: QWidget, title: str) -> Path | None:
        """Give the folder chosen."""


class SystemDialogues:
    """The dialogues of Windows, macOS or the desktop at hand."""

    def open_files(self, parent: QWidget, title: str, kinds: str = "") -> Sequence[Path]:
        """Give the files chosen to be read."""
        names, _ = QFileDialog.getOpenFileNames(parent, title, "", kinds)
        return [Path(name) for name in names]

    def save_file(
        self, parent: QWidget, title: str, proposed: str = "", kinds: str = ""
    ) -> Path | None:
        """Give the file chosen to be written."""
        name, _ = QFileDialog.getSaveFileName(parent, title, proposed, kinds)
        return Path(name) if name else None

    def choose_folder(self, parent: QWidget, title: str) -> Path | None:
        """Give the folder chosen."""
        name = QFileDialog.getExistingDirectory(parent, title)
        return Path(name) if name else None
