"""The system's own dialogues for files and folders; a test puts its own in their place."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Protocol

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
    """The dialogues of Windows, macOS or the desktop at hand.

    They begin where a file was last read, or written; that is known while the program runs, and
    kept nowhere.
    """

    _read_from: ClassVar[Path | None] = None
    _written_to: ClassVar[Path | None] = None

    def open_files(self, parent: QWidget, title: str, kinds: str = "") -> Sequence[Path]:
        """Give the files chosen to be read."""
        begin = _words(self._read_from or self._written_to)
        names, _ = QFileDialog.getOpenFileNames(parent, title, begin, kinds)
        if names:
            SystemDialogues._read_from = Path(names[0]).parent
        return [Path(name) for name in names]

    def save_file(
        self, parent: QWidget, title: str, proposed: str = "", kinds: str = ""
    ) -> Path | None:
        """Give the file chosen to be written."""
        begin = _words((self._written_to or Path()) / proposed)
        name, _ = QFileDialog.getSaveFileName(parent, title, begin, kinds)
        if name:
            SystemDialogues._written_to = Path(name).parent
        return Path(name) if name else None

    def choose_folder(self, parent: QWidget, title: str) -> Path | None:
        """Give the folder chosen."""
        name = QFileDialog.getExistingDirectory(parent, title, _words(self._written_to))
        if name:
            SystemDialogues._written_to = Path(name)
        return Path(name) if name else None


def _words(path: Path | None) -> str:
    return str(path) if path is not None and path != Path() else ""
