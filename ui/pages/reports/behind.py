"""What stands behind a figure that counts no children: a list, each line opening its record."""

from models.records.reports import Listed
from ui.desk import Desk
from ui.rows import Column, RowsModel
from ui.widgets.card import Card
from ui.widgets.cell import row_height
from ui.widgets.table import RowsView

MOST_ROWS = 8
HINT = "Enter opens the record."


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
        self.model.set_rows(listed)
        head = self.view.horizontalHeader().sizeHint().height()
        self.view.setFixedHeight(head + row_height() * min(len(listed), MOST_ROWS) + 4)
        self.show()
        self.view.setCurrentIndex(self.model.index(0, 0))
        self.view.setFocus()

    def _open(self, one: Listed) -> None:
        self._desk.go(one.page, one.key)
