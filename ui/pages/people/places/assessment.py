"""The assessment of a place: the version worked on, who looks after the place, earlier versions."""

from pathlib import Path
from typing import Any

from models.marks import Sharing
from models.records.places_assessed import AssessedPlace
from models.rules.place_assessment import FIELDS, HINTS, WEIGHTINGS
from ui.desk import Desk
from ui.pages.people.places.comparing import Comparison
from ui.pages.people.places.guardians import GuardianCard
from ui.pages.people.places.worded import count_words, version_words
from ui.pages.records.editing import RecordForm
from ui.pages.records.fields import Field, plainly
from ui.pages.records.permitted import may
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.empty import EmptyState
from ui.widgets.flow import in_a_row
from ui.widgets.labels import SoftLabel

KINDS = {"assessed_on": "was", "lead": "text", "weighting": "choice", "review_on": "due"}
SHARED = ((Sharing.ALL_PANEL.value, "all the panel"), (Sharing.CHAIR_ONLY.value, "the chair only"))
WORD = "Word (*.docx)"
NEW = "Begin a new version"
FIRST = "Assess this place"
EMPTY = ("This place is not assessed yet.", "Its surroundings, who looks after it, what is said.")


def _fields() -> tuple[Field, ...]:
    made = tuple(
        Field(name, label, KINDS.get(name, "long"), plainly(WEIGHTINGS), HINTS.get(name, ""))
        for name, label in FIELDS.items()
    )
    return (*made, Field("sharing", "Who may read it", "pick", SHARED))


class PlaceAssessmentView(CardList):
    """The latest version in its fields, guardians, and any two versions side by side."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Assessment of the place", gap=8)
        self._desk, self._able = desk, may(desk, "edit_record")
        self._place_id, self._name = 0, ""
        self.versions: tuple[AssessedPlace, ...] = ()
        self.card, self.counts = Card("Assessment"), SoftLabel()
        self.empty = EmptyState(*EMPTY)
        self.form = RecordForm("Assessment", _fields(), desk, self._change, editable=self._able)
        self.new = button(FIRST, self.begin)
        self.save_button = button("Save as a Word document", self.save)
        self.guardians, self.comparison = GuardianCard(desk), Comparison()
        self._build()

    def show_place(self, place_id: int, name: str) -> None:
        """Read a place's versions and guardians and show them."""
        self._place_id, self._name = place_id, name
        read = self._desk.workspace.read
        self.versions = read.place_assessments(place_id)
        self.guardians.show_place(place_id, read.guardians(place_id))
        self.comparison.show_versions(self.versions)
        self._show(self.versions[0] if self.versions else None)

    def begin(self) -> None:
        """Begin a new version with what the last one said."""
        if self.settle():
            self._desk.attempt(self, self._desk.workspace.register.assess_place, self._place_id)
            self.form.editor_of("lead").setFocus()

    def save(self) -> None:
        """Save the latest version that all the panel may read as a Word document."""
        if not self.settle() or not self._desk.allows(self, "export_documents"):
            return
        to = self._desk.dialogues.save_file(self, "Save the assessment", "assessment.docx", WORD)
        if to is not None and self._desk.attempt(self, self._write, to):
            self._desk.notice.say("The assessment is written.")

    def settle(self) -> bool:
        """Keep what is half-typed."""
        return self.form.settle()

    def _build(self) -> None:
        self.new.setEnabled(self._able)
        buttons = in_a_row((self.new, self.save_button))
        for widget in (buttons, self.counts, self.empty, self.form):
            self.card.add(widget)
        for card in (self.guardians, self.card, self.comparison):
            self.add(card)

    def _show(self, one: AssessedPlace | None) -> None:
        there = one is not None
        for widget in (self.counts, self.form, self.save_button):
            widget.setVisible(there)
        self.empty.setVisible(not there)
        self.new.setText(NEW if there else FIRST)
        self.card.say("Assessment", f"version of {version_words(one)}" if one else "")
        if one is None:
            return
        self.counts.setText(count_words(one))
        self.form.setEnabled(self._able and one.latest)
        values = {**one.values, "sharing": one.sharing}
        self.form.show_values(f"place_assessment.{one.id}", values)

    def _change(self, field: str, value: Any, seen: Any) -> None:
        if self.versions:
            change = self._desk.workspace.register.change_assessment
            change(self.versions[0].id, field, value, seen)

    def _write(self, to: Path) -> None:
        from exports import place_assessment

        place_assessment.write(self._desk.workspace, self._place_id, to)
