"""What is copied: kept out of clipboard histories, and forgotten when the window locks."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

FOR_SECONDS, EACH_MS = 60, 1_000
_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
_PRIVATE = {
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"\x01\x00\x00\x00",
    _WINDOWS.format("CanIncludeInClipboardHistory"): b"\x00\x00\x00\x00",
    _WINDOWS.format("CanUploadToCloudClipboard"): b"\x00\x00\x00\x00",
    "x-kde-passwordManagerHint": b"secret",
}
"""Formats by which Windows and KDE are asked not to remember or upload what was copied."""


def private(mime: QMimeData) -> QMimeData:
    """Mark data as not for clipboard histories, and give it back."""
    for form, value in _PRIVATE.items():
        mime.setData(form, QByteArray(value))
    return mime


def copy_text(text: str) -> None:
    """Put text on the clipboard, not for its history."""
    mime = QMimeData()
    mime.setText(text)
    QGuiApplication.clipboard().setMimeData(private(mime))


def copy_table(rows: list[list[str]]) -> None:
    """Put cells on the clipboard so that a spreadsheet takes them as cells and runs none."""
    lines = ("\t".join(_safe(cell) for cell in row) for row in rows)
    copy_text("\n".join(lines))


class ClipboardGuard(QObject):
    """Marks whatever any field of this program copies, and forgets it when asked."""

    def __init__(self, clipboard: QClipboard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        clipboard.dataChanged.connect(self._mark)

    def forget(self) -> None:
        """Empty the clipboard if what it holds came from here."""
        if self._clipboard.ownsClipboard():
            self._clipboard.clear()

    def _mark(self) -> None:
        if not self._clipboard.ownsClipboard():
            return
        held = self._clipboard.mimeData()
        if not held.hasText() or held.hasFormat(next(iter(_PRIVATE))):
            return
        mime = QMimeData()
        mime.setText(held.text())
        self._clipboard.setMimeData(private(mime))


class ForAMinute(QObject):
    """Text lent to the clipboard: not for its history, and taken back after a minute.

    What was copied since, here or in another program, is left alone.
    """

    def __init__(
        self,
        clipboard: QClipboard | None = None,
        now: Callable[[], float] = monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clipboard = clipboard or QGuiApplication.clipboard()
        self._now, self._text, self._until = now, "", 0.0
        self._each = QTimer(self)
        self._each.setInterval(EACH_MS)
        self._each.timeout.connect(self.look)

    def lend(self, text: str) -> None:
        """Put text on the clipboard for a minute."""
        mime = QMimeData()
        mime.setText(text)
        self._text, self._until = text, self._now() + FOR_SECONDS
        self._clipboard.setMimeData(private(mime))
        self._each.start()

    def look(self) -> None:
        """Take the text back where its minute is over."""
        if not self._text or self._now() < self._until:
            return
        if self._clipboard.ownsClipboard() and self._clipboard.mimeData().text() == self._text:
            self._clipboard.clear()
        self._text = ""
        self._each.stop()


def _safe(cell: str) -> str:
    flat = " ".join(cell.split())
    number = flat[1:].replace(".", "", 1).isdigit() and flat[0] in "+-"
    return f"'{flat}" if flat[:1] in ("=", "+", "-", "@") and flat and not number else flat
