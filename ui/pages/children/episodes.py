"""A child's missing episodes and their return home interviews."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.errors import Refusal
from models.records.subjects import ChildRecord, EpisodeRecord
from ui.desk import Desk
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field, words_of
from ui.pages.records.permitted import may
from ui.rows import Column, RowsModel
from ui.widgets.buttons import button
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.table import RowsTable

EPISODE = (
    Field("reported_at", "Reported", "moment"),
    Field("returned_at", "Returned", "moment", hint="Empty while the child is missing."),
    Field("missing_from", "Missing from", "choice", words_of("missing_from")),
    Field("police_risk", "Police risk", "choice", words_of("police_risk")),
    Field("police_reference", "Police reference"),
    Field("found_where", "Found where"),
    Field("found_with", "Found with"),
    Field("harm", "Harm"),
)
INTERVIEW = (
    Field("conducted_at", "Held", "moment"),
    Field("offered_at", "Offered", "moment"),
    Field("declined_reason", "Declined because", "choice", words_of("rhi_declined")),
    Field("provider", "By", "choice", words_of("rhi_providers")),
    Field("learned", "What was learned", "long"),
)


def interview_words(one: EpisodeRecord) -> str:
    """Where a return interview stands, with hours from the return."""
    if one.interview_done_at is not None:
        hours = f"{one.interview_hours:.0f} h" if one.interview_hours is not None else "held"
        return hours if one.within_72_hours is not False else f"{hours}, past 72"
    if one.interview_declined:
        return f"declined: {one.interview_declined}"
    if one.returned_at is None:
        return "not returned yet"
    return "not held, past 72 h" if one.overdue else "due within 72 h"


def _kind(one: EpisodeRecord) -> str:
    late = one.interview_done_at is not None and one.within_72_hours is False
    return "high" if one.overdue else "medium" if late else ""


COLUMNS = (
    Column[EpisodeRecord]("Reported", lambda one: one.reported_at, width=16),
    Column[EpisodeRecord]("Returned", lambda one: one.returned_at, width=16),
    Column[EpisodeRecord](
        "Away",
        lambda one: one.hours_missing,
        lambda one: f"{one.hours_missing:.0f} h" if one.hours_missing is not None else "",
        right=True,
        width=5,
    ),
    Column[EpisodeRecord]("Return interview", interview_words, kind=_kind, width=20),
    Column[EpisodeRecord]("Police risk", lambda one: one.police_risk or "", width=10),
    Column[EpisodeRecord]("Found", lambda one: one.found_where or "", width=20, stretch=True),
)


class Episodes(QWidget):
    """The table of episodes; a return and an interview are entered for the one stood on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._child_id = desk, 0
        self._shown: dict[int, EpisodeRecord] = {}
        self.model: RowsModel[EpisodeRecord] = RowsModel(COLUMNS, lambda one: one.id)
        empty = EmptyState("No missing episodes.", "Import the police list, or add one: Alt+N.")
        self.table = RowsTable(self.model, "Missing episodes", empty, ("episode", "episodes"))
        self.entry = EntryCard("Add a missing episode", EPISODE, desk, self._add)
        self.back = EntryCard("The child is back", EPISODE[1:2], desk, self._return)
        self.interview = EntryCard("Return home interview", INTERVIEW, desk, self._interview)
        self.new = button("Add an episode", self.entry.ask, keys="Alt+N")
        self.returned = button("The child is back", self.back.ask)
        self.held = button("Record the return interview", self.interview.ask)
        self._build()

    def add(self) -> None:
        """Begin a new episode."""
        self.entry.ask()

    def show_record(self, record: ChildRecord) -> None:
        """Show a child's episodes."""
        if record.row.id != self._child_id:
            for card in (self.entry, self.back, self.interview):
                card.leave()
        self._child_id = record.row.id
        self._shown = {one.id: one for one in record.episodes}
        self.model.set_rows(record.episodes)
        if self.table.current_key() is None and record.episodes:
            self.table.go_to(record.episodes[0].id)
        self._offer()

    def _build(self) -> None:
        flow = FlowLayout(gap=8)
        able = may(self._desk, "add_missing_episode")
        for widget in (self.new, self.returned, self.held):
            widget.setEnabled(able)
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        for card in (self.entry, self.back, self.interview):
            column.addWidget(card)
        column.addWidget(self.table, 1)
        self.table.chosen.connect(lambda _key: self._offer())

    def _offer(self) -> None:
        one = self._shown.get(self.table.current_key())  # type: ignore[call-overload]
        self.returned.setVisible(one is not None and one.returned_at is None)
        self.held.setVisible(one is not None and one.returned_at is not None)

    def _episode_id(self) -> int:
        key = self.table.current_key()
        if not isinstance(key, int):
            raise Refusal("Choose an episode in the list first.")
        return key

    def _add(self, values: dict[str, Any]) -> None:
        if "reported_at" not in values:
            raise Refusal("Give day and time of the report.", "reported_at")
        self._desk.workspace.register.add_episode(self._child_id, **values)

    def _return(self, values: dict[str, Any]) -> None:
        if "returned_at" not in values:
            raise Refusal("Give day and time of the return.", "returned_at")
        self._desk.workspace.register.change_episode(self._episode_id(), **values)

    def _interview(self, values: dict[str, Any]) -> None:
        if not values:
            raise Refusal("Enter when it was held, or why not.", "conducted_at")
        if "declined_reason" in values:
            values["accepted"] = False
        self._desk.workspace.register.add_interview(self._episode_id(), **values)
