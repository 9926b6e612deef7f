"""The system's own dialogues for files and folders; a test puts its own in their place."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Protocol

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

DOCUMENTS = "*.docx"
"""Among the kinds asked for: what is usually kept in the folder of documents."""


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

    One that reads begins where files of its kinds were last read, never where one was written:
    a recovery key lies there. One that writes begins where something was last written. Until
    then they begin in the home folder, for papers in its documents. It is known while the
    program runs, and kept nowhere.
    """

    _read_from: ClassVar[dict[str, Path]] = {}
    _written_to: ClassVar[Path | None] = None

    def open_files(self, parent: QWidget, title: str, kinds: str = "") -> Sequence[Path]:
        """Give the files chosen to be read."""
        begin = self._read_from.get(kinds) or _at_first(kinds)
        names, _ = QFileDialog.getOpenFileNames(parent, title, str(begin), kinds)
        if names:
            self._read_from[kinds] = Path(names[0]).parent
        return [Path(name) for name in names]

    def save_file(
        self, parent: QWidget, title: str, proposed: str = "", kinds: str = ""
    ) -> Path | None:
        """Give the file chosen to be written."""
        begin = (self._written_to or Path.home()) / proposed
        name, _ = QFileDialog.getSaveFileName(parent, title, str(begin), kinds)
        if name:
            SystemDialogues._written_to = Path(name).parent
        return Path(name) if name else None

    def choose_folder(self, parent: QWidget, title: str) -> Path | None:
        """Give the folder chosen."""
        begin = self._written_to or Path.home()
        name = QFileDialog.getExistingDirectory(parent, title, str(begin))
        if name:
            SystemDialogues._written_to = Path(name)
        return Path(name) if name else None


def _at_first(kinds: str) -> Path:
    """Where files of these kinds are looked for before any was read."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    documents = Path(QStandardPaths.writableLocation(place))
    return documents if DOCUMENTS in kinds and documents.is_dir() else Path.home()
