"""A child's page: the head that the live room shows, and its sections."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.subjects import ChildRecord
from ui.desk import Desk
from ui.pages.children.agreed import Agreed
from ui.pages.children.around import Around
from ui.pages.children.assessments import Assessments
from ui.pages.children.episodes import Episodes
from ui.pages.children.flow import FlowSection
from ui.pages.children.flow_words import flow_tags
from ui.pages.children.moving import MovingOn
from ui.pages.children.nrm import Nrm
from ui.pages.children.philomena import Philomena
from ui.pages.children.summary import Summary
from ui.pages.children.words import tags_of
from ui.pages.records.disclosure import DisclosureSection
from ui.pages.records.links import Links
from ui.pages.records.papers import Papers
from ui.pages.records.record_page import page_of
from ui.pages.records.timeline import Timeline
from ui.widgets.card import Card
from ui.widgets.dates import plain_date
from ui.widgets.flow import Chips
from ui.widgets.roomy import Roomy
from ui.widgets.shown_stack import ShownStack
from ui.widgets.steps import StepTabs

SECTIONS = (
    "Summary", "Links", "Assessments", "Missing", "Agreed", "Time line", "Papers", "Disclosure",
    "NRM", "Philomena", "Moving on", "Flow", "Teams and fora",
)  # fmt: skip
BY_NAME = {
    "episodes": 3, "assessments": 2, "links": 1, "agreed": 4, "papers": 6, "disclosure": 7,
    "nrm": 8, "philomena": 9, "moving": 10, "flow": 11, "around": 12,
}  # fmt: skip


class ChildView(QWidget):
    """One child; only the section shown is read, and it is read again when something moved."""

    wanted = Signal(str, object)
    """A page and the record on it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.record: ChildRecord | None = None
        self.head, self.tags = Card(large=True), Chips(name="How the child stands")
        self.sections = StepTabs(SECTIONS, "Sections of the child's page")
        self.summary, self.links = Summary(desk), Links(desk)
        self.assessments, self.episodes = Assessments(desk), Episodes(desk)
        self.agreed, self.timeline, self.papers = Agreed(desk), Timeline(), Papers(desk)
        self.disclosure, self.nrm = DisclosureSection(desk), Nrm(desk)
        self.philomena, self.moving = Philomena(desk), MovingOn(desk)
        self.flow, self.around = FlowSection(desk), Around(desk)
        self.stack = ShownStack()
        self._fill: tuple[Callable[[ChildRecord], None], ...] = (
            self.summary.show_record,
            self._show_links,
            self.assessments.show_record,
            self.episodes.show_record,
            self._show_agreed,
            self._show_timeline,
            self._show_papers,
            lambda record: self.disclosure.show_subject(record.row.id),
            self.nrm.show_record,
            self.philomena.show_record,
            self.moving.show_record,
            self.flow.show_record,
            self.around.show_record,
        )
        self.timeline.together.connect(self._go_together)
        self._build()

    def show_child(self, child_id: int) -> None:
        """Read a child and show it; Refusal where the reader may not know of it."""
        new = self.record is None or self.record.row.id != child_id
        self.record = self._desk.workspace.read.child(child_id)
        self._show_head(self.record)
        self._show_section(self.sections.current)
        if new:
            QTimer.singleShot(0, self, lambda: self._note(child_id))

    def go_to_section(self, name: str) -> None:
        """Show a section by its word."""
        self.sections.go_to(BY_NAME.get(name, 0))
        if name == "links":
            self.links.table.view.setFocus()

    def step(self, by: int) -> None:
        """Show the next or previous section."""
        self.sections.go_to((self.sections.current + by) % len(SECTIONS))

    def add(self) -> None:
        """Add what this section holds."""
        at = self.sections.current
        if at == 1:
            self.links.entry.ask()
        elif at == 3:
            self.episodes.add()
        elif at == 8:
            self.nrm.add()
        elif at == 9:
            self.philomena.take_known()
        elif at == 10:
            self.moving.entry.ask()
        elif at == 11:
            self.flow.add()
        elif at == 12:
            self.around.service_entry.ask()
        else:
            self.sections.go_to(2)
            self.assessments.add()

    def _add_link(self) -> None:
        self.go_to_section("links")
        self.links.entry.ask()

    def _show_pack(self, pack_id: int) -> None:
        """The transfer pack that was begun, to be looked over where copies are confirmed."""
        self.go_to_section("disclosure")
        self.disclosure.show_request(pack_id)

    def settle(self) -> bool:
        """Keep what is half-typed."""
        parts = (self.summary, self.assessments, self.episodes, self.nrm, self.philomena,
                 self.moving, self.around, self.disclosure)  # fmt: skip
        kept = [one.settle() for one in parts]
        return all(kept)

    def _build(self) -> None:
        self.head.add(self.tags)
        for widget in (
            self.summary, self.links, self.assessments, self.episodes,
            self.agreed, self.timeline, self.papers, self.disclosure, self.nrm,
            self.philomena, self.moving, self.flow, self.around,
        ):  # fmt: skip
            self.stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.head, self.sections):
            column.addWidget(widget)
        # What is long scrolls under the child's name, never with it.
        column.addWidget(Roomy(self.stack), 1)
        self.sections.chosen.connect(self._show_section)
        self.links.opened.connect(self._open_links)
        self.agreed.opened.connect(self.wanted)
        self.episodes.linking.connect(self._add_link)
        self.moving.packing.connect(self._show_pack)
        self.flow.assessing.connect(lambda: self.go_to_section("assessments"))

    def _show_head(self, record: ChildRecord) -> None:
        row = record.row
        born = f"born {plain_date(row.birth_date)}" if row.birth_date else record.birth_date_note
        age = f"{row.age}" if row.age is not None else "age not known"
        review = f"next review {plain_date(row.next_review)}" if row.next_review else ""
        parts = (age, row.system_id, born, row.lead, review)
        self.head.say(row.name, " · ".join(part for part in parts if part))
        flows = self._desk.workspace.read.flows_of(row.id)
        self.tags.show_tags([*tags_of(record), *flow_tags(flows)])

    def _show_section(self, at: int) -> None:
        if self.record is None or at < 0:
            return
        self._fill[at](self.record)
        self.stack.setCurrentIndex(at)

    def _show_links(self, record: ChildRecord) -> None:
        self.links.show_links(record.row.id, "child", record.row.name, record.links)

    def _show_agreed(self, record: ChildRecord) -> None:
        read, child_id = self._desk.workspace.read, record.row.id
        actions, told = read.actions_of_child(child_id), read.tellings_of(child_id)
        self.agreed.show_rows(child_id, read.recommendations(child_id), actions, told)

    def _show_timeline(self, record: ChildRecord) -> None:
        read, today = self._desk.workspace.read, self._desk.workspace.store.clock.today()
        self.timeline.show_rows(read.history(record.row.id), today)

    def _go_together(self) -> None:
        """The time line of those linked, beside this child's."""
        if self.record is not None:
            self._desk.go("people", ("beside", self.record.row.id))

    def _show_papers(self, record: ChildRecord) -> None:
        self.papers.show_papers(self._desk.workspace.read.papers_of(record.row.id))

    def _open(self, kind: str, subject_id: int) -> None:
        self.wanted.emit(page_of(kind), subject_id)

    def _open_links(self, kind: str, subject_id: int) -> None:
        """The record at the other end of a link, at its links."""
        self.wanted.emit(page_of(kind), (subject_id, "links"))

    def _note(self, child_id: int) -> None:
        # After the paint: noting who read a record must not hold up the reading.
        self._desk.attempt(self, self._desk.workspace.register.reading_of, child_id)
