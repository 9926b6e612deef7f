"""The page of people and places: the lists, and the record chosen in them."""

from collections.abc import Hashable, Sequence
from typing import Any

from models.errors import Refusal
from ui.commands import Command
from ui.desk import Desk
from ui.pages.chart_asked import CHART, Asked, around
from ui.pages.page import Page
from ui.pages.people.adding import entries
from ui.pages.people.lists import (
    LISTS,
    MAP,
    MATCHES,
    NAMED,
    NEW_LINKS,
    PERSONS,
    TIMES,
    UNLISTED,
    Lists,
)
from ui.pages.people.record import RecordView
from ui.pages.people.times import AGENDA, BESIDE, RoomTimes, asked
from ui.pages.records.permitted import may
from ui.pages.records.record_page import page_of
from ui.widgets.buttons import button
from ui.widgets.roomy import under_each_other
from ui.widgets.shown_stack import ShownStack

WHERE = "People and places"
BY_NAME = {"persons": PERSONS, "in_papers": NAMED, "unlisted": UNLISTED, "map": MAP}
CHANGED = frozenset({
    "concern_decision",
    "subject", "person_of_concern", "place", "peer_group", "vehicle", "phone", "online_account",
    "theme", "link", "alias", "same_as", "match_question", "paper_subject", "action", "measure",
    "disruption_plan", "agenda_item", "referral", "group_assessment", "group_telling",
    "missing_episode", "return_interview", "assessment", "information_line", "decision",
    "recommendation", "nrm_referral", "child_status",
    "member", "mention_answer", "name_answer",
    "place_assessment", "guardian",
    "postcode_position", "setting",
})  # fmt: skip


class PeoplePage(Page):
    """Lists of all who are not on the children's tracker; Enter opens, Alt+Left comes back."""

    title = "People and places"
    room_part = RoomTimes

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.lists = Lists(desk)
        self._record: RecordView | None = None
        self.entries = entries(desk, self._kept)
        self.stack = ShownStack()
        self.stack.addWidget(self.lists)
        self.body.addWidget(under_each_other(*self.entries, self.stack), 1)
        self.back = button("All lists", self.show_all, keys="Alt+Left")
        self.new = button("Add", self.add_record, keys="Ctrl+N")
        self.new.setEnabled(may(desk, "add_record"))
        self.tools.addWidget(button("Link chart", self.show_chart))
        self.tools.addWidget(self.back)
        self.tools.addWidget(self.new)
        self.back.hide()
        self.lists.opened.connect(self.show_record)
        self.lists.record_wanted.connect(self._go)

    @property
    def record(self) -> RecordView:
        """The page of one record, built when it is first looked at: it has most of the parts."""
        if self._record is None:
            self._record = RecordView(self.desk)
            self._record.wanted.connect(self.desk.go)
            self.stack.addWidget(self._record)
        return self._record

    def commands(self) -> Sequence[Command]:
        return (
            Command("add_record", "Add a person, place or thing", "add_record", "Ctrl+N",
                    where=WHERE),
            Command("all_lists", "Back to the lists", "show_all", "Alt+Left", where=WHERE),
            Command("next_part", "Next list or section", "next_part", "Alt+PgDown", where=WHERE),
            Command("previous_part", "Previous list or section", "previous_part", "Alt+PgUp",
                    where=WHERE),
            Command("matches", "Possible duplicates", "show_matches", where=WHERE),
            Command("say_same", "The same: keep the fuller record's name", "answer", "Alt+S",
                    where=WHERE, argument="say_same"),
            Command("say_same_other", "The same: keep the other name", "answer",
                    "Alt+Shift+S", where=WHERE, argument="say_same_other"),
            Command("say_apart", "Not the same, not meant, or nobody for us", "answer",
                    "Alt+N", where=WHERE, argument="say_apart"),
            Command("say_later", "Leave a possible duplicate for later", "answer", "Alt+L",
                    where=WHERE, argument="say_later"),
            Command("take_apart", "Take a joined record apart, or a “not the same” back, or point "
                    "a name out again", "answer", "Alt+T", where=WHERE, argument="take_apart"),
            Command("say_yes", "Link a name in a paper, or confirm new links", "answer",
                    "Alt+Y", where=WHERE, argument="say_yes"),
            Command("refer", "Start a referral of one of the unlisted", "answer", "Alt+R",
                    where=WHERE, argument="refer"),
            Command("nominate", "Start a nomination of an adult who is on no record", "answer",
                    "Alt+Shift+R", where=WHERE, argument="nominate"),
            Command("map", "Map and hot spots", "show_list", where=WHERE, argument="map"),
            Command("in_papers", "Named in papers", "show_list", where=WHERE, argument="in_papers"),
            Command("unlisted", "The unlisted", "show_list", where=WHERE, argument="unlisted"),
            Command("times", "Time line of several", "show_times", where=WHERE),
            Command("new_links", "New links since the last panel", "show_new_links", where=WHERE),
        )  # fmt: skip

    def reload(self) -> None:
        """Read the list or the record shown again."""
        count = len(self.desk.workspace.read.match_questions())
        several = "" if count == 1 else "s"
        self.say(f"{count:,} possible duplicate{several} asked about by papers" if count else "")
        if self.stack.currentWidget() is self._record and self.record.record is not None:
            self._show(self.record.record.id)
        else:
            self.lists.reload()

    def on_changed(self, changes: Any) -> None:
        tables = frozenset(table for table, _ in changes.touched)
        self.lists.matches.facts_changed(tables)
        if not tables.isdisjoint(CHANGED):
            self.reload()

    def show_record(self, key: Hashable) -> None:
        """Show a record by id, a list by its word, or a part of a record by both."""
        if key == "matches":
            self.show_matches()
        elif key in BY_NAME:
            self.show_list(str(key))
        elif isinstance(key, tuple) and key[0] in BY_NAME:
            self.show_list("in_papers")
            self.lists.named.show_of(key[1])
        elif key == "new_links":
            self.show_new_links()
        elif wanted := asked(key):
            self.show_times(*wanted)
        elif isinstance(key, int):
            self._show(key)
        elif isinstance(key, tuple) and key[1:] == ("links",):
            self._show(key[0])
            if self.stack.currentWidget() is self._record:
                self.record.show_links()
        elif isinstance(key, tuple) and key[1:] == ("review",):
            self._show(key[0])
            if self.stack.currentWidget() is self._record:
                self.record.show_review()

    def show_matches(self) -> None:
        """Show the questions of sameness."""
        self.show_all()
        self.lists.tabs.go_to(MATCHES)

    def answer(self, said: str) -> None:
        """Answer what is in hand in the list shown, where that list asks so."""
        if self.stack.currentWidget() is not self.lists:
            return
        asks = getattr(self.lists.asking(), said, None)
        if asks is not None:
            asks()

    def show_list(self, name: str) -> None:
        """Show persons of concern, the names in papers, the unlisted, or the map."""
        self.show_all()
        self.lists.tabs.go_to(BY_NAME[name])

    def show_new_links(self) -> None:
        """Show the links that came after the last panel."""
        self.show_all()
        self.lists.tabs.go_to(NEW_LINKS)

    def show_times(self, beside: str = "", key: int = 0) -> None:
        """Show the time line of several: beside a subject, of a meeting's agenda, or as it was."""
        self.show_all()
        self.lists.tabs.go_to(TIMES)
        if beside == BESIDE:
            self.desk.attempt(self.lists.times, self.lists.times.show_beside, key)
        elif beside == AGENDA:
            self.lists.times.show_meeting(key)

    def show_all(self) -> None:
        """Go back to the lists, to the record that was open."""
        if self.stack.currentWidget() is self.lists or not self.record.settle():
            return
        self.stack.setCurrentWidget(self.lists)
        self.back.hide()
        self.lists.reload()
        if self.record.record is not None:
            self.lists.table.go_to(self.record.record.id)
        self.lists.table.view.setFocus()

    def add_record(self) -> None:
        """Begin a new record of the kind that is listed."""
        at = self.lists.tabs.current
        for entry in self.entries:
            entry.hide()
        at = at if at < len(self.entries) else 0
        proposed = {} if at else {"review_on": self.desk.workspace.read.next_review()}
        self.entries[at].ask(proposed)

    def show_chart(self) -> None:
        """Show the chart of the record that is open, or of everything."""
        self.desk.go(CHART, self.on_chart() or Asked())

    def on_chart(self) -> Asked | None:
        one = self.record.record if self.stack.currentWidget() is self._record else None
        return around(one.id) if one is not None else None

    def next_part(self) -> None:
        """Show the next list, or the next section of the record."""
        self._step(1)

    def previous_part(self) -> None:
        """Show the list or section before."""
        self._step(-1)

    def start_finding(self) -> bool:
        if self.stack.currentWidget() is not self.lists or self.lists.tabs.current == MATCHES:
            return False
        if other := self.lists.others.get(self.lists.tabs.current):
            if other is self.lists.times:
                self.lists.times.start_finding()
                return True
            table = getattr(other, "table", None)
            if table is not None:
                table.start_finding()
            return table is not None
        self.lists.table.start_finding()
        return True

    def may_leave(self) -> bool:
        return self._record is None or self._record.settle()

    def _step(self, by: int) -> None:
        if self.stack.currentWidget() is self._record:
            self.record.step(by)
        else:
            self.lists.tabs.go_to((self.lists.tabs.current + by) % len(LISTS))

    def _go(self, kind: str, subject_id: int) -> None:
        self.desk.go(page_of(kind), subject_id)

    def _kept(self, subject_id: int) -> None:
        self._show(subject_id)

    def _show(self, subject_id: int) -> None:
        try:
            self.record.show_subject(subject_id)
        except Refusal as refusal:
            self.desk.notice.refuse(None, refusal)
            self.stack.setCurrentWidget(self.lists)
            self.back.hide()
            self.lists.reload()
            return
        self.stack.setCurrentWidget(self.record)
        self.back.show()
