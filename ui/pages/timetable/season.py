"""Planning a season: the rule at the left, every day of it with its deadlines at the right."""

from datetime import time, timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.errors import Refusal
from models.rules.months import add_months
from models.rules.seasons import LAST, WEEKDAYS, Rule, SeasonDay, Way, passed_in_words, typed_days
from ui import look
from ui.desk import Desk
from ui.pages.records.dates import typed_time
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.pages.records.following import follow
from ui.pages.timetable.columns import step_columns
from ui.rows import Column, RowsModel
from ui.widgets.buttons import button
from ui.widgets.dates import short_date
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel, Words
from ui.widgets.roomy import Roomy
from ui.widgets.side_by_side import SideBySide
from ui.widgets.table import RowsTable
from ui.widgets.tall_cards import TallCards

WAYS = (
    (Way.WEEKS, "Every so many weeks"),
    (Way.MONTHLY, "Once a month"),
    (Way.TYPED, "On days that I write"),
)
NTHS = ((1, "First"), (2, "Second"), (3, "Third"), (4, "Fourth"), (LAST, "Last"))
DAYS = tuple(enumerate(WEEKDAYS))
OFF = ((False, "Leave it out"), (True, "Hold it on the next working day"))
FIELDS = (
    Field("series", "Of which tier", "pick"),
    Field("way", "How often", "pick", WAYS),
    Field("every", "Weeks apart", "number"),
    Field("nth", "Which of the month", "pick", NTHS),
    Field("weekday", "On", "pick", DAYS),
    Field("first", "From", "due"),
    Field("last", "To", "due"),
    Field("typed", "Days", "long", hint="Such as 10 December 2026; 14 January 2027"),
    Field("next_day", "On a day off", "pick", OFF),
    Field("starts", "Begins", hint="Such as 09:30"),
    Field("ends", "Ends"),
    Field("venue", "Venue", hint="A room, or how to join"),
)
SHOWN = {
    Way.WEEKS: {"every", "weekday", "first", "last"},
    Way.MONTHLY: {"nth", "weekday", "first", "last"},
    Way.TYPED: {"typed"},
}
BY_WAY = frozenset({"every", "nth", "weekday", "first", "last", "typed"})
LEFT_OUT = (
    "Bank holidays, weekends, your closed days and school holidays (Settings › Panel › Days) are "
    "left out. Nothing is kept before you plan them."
)
TO_SAY = {
    "first": "Give the first day.",
    "last": "Give the last day.",
    "weekday": "Choose the day of the week.",
    "nth": "Choose which of the month.",
}
"""What is asked for where a field that tells the days is empty."""
NO_DAYS, CHANGED = "No day to plan yet.", "The days are others now: look at them, then plan them."
MONTHS = 6
ROWS_SEEN = 230
"""So high that some days are seen where the form stands above them."""
APART, SOONEST = timedelta(weeks=4), timedelta(weeks=3)
"""Where a season begins: after the last meeting, or when its first deadlines can be kept."""


class SeasonPlan(QWidget):
    """A form for a season, and beside it the days that it tells now: these are planned.

    `done` says that it was planned, or left.
    """

    done = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.days: tuple[SeasonDay, ...] = ()
        self._filling = False
        self.form = EntryCard("Plan a season", FIELDS, desk, self._preview, lasting=True)
        today = desk.workspace.store.clock.today()
        columns = [
            Column[SeasonDay]("Day", lambda one: one.day, _day_words, width=17),
            Column[SeasonDay](
                "Standing", lambda one: one.standing, kind=_tint, tip=_tip,
                width=32,
            ),
            *step_columns(lambda one: one.deadlines, today),
        ]  # fmt: skip
        self.model: RowsModel[SeasonDay] = RowsModel(columns, lambda one: (one.day, one.moved_from))
        self.empty = EmptyState(NO_DAYS)
        self.table = RowsTable(self.model, "Days of the season", self.empty, ("day", "days"))
        self.table.setMinimumHeight(look.current().px(ROWS_SEEN))
        self.form.keep_button.hide()
        self.passed = Words("", "medium")
        self.plan = button("Plan them", self.keep, "primary")
        self.leave_button = button("Leave it", self.leave)
        self._build()

    def ask(self) -> None:
        """Begin with the panel's usual times, after the last meeting that is planned."""
        read = self._desk.workspace.read
        panel, planned = read.panel(), read.timetable()
        today = self._desk.workspace.store.clock.today()
        tiers = [(one.id, one.name) for one in read.series()]
        self.form.editor_of("series").set_choices(tiers)  # type: ignore[attr-defined]
        self.form.form.show_row("series", len(tiers) > 1)
        self._filling = True
        last = max((one.held_on for one in planned), default=today)
        begins = last + APART if last > today else today + SOONEST
        self.form.ask(
            {
                "series": tiers[0][0] if tiers else None, "way": Way.WEEKS,
                "every": "4", "nth": 2, "next_day": False, "first": begins,
                "weekday": last.weekday() if planned else 3,
                "last": add_months(begins, MONTHS),
                "starts": f"{panel.starts:%H:%M}", "ends": f"{panel.ends:%H:%M}",
                "venue": planned[-1].venue if planned else None,
            }
        )  # fmt: skip
        self._filling = False
        self._show_fields(Way.WEEKS)
        self.form.keep()
        self.form.editor_of("way").setFocus()

    def keep(self) -> None:
        """Plan every day that stands in the preview and can be planned, as one step."""
        shown = self.days
        self.form.form.clear_errors()
        # Another window may have planned one of them since, or the day may have turned.
        if not self._desk.attempt(self.form.form, self._read) or not self.days:
            return
        if self.days != shown:
            self._desk.notice.say(CHANGED)
            return
        days = [one.day for one in self.days if not one.left_out]
        plan = self._desk.workspace.agenda.plan_season
        if self._desk.attempt(self.form.form, plan, days, *self._times()):
            meetings = f"{len(days)} meeting{'s' * (len(days) != 1)}"
            self._desk.notice.say(f"{meetings} planned. Ctrl+Z takes the season back.")
            self.leave()

    def leave(self) -> None:
        """Go back to the timetable; nothing is kept."""
        self.days = ()
        self.model.set_rows(())
        self.done.emit()

    def _build(self) -> None:
        left = TallCards("Plan a season")
        left.add(self.form)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout(gap=8)
        for widget in (self.plan, self.leave_button):
            flow.addWidget(widget)
        column.addLayout(flow)
        column.addWidget(self.passed)
        column.addWidget(SoftLabel(LEFT_OUT))
        column.addWidget(self.table, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Roomy(SideBySide(left, right, 0.36)), 1)
        way = self.form.editor_of("way")
        way.changed.connect(self._show_fields)  # type: ignore[attr-defined]
        for field in FIELDS:
            follow(self.form.editor_of(field.name), self._follow)

    def _show_fields(self, way: object) -> None:
        """Only what the way of telling the days asks for."""
        wanted = SHOWN[Way(str(way or Way.WEEKS))]
        for name in BY_WAY:
            self.form.form.show_row(name, name in wanted)
        self.form.form.show_row("next_day", way != Way.TYPED)

    def _follow(self) -> None:
        """Show the days as the fields tell them now; what is half-typed is asked for softly."""
        if self._filling:
            return
        try:
            self._read()
        except Refusal as refusal:
            self.empty.say(NO_DAYS, refusal.message)

    def _read(self) -> None:
        """Read the days from the fields in sight; none stand where one was not understood."""
        self.days = ()
        self._show_days()
        hidden = BY_WAY - SHOWN.get(self.form.said()["way"], set())
        self._preview(self.form.understood(one.name for one in FIELDS if one.name not in hidden))

    def _preview(self, values: dict[str, Any]) -> None:
        self.days = ()
        self._show_days()
        self._times()
        self.days = self._desk.workspace.read.preview_season(
            self._rule(values), values.get("series")
        )
        self._show_days()

    def _show_days(self) -> None:
        self.model.set_rows(self.days)
        self.passed.setText(passed_in_words(self.days))
        self.passed.setVisible(bool(self.passed.text()))
        count = sum(not one.left_out for one in self.days)
        self.plan.setText(f"Plan {count} meeting{'s' * (count != 1)}" if count else "Plan them")
        self.plan.setEnabled(count > 0)

    def _rule(self, values: dict[str, Any]) -> Rule:
        today = self._desk.workspace.store.clock.today()
        if values.get("way") is None:
            raise Refusal("Choose how often.", "way")
        way = Way(str(values["way"]))
        if way is Way.TYPED:
            return Rule(way, today, today, typed=typed_days(values.get("typed") or "", today))
        for name, words in TO_SAY.items():
            if name in SHOWN[way] and values.get(name) is None:
                raise Refusal(words, name)
        every = str(values.get("every") or "0")
        if not every.isdigit():
            raise Refusal("Give whole weeks.", "every")
        return Rule(
            way, values["first"], values["last"], int(values["weekday"]), int(every),
            int(values.get("nth") or LAST), next_day=bool(values.get("next_day")),
        )  # fmt: skip

    def _times(self) -> tuple[time, time, str | None, int | None]:
        said = self.form.said()
        starts, ends = typed_time(said["starts"], "starts"), typed_time(said["ends"], "ends")
        if ends <= starts:
            raise Refusal("The meeting must end after it starts.", "ends")
        return starts, ends, said["venue"], said["series"]


def _day_words(one: SeasonDay) -> str:
    return f"{short_date(one.day)} {one.day.year}"


def _tip(one: SeasonDay) -> str:
    past = ", ".join(one.passed)
    return f"Past already: {past}" if past else one.standing


def _tint(one: SeasonDay) -> str:
    if one.left_out:
        return "plain"
    return "medium" if one.passed or one.moved_from else "low"
