"""Links that came after the last panel: the list that a panel asks for first."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.links import NewLink
from models.rules.links import kind_words, line_words, source_words
from ui.desk import Desk
from ui.pages.records.chosen_links import ChosenLinks, waits
from ui.pages.records.permitted import may
from ui.rows import Column, RowsModel
from ui.widgets.buttons import button
from ui.widgets.dates import plain_date
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel
from ui.widgets.table import RowsTable

KEY = "Alt+Y"
EMPTY = ("No new link since the last panel.", "Papers, returns and people bring them.")
COLUMNS = (
    Column[NewLink]("Who", lambda one: one.from_label, width=22),
    Column[NewLink]("Link", lambda one: one.link.relation, width=18),
    Column[NewLink]("Whom or what", lambda one: one.link.other_label, width=22, stretch=True),
    Column[NewLink]("How sure", lambda one: one.link.confidence, width=13),
    Column[NewLink]("Confirmed", lambda one: line_words(one.link), width=20),
    Column[NewLink](
        "Information",
        lambda one: kind_words(one.link) or one.link.information,
        width=22,
        spare=True,
    ),
    Column[NewLink]("Recorded", lambda one: one.link.recorded_on, width=11),
    Column[NewLink]("Source", lambda one: source_words(one.link), width=24, spare=True, wraps=True),
)


class NewLinksList(QWidget):
    """The new links; Enter opens who does it, a button the other; a person confirms each."""

    opened = Signal(str, int)
    """Kind and id of a record."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.since = SoftLabel()
        self.model: RowsModel[NewLink] = RowsModel(COLUMNS, lambda one: one.link.id)
        self.table = RowsTable(self.model, "New links", EmptyState(*EMPTY), ("link", "links"))
        self.one = button("Open the record", partial(self._open, False))
        self.other = button("Open the other record", partial(self._open, True))
        self.confirm = button("Confirm this link", self._confirm, keys=KEY)
        self.several = ChosenLinks(KEY)
        flow, column = FlowLayout(gap=8), QVBoxLayout(self)
        for widget in (self.one, self.other, self.confirm):
            flow.addWidget(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.since)
        column.addLayout(flow)
        column.addWidget(self.several)
        column.addWidget(self.table, 1)
        self.table.chosen.connect(lambda _key: self._offer())
        self.table.view.selectionModel().selectionChanged.connect(lambda *_rows: self._offer())
        self.several.confirmed.connect(self._confirm_several)
        self.table.opened.connect(lambda _key: self._open(False))

    def reload(self) -> None:
        """Read the links again."""
        found = self._desk.workspace.read.new_links()
        day = plain_date(found.since)
        said = f"Since the panel of {day}." if found.met else f"No panel yet: since {day}."
        self.since.setText(said)
        self.model.set_rows(found.rows)
        self._offer()

    def say_yes(self) -> None:
        """Confirm the link that is chosen, or those that are chosen and wait for it."""
        if not self.several.isHidden() and not self.several.yes.isHidden():
            self._confirm_several(self.several.waiting)
        elif not self.confirm.isHidden():
            self._confirm()

    def _chosen(self) -> NewLink | None:
        return self.model.row_with(self.table.current_key())

    def _offer(self) -> None:
        rows = [one for key in self.table.chosen_keys() if (one := self.model.row_with(key))]
        named = [(f"{one.from_label} {one.link.relation} {one.link.other_label}", one.link)
                 for one in rows]  # fmt: skip
        self.several.show_links(named, may(self._desk, "edit_link"))
        one = self._chosen() if len(rows) < 2 else None
        for widget in (self.one, self.other):
            widget.setVisible(one is not None)
        able = one is not None and waits(one.link) and may(self._desk, "edit_link")
        self.confirm.setVisible(able)
        if one is not None:
            self.one.setText(f"Open {one.from_label}")
            self.other.setText(f"Open {one.link.other_label}")

    def _open(self, other: bool) -> None:
        if one := self._chosen():
            there = (one.link.other_kind, one.link.other_id)
            self.opened.emit(*(there if other else (one.from_kind, one.from_id)))

    def _confirm_several(self, links: tuple[tuple[int, ...], ...]) -> None:
        self._desk.attempt(self, self._desk.workspace.register.confirm_links, links)

    def _confirm(self) -> None:
        if one := self._chosen():
            self._desk.attempt(self, self._desk.workspace.register.confirm_link, one.link.id)
