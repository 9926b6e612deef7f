"""One link whole: every field mended in place, how it runs, its grading, and what became of it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from models import codes
from models.errors import Refusal
from models.marks import Information, Sharing
from models.records.links import LinkDetail
from models.records.subjects import SubjectRow
from models.rules.grading import grading_typed
from models.rules.links import letters
from ui.desk import Desk
from ui.forms import Form
from ui.live.line_marks import agencies_in
from ui.pages.records.changes_told import ChangesTold
from ui.pages.records.choices import SHARINGS
from ui.pages.records.editing import RecordForm
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field, plainly
from ui.pages.records.linking import EXPIRES, IN, MOST, OUT, ways
from ui.pages.records.permitted import may
from ui.pages.records.picker import SubjectPicker
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.combo import Combo
from ui.widgets.labels import Words

FIELDS = (
    Field(
        "confidence", "How sure", "pick", hint="Confirmed, suspected, indicators only, historic."
    ),
    Field("confirmed", "Confirmed by a person", "yes"),
    Field("information", "Information", "pick", plainly(one.value for one in Information)),
    Field("sharing", "Who may read it", "pick", SHARINGS),
    Field("shared_with", "With which agencies", hint="Police, Health …"),
    Field("first_seen", "First seen", "was"),
    Field("last_seen", "Last seen", "was"),
    Field("expires_on", "Relied on until", "due", hint=EXPIRES),
    Field("source", "Source", hint="Who says so, and where it is written."),
    Field("agency_id", "Agency that says so", "pick"),
    Field("source_date", "Date of the source", "was"),
    Field("note", "Note", "long"),
)
WHY = (Field("reason", "Who verified it, and how", "long"),)
GRADED_BY = "As it is written, 2BP. Only police grade, and only what their own agency says."
MERGED = "Records that were joined say the same: what you change here is said of the first of them."


class LinkCard(CardList):
    """The link chosen; `left` is told when the list of links is wanted again."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("One link")
        self._desk, self._own, self._kind = desk, 0, ""
        self.link: LinkDetail | None = None
        self.head, self.runs = Card(large=True), Form("How they are linked")
        self.way = Combo((), "How they are linked")
        self.other = SubjectPicker(self._find, "Linked to")
        able = may(desk, "edit_link")
        self.form = RecordForm("The link", FIELDS, desk, self._change, editable=able)
        self.why = EntryCard("Intelligence no longer", WHY, desk, self._verify, "Change it")
        self.because, self._now_of = Words("", "soft"), ""
        self.grading, self.told = QLineEdit(), ChangesTold()
        self._build(able)

    def show_link(self, link_id: int, *, outgoing: bool, merged: bool) -> None:
        """Show a link as read from its doer or from the other end; Refusal where it is gone."""
        read = self._desk.workspace.read
        one = self.link = read.link_detail(link_id)
        near = (one.from_id, one.from_kind) if outgoing else (one.to_id, one.to_kind)
        self._own, self._kind = near
        self.head.say(one.sentence, MERGED if merged else "", _standing(one))
        self.way.set_choices(ways(self._kind))
        self.way.set_value((OUT if outgoing or _both_ways(one.relation) else IN, one.relation))
        self._show_other(one, outgoing)
        agencies = {each.id: each.name for each in read.agencies()}
        self._choose("agency_id", tuple(agencies.items()))
        self._choose("confidence", [(each.code, each.label) for each in codes.load("confidences")])
        named = ", ".join(agencies.get(each, "") for each in one.shared_with)
        values = {field.name: getattr(one, field.name) for field in FIELDS}
        self.form.show_values(f"link.{one.id}", {**values, "shared_with": named})
        self._show_why(one)
        self._show_grading(one)
        self.told.show_states(read.past_states("link", one.id))

    def settle(self) -> bool:
        """Keep what is half-typed."""
        return self.form.settle()

    def leave(self) -> None:
        """Go back to the list of links."""
        if self.settle():
            self.link = None
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _build(self, able: bool) -> None:
        self.head.add_to_head(button("Back to the links", self.leave, keys="Esc"))
        self.runs.row("relation", "This record", self.way)
        self.runs.row("to_id", "Who or what", self.other)
        for widget in (self.way, self.other):
            widget.setEnabled(able)
            widget.changed.connect(lambda _value: self._relate())
        self.head.add(self.runs)
        fields, graded = Card("What is known of it"), Form("Grading")
        graded.row("grading", "Grading 3x5x2", self.grading, GRADED_BY)
        self.grading.editingFinished.connect(self._grade)
        self.why.closed.connect(self.form.clear_errors)
        for widget in (self.because, self.why, self.form):
            fields.add(widget)
        fields.add(graded)
        self._graded = graded
        for card in (self.head, fields, self.told):
            self.add(card)

    def _show_other(self, one: LinkDetail, outgoing: bool) -> None:
        ends = (
            (one.from_id, one.from_kind, one.from_label),
            (one.to_id, one.to_kind, one.to_label),
        )
        there, kind, label = ends[1 if outgoing else 0]
        self.other.blockSignals(True)
        self.other.choose(SubjectRow(there, kind, label, label, None))
        self.other.blockSignals(False)

    def _show_why(self, one: LinkDetail) -> None:
        """Why it is intelligence no longer, or the question that stands open on it."""
        self.why.turn_to(one.id)
        if one.information != Information.INTELLIGENCE and not self.why.isHidden():
            self.why.leave()
        self.because.setText(f"Intelligence no longer: {one.kind_reason or ''}")
        self.because.setVisible(bool(one.kind_reason))

    def _show_grading(self, one: LinkDetail) -> None:
        given = letters(one.source_grade, one.information_grade, one.handling) or ""
        self.grading.setText(" ".join(filter(None, (given, one.handling_conditions))))
        register = self._desk.workspace.register
        asked = one.information == Information.INTELLIGENCE
        self.grading.setReadOnly(not (asked and register.may_grade_link(one.agency_id)))
        self._graded.setVisible(asked)

    def _choose(self, name: str, choices: Sequence[tuple[object, str]]) -> None:
        field = self.form.editor_of(name)
        if isinstance(field, Combo):
            field.set_choices(choices)

    def _find(self, words: str) -> Sequence[SubjectRow]:
        found = self._desk.workspace.read.meant(words, MOST)
        return [one for one in found if one.id != self._own]

    def _relate(self) -> None:
        """Keep another way in which they are linked, or another end, once both are said."""
        way, other, one = self.way.value(), self.other.chosen, self.link
        if one is None or other is None or not isinstance(way, tuple):
            return
        ends = (self._own, other.id) if way[0] == OUT else (other.id, self._own)
        same = way[1] == one.relation and _both_ways(one.relation)
        stands = {(one.from_id, one.to_id), *([(one.to_id, one.from_id)] if same else [])}
        if ends not in stands or way[1] != one.relation:
            self.runs.clear_errors()
            relate = self._desk.workspace.register.relate_link
            self._desk.attempt(self.runs, relate, one.id, ends[0], way[1], ends[1])

    def _change(self, field: str, value: Any, seen: Any) -> None:
        if self.link is None:
            return
        register, one = self._desk.workspace.register, self.link
        if field == "shared_with":
            agencies = agencies_in(self._desk, value or "")
            if not agencies:
                raise Refusal("No agency of the panel is called so.", field)
            register.share_link(one.id, Sharing.NAMED_AGENCIES, agencies)
        elif field == "sharing":
            register.share_link(one.id, value or Sharing.CHAIR_ONLY, one.shared_with)
        else:
            if field == "information" and one.information == Information.INTELLIGENCE:
                # The card asks for the reason; until then the kind stays.
                self._now_of = str(value or Information.NOT_STATED)
                QTimer.singleShot(0, self.why, self._ask_why)
            register.change_link(one.id, field, value, seen)

    def _ask_why(self) -> None:
        self.why.say(f"Intelligence no longer: {self._now_of}")
        self.why.ask()

    def _verify(self, values: dict[str, Any]) -> None:
        if self.link is not None:
            seen, reason = self.link.information, values.get("reason", "")
            change = self._desk.workspace.register.change_link
            change(self.link.id, "information", self._now_of, seen, reason)

    def _grade(self) -> None:
        one, text = self.link, self.grading.text().strip()
        if one is None or self.grading.isReadOnly() or not self.grading.isModified():
            return
        self._graded.clear_errors()
        self.grading.setModified(False)
        self._desk.attempt(self._graded, self._keep_grading, one.id, text)

    def _keep_grading(self, link_id: int, text: str) -> None:
        self._desk.workspace.register.grade_link(link_id, grading_typed(text))


def _both_ways(relation: str) -> bool:
    """Whether a relation reads alike from either end."""
    row = codes.relation(relation)
    return row is not None and row.symmetric


def _standing(one: LinkDetail) -> str:
    if one.ended_on is not None:
        return "ended"
    return "out of date" if one.out_of_date else ""
