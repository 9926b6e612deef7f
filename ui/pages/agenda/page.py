"""The agenda page: what is proposed, the running order, the chosen item, and what goes out."""

from collections.abc import Hashable, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from models.marks import MeetingState
from models.records.item import ItemRow
from models.records.meeting import MeetingRecord
from ui import look
from ui.commands import Command
from ui.desk import Desk
from ui.pages.agenda.columns import AgendaColumns
from ui.pages.agenda.item_panel import ItemPanel, readiness_words
from ui.pages.agenda.keys import COMMANDS, HERE
from ui.pages.agenda.length import length_tag, ready_words
from ui.pages.agenda.meeting_card import MeetingCard, hours_words
from ui.pages.agenda.nobody import unpresented
from ui.pages.agenda.order_list import OrderList
from ui.pages.agenda.papers_out import PapersOut
from ui.pages.agenda.pool import Pool
from ui.pages.agenda.presenting import calendar_tags
from ui.pages.agenda.returning import Returning
from ui.pages.agenda.tier_pick import TierPick
from ui.pages.chart_asked import CHART, Asked, agenda
from ui.pages.page import Page
from ui.pages.records.permitted import may
from ui.widgets.asked_in_place import AskedInPlace
from ui.widgets.buttons import button
from ui.widgets.combo import Combo
from ui.widgets.empty import EmptyState
from ui.widgets.flow import Chips
from ui.widgets.roomy import under_each_other
from ui.widgets.shown_stack import ShownStack
from ui.working import WorkBar


class AgendaPage(Page):
    """One meeting's preparation; the next one to come is shown first."""

    title = HERE

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.meeting: MeetingRecord | None = None
        self.order: tuple[ItemRow, ...] = ()
        self._chosen: int | None = None
        self.meetings, self.tiers = Combo((), "Meeting"), TierPick()
        self.plan = MeetingCard(desk)
        self.chips = Chips(name="The meeting")
        self.work = WorkBar(desk)
        self.out = PapersOut(desk, self, self.work)
        self.empty = EmptyState(
            "No meeting is planned.", "Plan the next one; its agenda proposes itself.",
            "Plan a meeting", self.plan_meeting,
        )  # fmt: skip
        self.pool, self.list = Pool(desk), OrderList()
        self.item, self.back = ItemPanel(desk), Returning(desk, self, self.out)
        self.returns, self.waiting = self.back.card, self.back.waiting
        self.columns = AgendaColumns(self.pool, self.list, self.item, self.returns)
        self.shown = ShownStack()
        for place in (self.empty, self.columns):
            self.shown.addWidget(place)
        self._build()
        self._connect()

    def commands(self) -> Sequence[Command]:
        return COMMANDS

    # reading

    def reload(self) -> None:
        read = self.desk.workspace.read
        meetings = self.tiers.of_chosen(read.meetings(), read.series())
        shown = self.meeting.id if self.meeting is not None else None
        known = {one.id: one for one in meetings}
        if shown not in known:
            shown = self.tiers.likely(meetings, read.next_meeting())
        self.meetings.set_choices([(one.id, self.tiers.words(one)) for one in meetings])
        self.meetings.set_value(shown)
        self.meeting = known.get(shown) if shown is not None else None
        self._show()

    def show_record(self, key: Hashable) -> None:
        """Show a meeting by its id or with its ("returns", id), or an item by ("item", id)."""
        kind, at = key if isinstance(key, tuple) else ("meeting", key)
        if kind == "item":
            self.list.go_to(at)
            self._choose(at)
            return
        meetings = self.desk.workspace.read.meetings()
        self.meeting = next((one for one in meetings if one.id == at), self.meeting)
        self.reload()
        if kind == "returns":
            self.columns.bring_forward(self.returns)

    def start_finding(self) -> bool:
        if self.meeting is None:
            return False
        self.columns.bring_forward(self.pool)
        self.pool.start_finding()
        return True

    def may_leave(self) -> bool:
        return self.item.settle()

    # what a person does

    def plan_meeting(self) -> None:
        """Ask for the day and times of a meeting."""
        self.plan.ask_new(self.tiers.chosen)

    def change_meeting(self) -> None:
        """Ask for other times, another day or venue of this meeting."""
        if self.meeting is not None:
            self.plan.ask_change(self.meeting)

    def fill(self) -> None:
        """Put everything proposed on the agenda."""
        if self.meeting is not None:
            fill = self.desk.workspace.agenda.fill
            if self.desk.attempt(self, fill, self.meeting.id):
                told = unpresented(self.desk.workspace.read.running_order(self.meeting.id))
                if told:
                    self.desk.notice.say(told)

    def item_up(self) -> None:
        """Move the chosen item one place up."""
        self.list.shift(-1)

    def item_down(self) -> None:
        """Move the chosen item one place down."""
        self.list.shift(1)

    def ask_returns(self) -> None:
        """Ask the agencies for their returns, into a folder."""
        self.columns.bring_forward(self.returns)
        self.returns.ask()

    def chase_returns(self) -> None:
        """Note that the step which is due over late returns is taken."""
        self.columns.bring_forward(self.returns)
        self.returns.chase()

    def issue(self) -> None:
        """Write agenda, pack and invitations into a folder."""
        self.out.issue(self.meeting, self.order)

    def _take(self, keys: tuple[int, ...]) -> None:
        if self.meeting is not None:
            take = self.desk.workspace.agenda.take
            self.desk.attempt(self, take, self.meeting.id, keys)

    def _add(self, subject_id: int | None, title: str) -> None:
        if self.meeting is None:
            return
        add = self.desk.workspace.agenda.add
        if self.desk.attempt(self, add, self.meeting.id, subject_id, title=title or None):
            self.pool.forget()

    def _move(self, item_id: int, place: int) -> None:
        row = self._row(item_id)
        if row is not None:
            self.desk.attempt(self, self.desk.workspace.agenda.move, item_id, row.section, place)

    def _ask_removal(self, item_id: int) -> None:
        self._choose(item_id)
        self.columns.bring_forward(self.item)
        self.item.ask_removal()

    def _choose(self, item_id: object) -> None:
        if item_id != self._chosen and not self.item.settle():
            return
        self._chosen = item_id if isinstance(item_id, int) else None
        self._show_item()

    def _pick_meeting(self, meeting_id: object) -> None:
        found = [one for one in self.desk.workspace.read.meetings() if one.id == meeting_id]
        if found:
            self.meeting, self._chosen = found[0], None
            self._show()

    def _pick_tier(self) -> None:
        self.meeting, self._chosen = None, None
        self.reload()

    def _planned(self, meeting_id: int) -> None:
        self._pick_meeting(meeting_id)
        self.reload()
        self.plan.back_to = self.pool.first()

    # showing

    def _show(self) -> None:
        planned = self.meeting is not None
        self.shown.setCurrentWidget(self.columns if planned else self.empty)
        self.meetings.setMinimumWidth(look.current().px(220 if self.tiers.isHidden() else 270))
        for widget in (self.chips, self.meetings, self.change, self.issue_button):
            widget.setVisible(planned)
        if self.meeting is None:
            self.say("")
            return
        read, meeting = self.desk.workspace.read, self.meeting
        self.order = read.running_order(meeting.id)
        ready = {one.item_id: one for one in read.readiness(meeting.id)}
        soft = {row.id: readiness_words(ready.get(row.id)) for row in self.order}
        initials = self._room_safe(meeting)
        sections = dict(read.panel_of(meeting.id).section_names)
        self.list.show_order(self.order, sections, soft, initials=initials)
        pool = read.pool(meeting.id)
        self.pool.show_pool(pool, initials=initials)
        returned = self.back.show(meeting, editable=self._may_edit, initials=initials)
        self.pool.allow(self._may_edit)
        self._say_length(meeting, returned, soft)
        self.columns.say_proposed(len(pool))
        self._show_item()

    def _show_item(self) -> None:
        row = self._row(self._chosen) if self._chosen is not None else None
        if row is None or self.meeting is None:
            self.item.show_item(None)
            return
        initials = self._room_safe(self.meeting)
        self.item.show_item(row, self.meeting.id, initials=initials, editable=self._may_edit)

    def _say_length(
        self, meeting: MeetingRecord, returned: str, soft: dict[int, tuple[str, bool]]
    ) -> None:
        read = self.desk.workspace.read
        length = length_tag(meeting, self.order, read.settings(meeting.series_id))
        self.say(hours_words(meeting, read.closed_days()))
        ready = (ready_words([stands for _, stands in soft.values()]), "plain")
        self.chips.show_tags([length, ready, returned, *calendar_tags(read, meeting.id)])

    def _room_safe(self, meeting: MeetingRecord) -> bool:
        return meeting.state == MeetingState.RUNNING

    @property
    def _may_edit(self) -> bool:
        closed = self.meeting is not None and self.meeting.state == MeetingState.CLOSED
        return may(self.desk, "build_agenda") and not closed

    def _row(self, item_id: object) -> ItemRow | None:
        return next((row for row in self.order if row.id == item_id), None)

    def on_chart(self) -> Asked | None:
        pointed = row.subject_id if (row := self._row(self._chosen)) is not None else None
        return agenda(self.meeting.id, pointed=pointed) if self.meeting is not None else None

    def show_times(self) -> None:
        """Show those on this agenda over one another in time."""
        if self.meeting is not None:
            self.desk.go("people", ("agenda", self.meeting.id))

    # building

    def _build(self) -> None:
        self.change = button("Change", self.change_meeting)
        self.change.setAccessibleName("Change this meeting")
        self.issue_button = button("Issue papers", self.issue, "primary")
        self.issue_button.setToolTip("Agenda, pack and invitations, as files or e-mail drafts")
        for widget in (
            self.meetings,
            self.change,
            button("Link chart", lambda: self.desk.go(CHART, self.on_chart())),
            button("Timetable", lambda: self.desk.go("today", "timetable")),
            button("Plan a meeting", self.plan_meeting, keys="Ctrl+N"),
            self.issue_button,
        ):
            self.tools.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.tiers)
        row.addWidget(self.chips, 1)
        above = (self.out.card, self.work, self.out.left, self.waiting, self.back.question)
        shown = AskedInPlace(self.plan, self.shown, "Planning a meeting")
        self.body.addWidget(under_each_other(*above, row, shown), 1)

    def _connect(self) -> None:
        self.tiers.changed.connect(lambda _tier: self._pick_tier())
        self.meetings.changed.connect(self._pick_meeting)
        self.plan.planned.connect(self._planned)
        self.pool.taken.connect(self._take)
        self.pool.added.connect(self._add)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._open)
        self.list.moved.connect(self._move)
        self.list.dropped_in.connect(lambda subject_id: self._take((subject_id,)))
        self.list.removal.connect(self._ask_removal)
        self.item.agencies.wanted.connect(self.back.ask_about_one)
        remove = self.desk.workspace.agenda.remove
        self.item.removed.connect(lambda *item: self.desk.attempt(self, remove, *item))

    def _open(self, item_id: object) -> None:
        self._choose(item_id)
        self.columns.bring_forward(self.item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.fit(event.size().width())
