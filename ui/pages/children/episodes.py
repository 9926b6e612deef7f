"""A child's missing episodes, and the one stood on with its return home interview."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.errors import Refusal
from models.records.subjects import ChildRecord, EpisodeRecord
from models.rules.interviews import Stage
from models.rules.missing_told import not_entered
from ui.desk import Desk
from ui.pages.children.episode_card import EPISODE, INTERVIEW, EpisodeCards
from ui.pages.records.entering import EntryCard
from ui.pages.records.permitted import may
from ui.rows import Column, RowsModel, written
from ui.widgets.buttons import button
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Words
from ui.widgets.side_by_side import CLOSE, SideBySide
from ui.widgets.table import RowsTable

FIRST = ("reported_at", "returned_at", "kind", "missing_from", "police_risk", "police_reference",
         "found_where", "found_with", "harm")  # fmt: skip
ASKED = ("conducted_at", "offered_at", "declined_reason", "provider", "learned")
BACK, HELD = "The child is back", "Return home interview"
TINTS = {Stage.OVER: "high", Stage.SOON: "medium", Stage.HELD_LATE: "medium"}


def _ordered(fields: Any, names: tuple[str, ...]) -> Any:
    known = {one.name: one for one in fields}
    return tuple(known[name] for name in names)


COLUMNS = (
    Column[EpisodeRecord](
        "Reported",
        lambda one: one.reported_at,
        lambda one: written(one.values["reported_at"]),
        width=16,
    ),
    Column[EpisodeRecord](
        "Return interview",
        lambda one: one.due,
        lambda one: one.clock,
        lambda one: TINTS.get(Stage(one.stage), ""),
        width=30,
        stretch=True,
    ),
    Column[EpisodeRecord](
        "Away",
        lambda one: one.hours_missing,
        lambda one: f"{one.hours_missing:.0f} h" if one.hours_missing is not None else "",
        right=True,
        width=5,
        spare=True,
    ),
    Column[EpisodeRecord](
        "Returned",
        lambda one: one.returned_at,
        lambda one: written(one.values["returned_at"]),
        width=16,
        spare=True,
    ),
    Column[EpisodeRecord]("Police risk", lambda one: one.police_risk or "", width=10, spare=True),
    Column[EpisodeRecord]("Found", lambda one: one.found_where or "", width=20, spare=True),
    Column[EpisodeRecord](
        "What was learned", lambda one: str(one.interview.get("learned") or ""), width=24,
        spare=True,
    ),
)


class Episodes(QWidget):
    """The table of episodes; `linking` asks for a new link of the child."""

    linking = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._child_id = desk, 0
        self.model: RowsModel[EpisodeRecord] = RowsModel(COLUMNS, lambda one: one.id)
        empty = EmptyState("No missing episodes.", "Import the police list, or add one: Alt+N.")
        self.table = RowsTable(self.model, "Missing episodes", empty, ("episode", "episodes"))
        self.cards = EpisodeCards(desk)
        self.entry = EntryCard("Add a missing episode", _ordered(EPISODE, FIRST), desk, self._add)
        self.back = EntryCard(BACK, _ordered(EPISODE, ("returned_at",)), desk, self._return)
        asked = _ordered(INTERVIEW, ASKED)
        self.interview = EntryCard(HELD, asked, desk, self._interview)
        self.new = button("Add an episode", self.entry.ask, keys="Alt+N")
        self.returned = button(BACK, self.back.ask)
        self.held = button("Record the return interview", self.interview.ask)
        self.told = Words("", "medium")
        self._build()

    def add(self) -> None:
        """Begin a new episode."""
        self.entry.ask()

    def show_record(self, record: ChildRecord) -> None:
        """Show a child's episodes."""
        if record.row.id != self._child_id:
            self.cards.settle()
            for card in (self.entry, self.back, self.interview):
                card.turn_to(record.row.id)
        self._child_id = record.row.id
        words = not_entered(record.row.missing_90_days or 0, record.row.missing_told)
        self.told.setText(words)
        self.told.setVisible(bool(words))
        self.model.set_rows(record.episodes)
        self.beside.show_second(bool(record.episodes))
        if self.table.current_key() is None and record.episodes:
            self.table.go_to(record.episodes[0].id)
        self._offer()

    def settle(self) -> bool:
        """Keep what is half-typed."""
        return self.cards.settle()

    def _build(self) -> None:
        flow = FlowLayout(gap=8)
        able = may(self._desk, "add_missing_episode")
        for widget in (self.new, self.returned, self.held):
            widget.setEnabled(able)
            flow.addWidget(widget)
        self.beside = SideBySide(self.table, self.cards, 0.45, CLOSE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        column.addWidget(self.told)
        for card in (self.entry, self.back, self.interview):
            column.addWidget(card)
        column.addWidget(self.beside, 1)
        self.table.chosen.connect(lambda _key: self._offer())
        self.cards.linking.connect(self.linking)

    def _offer(self) -> None:
        one = self.model.row_with(self.table.current_key())
        self.returned.setVisible(one is not None and one.returned_at is None)
        self.held.setVisible(one is not None and one.returned_at is not None)
        for card, title in ((self.back, BACK), (self.interview, HELD)):
            card.say(title, _of_which(one))
        self.cards.show_episode(self._child_id, one)

    def _episode_id(self) -> int:
        key = self.table.current_key()
        if not isinstance(key, int):
            raise Refusal("Choose an episode in the list first.")
        return key

    def _add(self, values: dict[str, Any]) -> None:
        if "reported_at" not in values:
            raise Refusal(
                "Give the day of the report, and the time where it is known.", "reported_at"
            )
        made = self._desk.workspace.register.add_episode(self._child_id, **values)
        self.table.go_to(made)

    def _return(self, values: dict[str, Any]) -> None:
        if "returned_at" not in values:
            raise Refusal(
                "Give the day of the return, and the time where it is known.", "returned_at"
            )
        self._desk.workspace.register.change_episode(self._episode_id(), **values)

    def _interview(self, values: dict[str, Any]) -> None:
        if not values:
            raise Refusal("Enter when it was held, or why not.", "conducted_at")
        if "declined_reason" in values:
            values["accepted"] = False
        self._desk.workspace.register.add_interview(self._episode_id(), **values)


def _of_which(one: EpisodeRecord | None) -> str:
    """Which episode a form is for: "Of the episode reported 11 Nov 2026, 18:00"."""
    if one is None:
        return ""
    reported = written(one.values["reported_at"])
    return f"Of the episode reported {reported}" if reported else "Of the episode without a day"
