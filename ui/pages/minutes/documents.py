"""Every document of a meeting as it would be written now; a person confirms those that must be."""

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.minutes.document_rows import COLUMNS, DocumentRow, finding_tags, kind_of
from ui.pages.minutes.looking import Looking
from ui.pages.minutes.preview import Preview
from ui.rows import RowsModel
from ui.widgets.banner import Banner
from ui.widgets.buttons import button
from ui.widgets.empty import EmptyState
from ui.widgets.flow import Chips, FlowLayout
from ui.widgets.labels import SoftLabel
from ui.widgets.roomy import Roomy
from ui.widgets.side_by_side import SideBySide
from ui.widgets.table import RowsTable

MARKED = (
    "‹Word?› marks what the net could not tell. Confirming takes the marks off: what somebody on "
    "record goes by becomes a pseudonym, other words stay. To mend words first: Mend the record."
)
LARGE, LISTED = "Read it large", "Show the list"


class Documents(QWidget):
    """The documents at the left, the chosen one as it reads at the right."""

    wanted = Signal()
    confirmed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._documents: tuple[Any, ...] = ()
        self._known: frozenset[tuple[str, str]] = frozenset()
        self.stale = Banner("", "medium")
        self.stale.offer("Make them again", self.wanted.emit)
        self.table = RowsTable(
            RowsModel(COLUMNS, lambda row: row.document.name),
            "Documents of the meeting",
            EmptyState(
                "The documents are not made yet.",
                "Make them to read each one; nothing is written to a folder.",
                "Make the documents to read",
                self.wanted.emit,
            ),
            ("document", "documents"),
        )
        self.notes = SoftLabel("")
        self.chips = Chips(name="What the last net found")
        self.none = SoftLabel("Choose a document to read it.")
        self.preview = Preview("The chosen document")
        self.looking = Looking(self.preview)
        self.mark = Banner("", "medium")
        self.mark.offer("Show it in the text", self.looking.find)
        self.confirm_button = button("Confirm this document", self.confirm, "primary")
        self.large_button = button(LARGE, self.read_large)
        self.marked, self.hint = SoftLabel(MARKED), SoftLabel("")
        self._build()

    def show_documents(
        self, documents: Sequence[Any], known: frozenset[tuple[str, str]], *, stale: bool
    ) -> None:
        """Show these documents; `known` holds names with digests that a person confirmed."""
        made_again = tuple(documents) != self._documents
        self._documents, self._known = tuple(documents), known
        self.table.model.set_rows([self._row(one) for one in documents])
        words = "Something was changed since these were made." if stale and documents else ""
        self.stale.say(words)
        if made_again or self._chosen() != self._previewed:
            self._choose(self.table.current_key())
        else:
            self._show_state(self._chosen())

    def confirm(self) -> None:
        """Settle the next mark or read on; else the document may leave, and the next one comes."""
        row = self._chosen()
        if row is None or not row.document.needs_confirming or row.confirmed:
            return
        if not self.confirm_button.isEnabled():
            return
        told = self.looking.go_on()
        if told == "confirm":
            self.looking.keep(row.document)
            self.confirmed.emit(row.document)
            self.go_to_next()
            return
        self._show_state(row)
        if told:
            self._hint(told)
        elif self.looking.step():
            self.looking.find()

    def read_large(self) -> None:
        """Give the chosen document all the room, or show the list beside it again."""
        large = not self.side.widget(0).isHidden() and self._chosen() is not None
        self.side.show_first(not large)
        self.large_button.setText(LISTED if large else LARGE)

    def go_to_next(self) -> None:
        """Go to the next document that nobody has confirmed."""
        rows = self.table.model.rows
        here = self.table.model.row_of(self.table.current_key())
        for row in (*rows[here + 1 :], *rows[: here + 1]):
            if row.document.needs_confirming and not row.confirmed:
                self.table.go_to(row.document.name)
                return

    @property
    def item_id(self) -> int | None:
        """The item that the chosen document is of; None for one of the whole meeting."""
        row = self._chosen()
        return row.document.item_id if row is not None else None

    def allow(self, allowed: bool) -> None:
        """Let documents be confirmed, or only read."""
        self.confirm_button.setEnabled(allowed)

    def counts(self) -> tuple[int, int]:
        """Give how many are confirmed of those that must be."""
        rows = [self._row(one) for one in self._documents if one.needs_confirming]
        return sum(row.confirmed for row in rows), len(rows)

    def _row(self, one: Any) -> DocumentRow:
        before = any(name == one.name for name, _ in self._known)
        return DocumentRow(one, (one.name, one.digest) in self._known, before)

    def _chosen(self) -> DocumentRow | None:
        key = self.table.current_key()
        return next((self._row(one) for one in self._documents if one.name == key), None)

    def _choose(self, _key: Hashable | None) -> None:
        row = self._previewed = self._chosen()
        self.none.setVisible(row is None)
        if row is None and self.side.widget(0).isHidden():
            self.read_large()
        for widget in (self.preview, self.chips, self.large_button):
            widget.setVisible(row is not None)
        if row is None:
            self.preview.forget()
        else:
            if not self.looking.is_at(row.document):
                self.looking.leave()
            self.preview.show_document(row.document.name, row.as_it_leaves())
            self.looking.show(row.document)
        self._show_state(row)

    def _show_state(self, row: DocumentRow | None) -> None:
        asks = row is not None and row.document.needs_confirming and not row.confirmed
        self.confirm_button.setVisible(asks)
        self.marked.setVisible(asks and row is not None and row.doubts > 0)
        self.mark.say(self.looking.step() if asks else "")
        self.confirm_button.setText(self.looking.words())
        self._hint("")
        told = row.notes if row is not None else ()
        self.notes.setText("\n".join(told))
        self.notes.setVisible(bool(told))
        if row is None:
            self.chips.show_tags(())
            return
        state = (row.state[:1].upper() + row.state[1:], kind_of(row) or "plain")
        new = self.looking.told() if asks else ""
        self.chips.show_tags([state, *finding_tags(row), *([(new, "plain")] if new else [])])

    def _hint(self, words: str) -> None:
        self.hint.setText(words)
        self.hint.setVisible(bool(words))

    def _name_the_step(self, _value: int) -> None:
        self.confirm_button.setText(self.looking.words())

    def _build(self) -> None:
        read, side = QWidget(), QWidget()
        flow = FlowLayout(gap=8)
        flow.addWidget(self.confirm_button)
        flow.addWidget(self.large_button)
        column = QVBoxLayout(read)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.none, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.chips)
        column.addWidget(self.notes)
        column.addWidget(self.preview, 1)
        column.addWidget(self.mark)
        column.addWidget(self.marked)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Roomy(read), 1)
        column.addLayout(flow)
        column.addWidget(self.hint)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 8, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.stale)
        self.side = SideBySide(self.table, side, 0.45)
        whole.addWidget(self.side, 1)
        self.confirm_button.setToolTip("Ctrl+Enter")
        self.large_button.setToolTip("Alt+L")
        self.table.chosen.connect(self._choose)
        self.preview.verticalScrollBar().valueChanged.connect(self._name_the_step)
        self._choose(None)
