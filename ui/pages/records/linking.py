"""Making a link: which way it runs is said in a whole sentence before it is kept."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from models import codes
from models.errors import Refusal
from models.marks import Information, Sharing, SubjectKind
from models.records.subjects import SubjectRow
from models.rules.links import SOURCELESS
from ui.desk import Desk
from ui.forms import Form
from ui.pages.records.choices import SHARINGS, agencies, readers
from ui.pages.records.dates import day_that_was, day_to_come
from ui.pages.records.entering import ENTER, has_focus, put_away
from ui.pages.records.fields import not_understood, plainly, words_of
from ui.pages.records.picker import KINDS, SubjectPicker
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.date_edit import BEHIND, DateEdit
from ui.widgets.flow import in_a_row
from ui.widgets.labels import Words

MOST = 20
DAYS = ("first_seen", "last_seen", "expires_on", "source_date")
EXPIRES = "After this day it is said to be out of date; it does not vanish."
OUT, IN = "out", "in"


class LinkEntry(Card):
    """The form for one link from the record on which it stands."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Add a link")
        self._desk = desk
        self._subject_id, self._kind, self._label = 0, "", ""
        self._by_hand = False
        self.back_to: QWidget | None = None
        self.relation = Combo((), "How they are linked")
        self.other = SubjectPicker(self._find, "Linked to", self._why_none)
        self.confidence = Combo(words_of("confidences"), "How sure")
        self.information = Combo(plainly(one.value for one in Information), "Kind of information")
        self.sharing = Combo(SHARINGS, "Who may read it")
        self.agencies, self.agency = QLineEdit(), Combo((), "Agency that says so")
        self.agencies.setPlaceholderText("Police, Health …")
        self.first_seen = DateEdit(day_that_was(desk), "First seen", BEHIND)
        self.last_seen = DateEdit(day_that_was(desk), "Last seen", BEHIND)
        self.expires_on = DateEdit(day_to_come(desk), "Relied on until")
        self.source_date = DateEdit(day_that_was(desk), "Date of the source", BEHIND)
        self.source, self.note = QLineEdit(), QLineEdit()
        self.sentence = Words("", "strong")
        self._build()
        self.hide()

    def stand_on(self, subject_id: int, kind: str, label: str) -> None:
        """Make links of this record from now on."""
        if subject_id != self._subject_id:
            self.leave()
        self._subject_id, self._kind, self._label = subject_id, kind, label
        self.relation.set_choices(ways(kind))

    def ask(self) -> None:
        """Show the form, empty; asked for again while it stands open, it keeps what was typed."""
        if not self.isHidden():
            self.relation.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.form.clear_errors()
        for field in (self.relation, self.agency, *self._days()):
            field.set_value(None)
        self.agency.set_choices(agencies(self._desk))
        self.other.choose(None)
        self.confidence.set_value("Suspected")
        self.information.set_value(Information.NOT_STATED.value)
        self.sharing.set_value(Sharing.ALL_PANEL.value)
        self._by_hand = False
        for line in (self.source, self.note, self.agencies):
            line.clear()
        self._narrow()
        if not has_focus(self):
            self.back_to = QApplication.focusWidget()
        self.show()
        self.relation.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Take the form away; the keyboard goes back to where it was asked from."""
        put_away(self, self.back_to)

    def keep(self) -> None:
        """Keep the link as its sentence says it."""
        self.form.clear_errors()
        if self._desk.attempt(self.form, self._link):
            self.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif held and event.key() in ENTER:
            self.keep()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.form = Form("Add a link")
        self.form.row("relation", "This record", self.relation)
        self.form.row("to_id", "Who or what", self.other)
        self.form.row("confidence", "How sure", self.confidence)
        self.form.row("information", "Information", self.information)
        self.form.row("sharing", "Who may read it", self.sharing)
        self.form.row("shared_with", "With which agencies", self.agencies)
        self.form.row("first_seen", "First seen", self.first_seen)
        self.form.row("last_seen", "Last seen", self.last_seen)
        self.form.row("expires_on", "Relied on until", self.expires_on, EXPIRES)
        self.form.row("source", "Source", self.source, "Who says so, and where it is written.")
        self.form.row("agency_id", "Agency that says so", self.agency)
        self.form.row("source_date", "Date of the source", self.source_date)
        self.form.row("note", "Note", self.note)
        self.add(self.form)
        self.add(self.sentence)
        keep = button("Keep the link", self.keep, "primary")
        self.add(in_a_row((keep, button("Leave it", self.leave))))
        self.relation.changed.connect(lambda _way: self._word())
        self.other.changed.connect(lambda _id: self._word())
        self.sharing.changed.connect(self._shared_by_hand)
        self.information.changed.connect(self._narrow_intelligence)

    def _days(self) -> tuple[DateEdit, ...]:
        return self.first_seen, self.last_seen, self.expires_on, self.source_date

    def _shared_by_hand(self, _sharing: object) -> None:
        self._by_hand = True
        self._narrow()

    def _narrow_intelligence(self, kind: object) -> None:
        """Intelligence is for the chair until a person has said who reads it."""
        if not self._by_hand:
            narrow = kind == Information.INTELLIGENCE.value
            readers = Sharing.CHAIR_ONLY if narrow else Sharing.ALL_PANEL
            self.sharing.set_value(readers.value)
            self._narrow()

    def _narrow(self) -> None:
        """Ask for agencies only where it is shared with named ones."""
        self.form.show_row("shared_with", self.sharing.value() == Sharing.NAMED_AGENCIES.value)

    def _find(self, words: str) -> Sequence[SubjectRow]:
        found = self._desk.workspace.read.meant(words, MOST)
        return [one for one in found if one.id != self._subject_id and self._fits(one.kind)]

    def _fits(self, kind: str) -> bool:
        way = self.relation.value()
        if not isinstance(way, tuple):
            return True
        row = codes.relation(way[1])
        return row is None or kind in (row.to_kinds if way[0] == OUT else row.from_kinds)

    def _why_none(self, words: str) -> str:
        """Who is called so and cannot stand at this end, and which way would fit."""
        found = self._desk.workspace.read.find(words, MOST)
        one = next((each for each in found if each.id != self._subject_id), None)
        way = self.relation.value()
        row = codes.relation(way[1]) if isinstance(way, tuple) else None
        if one is None or row is None or not isinstance(way, tuple):
            return ""
        kind = KINDS.get(one.kind, one.kind)
        ways = row.from_kinds, row.to_kinds
        here, there = ways[::-1] if way[0] == OUT else ways
        turned = self._kind in here and one.kind in there and not row.symmetric
        said = row.reverse if way[0] == OUT else row.label
        meant = f" Choose “{said} …” where that is meant." if turned else ""
        article = "an" if kind[0] in "aeiou" else "a"
        return f"{one.label} is on record as {article} {kind} and cannot stand here.{meant}"

    def _word(self) -> None:
        way, other = self.relation.value(), self.other.chosen
        if not isinstance(way, tuple) or other is None:
            self.sentence.setText("")
            return
        row = codes.relation(way[1])
        ends = (self._label, other.label) if way[0] == OUT else (other.label, self._label)
        self.sentence.setText(f"{ends[0]} {row.label if row else way[1]} {ends[1]}.")

    def _link(self) -> None:
        way, other = self.relation.value(), self.other.chosen
        if not isinstance(way, tuple):
            raise Refusal("Choose how they are linked.", "relation")
        if other is None:
            raise Refusal("Choose who or what it is linked to.", "to_id")
        if not self.source.text().strip() and self.agency.value() is None:
            raise Refusal(SOURCELESS, "source")
        ends = (self._subject_id, other.id) if way[0] == OUT else (other.id, self._subject_id)
        self._desk.workspace.register.link(ends[0], way[1], ends[1], **self._said())

    def _said(self) -> dict[str, Any]:
        for name, day in zip(DAYS, self._days(), strict=True):
            if not_understood(day):
                raise Refusal("This was not understood.", name)
        sharing = Sharing(str(self.sharing.value() or Sharing.ALL_PANEL))
        information = self.information.value() or Information.NOT_STATED.value
        return {
            "confidence": self.confidence.value() or "Suspected",
            "information": information,
            "sharing": sharing.value,
            "shared_with": readers(self._desk, sharing, self.agencies.text()),
            "agency_id": self.agency.value(),
            **{name: day.value() for name, day in zip(DAYS, self._days(), strict=True)},
            "source": self.source.text().strip() or None,
            "note": self.note.text().strip() or None,
            "confirmed": information != Information.INTELLIGENCE.value,
        }


def ways(kind: str, other: str = "") -> list[tuple[object, str]]:
    """Relations in which this kind of record may stand to another kind, or to any: its own side."""
    found: list[tuple[object, str]] = []
    more = "" if other else " …"
    for row in codes.relations():
        out = kind in row.from_kinds and other in ("", *row.to_kinds)
        back = kind in row.to_kinds and other in ("", *row.from_kinds) and not row.symmetric
        doing: list[tuple[object, str]] = [((OUT, row.code), f"{row.label}{more}")] if out else []
        done: list[tuple[object, str]] = [((IN, row.code), f"{row.reverse}{more}")] if back else []
        # A child is rather the one who is harmed: that stands before what it would do itself.
        harmed = kind == SubjectKind.CHILD and row.to_role
        found += [*done, *doing] if harmed else [*doing, *done]
    return found
