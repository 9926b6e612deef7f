"""A record's links, worded from its own side: read, mended, confirmed, ended, and new ones made."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.errors import Refusal
from models.marks import Sharing
from models.records.subjects import LinkRecord
from models.rules.links import kind_words, line_words, source_words, why_ended
from ui.desk import Desk
from ui.pages.chart_asked import CHART, around
from ui.pages.records.chosen_links import ChosenLinks, waits
from ui.pages.records.link_card import LinkCard
from ui.pages.records.linking import LinkEntry
from ui.pages.records.named_line import NamedLine
from ui.pages.records.permitted import may
from ui.pages.records.picker import KINDS
from ui.pages.records.record_page import page_of
from ui.pages.records.tips import Tips
from ui.rows import Column, RowsModel
from ui.widgets.asked_in_place import AskedInPlace
from ui.widgets.buttons import button
from ui.widgets.combo import Combo
from ui.widgets.confirm import ConfirmInPlace
from ui.widgets.dates import day_and_month, plain_date
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.shown_stack import ShownStack
from ui.widgets.table import RowsTable

STAND, NEW, STALE, ENDED = "stand", "new", "out of date", "ended"
EMPTY: Mapping[str, tuple[str, str]] = {
    STAND: ("No links yet.", "Link this record to people, places or things."),
    NEW: ("No new link since then.", "Show all that stand to see the earlier ones."),
    STALE: ("No link is out of date.", "A link is once the day until which it holds is past."),
    ENDED: ("No link has ended.", "A link that is ended stays here with its reason."),
}
WHY = 3
"""The column that says why a link ended: shown of those that did."""
KINDS_OF = {NEW: "accent", STALE: "medium", ENDED: "plain"}


class Links(QWidget):
    """The table of links with what can be done to the one chosen; `opened` carries a record."""

    opened = Signal(str, int)
    """Kind and id of the record at the other end."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._able = desk, may(desk, "add_link")
        self._subject: tuple[int, str] = (0, "")
        self._label = ""
        self._links: tuple[LinkRecord, ...] = ()
        self._since: date | None = None
        self._met = False
        self.model: RowsModel[LinkRecord] = RowsModel(self._columns(), lambda one: one.id)
        self.empty = EmptyState(*EMPTY[STAND])
        self.table = RowsTable(self.model, "Links", self.empty, ("link", "links"))
        self.shown = Combo(((STAND, "All that stand"),), "Which links")
        self.entry, self.card = LinkEntry(desk), LinkCard(desk)
        self.new = button("Add a link", self.entry.ask)
        self.chart = button("Show on chart", self._show_on_chart)
        self.change = button("Change this link", self._change)
        self.confirm = button("Confirm this link", self._confirm)
        self.end = ConfirmInPlace("End this link", "Why does it end?", "End it", reason=True)
        self.intelligence = button("Named in intelligence", self._to_intelligence, "quiet")
        self._naming: int | None = None
        self.again = ConfirmInPlace(
            "Let it stand again", "Why does it stand again?", "Let it stand", reason=True
        )
        self.named, self.several = NamedLine(desk), ChosenLinks()
        self._build()

    def show_links(self, subject_id: int, kind: str, label: str, links: Sequence[Any]) -> None:
        """Show the links of a record."""
        if subject_id != self._subject[0]:
            self.card.link = None
            self.shown.set_value(STAND)
        self._subject, self._label, self._links = (subject_id, kind), label, tuple(links)
        self.entry.stand_on(subject_id, kind, label)
        self.named.show_of(subject_id)
        self._since, self._met = self._desk.workspace.read.spoken_of_before(subject_id)
        self._offer_lists()
        self._offer_intelligence()
        self._show()
        if self.card.link is not None:
            self._open_card(self.card.link.id)

    def settle(self) -> bool:
        """Keep what is half-typed in the link shown."""
        return self.card.link is None or self.card.settle()

    def _show_on_chart(self) -> None:
        subject_id, kind = self._subject
        back = page_of(kind)
        self._desk.go(CHART, around(subject_id, back=back))

    def _columns(self) -> tuple[Column[LinkRecord], ...]:
        return (
            Column("Link", lambda one: one.relation, width=16),
            Column("Who or what", lambda one: one.other_label, width=22, stretch=True),
            Column("Who may read it", _readers, kind=_readers_kind, width=15),
            Column(
                "Why it ended",
                lambda one: why_ended(one.note),
                tip=lambda one: why_ended(one.note),
                width=34,
            ),
            Column("How sure", lambda one: one.confidence, width=11),
            Column("Confirmed", line_words, width=20),
            Column("Standing", self._standing, kind=self._standing_kind, width=23),
            Column("Information", lambda one: kind_words(one) or one.information, width=22),
            Column("Last seen", lambda one: one.last_seen, width=10),
            Column("Source", source_words, width=24, spare=True, wraps=True),
            Column("First seen", lambda one: one.first_seen, width=10, spare=True),
            Column(
                "Kind", lambda one: KINDS.get(one.other_kind, one.other_kind), width=15, spare=True
            ),
        )

    def _build(self) -> None:
        flow = FlowLayout(gap=8)
        self.shown.setMinimumContentsLength(26)
        doing = (self.new, self.chart, self.change, self.confirm, self.end, self.again)
        for widget in (self.shown, *doing, self.intelligence):
            flow.addWidget(widget)
        self.new.setEnabled(self._able)
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.named)
        self.tips = Tips("mapping", "mapping who is with whom")
        column.addWidget(self.tips)
        column.addLayout(flow)
        column.addWidget(self.several)
        column.addWidget(AskedInPlace(self.entry, self.table, "Add a link"), 1)
        self.stack = ShownStack()
        self.stack.addWidget(listed)
        self.stack.addWidget(self.card)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        self.shown.changed.connect(lambda _which: self._show())
        self.table.chosen.connect(lambda _key: self._offer())
        self.table.view.selectionModel().selectionChanged.connect(lambda *_rows: self._offer())
        self.table.opened.connect(self._open)
        self.several.confirmed.connect(self._confirm_several)
        self.card.left.connect(self._back)
        self.end.confirmed.connect(self._end)
        self.again.confirmed.connect(self._let_stand)

    # which links are shown

    def _show(self) -> None:
        which = str(self.shown.value() or STAND)
        self.empty.say(*EMPTY[which])
        self.table.view.setColumnHidden(WHY, which != ENDED)
        self.model.set_rows(self._of(which))
        self._offer()

    def _of(self, which: str) -> tuple[LinkRecord, ...]:
        if which == ENDED:
            ended: tuple[LinkRecord, ...] = self._desk.workspace.read.ended_links(self._subject[0])
            return ended
        keep: dict[str, Callable[[LinkRecord], bool]] = {
            NEW: self._is_new, STALE: lambda one: one.out_of_date,
        }  # fmt: skip
        return tuple(filter(keep.get(which), self._links)) if which in keep else self._links

    def _offer_lists(self) -> None:
        day = day_and_month(self._since) if self._since else ""
        said = {
            STAND: "All that stand",
            NEW: f"New since the panel of {day}" if self._met else f"New since {day}: no panel yet",
            STALE: "Out of date",
            ENDED: "Ended",
        }
        self.shown.set_choices(
            [(which, f"{words} ({len(self._of(which)):,})") for which, words in said.items()]
        )
        if self.shown.value() is None:
            self.shown.set_value(STAND)

    def _offer_intelligence(self) -> None:
        """Say which intelligence names the record, to who may read that, while no meeting runs."""
        read = self._desk.workspace.read
        running = read.running_meeting() is not None
        found = () if running else read.submissions_naming(self._subject[0])
        self._naming = found[0].id if found else None
        references = ", ".join(one.reference for one in found)
        self.intelligence.setText(f"Named in intelligence: {references}")
        self.intelligence.setVisible(bool(found))

    def _to_intelligence(self) -> None:
        self._desk.go("referrals", ("submission", self._naming))

    def _is_new(self, one: LinkRecord) -> bool:
        since = self._since
        return since is not None and one.recorded_on is not None and one.recorded_on > since

    def _standing(self, one: LinkRecord) -> str:
        if one.ended_on is not None:
            return f"ended {plain_date(one.ended_on)}"
        if one.out_of_date and one.expires_on is not None:
            return f"out of date since {plain_date(one.expires_on)}"
        if self._is_new(one):
            return "new since last panel" if self._met else "new"
        return f"until {plain_date(one.expires_on)}" if one.expires_on else ""

    def _standing_kind(self, one: LinkRecord) -> str:
        which = STALE if one.out_of_date else NEW if self._is_new(one) else ""
        return "" if one.ended_on is not None else KINDS_OF.get(which, "")

    # what is done to the one chosen

    def _offer(self) -> None:
        rows = [one for key in self.table.chosen_keys() if (one := self.model.row_with(key))]
        named = [(f"{self._label} {one.relation} {one.other_label}", one) for one in rows]
        self.several.show_links(named, may(self._desk, "edit_link"))
        one = self._chosen() if len(rows) < 2 else None
        able = one is not None and may(self._desk, "edit_link")
        stands = one is not None and one.ended_on is None
        self.change.setVisible(one is not None and stands)
        self.confirm.setVisible(able and stands and one is not None and waits(one))
        self.end.setVisible(able and stands)
        self.again.setVisible(able and not stands)

    def _chosen(self) -> LinkRecord | None:
        return self.model.row_with(self.table.current_key())

    def _open(self, key: Any) -> None:
        one = self.model.row_with(key)
        if one is not None:
            self.opened.emit(one.other_kind, one.other_id)

    def _change(self) -> None:
        if one := self._chosen():
            self._open_card(one.id)
            self.card.way.setFocus()

    def _open_card(self, link_id: int) -> None:
        one = next((each for each in self._links if each.id == link_id), None)
        try:
            if one is None:
                raise Refusal("This link has ended.")
            self.card.show_link(link_id, outgoing=one.outgoing, merged=bool(one.also))
        except Refusal:
            self.card.link = None
            self._back()
            return
        self.stack.setCurrentWidget(self.card)

    def _back(self) -> None:
        self.stack.setCurrentIndex(0)
        self.table.view.setFocus()

    def _confirm(self) -> None:
        if one := self._chosen():
            self._desk.attempt(self, self._desk.workspace.register.confirm_link, one.id, one.also)

    def _confirm_several(self, links: tuple[tuple[int, ...], ...]) -> None:
        self._desk.attempt(self, self._desk.workspace.register.confirm_links, links)

    def _end(self, reason: str) -> None:
        if one := self._chosen():
            end = self._desk.workspace.register.end_link
            if self._desk.attempt(self, end, one.id, reason, one.also):
                self._desk.notice.say("Ended; it stays under Ended. Ctrl+Z takes it back.")

    def _let_stand(self, reason: str) -> None:
        if one := self._chosen():
            self._desk.attempt(self, self._desk.workspace.register.reopen_link, one.id, reason)


def _readers(one: LinkRecord) -> str:
    """Who may read a link where that is not all the panel."""
    return "" if one.sharing == Sharing.ALL_PANEL.value else one.sharing


def _readers_kind(one: LinkRecord) -> str:
    return "medium" if _readers(one) else ""
