"""The preview beside the wordings: the very document, of an invented panel, as one types."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.pages.minutes.preview import Preview
from ui.tasks import Progress, Task
from ui.widgets.labels import SoftLabel

REST_MS = 250
MARGIN = 40
INVENTED = "An invented example, as it would print. It changes as you type."
MAKING = "An invented example is being made …"
NONE = "These words are read aloud or shown in the meeting; no document carries them."


class TriedPreview(QWidget):
    """Makes a document of the invented panel with what is typed; one at a time, the latest last."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.preview, self.note = Preview("Preview of the document"), SoftLabel(INVENTED)
        self._document: Any = None
        self._words: dict[str, str | None] = {}
        self._order: tuple[str, ...] = ()
        self._specimen: Any = None
        self._of: object = None
        self._task: Task | None = None
        self._waiting, self._typed = False, ""
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._make)
        policy = self.preview.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.preview.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.note)
        column.addWidget(self.preview, 1)

    def show_document(
        self, document: Any, words: Mapping[str, str | None], order: tuple[str, ...]
    ) -> None:
        """Show a document with these words, None as shipped; none where no document has them."""
        self._document, self._words, self._order = document, dict(words), order
        made = INVENTED if self.preview.toPlainText() else MAKING
        self.note.setText(made if document is not None else NONE)
        self.preview.setVisible(document is not None)
        if document is not None:
            self._make()

    def try_words(self, key: str, text: str) -> None:
        """What is being typed; shown after a moment's rest."""
        if self._document is not None and self._words.get(key) != text:
            self._words[key], self._typed = text, text.strip().partition("\n")[0]
            self._rest.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._rest.stop()
        if self._task is None or not self._task.running:
            self._forget()
        super().hideEvent(event)

    def _make(self) -> None:
        if self._task is not None and self._task.running:
            self._waiting = True
            return
        self._waiting = False
        document, words, order = self._document, dict(self._words), self._order
        of = self._what_it_is_of()

        def make(_progress: Progress) -> bytes | None:
            specimen = self._specimen_of(of)
            for key, text in words.items():
                specimen.wording(key, text)
            specimen.order(order)
            made: bytes | None = specimen.made(document)
            return made

        self._task = self._desk.tasks.run(make, lambda blob: self._made(document, blob), self._not)

    def _made(self, document: Any, blob: bytes | None) -> None:
        if not self.isVisible():
            self._forget()
        elif self._waiting:
            self._make()
        elif document is self._document and blob is not None:
            self.preview.show_document(f"{document.key}.docx", blob)
            self.note.setText(INVENTED)
            self._go_to_typed()

    def _go_to_typed(self) -> None:
        """Bring what is being typed into sight, where it stands in the document."""
        typed, self._typed = self._typed, ""
        found = self.preview.document().find(typed) if typed else None
        if found is not None and not found.isNull():
            bar, at = self.preview.verticalScrollBar(), self.preview.cursorRect(found).top()
            if not 0 <= at < self.preview.viewport().height() - MARGIN:
                bar.setValue(bar.value() + at - self.preview.viewport().height() // 3)

    def _not(self, error: Any) -> None:
        self._desk.notice.answer(self, error)

    def _what_it_is_of(self) -> object:
        """The panel apart from its wordings: where that changes, the invented one is made anew."""
        read = self._desk.workspace.read
        panel = replace(read.panel(), wordings=(), minutes_order=())
        settings = {key: one for key, one in read.settings().items() if key != "minutes_order"}
        return panel, settings

    def _specimen_of(self, of: object) -> Any:
        from exports.specimen import Specimen

        if self._specimen is None or self._of != of:
            self._forget()
            self._specimen, self._of = Specimen(self._desk.workspace), of
        return self._specimen

    def _forget(self) -> None:
        specimen, self._specimen = self._specimen, None
        if specimen is not None:
            specimen.close()
