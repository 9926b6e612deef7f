"""The picture of a report, or of the row stood on where rows are trends or groups."""

from exports import row_pictures
from exports.report import picture_of
from models.records.reports import ReportTable
from ui import look
from ui.desk import Desk
from ui.pages.reports.figures import colours_of
from ui.tasks import Progress
from ui.widgets.card import Card
from ui.widgets.picture import Picture

At = tuple[int, int]
"""The row and the column of figures that are stood on."""


class DrawnCard(Card):
    """Draws off the window's thread; a picture that comes too late is not shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Picture")
        self._desk = desk
        self._wanted: tuple[ReportTable, At | None] | None = None
        self.picture = Picture()
        self.add(self.picture)

    def draw(self, table: ReportTable, at: At | None = None) -> None:
        """Draw the report, or what is stood on; nothing where a report has no picture of that."""
        drawn = row_pictures.drawn_of(table, *at) if at is not None else None
        if at is not None and drawn is None:
            return
        wanted = self._wanted = table, at
        colours, scale = colours_of(look.current()), look.current().scale
        sharp = self.devicePixelRatioF()
        width, height, dpi = 12 / scale, 4.4 / scale, round(110 * scale * sharp)

        def work(progress: Progress) -> tuple[bytes, str]:
            if drawn is None:
                return picture_of(table, colours, width=width, height=height, dpi=dpi)
            made = row_pictures.picture(drawn, colours, width=width, height=height, dpi=dpi)
            return made, row_pictures.in_words(table.title, [drawn])

        def show(made: tuple[bytes, str]) -> None:
            if wanted == self._wanted:
                self.setVisible(bool(made[0]))
                self.picture.show_png(*made)

        self._desk.tasks.run(work, show, lambda error: self._desk.notice.answer(self, error))
