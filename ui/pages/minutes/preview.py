"""A read-only view of a document; what is shown is what would be written."""

from PySide6.QtWidgets import QTextBrowser

from ui import look
from ui.pages.minutes.rendering import html_of


class Preview(QTextBrowser):
    """Shows a document's words; keeps its place when the same one is shown again."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self._shown, self._blob = "", b""
        look.current().changed.connect(self._show_again)

    def show_document(self, name: str, blob: bytes) -> None:
        """Show a document by its file name and contents."""
        kept = self.verticalScrollBar().value() if name == self._shown else 0
        self._shown, self._blob = name, blob
        self.setHtml(html_of(name, blob))
        self.verticalScrollBar().setValue(kept)

    def forget(self) -> None:
        """Show nothing."""
        self._shown, self._blob = "", b""
        self.clear()

    def _show_again(self) -> None:
        # Its colours and sizes are written into the text: another look is another text.
        if self._shown:
            self.show_document(self._shown, self._blob)
