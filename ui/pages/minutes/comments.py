"""Comments on the minutes, whole or item by item."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.errors import Refusal
from models.records.desk import CommentRow
from models.records.item import ItemRow
from ui.desk import Desk
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.combo import Combo
from ui.widgets.dates import plain_date
from ui.widgets.labels import SoftLabel, Words

COMMENT = (Field("text", "Comment", "long"), Field("item", "On item", "pick"))


class Comments(QWidget):
    """What people say of the draft, and whether it is settled."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._version: int | None = None
        self.entry = EntryCard("Comment", COMMENT, desk, self._comment, lasting=True)
        self.cards = CardList("Comments")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.entry)
        column.addWidget(self.cards, 1)

    def show_comments(
        self, version: int | None, rows: Sequence[CommentRow], items: Sequence[ItemRow]
    ) -> None:
        """Show the comments, those to settle first; without a version there is nothing to say."""
        self._version = version
        names: dict[int, str] = {row.id: row.reference for row in items}
        picker = self.entry.editor_of("item")
        if isinstance(picker, Combo):
            picker.set_choices([(row.id, f"{row.reference}  {row.initials}") for row in items])
        self.entry.setVisible(version is not None and may(self._desk, "edit_minutes"))
        ordered = sorted(rows, key=lambda row: (row.settled, -row.id))
        cards: list[QWidget] = [self._card(row, names) for row in ordered]
        if not cards:
            cards = [SoftLabel("No comments. A draft can be commented on whole or item by item.")]
        self.cards.show_cards(cards)

    def _comment(self, values: dict[str, Any]) -> None:
        if self._version is None:
            return
        if not values.get("text"):
            raise Refusal("Write the comment.", "text")
        item = values.get("item")
        self._desk.workspace.minutes.comment(self._version, values["text"], item)
        self.entry.ask({})

    def _settle(self, comment_id: int) -> None:
        self._desk.attempt(self, self._desk.workspace.minutes.settle_comment, comment_id)

    def _card(self, row: CommentRow, names: Mapping[int, str]) -> Card:
        about = names.get(row.item_id or 0, "the whole")
        state = "settled" if row.settled else ""
        earlier = ", in an earlier version" if row.version_id != self._version else ""
        card = Card(row.by_name or "", f"{plain_date(row.at.date())} · on {about}{earlier}", state)
        line = QHBoxLayout()
        line.addWidget(Words(row.text), 1)
        if not row.settled and may(self._desk, "edit_minutes"):
            done = button("Settled", lambda: self._settle(row.id), "quiet")
            line.addWidget(done, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(line)
        return card
