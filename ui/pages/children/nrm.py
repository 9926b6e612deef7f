"""A child and the National Referral Mechanism: considered, referred, decided, and what follows."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import codes
from models.errors import Refusal
from models.records.clocks import NrmRow
from models.records.subjects import ChildRecord
from models.rules.first_responders import first_responder_warning
from ui.desk import Desk
from ui.pages.records.editing import RecordForm
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field, words_of
from ui.pages.records.permitted import may
from ui.rows import Column, RowsModel
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.confirm import ConfirmInPlace
from ui.widgets.empty import EmptyState
from ui.widgets.flow import Chips, FlowLayout
from ui.widgets.labels import SoftLabel, Words
from ui.widgets.side_by_side import CLOSE, SideBySide
from ui.widgets.table import RowsTable
from ui.widgets.tall_cards import TallCards

YES_NO = ((True, "Yes"), (False, "No"))
BODIES = tuple((one.code, one.label) for one in codes.load("nrm_bodies"))
GROUNDS = words_of("nrm_grounds")
CONSIDERED = (
    Field("considered_on", "Considered on", "was"),
    Field("to_refer", "Is somebody to refer", "pick", YES_NO),
    Field("reason", "Why, or why not", "long"),
    Field("first_responder", "Who refers", "choice", hint="A first responder organisation."),
)
REFERRED = (
    Field("referred_on", "Referred on", "was"),
    Field("reference", "NRM reference"),
    Field("deciding_body", "Who decides", "pick", BODIES),
    Field("exploitation_type", "Exploitation", "choice", words_of("nrm_types")),
    Field("county_lines", "County lines", "pick", YES_NO),
)
DECIDED = (
    Field("reasonable_grounds", "Reasonable grounds", "pick", GROUNDS),
    Field("reasonable_grounds_on", "Reasonable grounds on", "was"),
    Field("conclusive_grounds", "Conclusive grounds", "pick", GROUNDS),
    Field("conclusive_grounds_on", "Conclusive grounds on", "was"),
    Field("reconsideration_on", "Reconsideration asked for", "was"),
    Field("reconsideration", "Reconsidered", "pick", GROUNDS),
    Field("disqualified", "Public order disqualification", "pick", YES_NO),
)
BESIDE = (
    Field("guardian", "Independent child trafficking guardian", hint="Name, service, contact."),
    Field("guardian_on", "Allocated on", "was"),
    Field("section_45", "Section 45 defence raised", "pick", YES_NO),
    Field("section_45_note", "Note on the defence", "long",
          hint="Slavery or trafficking victim who was made to offend: who raised it, with whom."),
    Field("review_on", "Looked at again on", "due"),
)  # fmt: skip
PARTS = (
    ("Considered", CONSIDERED), ("Referred", REFERRED), ("Decided", DECIDED), ("Beside it", BESIDE),
)  # fmt: skip
CHECK = "Times of the deciding bodies are the panel's own data: Settings, Codes. Check locally."

COLUMNS = (
    Column[NrmRow]("Standing", lambda one: one.status, width=20, stretch=True),
    Column[NrmRow](
        "Waits for",
        lambda one: one.due,
        lambda one: f"{one.awaited}, overdue" if one.overdue else one.awaited,
        lambda one: "high" if one.overdue else "",
        width=30,
    ),
    Column[NrmRow]("Referred", lambda one: one.referred_on, width=11, spare=True),
    Column[NrmRow]("Considered", lambda one: one.considered_on, width=11, spare=True),
    Column[NrmRow]("Reference", lambda one: one.reference or "", width=12, spare=True),
)


class Nrm(QWidget):
    """What is recorded, the latest first; the one stood on is mended beside the list."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._child_id, self._nrm_id = desk, 0, 0
        self._able = may(desk, "add_nrm")
        self.model: RowsModel[NrmRow] = RowsModel(COLUMNS, lambda one: one.id)
        empty = EmptyState("Not considered yet.", "Record that it was, and why or why not: Alt+N.")
        self.table = RowsTable(self.model, "NRM", empty, ("entry", "entries"))
        self.entry = EntryCard("The NRM was considered", CONSIDERED, desk, self._add)
        self.new = button("Record that it was considered", self.entry.ask, keys="Alt+N")
        self.card, self.chips, self.warning = Card("NRM"), Chips(name="Clock"), Words("", "medium")
        self.forms = {
            title: RecordForm(title, fields, desk, self._mend, editable=self._able)
            for title, fields in PARTS
        }
        self.out = ConfirmInPlace("Take out this entry", "Entered by mistake?", "Take it out")
        self._build()

    def add(self) -> None:
        """Record that it was considered."""
        self.entry.ask()

    def show_record(self, record: ChildRecord) -> None:
        """Show what is recorded of a child."""
        if record.row.id != self._child_id:
            self.settle()
            self.entry.turn_to(record.row.id)
        self._child_id = record.row.id
        self._offer_responders()
        rows = self._desk.workspace.read.nrm_of(self._child_id)
        self.model.set_rows(rows)
        self.beside.show_second(bool(rows))
        if self.table.current_key() is None and rows:
            self.table.go_to(rows[0].id)
        self._show()

    def settle(self) -> bool:
        """Keep what is half-typed."""
        kept = [form.settle() for form in self.forms.values()]
        return all(kept)

    def _build(self) -> None:
        self.new.setEnabled(self._able)
        if not self._able:
            self.out.hide()  # shown before it stands anywhere, it would be a window of its own
        cards = TallCards("NRM")
        for widget in (self.chips, self.warning):
            self.card.add(widget)
        cards.add(self.card)
        for title, form in self.forms.items():
            part = Card(title)
            part.add(form)
            cards.add(part)
        for widget in (SoftLabel(CHECK), self.out):
            cards.add(widget)
        self.beside = SideBySide(self.table, cards, 0.45, CLOSE)
        flow = FlowLayout(gap=8)
        flow.addWidget(self.new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        column.addWidget(self.entry)
        column.addWidget(self.beside, 1)
        self.table.chosen.connect(lambda _key: self._show())
        self.out.confirmed.connect(self._take_out)
        said = self.entry.editor_of("first_responder")
        said.changed.connect(self._warn)  # type: ignore[attr-defined]

    def _offer_responders(self) -> None:
        """First responders of the panel's list, then its own agencies that are one."""
        known = [one.label for one in codes.load("first_responders") if one.active]
        own = [
            one.name
            for one in self._desk.workspace.read.agencies()
            if not first_responder_warning(one.name, one.kind)
        ]
        choices = [(one, one) for one in dict.fromkeys((*own, *known))]
        for form in (self.entry, self.forms["Considered"]):
            form.editor_of("first_responder").set_choices(choices)  # type: ignore[attr-defined]

    def _show(self) -> None:
        one = self.model.row_with(self.table.current_key())
        if one is None:
            self._nrm_id = 0
            return
        if one.id != self._nrm_id:
            self.settle()
        self._nrm_id = one.id
        values = {name: getattr(one, name) for name in NrmRow.__dataclass_fields__}
        for title, form in self.forms.items():
            form.show_values(f"nrm_referral.{one.id}.{title}", values)
        tags = [(one.status, "plain")]
        if one.awaited:
            tags.append((f"{one.awaited}: {one.clock}", "high" if one.overdue else "accent"))
        self.chips.show_tags(tags)
        self.warning.setText(one.warning)
        self.warning.setVisible(bool(one.warning))

    def _warn(self, name: object) -> None:
        """Say at once where whoever was named may not refer; it stands nonetheless."""
        kinds = {one.name: one.kind for one in self._desk.workspace.read.agencies()}
        said = str(name or "")
        warning = first_responder_warning(said, kinds.get(said))
        if warning:
            self._desk.notice.say(warning)

    def _add(self, values: dict[str, Any]) -> None:
        if "to_refer" not in values:
            raise Refusal("Say whether somebody is to refer.", "to_refer")
        made = self._desk.workspace.register.add_nrm(self._child_id, **values)
        self.table.go_to(made)

    def _mend(self, field: str, value: Any, seen: Any) -> None:
        self._desk.workspace.register.mend_nrm(self._nrm_id, field, value, seen)

    def _take_out(self, _reason: str) -> None:
        if self._desk.attempt(self, self._desk.workspace.register.remove_nrm, self._nrm_id):
            self._desk.notice.say("Taken out. Ctrl+Z brings it back.")
