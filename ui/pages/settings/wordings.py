"""Headings and standing wordings, document by document, with the document beside them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.pages.records.editing import RecordForm
from ui.pages.settings.tried import TriedPreview
from ui.pages.settings.word_line import WordLine
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.combo import Combo
from ui.widgets.side_by_side import SideBySide

SPOKEN = "spoken"
FIRST = "minutes"


class WordingsPart(QWidget):
    """The lines of one document at the left, kept one by one; the document at the right."""

    def __init__(self, desk: Desk) -> None:
        from exports.document_words import DOCUMENTS

        super().__init__()
        self._desk = desk
        self._documents = {one.key: one for one in DOCUMENTS}
        titles = [(one.key, one.title) for one in DOCUMENTS]
        self.which = Combo([*titles, (SPOKEN, "Spoken in the meeting")], "Document")
        self.lines: dict[str, WordLine] = {}
        self._cards, self.tried = CardList("Headings and wording"), TriedPreview(desk)
        self._key = ""
        self._arranged: tuple[str, tuple[str, ...]] = ("", ())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.which)
        column.addWidget(SideBySide(self._cards, self.tried, 0.46), 1)
        self.which.set_value(FIRST)
        self.which.changed.connect(self._choose)

    @property
    def forms(self) -> dict[str, RecordForm]:
        """The form of each line shown, by its key."""
        return {key: line.form for key, line in self.lines.items()}

    def show_document(self, key: str) -> None:
        """Show the lines of a document by its key."""
        self.which.set_value(key)
        self._build(key)
        self._read()
        self._cards.verticalScrollBar().setValue(0)

    def reload(self) -> None:
        """Read the wordings again."""
        if self._key:
            self._arrange()
            self._read()
        else:
            self.show_document(FIRST)

    def settle(self) -> bool:
        """Keep what is half-typed."""
        kept = [line.form.settle() for line in self.lines.values()]
        return all(kept)

    def _choose(self, key: object) -> None:
        if key is not None and str(key) != self._key and self.settle():
            self.show_document(str(key))

    def _build(self, key: str) -> None:
        self._key, self._arranged = key, ("", ())
        self.lines = {}
        for one in self._lines_of(key):
            made = WordLine(one, self._desk, self._move)
            made.tried.connect(self.tried.try_words)
            self.lines[one.key] = made
        self._arrange()

    def _arrange(self) -> None:
        """Wordings first, then headings; the parts of the minutes in their order."""
        order = self._order()
        if self._arranged == (self._key, order):
            return
        self._arranged = (self._key, order)
        lines = list(self.lines.values())
        parts = {one.line.part: one for one in lines if one.line.part}
        headings = [one for one in lines if one.line.heading and not one.line.part]
        moved = [parts[code] for code in order if code in parts]
        groups = (
            ("Standing wording", [one for one in lines if not one.line.heading]),
            ("Parts of the minutes", moved),
            ("Headings", headings),
        )
        self._cards.show_cards([self._card(title, some) for title, some in groups if some])
        for at, one in enumerate(moved):
            one.earlier.setEnabled(at > 0)
            one.later.setEnabled(at < len(moved) - 1)

    def _read(self) -> None:
        own = dict(self._desk.workspace.read.panel().wordings)
        for key, line in self.lines.items():
            line.show_words(own.get(key))
        words = {key: line.own_words for key, line in self.lines.items()}
        self.tried.show_document(self._documents.get(self._key), words, self._order())

    def _order(self) -> tuple[str, ...]:
        from exports import wording

        return wording.order(self._desk.workspace.read.panel())

    def _lines_of(self, key: str) -> Sequence[Any]:
        from exports import document_words

        if key == SPOKEN:
            return [document_words.wording_line(one) for one in document_words.SPOKEN]
        return document_words.lines_of(self._documents[key])

    def _move(self, part: str, by: int) -> None:
        order = [code for code in self._order() if any(
            one.line.part == code for one in self.lines.values())]  # fmt: skip
        at = order.index(part)
        order.insert(at + by, order.pop(at))
        self._desk.attempt(self, self._desk.workspace.panel.order_minutes, order)
        moved = next(one for one in self.lines.values() if one.line.part == part)
        (moved.earlier if by < 0 else moved.later).setFocus()

    def _order_back(self) -> None:
        self._desk.attempt(self, self._desk.workspace.panel.order_minutes, ())
        self.which.setFocus()

    def _card(self, title: str, lines: Sequence[WordLine]) -> Card:
        card = Card(title)
        for one in lines:
            card.add(one)
        if lines[0].line.part and self._desk.workspace.read.panel().minutes_order:
            card.add_to_head(button("Put the order back", self._order_back, "quiet"))
        return card
