"""A person of concern's standing: what the record lacks, reviews, and what was decided."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from models.records.subjects import ConcernRow, PersonRecord
from models.rules.concern import Basis, missing_words
from ui.desk import Desk
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.dates import plain_date
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SectionHeading, Words

ADOPTING = (
    Field("reason", "Why", "long"),
    Field("review_on", "Looked at again on", "due"),
)
REVIEWING = (
    Field("reason", "Why still of concern", "long"),
    Field("next_review_on", "Looked at again on", "due"),
)
NOTHING = "Nothing has been decided yet."
REMOVING = "Removing is a decision with its reason and a second person: under Closing, below."


class ConcernCard(Card):
    """Whether somebody is of concern, on what that stands, and each decision with its reason."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Of concern")
        self._desk, self._person_id = desk, 0
        self._review_on: date | None = None
        self.standing, self.lacks = Words(), Words("", "strong")
        self.adopting = EntryCard(
            "Adopt as person of concern", ADOPTING, desk, self._adopt, "Adopt"
        )
        self.reviewing = EntryCard("Still of concern", REVIEWING, desk, self._review, "Keep")
        self.adopt = button("Adopt", self._ask_adopting)
        self.review = button("Still of concern", self._ask_review, "primary")
        self.decided = Words(NOTHING)
        self._build()

    def show_person(self, person: PersonRecord, decided: Sequence[ConcernRow], today: date) -> None:
        """Show how a person of concern stands."""
        for asked in (self.adopting, self.reviewing):
            asked.turn_to(person.id)
        self._person_id, self._review_on = person.id, person.review_on
        able = may(self._desk, "record_decision") and person.closed_on is None
        adopted = person.adopted_on is not None
        for asked, key, now in (
            (self.adopting, self.adopt, able and not adopted),
            (self.reviewing, self.review, able and adopted),
        ):
            key.setVisible(now)
            if not now and not asked.isHidden():
                asked.leave()
        self.standing.setText(_standing(person, today))
        lacks = "" if person.closed_on else missing_words(_lacking(person))
        self.lacks.setText(lacks)
        self.lacks.setVisible(bool(lacks))
        self.decided.setText("\n".join(map(_told, decided)) or NOTHING)

    def _build(self) -> None:
        flow = FlowLayout(gap=8)
        for widget in (self.adopt, self.review):
            flow.addWidget(widget)
        for widget in (self.standing, self.lacks):
            self.add(widget)
        self.body.addLayout(flow)
        for widget in (self.adopting, self.reviewing, SectionHeading("Decided"), self.decided):
            self.add(widget)

    def _ask_adopting(self) -> None:
        """The day of review that stands is proposed where it is still to come."""
        standing, today = self._review_on, self._desk.workspace.store.clock.today()
        self.adopting.ask(
            {"review_on": standing if standing and standing > today else self._proposed()}
        )

    def _ask_review(self) -> None:
        self.reviewing.ask({"next_review_on": self._proposed()})

    def _proposed(self) -> date:
        proposed: date = self._desk.workspace.read.next_review()
        return proposed

    def _adopt(self, values: dict[str, Any]) -> None:
        register = self._desk.workspace.register
        register.adopt(self._person_id, values.get("reason", ""), values.get("review_on"))

    def _review(self, values: dict[str, Any]) -> None:
        register, day = self._desk.workspace.register, values.get("next_review_on")
        register.still_of_concern(self._person_id, values.get("reason", ""), day)


def _lacking(person: PersonRecord) -> Basis:
    """What is there, without saying what it is: grounds may not be for this reader."""
    lacks = person.missing
    return Basis(
        None if "grounds" in lacks else "there",
        None if "a source" in lacks else "there",
        person.review_on,
    )


def _standing(person: PersonRecord, today: date) -> str:
    if person.closed_on is not None:
        why = f": {person.closed_reason}" if person.closed_reason else ""
        return f"No longer of concern since {plain_date(person.closed_on)}{why}"
    adopted = f"adopted {plain_date(person.adopted_on)}" if person.adopted_on else "not adopted"
    due = ""
    if person.review_on is not None:
        late = ", which is overdue" if person.review_on < today else ""
        due = f", review due {plain_date(person.review_on)}{late}"
    return f"{person.status[:1].upper()}{person.status[1:]}, {adopted}{due}. {REMOVING}"


def _told(one: ConcernRow) -> str:
    by = f" by {one.by}" if one.by else ""
    second = f", agreed by {one.second_person}" if one.second_person else ""
    again = f" Looked at again on {plain_date(one.next_review_on)}." if one.next_review_on else ""
    return f"{plain_date(one.on)} {one.decision}{by}{second}: {one.reason}.{again}".replace(
        "..", "."
    )
