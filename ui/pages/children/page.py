"""The page of children: the tracker, and the page of the child chosen in it."""

from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtGui import QDragEnterEvent, QDropEvent

from models.errors import Refusal
from ui.commands import Command
from ui.desk import Desk
from ui.pages.behind_figure import Behind
from ui.pages.chart_asked import Asked, around
from ui.pages.children.child import ChildView
from ui.pages.children.grid_acts import GRID_COMMANDS, GRID_LETTERS, GridActs
from ui.pages.children.loading import Loading
from ui.pages.children.tracker import KINDS, Tracker
from ui.pages.page import Page
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field, plan_words, words_of
from ui.pages.records.permitted import may
from ui.widgets.buttons import button
from ui.widgets.empty import EmptyState
from ui.widgets.roomy import under_each_other
from ui.widgets.shown_stack import ShownStack

WHERE = "Children"
CHILD = (
    Field("name", "Name", "who", hint="First name and surname."),
    Field("birth_date", "Date of birth", "was"),
    Field("system_id", "System id"),
    Field("gender", "Gender", "choice", words_of("genders")),
    Field("lead_name", "Lead professional"),
    Field("plan", "Plan", "choice", plan_words()),
    Field("district", "District"),
)
ASSESSING = (
    Command("correct_assessment", "Correct the assessment", "correct_assessment", "Alt+K",
            where=WHERE),
    Command("compare_assessments", "Two assessments side by side", "compare_assessments", "Alt+V",
            where=WHERE),
)  # fmt: skip
CHANGED = frozenset({
    "subject", "child", "child_status", "exploitation", "assessment", "indicator_answer",
    "missing_episode", "return_interview", "nrm_referral", "flow_entry",
    "flow_step", "link", "alias", "same_as", "review",
    "recommendation", "action", "measure", "paper_subject", "referral", "agenda_item", "decision",
    "missing_information", "missing_circumstances", "transition", "transition_point", "move",
    "disclosure", "telling", "service_case", "forum_known", "team",
})  # fmt: skip
"""Tables that a child's page is read from."""


class ChildrenPage(GridActs, Page):
    """The grid; Enter opens a child, Alt+Left comes back to the grid."""

    title = "Children"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        empty = EmptyState(
            "No children on record.",
            "Drop a tracker or referrals on Referrals, or add a child: Ctrl+N.",
            "Add a child",
            self.add_child,
        )
        self.tracker = Tracker(desk, empty)
        self._child: ChildView | None = None
        self.loading = Loading(desk, self.tracker)
        self.entry = EntryCard("Add a child", CHILD, desk, self._add)
        self.stack = ShownStack()
        self.stack.addWidget(self.tracker)
        self.add_grid_views()
        self.setAcceptDrops(True)
        self.body.addWidget(under_each_other(self.entry, self.loading.busy, self.stack), 1)
        self.back = button("All children", self.show_all, keys="Alt+Left")
        self.new = button("Add a child", self.add_child, keys="Ctrl+N")
        self.new.setEnabled(may(desk, "add_record"))
        self.tools.addWidget(self.back)
        self.apart = button("Not on the tracker", self.tracker.show_apart)
        self.apart.hide()
        self.tools.addWidget(self.new)
        self.tools.addWidget(self.apart)
        self.back.hide()
        self.stack.turned.connect(self._offer_apart)
        self.tracker.opened.connect(self.show_record)

    @property
    def child(self) -> ChildView:
        """The page of one child, built when it is first looked at: the grid is a tenth of it."""
        if self._child is None:
            self._child = ChildView(self.desk)
            self._child.wanted.connect(self.desk.go)
            self.stack.addWidget(self._child)
        return self._child

    def commands(self) -> Sequence[Command]:
        return (
            Command("add_child", "Add a child", "add_child", "Ctrl+N", where=WHERE),
            Command("all_children", "Back to all children", "show_all", "Alt+Left", where=WHERE),
            Command("next_section", "Next section", "next_section", "Alt+PgDown", where=WHERE),
            Command(
                "previous_section", "Previous section", "previous_section", "Alt+PgUp", where=WHERE
            ),
            Command("add_here", "Add to this section", "add_here", "Alt+N", where=WHERE),
            Command(
                "for_police", "Save for the police if missing", "for_police", "Alt+P", where=WHERE
            ),
            *ASSESSING,
            *GRID_COMMANDS,
        )

    def letters(self) -> Sequence[tuple[str, str, str]]:
        return GRID_LETTERS

    def reload(self) -> None:
        """Read the grid, and the child shown, again."""
        self.loading.reload(self._read)
        if self.stack.currentWidget() is self._child and self.child.record is not None:
            self._show_child(self.child.record.row.id)

    def on_changed(self, changes: Any) -> None:
        self.loading.follow(changes, self._read)
        shown = self.stack.currentWidget() is self._child and self.child.record is not None
        if shown and any(table in CHANGED for table, _ in changes.touched):
            self._show_child(self.child.record.row.id)

    def _read(self) -> None:
        rows = self.tracker.model.all.rows
        open_ = sum(row.closed_on is None for row in rows)
        apart = sum(bool(row.off_tracker) for row in rows)
        on = f", {open_ - apart:,} of them on the tracker" if apart else ""
        self.say(f"{open_:,} open{on}" if rows else "")
        self.apart.setText(f"{apart:,} not on the tracker")
        self._offer_apart()

    def _offer_apart(self) -> None:
        grid = self.stack.currentWidget() is self.tracker
        self.apart.setVisible(grid and any(row.off_tracker for row in self.tracker.model.all.rows))

    def show_record(self, key: Hashable) -> None:
        """Show a child by id, a section by (id, word), a kind of children, or those of a figure."""
        section = ""
        if isinstance(key, Behind):
            self.show_all()
            self.tracker.show_behind(key)
            return
        if isinstance(key, tuple):
            key, section = key
        if isinstance(key, int):
            if self._show_child(key) and section:
                self.child.go_to_section(section)
        elif key in KINDS:
            self.show_all()
            self.tracker.show_kind(str(key))

    def show_all(self) -> None:
        """Go back to the grid, to the child that was open."""
        if self.stack.currentWidget() is self.tracker or not self.child.settle():
            return
        self.stack.setCurrentWidget(self.tracker)
        self.back.hide()
        if self.child.record is not None:
            self.tracker.table.go_to(self.child.record.row.id)
        self.tracker.view.setFocus()

    def add_child(self) -> None:
        """Begin a new child."""
        self.entry.ask()

    def next_section(self) -> None:
        """Show the next section of the child's page."""
        if self.stack.currentWidget() is self._child:
            self.child.step(1)

    def previous_section(self) -> None:
        """Show the section before."""
        if self.stack.currentWidget() is self._child:
            self.child.step(-1)

    def add_here(self) -> None:
        """Add a link, an assessment or an episode, as the section says."""
        if self.stack.currentWidget() is self._child:
            self.child.add()

    def correct_assessment(self) -> None:
        """Correct the assessment stood on."""
        if self._section("assessments"):
            self.child.assessments.correct()

    def compare_assessments(self) -> None:
        """Show two assessments side by side."""
        if self._section("assessments"):
            self.child.assessments.compare()

    def for_police(self) -> None:
        """Save what the police need if the child goes missing, from any section."""
        if self.stack.currentWidget() is self._child:
            self.child.go_to_section("philomena")
            self.child.philomena.save()

    def start_finding(self) -> bool:
        if self.stack.currentWidget() is not self.tracker:
            return False
        self.tracker.table.start_finding()
        return True

    def on_chart(self) -> Asked | None:
        one = self.child.record if self.stack.currentWidget() is self._child else None
        return around(one.row.id, back="children") if one is not None else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self.stack.currentWidget() is self.tracker:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if urls:
            self.take_dropped(Path(urls[0].toLocalFile()))

    def may_leave(self) -> bool:
        kept = self.tracker.writing.editor.keep()
        return kept and (self._child is None or self._child.settle())

    def _section(self, name: str) -> bool:
        """Go to a section of the child shown; False where none is."""
        shown = self.stack.currentWidget() is self._child
        if shown:
            self.child.go_to_section(name)
        return shown

    def _show_child(self, child_id: int) -> bool:
        try:
            self.child.show_child(child_id)
        except Refusal as refusal:
            self.desk.notice.refuse(None, refusal)
            self.stack.setCurrentWidget(self.tracker)
            self.back.hide()
            return False
        self.stack.setCurrentWidget(self.child)
        self.back.show()
        return True

    def _add(self, values: dict[str, Any]) -> None:
        made = self.desk.workspace.register.add_child(values.pop("name", ""), **values)
        self.entry.hide()
        self._show_child(made)
