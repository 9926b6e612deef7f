"""The page of a person of concern, a place, a group, a theme or a thing."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.errors import Refusal
from models.records.subjects import PersonRecord, PlaceRecord
from models.rules.concern import is_removed
from ui.desk import Desk
from ui.pages.people.case_holding import CaseHolding
from ui.pages.people.concern import ConcernCard
from ui.pages.people.group import GroupSection
from ui.pages.people.places.assessment import PlaceAssessmentView
from ui.pages.people.places.at_place import AtPlaceView
from ui.pages.people.record_fields import FORMS, READ_AS
from ui.pages.records.also_said import AlsoSaidWords
from ui.pages.records.closing import ClosingCard
from ui.pages.records.disclosure import DisclosureSection
from ui.pages.records.editing import RecordForm
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.pages.records.links import Links
from ui.pages.records.papers import Papers
from ui.pages.records.permitted import may
from ui.pages.records.picker import KINDS
from ui.pages.records.record_page import page_of
from ui.pages.records.serves import Serves
from ui.pages.records.timeline import Timeline
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.dates import plain_date
from ui.widgets.flow import Chips
from ui.widgets.in_sight import bring_into_sight
from ui.widgets.labels import Words
from ui.widgets.shown_stack import ShownStack
from ui.widgets.steps import StepTabs

SECTIONS = (
    "Links", "Details", "Time line", "Papers", "Disclosure", "Assessment", "Case holders",
    "At this place", "Assessment",
)  # fmt: skip
DETAILS, DISCLOSURE = 1, 4
"""The section that only a person has: places and groups ask for no record of their own."""
ASSESSMENT, HOLDERS = 5, 6
"""Sections that only a group has."""
AT_PLACE, PLACE_ASSESSED = 7, 8
"""Sections that only a place has."""
OF_A_KIND = {DISCLOSURE: "person_of_concern", ASSESSMENT: "group", HOLDERS: "group",
             AT_PLACE: "location", PLACE_ASSESSED: "location"}  # fmt: skip
REVIEWED_AT = {"group": ASSESSMENT, "location": PLACE_ASSESSED}
Record = PersonRecord | PlaceRecord
ALIAS = (Field("name", "Other name"),)


class RecordView(QWidget):
    """One record that is not a child's; `wanted` carries a page and the record on it."""

    wanted = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.record: Record | None = None
        self.head, self.tags, self.names = Card(large=True), Chips(name="Standing"), Words()
        self.otherwise = AlsoSaidWords()
        self.sections = StepTabs(SECTIONS, "Sections of the record")
        self.links, self.timeline, self.papers = Links(desk), Timeline(), Papers(desk)
        self.disclosure = DisclosureSection(desk)
        self.group, self.holding = GroupSection(desk), CaseHolding(desk)
        self.at_place, self.assessment = AtPlaceView(desk), PlaceAssessmentView(desk)
        self.details, self.closing = CardList("Details"), ClosingCard(desk)
        self.concern, self.serves = ConcernCard(desk), Serves(desk)
        self.alias = EntryCard("Add another name", ALIAS, desk, self._add_alias)
        self.forms = {kind: self._form(fields) for kind, fields in FORMS.items()}
        self.stack = ShownStack()
        self._build()

    def show_subject(self, subject_id: int) -> None:
        """Read a record and show it; Refusal where the reader may not know of it."""
        new = self.record is None or self.record.id != subject_id
        if new:
            self.settle()
        self.record = _read(self._desk, subject_id)
        self._show_head(self.record)
        for at, kind in OF_A_KIND.items():
            self.sections.show_step(at, _kind(self.record) == kind)
        if new and _kind(self.record) == "location" and self.sections.current == 0:
            self.sections.go_to(AT_PLACE)
        self._show_section(self.sections.current)
        if new:
            QTimer.singleShot(0, self, lambda: self._note(subject_id))

    def show_links(self) -> None:
        """Show the links of the record, with the hand in them."""
        self.sections.go_to(0)
        self.links.table.view.setFocus()

    def show_review(self) -> None:
        """Show where the record is reviewed: a group's or place's assessment, else the details."""
        kind = _kind(self.record) if self.record is not None else ""
        self.sections.go_to(REVIEWED_AT.get(kind, DETAILS))
        if self.concern.isVisibleTo(self.details):
            bring_into_sight(self.concern)

    def step(self, by: int) -> None:
        """Show the next or previous section."""
        self.sections.step(by)

    def settle(self) -> bool:
        """Keep what is half-typed."""
        if self.record is None:
            return True
        self.group.settle()
        kept = (self.forms[_kind(self.record)].settle(), self.links.settle(),
                self.assessment.settle())  # fmt: skip
        return all(kept)

    def _build(self) -> None:
        self.head.add(self.tags)
        self.head.add(self.names)
        self.head.add(self.otherwise)
        about, naming = Card("Details"), button("Add another name", self.alias.ask)
        naming.setEnabled(may(self._desk, "edit_record"))
        about.add_to_head(naming)
        for form in self.forms.values():
            about.add(form)
        about.add(self.serves)
        for card in (self.concern, self.alias, about, self.closing):
            self.details.add(card)
        for widget in (self.links, self.details, self.timeline, self.papers, self.disclosure,
                       self.group, self.holding, self.at_place, self.assessment):  # fmt: skip
            self.stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.sections)
        column.addWidget(self.stack, 1)
        self.sections.chosen.connect(self._show_section)
        self.links.opened.connect(self._open_links)
        self.group.opened.connect(self._open)
        self.timeline.together.connect(self._go_together)
        self.at_place.opened.connect(self._open)

    def _form(self, fields: Sequence[Field]) -> RecordForm:
        editable = may(self._desk, "edit_record")
        return RecordForm("Details", fields, self._desk, self._change, editable=editable)

    def _show_head(self, record: Record) -> None:
        said = KINDS.get(_kind(record), "")
        if isinstance(record, PersonRecord):
            said = f"{said} · {record.code}"
        self.head.say(record.name, said)
        self.tags.show_tags(_tags(record))
        aliases = record.aliases if isinstance(record, PersonRecord) else ()
        self.names.setText(f"Known as {', '.join(aliases)}" if aliases else "")
        self.names.setVisible(bool(aliases))
        self.otherwise.show_said(record.also_said)

    def _show_section(self, at: int) -> None:
        record = self.record
        if record is None or at < 0:
            return
        read, today = self._desk.workspace.read, self._desk.workspace.store.clock.today()
        if at == 0:
            self.links.show_links(record.id, _kind(record), record.name, record.links)
        elif at == 1:
            self._show_details(record)
        elif at == 2:
            self.timeline.show_rows(read.history(record.id), today)
        elif at == 3:
            self.papers.show_papers(read.papers_of(record.id))
        elif at == ASSESSMENT:
            self.group.show_group(read.group(record.id))
        elif at == HOLDERS:
            self.holding.show_holders(record.id, read.case_holders(record.id))
        elif at == AT_PLACE:
            self.at_place.show_place(record.id)
        elif at == PLACE_ASSESSED:
            self.assessment.show_place(record.id, record.name)
        else:
            self.disclosure.show_subject(record.id if isinstance(record, PersonRecord) else None)
        self.stack.setCurrentIndex(at)

    def _show_details(self, record: Record) -> None:
        kind = _kind(record)
        for name, form in self.forms.items():
            form.setVisible(name == kind)
        values = {
            field.name: getattr(record, READ_AS.get(field.name, field.name), None)
            for field in FORMS[kind]
        }
        if kind == "theme":
            values["description"] = getattr(record, "what_happens", None)
            self.serves.show_of(subject_id=record.id)
        self.serves.setVisible(kind == "theme")
        self.forms[kind].show_values(f"subject.{record.id}", values)
        self.concern.setVisible(isinstance(record, PersonRecord))
        why = None
        if isinstance(record, PersonRecord):
            read, why = self._desk.workspace.read, record.closed_reason
            today = self._desk.workspace.store.clock.today()
            self.concern.show_person(record, read.concern_decisions(record.id), today)
        self.closing.show_subject(record.id, record.closed_on, why, kind)

    def _change(self, field: str, value: Any, seen: Any) -> None:
        if self.record is not None:
            register = self._desk.workspace.register
            if field == "status" and is_removed(value) and self.record.closed_on is None:
                # The card asks for what removing needs; until then the status stays.
                QTimer.singleShot(0, self.closing, self.closing.begin)
            if field == "map_reference":
                register.locate(self.record.id, value or "", seen)
            else:
                register.change(self.record.id, field, value, seen)

    def _add_alias(self, values: dict[str, Any]) -> None:
        if self.record is not None:
            self._desk.workspace.register.add_alias(self.record.id, values.get("name", ""))

    def _open(self, kind: str, subject_id: int) -> None:
        self.wanted.emit(page_of(kind), subject_id)

    def _open_links(self, kind: str, subject_id: int) -> None:
        """The record at the other end of a link, at its links."""
        self.wanted.emit(page_of(kind), (subject_id, "links"))

    def _go_together(self) -> None:
        if self.record is not None:
            self._desk.go("people", ("beside", self.record.id))

    def _note(self, subject_id: int) -> None:
        # After the paint: noting who read a record must not hold up the reading.
        self._desk.attempt(self, self._desk.workspace.register.reading_of, subject_id)


def _read(desk: Desk, subject_id: int) -> Record:
    try:
        found: Record = desk.workspace.read.person(subject_id)
    except Refusal:
        found = desk.workspace.read.place(subject_id)
    return found


def _kind(record: Record) -> str:
    return "person_of_concern" if isinstance(record, PersonRecord) else record.kind


def _tags(record: Record) -> list[tuple[str, str] | str]:
    tags: list[tuple[str, str] | str] = []
    if record.closed_on is not None:
        tags.append(f"Closed {plain_date(record.closed_on)}")
    elif isinstance(record, PersonRecord) and record.missing:
        tags.append((f"Lacks {', '.join(record.missing)}", "medium"))
    if isinstance(record, PersonRecord):
        if record.is_child:
            tags.append(("A child: child first", "high"))
        tags += [record.status.capitalize()]
        tags += [(one, "accent") for one in (record.category, record.priority) if one]
        tags += [*record.vehicles, *record.phones]
        tags.append(f"Information: {record.information}")
    else:
        tags += [(one, "accent") for one in (record.type,) if one]
        tags += [one for one in (record.district, record.postcode, record.assessment_status) if one]
    if record.review_on is not None:
        tags.append(f"Review {plain_date(record.review_on)}")
    return tags
