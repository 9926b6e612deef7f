"""Meetings to come, each with the days of its timetable; planned, moved, called off, sent on."""

from collections.abc import Hashable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from models import codes
from models.errors import Refusal
from models.records.seasons import MeetingDays
from ui.desk import Desk
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.pages.timetable.called_off import OffOffer, called_off
from ui.pages.timetable.columns import step_columns
from ui.pages.timetable.season import SeasonPlan
from ui.rows import Column, RowsModel
from ui.widgets.buttons import button
from ui.widgets.confirm import ConfirmInPlace
from ui.widgets.dates import short_date
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel
from ui.widgets.table import RowsTable

EMPTY = ("No meeting is planned.", "Plan a season: every meeting and its deadlines at once.")
CALENDAR = "Calendar (*.ics)"
NOTE = "Deadlines are working days from the meeting; how many is the panel's own."
MOVE = (Field("held_on", "To which day", "due"),)


class Timetable(QWidget):
    """Meetings down, deadlines across; Enter opens the agenda."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._steps: tuple[Any, ...] = ()
        self.season: SeasonPlan | None = None
        able = may(desk, "plan_meeting")
        self.new = button("Plan a season", self.plan_season, "primary")
        self.move = button("Move this meeting", self._ask_move)
        self.off = ConfirmInPlace("Call it off", "Call this meeting off?", "Call it off")
        self.all_off = ConfirmInPlace("Call off all to come", "", "Call them off")
        self.calendar = button("Save as calendar", self.save)
        self.offer = OffOffer(self.save)
        self.steps = button("Change the deadlines", self._to_steps)
        self.moving = EntryCard("Move this meeting", MOVE, desk, self._move, "Move it")
        for widget in (self.new, self.move, self.off, self.all_off):
            widget.setEnabled(able)
        self.table: RowsTable | None = None
        self.model: RowsModel[MeetingDays] | None = None
        self.stack = QStackedWidget()
        self._build()

    def reload(self) -> None:
        """Read the meetings again, under the columns of the timetable in force."""
        steps = (codes.timetable(), len(self._desk.workspace.read.series()) > 1)
        if self._steps != steps or self.model is None:
            self._steps = steps
            self._new_table()
        assert self.model is not None
        self.model.set_rows(self._desk.workspace.read.timetable())
        self.offer.show_for(self._desk.workspace.read.calendar_entries())
        self._offer()

    def start_finding(self) -> None:
        """Put the cursor where the list is searched."""
        if self.table is not None:
            self.table.start_finding()

    def plan_season(self) -> None:
        """Ask for a season's rule and show what it would plan."""
        if self.season is None:
            self.season = SeasonPlan(self._desk)
            self.season.done.connect(self._back)
            self.stack.addWidget(self.season)
        self.stack.setCurrentWidget(self.season)
        self.season.ask()

    def save(self) -> None:
        """Save meetings and deadlines as a calendar file that updates what was sent before."""
        if not self._desk.allows(self, "export_documents"):
            return
        to = self._desk.dialogues.save_file(self, "Save the calendar", "timetable.ics", CALENDAR)
        if to is not None and self._desk.attempt(self, self._write, to):
            self._desk.notice.say("The calendar is written. Opened again, it updates itself.")
            self.reload()

    def _to_steps(self) -> None:
        """Go to the panel's timetable: how many working days each step is from the meeting."""
        self._desk.go("settings", ("codes", "timetable"))

    def _write(self, to: Any) -> None:
        from exports import timetable_calendar

        timetable_calendar.write(self._desk.workspace, to)

    def _build(self) -> None:
        self.listed = QWidget()
        self._column = QVBoxLayout(self.listed)
        self._column.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout(gap=8)
        for widget in (
            self.new, self.move, self.off, self.all_off, self.calendar, self.steps,
        ):  # fmt: skip
            flow.addWidget(widget)
        self._column.addLayout(flow)
        self._column.addWidget(self.offer)
        self._column.addWidget(SoftLabel(NOTE))
        self._column.addWidget(self.moving)
        self.stack.addWidget(self.listed)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        self.off.confirmed.connect(self._call_off)
        self.all_off.confirmed.connect(self._call_all_off)

    def _new_table(self) -> None:
        today = self._desk.workspace.store.clock.today()
        columns = [
            Column[MeetingDays]("Meeting", lambda one: one.held_on, _words, width=18),
            *self._tier(),
            Column[MeetingDays]("Time", lambda one: one.starts, _times, width=12),
            *step_columns(lambda one: one.deadlines, today),
            Column[MeetingDays]("Venue", lambda one: one.venue or "", width=18),
        ]
        if self.table is not None:
            self.table.hide()
            self.table.deleteLater()
        self.model = RowsModel(columns, lambda one: one.id)
        empty = EmptyState(*EMPTY)
        self.table = RowsTable(self.model, "Meetings to come", empty, ("meeting", "meetings"))
        self.table.chosen.connect(lambda _key: self._offer())
        self.table.opened.connect(lambda key: self._desk.go("agenda", key))
        self._column.addWidget(self.table, 1)

    def _tier(self) -> list[Column[MeetingDays]]:
        """Whose meeting it is, where the panel has several tiers."""
        return [Column("Tier", lambda one: one.panel, width=18)] if self._several() else []

    def _several(self) -> bool:
        return len(self._desk.workspace.read.series()) > 1

    def _chosen(self) -> MeetingDays | None:
        if self.model is None or self.table is None:
            return None
        return self.model.row_with(self.table.current_key())

    def _offer(self) -> None:
        one = self._chosen()
        planned = one is not None and one.state == "planned"
        self.move.setVisible(planned)
        self.off.setVisible(planned)
        to_come = self._to_come()
        self.all_off.setVisible(len(to_come) > 1)
        of_tier = f" of {to_come[0].panel}" if to_come and self._several() else ""
        self.all_off.question.setText(
            f"Call off all {len(to_come)} meetings{of_tier} still to come, as one step?"
        )

    def _to_come(self) -> list[MeetingDays]:
        """The meetings still to come, of several tiers those of the tier stood on."""
        one, today = self._chosen(), self._desk.workspace.store.clock.today()
        rows = self._desk.workspace.read.timetable()
        tier = one.series_id if one is not None else rows[0].series_id if rows else None
        return [
            row for row in rows
            if row.series_id == tier and row.state == "planned" and row.held_on >= today
        ]  # fmt: skip

    def _ask_move(self) -> None:
        one = self._chosen()
        if one is not None:
            self.moving.say(f"Move the meeting of {_words(one)}")
            self.moving.ask({"held_on": one.held_on})

    def _move(self, values: dict[str, Any]) -> None:
        one, day = self._chosen(), values.get("held_on")
        if one is None:
            raise Refusal("Choose a meeting in the list first.")
        if not isinstance(day, date):
            raise Refusal("Give the day, such as 10 December.", "held_on")
        self._desk.workspace.agenda.move_meeting(one.id, day)
        self._desk.notice.say("Moved, and its deadlines with it. Save the calendar again.")

    def _call_off(self, _reason: str) -> None:
        one = self._chosen()
        cancel = self._desk.workspace.agenda.cancel_meeting
        if one is not None and self._desk.attempt(self, cancel, one.id):
            self._desk.notice.say("Called off. Ctrl+Z takes it back.")

    def _call_all_off(self, _reason: str) -> None:
        wanted, called = self._to_come(), list[int]()

        def call_off() -> None:
            ids = [one.id for one in wanted]
            called.extend(self._desk.workspace.agenda.cancel_meetings(ids))

        if self._desk.attempt(self, call_off):
            stay = [_words(one) for one in wanted if one.id not in called]
            self._desk.notice.say(called_off(len(called), stay))

    def _back(self) -> None:
        self.stack.setCurrentWidget(self.listed)
        self.new.setFocus()

    def go_to(self, key: Hashable) -> None:
        """Stand on a meeting."""
        if self.table is not None:
            self.table.go_to(key)


def _words(one: MeetingDays) -> str:
    return f"{short_date(one.held_on)} {one.held_on.year}"


def _times(one: MeetingDays) -> str:
    return f"{one.starts:%H:%M}–{one.ends:%H:%M}"
