"""What stands behind a figure that counts no children: a list, each line opening its record."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from models.records.reports import Listed
from ui.desk import Desk
from ui.rows import Column, RowsModel
from ui.widgets.card import Card
from ui.widgets.cell import row_height
from ui.widgets.in_sight import bring_into_sight
from ui.widgets.table import RowsView

MOST_ROWS, PEOPLE = 8, "people"
HINT = "Enter opens the record."
OPENED = "{}: {} records stand behind it, listed above the table."


class BehindCard(Card):
    """Actions, measures, meetings or places behind a figure; hidden until one is opened."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Behind the figure")
        self._desk = desk
        self.model: RowsModel[Listed] = RowsModel(
            (Column("Record", lambda one: one.words, width=60, stretch=True),),
            lambda one: (one.page, one.key, one.words),
        )
        self.view = RowsView(self.model, "Behind the figure")
        self.view.opened.connect(lambda index: self._open(self.model.row_at(index)))
        self.add(self.view)
        self.hide()

    def show_list(self, words: str, listed: tuple[Listed, ...]) -> None:
        """Show the list of a figure and go to it; one record alone is opened at once."""
        if len(listed) == 1:
            self._open(listed[0])
            return
        self.say(words, HINT)
        self.model.set_rows(_named(self._desk.workspace.read, listed))
        head = self.view.horizontalHeader().sizeHint().height()
        self.view.setFixedHeight(head + row_height() * min(len(listed), MOST_ROWS) + 4)
        self.show()
        self.view.setCurrentIndex(self.model.index(0, 0))
        self.view.setFocus()
        bring_into_sight(self)
        self._desk.notice.say(OPENED.format(words, f"{len(listed):,}"))

    def _open(self, one: Listed) -> None:
        self._desk.go(one.page, one.key)


def _named(read: Any, listed: Sequence[Listed]) -> tuple[Listed, ...]:
    """Records by the names that the reader may read; none while a meeting runs and all look on."""
    if read.running_meeting() is not None or not any(one.page == PEOPLE for one in listed):
        return tuple(listed)
    rows = (*read.people(), *read.places(), *read.groups())
    names = {one.id: ", ".join(filter(None, (one.label, one.reference))) for one in rows}
    return tuple(
        replace(one, words=names.get(one.key, one.words)) if one.page == PEOPLE else one
        for one in listed
    )
