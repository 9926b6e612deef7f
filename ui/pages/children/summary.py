"""A child's own facts and how the child stands, edited where they are read."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.errors import Refusal
from models.records.subjects import ChildRecord
from ui.desk import Desk
from ui.pages.records.also_said import AlsoSaidWords
from ui.pages.records.closing import ClosingCard
from ui.pages.records.editing import RecordForm
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field, coded, plan_words, words_of
from ui.pages.records.permitted import may
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Words

ABOUT = (
    Field("name", "Name"),
    Field("birth_date", "Date of birth", "was"),
    Field("system_id", "System id"),
    Field("nhs_number", "NHS number"),
    Field("gender", "Gender", "choice", words_of("genders")),
    Field("pronouns", "Pronouns"),
    Field("ethnicity", "Ethnicity", "choice", coded("ethnicity")),
    Field("first_language", "First language"),
    Field("disability", "Disability or need"),
    Field("postcode", "Postcode"),
    Field("placement", "Lives, or is placed"),
    Field("school", "School"),
    Field("lead_name", "Lead professional"),
    Field("team", "Team"),
    Field("iro_or_cp_chair", "IRO or CP chair"),
    Field("nrm_status", "NRM", "choice", words_of("nrm_statuses")),
    Field("do_not_write", "Do not write to the home", "yes"),
    Field("note", "Note", "long"),
)
STATUS = (
    Field("plan", "Plan", "choice", plan_words()),
    Field("category", "Category", "choice", words_of("categories")),
    Field("other_exploitation", "Other exploitation too", "yes"),
    Field("risk", "Risk", "choice", words_of("risk_levels")),
    Field("district", "District", "choice"),
    Field("since", "Since", "was", hint="Empty means today."),
)
TYPES = (
    Field("worded", "Exploitation or harm", "choice", words_of("exploitation_types")),
    Field("role_in_harm", "The child's part", "pick", words_of("roles_in_harm")),
    Field("confidence", "How sure", "pick", words_of("confidences")),
    Field("since", "Since", "was"),
    Field("source", "Source"),
)
ALIAS = (Field("name", "Other name"),)
OTHERWISE = {"lead_name": "lead"}


class Summary(CardList):
    """The first section of a child's page."""

    wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__("Summary")
        self._desk, self._record = desk, None
        editable = may(desk, "edit_record")
        self.form = RecordForm("About the child", ABOUT, desk, self._change, editable=editable)
        self.standing, self.names = Card("How the child stands"), Words()
        self.otherwise = AlsoSaidWords()
        self.status = EntryCard("From a day on", STATUS, desk, self._set_status)
        self.types = EntryCard("Record exploitation or harm", TYPES, desk, self._add_type)
        self.alias = EntryCard("Add another name", ALIAS, desk, self._add_alias)
        self.closing = ClosingCard(desk)
        self._build(editable)

    def show_record(self, record: ChildRecord) -> None:
        """Show a child; the same one keeps what is being typed."""
        if self._record is not None and self._record.row.id != record.row.id:
            self.settle()
            self.verticalScrollBar().setValue(0)
        for entry in (self.status, self.types, self.alias):
            entry.turn_to(record.row.id)
        self._record = record
        self.form.show_values(f"child.{record.row.id}", _values(record))
        row = record.row
        plan, category = row.plan or "no plan recorded", row.category or "no category"
        said = f"{plan} · {category} · {row.district or 'no district'}"
        self.standing.say("How the child stands", said)
        aliases = ", ".join(record.aliases) or "none recorded"
        self.names.setText(f"Other names: {aliases}")
        self.otherwise.show_said(record.also_said)
        self.closing.show_subject(row.id, record.closed_on, record.closed_reason)

    def settle(self) -> bool:
        """Keep what is half-typed."""
        return self.form.settle()

    def _build(self, editable: bool) -> None:
        holder = QWidget()
        flow = FlowLayout(holder, gap=8)
        for words, act in (
            ("Change plan, category or risk", self._ask_status),
            ("Record exploitation", self.types.ask),
            ("Add another name", self.alias.ask),
        ):
            made = button(words, act)
            made.setEnabled(editable)
            flow.addWidget(made)
        self.standing.add(self.names)
        self.standing.add(self.otherwise)
        self.standing.add(holder)
        about = Card("About the child")
        about.add(self.form)
        cards = (self.standing, self.status, self.types, self.alias, about, self.closing)
        for card in cards:
            self.add(card)

    def _ask_status(self) -> None:
        record = self._record
        if record is None:
            return
        row, district = record.row, self.status.editor_of("district")
        known = self._desk.workspace.read.districts()
        district.set_choices([(one, one) for one in known])  # type: ignore[attr-defined]
        self.status.ask(
            {
                "plan": row.plan,
                "category": row.category,
                "other_exploitation": row.other_exploitation,
                "risk": row.risk,
                "district": row.district,
            }
        )

    def _change(self, field: str, value: Any, seen: Any) -> None:
        if self._record is not None:
            self._desk.workspace.register.change(self._record.row.id, field, value, seen)

    def _set_status(self, values: dict[str, Any]) -> None:
        since = values.pop("since", None) or self._desk.workspace.store.clock.today()
        self._register.set_status(self._child_id, since, **values)

    def _add_type(self, values: dict[str, Any]) -> None:
        worded = values.pop("worded", "")
        self._register.add_exploitation(self._child_id, worded, **values)

    def _add_alias(self, values: dict[str, Any]) -> None:
        self._register.add_alias(self._child_id, values.get("name", ""))

    @property
    def _register(self) -> Any:
        return self._desk.workspace.register

    @property
    def _child_id(self) -> int:
        if self._record is None:
            raise Refusal("No child is shown.")
        return self._record.row.id


def _values(record: ChildRecord) -> dict[str, Any]:
    found = {}
    for field in ABOUT:
        name = OTHERWISE.get(field.name, field.name)
        found[field.name] = getattr(record, name, None) or getattr(record.row, name, None)
    return found
