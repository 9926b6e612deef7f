"""Missing information for the police: kept ready, filled from the record, written in one key."""

from pathlib import Path
from typing import Any

from models.records.philomena import MissingPaper
from models.records.subjects import ChildRecord
from models.rules.by_day import in_full
from models.rules.months import add_months
from models.rules.philomena import HINTS, PART_1, PART_2, standing
from ui.desk import Desk
from ui.pages.records.editing import RecordForm
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.flow import Chips, in_a_row
from ui.widgets.labels import SoftLabel, Words

WORD = "Word (*.docx)"
AGAIN = (Field("review_on", "To be looked at again on", "due"),)
MONTHS = 3
SHORT = frozenset({"photograph", "money", "given_to"})
ONLY = (
    "What police need at once if the child goes missing (Philomena protocol). It goes to the "
    "police alone, and only while the child is missing."
)
OFFERED = "On record, and not written here yet; nothing of it is intelligence"


def _fields(names: dict[str, str]) -> tuple[Field, ...]:
    return tuple(
        Field(name, label, "text" if name in SHORT else "long", hint=HINTS.get(name, ""))
        for name, label in names.items()
    )


class Philomena(CardList):
    """Part 1 in its fields, what is known for what is empty, part 2 while the child is missing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Missing information for the police")
        self._desk, self._child_id = desk, 0
        self.paper: MissingPaper | None = None
        able = may(desk, "edit_record")
        self.head, self.chips, self.known = Card("For the police"), Chips(name="Standing"), Words()
        self.offer = Card(OFFERED)
        self.form = RecordForm("Part 1", _fields(PART_1), desk, self._write, editable=able)
        self.this_time = RecordForm("Part 2", _fields(PART_2), desk, self._tell, editable=able)
        self.part_2 = Card("Part 2: this time")
        self.looked = EntryCard("I have looked this over", AGAIN, desk, self._review)
        self.save_button = button("Save for the police", self.save, "primary", keys="Alt+P")
        self.look = button("I have looked it over", self._ask_review)
        self.take = button("Take it all over", self.take_known, keys="Alt+N")
        self.gave = button("The police have it", self._gave)
        for widget in (self.look, self.take, self.gave):
            widget.setEnabled(able)
        self._build()

    def show_record(self, record: ChildRecord) -> None:
        """Show what is kept of a child."""
        if record.row.id != self._child_id:
            self.settle()
            self.looked.turn_to(record.row.id)
            self.verticalScrollBar().setValue(0)
        self._child_id = record.row.id
        paper = self.paper = self._desk.workspace.read.missing_paper(self._child_id)
        today = self._desk.workspace.store.clock.today()
        self.chips.show_tags([standing(paper.reviewed_on, paper.review_on, today)])
        self.form.show_values(f"missing_information.{self._child_id}", paper.values)
        told = "\n".join(f"{PART_1[name]}: {_flat(text)}" for name, text in paper.proposed.items())
        self.known.setText(told)
        self.offer.setVisible(bool(told))
        self._show_part_2(paper)

    def save(self) -> None:
        """Save what is kept for the police as a Word document."""
        if not self.settle() or not self._desk.allows(self, "export_documents"):
            return
        if not self._desk.attempt(self, self._check_kept):
            return
        to = self._desk.dialogues.save_file(self, "Save for the police", "missing.docx", WORD)
        if to is not None and self._desk.attempt(self, self._write_paper, to):
            self._desk.notice.say("Written: for the police, while the child is missing.")

    def settle(self) -> bool:
        """Keep what is half-typed."""
        kept = [form.settle() for form in (self.form, self.this_time)]
        return all(kept)

    def _build(self) -> None:
        for widget in (
            SoftLabel(ONLY), self.chips, in_a_row((self.save_button, self.look)), self.looked
        ):  # fmt: skip
            self.head.add(widget)
        self.offer.add(self.known)
        self.offer.add(in_a_row((self.take,)))
        part_1 = Card("Part 1: what is known")
        part_1.add(self.form)
        self.part_2.add(self.this_time)
        self.part_2.add(in_a_row((self.gave,)))
        for card in (self.head, self.part_2, self.offer, part_1):
            self.add(card)

    def _show_part_2(self, paper: MissingPaper) -> None:
        one = paper.part_2
        missing = one is not None and one.returned is None
        self.part_2.setVisible(missing)
        if one is None or not missing:
            return
        reported = f"reported {in_full(one.reported)}" if one.reported else ""
        given = f"the police have it since {in_full(one.given_at)}" if one.given_at else ""
        self.part_2.say("Part 2: this time", reported, given)
        self.this_time.show_values(f"missing_circumstances.{one.episode_id}", one.values)

    def _write(self, field: str, value: Any, seen: Any) -> None:
        self._desk.workspace.register.write_missing(self._child_id, field, value, seen)

    def _tell(self, field: str, value: Any, seen: Any) -> None:
        if self.paper is not None and self.paper.part_2 is not None:
            episode = self.paper.part_2.episode_id
            self._desk.workspace.register.write_circumstances(episode, field, value, seen)

    def take_known(self) -> None:
        """Fill what is still empty with what is on record."""
        if self.settle():
            self._desk.attempt(self, self._desk.workspace.register.take_known, self._child_id)

    def _gave(self) -> None:
        if self.settle() and self.paper is not None and self.paper.part_2 is not None:
            gave = self._desk.workspace.register.gave_to_police
            self._desk.attempt(self, gave, self.paper.part_2.episode_id)

    def _ask_review(self) -> None:
        again = add_months(self._desk.workspace.store.clock.today(), MONTHS)
        self.looked.ask({"review_on": again})

    def _review(self, values: dict[str, Any]) -> None:
        review = self._desk.workspace.register.review_missing
        review(self._child_id, values.get("review_on"))

    def _check_kept(self) -> None:
        from exports import philomena

        philomena.kept(self._desk.workspace, self._child_id)

    def _write_paper(self, to: Path) -> None:
        from exports import philomena

        philomena.write(self._desk.workspace, self._child_id, to)


def _flat(text: str) -> str:
    return "; ".join(text.splitlines())
