"""Who asks for this record: a request, what goes line by line, the confirming, what went out."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from models.records.disclosure import DisclosureRow, FileLine
from ui import look
from ui.desk import Desk
from ui.pages.records.disclosure_cards import CopyCard, LineCard
from ui.pages.records.disclosure_rights import RightsCard
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field, coded
from ui.pages.records.permitted import may
from ui.rows import Column, RowsModel
from ui.tasks import Progress
from ui.widgets.buttons import button
from ui.widgets.card import CardList
from ui.widgets.combo import Combo
from ui.widgets.dates import plain_date
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.side_by_side import CLOSE, SideBySide
from ui.widgets.table import RowsTable
from ui.working import WorkBar

REQUEST = (
    Field("to_whom", "Who asks", hint="Such as: the young person, with a solicitor"),
    Field("asker", "In which right", "pick", coded("requesters")),
    Field("requested_on", "Asked on", "was"),
)
NONE = "Nobody has asked for this record."
WHAT_TO_DO = "Take in a request: the copy leaves out other people and what may not be given."
NOT_YOURS = "Copies of a record are for the administrator of the panel."
NOBODY = "Only a person asks for their own record."
WIDE = 460
MARK = "‹"
TAGS = {"look at it": "accent", "to decide": "accent"}
COLUMNS = (
    Column[FileLine]("Part", lambda one: one.section, width=14),
    Column[FileLine]("When", lambda one: one.on, width=12, spare=True),
    Column[FileLine]("What stands there", lambda one: _shown(one), width=30, stretch=True),
    Column[FileLine]("Goes", lambda one: _goes(one), width=13,
                     kind=lambda one: TAGS.get(_goes(one), "medium" if one.withheld else "")),
)  # fmt: skip


class DisclosureSection(QWidget):
    """One subject's requests; the one chosen is prepared off the window's thread."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._subject_id: int | None = None
        self._able = may(desk, "disclose_records")
        self.rows: tuple[DisclosureRow, ...] = ()
        self.made: Any = None
        self._again = False
        """Whether something moved while the copy was being prepared."""
        self.entry = EntryCard(
            "A request for this record", REQUEST, desk, self._begin, "Take it in"
        )
        self.which = Combo((), "Request")
        self.work = WorkBar(desk)
        self.empty = EmptyState(NONE, WHAT_TO_DO, "Take in a request", lambda: self.entry.ask({}))
        self.table = RowsTable(
            RowsModel(COLUMNS, lambda one: one.key), "Lines of the copy", EmptyState(NONE),
            ("line", "lines"),
        )  # fmt: skip
        self.line, self.copy = LineCard(self._withhold), CopyCard(desk, self.work, self.reload)
        self.rights = RightsCard(desk, self.reload)
        self.stack = QStackedWidget()
        self._build()

    def show_subject(self, subject_id: int | None) -> None:
        """Show the requests for a person's record, the latest first; None where it is nobody's."""
        if subject_id != self._subject_id:
            self.entry.turn_to(subject_id)
            self.which.set_value(None)
        self._subject_id = subject_id
        self.reload()

    def reload(self) -> None:
        """Read the requests again, and prepare the one chosen."""
        nobody = self._subject_id is None
        self.empty.say(NOBODY if nobody else NONE, "" if nobody else WHAT_TO_DO)
        if self.empty.button is not None:
            self.empty.button.setVisible(self._able and not nobody)
        if not self._able or self._subject_id is None:
            if not self._able:
                self.empty.say(NOT_YOURS)
            self.stack.setCurrentWidget(self.empty)
            return
        before = self.which.value()
        self.rows = self._desk.workspace.read.disclosures(self._subject_id)
        self.stack.setCurrentWidget(self.room if self.rows else self.empty)
        self.which.set_choices(tuple((one.id, _named(one)) for one in self.rows))
        known = {one.id for one in self.rows}
        self.which.set_value(before if before in known else next(iter(known), None))
        self._prepare()

    def show_request(self, request_id: int) -> None:
        """Show one request, or the transfer pack of a move, by its id."""
        self.reload()
        self.which.set_value(request_id)
        self._prepare()

    def settle(self) -> bool:
        """Keep what is half-typed of a child's rights."""
        return self.rights.settle()

    def asked(self) -> DisclosureRow | None:
        """The request that is chosen."""
        key = self.which.value() or (self.rows[0].id if self.rows else None)
        return next((one for one in self.rows if one.id == key), None)

    def _begin(self, values: dict[str, Any]) -> None:
        number = self._desk.workspace.disclosure.begin(
            self._subject_id or 0, values.get("to_whom", ""), values.get("requested_on"),
            values.get("asker"),
        )  # fmt: skip
        self.which.set_choices(((number, ""), *((one.id, _named(one)) for one in self.rows)))
        self.which.set_value(number)
        self.reload()

    def _prepare(self) -> None:
        asked, workspace = self.asked(), self._desk.workspace
        self._again = self.work.busy
        if asked is None or self.work.busy:
            return
        if asked.sent_at is not None:
            self._show(asked, None, None)
            return

        def work(progress: Progress) -> tuple[Any, Any]:
            from exports import disclosing

            progress.report(0, 2, "Reading the record")
            made = disclosing.prepare(workspace, asked)
            progress.report(1, 2, "Taking other people out")
            return made, disclosing.shown(workspace, made, asked)

        self.work.start("Reading the record", work, lambda found: self._prepared(asked, *found))

    def _prepared(self, asked: DisclosureRow, made: Any, shown: Any) -> None:
        """Show what was prepared, unless it was asked again meanwhile."""
        if self._again:
            self._prepare()
            return
        self._show(asked, made, shown)

    def _show(self, asked: DisclosureRow, made: Any, shown: Any) -> None:
        self.made = made
        cleaned = {one.key: one for one in made.lines} if made else {}
        lines = [cleaned.get(one.key, one) for one in made.file.lines] if made else []
        self.table.setVisible(made is not None)
        self.table.model.set_rows(lines)
        self.copy.show_copy(asked, made, shown)
        self.rights.show_request(asked, is_child=made is not None and made.file.kind == "child")
        self._choose(None)

    def chosen(self) -> list[FileLine]:
        """The lines that are selected."""
        keys = set(self.table.chosen_keys()) or {self.table.current_key()}
        return [one for one in self.table.model.rows if one.key in keys]

    def _choose(self, _key: object) -> None:
        self.line.show_lines(self.chosen())

    def _withhold(self, reason: str, *, cut: bool = False) -> None:
        asked, keys = self.asked(), [one.key for one in self.chosen()]
        if asked is None:
            return
        withhold = partial(self._desk.workspace.disclosure.withhold, cut=cut)
        if self._desk.attempt(self, withhold, asked.id, keys, reason):
            self.reload()

    def _build(self) -> None:
        self.room = QWidget()
        cards = CardList("The copy")
        for card in (self.line, self.rights, self.copy):
            cards.add(card)
        head = QWidget()
        flow = FlowLayout(head, gap=8)
        self.which.setMinimumWidth(look.current().px(WIDE))
        flow.addWidget(self.which)
        flow.addWidget(button("Take in a request", lambda: self.entry.ask({})))
        inside = _column(self.room)
        inside.addWidget(head)
        inside.addWidget(SideBySide(self.table, cards, 0.58, CLOSE), 1)
        for widget in (self.room, self.empty):
            self.stack.addWidget(widget)
        column = _column(self)
        for one in (self.entry, self.work):
            column.addWidget(one)
        column.addWidget(self.stack, 1)
        self.which.changed.connect(lambda _key: self._prepare())
        self.table.chosen.connect(self._choose)
        self.table.view.selectionModel().selectionChanged.connect(lambda *_: self._choose(None))


def _column(holder: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    return column


def _named(one: DisclosureRow) -> str:
    what = "Transfer pack for " if one.move_id else ""
    return f"{what}{one.to_whom}, {plain_date(one.requested_on or one.made_at.date())}: {one.state}"


def _shown(one: FileLine) -> str:
    return f"{one.said}: {one.text}" if one.said else one.text


def _goes(one: FileLine) -> str:
    if one.waits:
        return "to decide"
    if one.withheld:
        return one.withheld
    return "look at it" if MARK in one.text else "decided" if one.decided else "goes"
