"""One item before the meeting: minutes, kind, presenter, ask, who is invited, how ready it is."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.errors import Refusal
from models.marks import ItemKind, SubjectKind
from models.records.desk import InvitationRow
from models.records.item import ItemRow
from models.records.meeting import ReadinessRow
from models.records.panel import MemberRecord
from models.rules.asking import MISSED
from ui.desk import Desk
from ui.pages.agenda.agencies_asked import AgenciesAsked
from ui.pages.agenda.differing import Differing
from ui.pages.agenda.ground_fields import GroundFields
from ui.pages.agenda.item_extras import ItemExtras
from ui.pages.agenda.presenting import PresenterBar, calendar_words
from ui.pages.agenda.sent_up import SentUp
from ui.pages.records.editing import RecordForm
from ui.pages.records.fields import Field
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.combo import Combo
from ui.widgets.confirm import ConfirmInPlace
from ui.widgets.flow import Chips, empty
from ui.widgets.labels import SoftLabel, Words

KINDS = tuple((kind.value, kind.value) for kind in ItemKind)
CHILDS_GUESTS = "Core members only. Invite who works with the child."
GUESTS = "Core members only. Invite whoever is needed for this item alone."


class ItemPanel(QWidget):
    """The chosen item; every field is kept by itself."""

    removed = Signal(int, str)
    opened = Signal(int)
    """Item id of whom the person wants to read more."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._row: ItemRow | None = None
        self.none = SoftLabel("Choose an item to set its minutes, presenter and invitations.")
        self.card = Card("", large=True)
        self.chips = Chips(name="Readiness")
        self.guests = QVBoxLayout()
        self.presenting = PresenterBar(self._invite_again)
        self.invite_line = Combo((), "Invite for this item", free=True)
        self.off = ConfirmInPlace(
            "Take off the agenda", "Take this item off?", "Take it off", reason=True
        )
        self.agencies = AgenciesAsked(desk)
        self.differing = Differing()
        self.ground = GroundFields(desk)
        self.tiers, self.overlap = SentUp(desk), Words("", "medium")
        self.calendar = Words("", "medium")
        self.extras = ItemExtras(desk)
        self._fields = QVBoxLayout()
        self.form: RecordForm | None = None
        self._build()

    def show_item(
        self,
        row: ItemRow | None,
        meeting_id: int = 0,
        *,
        initials: bool = False,
        editable: bool = False,
    ) -> None:
        """Read what belongs to an item and show it, or what to do where none is chosen."""
        same = row is not None and self._row is not None and row.id == self._row.id
        self._row = row
        if not same:
            self.off.drop()
        self.none.setVisible(row is None)
        self.card.setVisible(row is not None)
        if row is None:
            return
        name = row.initials if initials else row.label
        soft = " · ".join(part for part in (row.subject_reference, _slot(row)) if part)
        self.card.say(f"{row.reference}  {name}", soft)
        read = self._desk.workspace.read
        members, readiness = read.members(), read.readiness(meeting_id)
        invited = [one for one in read.invitations(meeting_id) if one.item_id == row.id]
        asked = [one for one in read.asked(meeting_id) if one.item_id == row.id]
        self.chips.show_tags(_ready_tags(next((r for r in readiness if r.item_id == row.id), None)))
        if self.form is None or not same:
            sections = dict(read.panel_of(meeting_id).section_names)
            self._new_form(sections, members, editable)
        self._show_values(row, members)
        self.ground.show_item(row.id, asked, editable=editable)
        self.differing.show_facts(() if initials else read.contradictions(row.id))
        self._show_guests(row, invited, members, editable)
        news = [one for one in read.calendar_news(meeting_id) if one.item_id == row.id]
        self.calendar.setText(calendar_words(news))
        self.calendar.setVisible(bool(news))
        self.presenting.show_item(row, invited, members if editable and not initials else ())
        self.agencies.show_asked(asked, editable=editable)
        self.tiers.show_item(row, meeting_id, initials=initials)
        self.extras.show_item(row.id, initials=initials)
        child = row.subject_id if row.subject_kind == SubjectKind.CHILD else None
        hint = read.overlap_of(child) if child is not None and not initials else ""
        self.overlap.setText(hint)
        self.overlap.setVisible(bool(hint))
        self.off.setVisible(editable)

    def settle(self) -> bool:
        """Keep what is half-typed."""
        if self.form is None or self._row is None:
            return True
        return all([self.form.settle(), self.ground.settle(), self.extras.settle()])

    def ask_removal(self) -> None:
        """Ask whether the item is to be taken off."""
        self.off.ask()

    def _show_values(self, row: ItemRow, members: Sequence[MemberRecord]) -> None:
        presenter = next((one.id for one in members if one.name == row.presenter), row.presenter)
        assert self.form is not None
        self.form.show_values(
            f"agenda item {row.id}",
            {
                "minutes": row.planned_minutes,
                "kind": row.kind,
                "section": row.section,
                "presenter": presenter,
                "ask": row.ask,
            },
        )

    def _new_form(
        self, sections: Mapping[str, str], members: Sequence[MemberRecord], editable: bool
    ) -> None:
        if self.form is not None:
            self._fields.removeWidget(self.form)
            self.form.deleteLater()
        people = tuple((one.id, _member_words(one)) for one in members if one.active)
        fields = (
            Field("minutes", "Minutes", "number"),
            Field("kind", "Kind", "pick", KINDS),
            Field("section", "Section", "pick", tuple(sections.items())),
            Field("presenter", "Presents", "pick", people),
            Field("ask", "Asked of the panel", "long"),
        )
        self.form = RecordForm("Item", fields, self._desk, self._change, editable=editable)
        self._fields.addWidget(self.form)

    def _change(self, field: str, value: Any, seen: Any) -> None:
        row, agenda = self._row, self._desk.workspace.agenda
        if row is None:
            return
        if field == "minutes":
            agenda.set_minutes(row.id, _minutes(value))
        elif field == "section":
            if value is None:
                raise Refusal("An item stands in one of the sections.", "section")
            agenda.move(row.id, value, 10_000)
        elif field == "presenter":
            self.presenting.presented(row)
            agenda.set_presenter(row.id, value)
        else:
            agenda.change_item(row.id, field, value)

    def _show_guests(
        self,
        row: ItemRow,
        invited: Sequence[InvitationRow],
        members: Sequence[MemberRecord],
        editable: bool,
    ) -> None:
        empty(self.guests)
        for one in invited:
            self.guests.addWidget(self._guest(one, editable))
        if not invited:
            child = row.subject_kind == SubjectKind.CHILD
            self.guests.addWidget(SoftLabel(CHILDS_GUESTS if child else GUESTS))
        self.invite_line.set_choices([(one.id, _member_words(one)) for one in members])
        self.invite_line.setEnabled(editable)

    def _guest(self, one: InvitationRow, editable: bool) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Words(f"{one.name}, {one.agency}" if one.agency else one.name), 1)
        if editable:
            gone = button("Take back", lambda: self._uninvite(one.id), "quiet")
            gone.setAccessibleName(f"Take back the invitation of {one.name}")
            row.addWidget(gone)
        return line

    def _invite(self) -> None:
        value = self.invite_line.value()
        if value is None or self._row is None:
            return
        self.invite_line.set_value(None)
        member, name = (value, None) if isinstance(value, int) else (None, str(value))
        self._desk.attempt(self, self._desk.workspace.agenda.invite, self._row.id, member, name)

    def _invite_again(self, item_id: int, member_id: int | None, name: str | None) -> None:
        self._desk.attempt(self, self._desk.workspace.agenda.invite, item_id, member_id, name)

    def _uninvite(self, invitation_id: int) -> None:
        self._desk.attempt(self, self._desk.workspace.agenda.uninvite, invitation_id)

    def _build(self) -> None:
        self.card.add(self.chips)
        self.card.add(self.differing)
        self.card.add(self.overlap)
        self.card.add(self.tiers.told)
        self.card.body.addLayout(self._fields)
        self.card.add(self.ground)
        self.card.add(self.presenting)
        self.card.add(SoftLabel("Invited for this item only"))
        self.card.body.addLayout(self.guests)
        self.card.add(self.calendar)
        row = QHBoxLayout()
        row.addWidget(self.invite_line, 1)
        row.addWidget(button("Invite", self._invite))
        self.card.body.addLayout(row)
        self.card.add(self.agencies)
        self.card.add(self.extras)
        self.card.add(self.tiers)
        self.card.add(self.off)
        self.off.confirmed.connect(self._remove)
        cards = CardList("The chosen item")
        cards.add(self.card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.none, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(cards, 1)

    def _remove(self, reason: str) -> None:
        if self._row is not None:
            self.removed.emit(self._row.id, reason)


def readiness_words(ready: ReadinessRow | None) -> tuple[str, bool]:
    """How ready an item is, in words, and whether it is: what is missing is named."""
    if ready is None:
        return "", True
    missing = [_missing(words) for words, stands in ready.points if not stands]
    return (", ".join(missing), False) if missing else ("ready", True)


def _missing(words: str) -> str:
    if words.startswith("Returns from"):
        return "no returns"
    if words.endswith(MISSED):
        return words
    known = {
        "Assessment in date": "no assessment in date",
        "Lead professional": "no lead professional",
        "Child's voice": "child's voice missing",
    }
    return known.get(words, f"no {words[:1].lower()}{words[1:]}")


def _ready_tags(ready: ReadinessRow | None) -> list[tuple[str, str]]:
    if ready is None:
        return []
    return [
        (f"{words} ✓", "low") if stands else (_capital(_missing(words)), "medium")
        for words, stands in ready.points
    ]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _slot(row: ItemRow) -> str:
    return f"slot {row.slot:%H:%M}" if row.slot else ""


def _member_words(one: MemberRecord) -> str:
    return ", ".join(part for part in (one.name, one.role, one.agency) if part)


def _minutes(value: Any) -> int:
    if not isinstance(value, int):
        raise Refusal("Give whole minutes, such as 12.", "minutes")
    return value
