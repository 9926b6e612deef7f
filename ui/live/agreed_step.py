"""The last step of an item: earlier actions reviewed, what is agreed, what is told to whom."""

from PySide6.QtWidgets import QWidget

from models import codes
from models.records.item import ItemRecord
from ui import look
from ui.desk import Desk
from ui.live.action_review import ActionReview
from ui.live.agree_form import AgreeForm
from ui.live.ask_bar import AskBar
from ui.live.measure_facts import MeasureFacts
from ui.live.state import RoomState
from ui.live.told_to_whom import ToldToWhom
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList


class AgreedStep(CardList):
    """Forms for whoever would rather not type a line, and what is told to whom."""

    def __init__(self, desk: Desk, state: RoomState, bar: AskBar) -> None:
        super().__init__("Agreed")
        self.state = state
        self.review = ActionReview(desk, state, bar, "Earlier actions about this subject")
        self.earlier = Card("Earlier actions")
        self.earlier.add(self.review)
        self.action = ActionForm(desk, state)
        self.measure = MeasureForm(desk, state)
        self.recommendation = RecommendationForm(desk, state)
        self.cards = {
            "action": _card("New action", self.action),
            "measure": _card("New disruption measure", self.measure),
            "recommendation": _card("New recommendation to the plan", self.recommendation),
        }
        self.told = ToldToWhom(desk, state)
        self.add(self.earlier)
        self.cards["measure"].add(self.measure.facts)
        for card in (*self.cards.values(), self.told):
            self.add(card)

    def refill(self, item: ItemRecord) -> None:
        """Show an item's earlier actions and offer the people and things of the room."""
        self.review.refill(item.open_actions)
        self.earlier.setVisible(bool(item.open_actions))
        wanted = self.review.list.wanted_height() + look.current().px(30)
        self.review.setFixedHeight(min(wanted, look.current().px(320)))
        self.cards["recommendation"].setVisible(item.row.subject_kind == "child")
        for form in (self.action, self.measure, self.recommendation):
            form.follow(item)
        self.told.refill(item)

    def flush(self) -> bool:
        """Nothing here is kept before Enter; a form half filled stays with its item."""
        return True

    def recall(self) -> None:
        """Each form brings back what was half-typed as it turns to its item."""

    def first_field(self) -> QWidget:
        """Where the hand goes when the step is shown."""
        return self.review.list if not self.earlier.isHidden() else self.action.text


class ActionForm(AgreeForm):
    """An action: what, who, by when, and what shows that it is done."""

    def __init__(self, desk: Desk, state: RoomState) -> None:
        super().__init__(desk, state, "Action")
        self.text = self.line("text", "What is to be done")
        self.owner = self.combo("owner", "Owner")
        self.row("due", "By", self.due)
        self.success = self.line("success", "How we will know")

    def offer(self, item: ItemRecord) -> None:
        """Offer those who are here."""
        self.owner.set_choices(self.owners())

    def agree(self) -> None:
        """Keep the action; what it lacks is said beside it, never refused."""
        owner = self.owner.value()
        self.keep(
            self.desk.workspace.conduct.record_action,
            self.text.text(),
            owner=owner if isinstance(owner, str) else None,
            owner_id=owner if isinstance(owner, int) else None,
            due_on=self.due.value(),
            due_words=self.due.text() if self.due.value() is None else None,
            success=self.success.text().strip() or None,
        )


class MeasureForm(AgreeForm):
    """A disruption measure of the catalogue, against whom or where, who leads, by when."""

    def __init__(self, desk: Desk, state: RoomState) -> None:
        super().__init__(desk, state, "Measure")
        self.measure = self.combo("measure", "Measure")
        self.measure.set_choices([(one.code, _measure_words(one)) for one in codes.measures()])
        self.against = self.combo("against", "Against or at")
        self.lead = self.combo("lead", "Who leads")
        self.row("due", "By", self.due)
        self.facts = MeasureFacts(state)
        for chosen in (self.measure, self.against):
            chosen.changed.connect(self._tell)

    def _empty(self) -> None:
        super()._empty()
        self.facts.tell(None, None, None)

    def _tell(self, _value: object) -> None:
        self.facts.tell(self.measure.value(), self.against.value(), self.state.item)

    def offer(self, item: ItemRecord) -> None:
        """Offer the subject and whoever is linked, and the agencies that are here."""
        named = self.state.revealed
        linked = [
            (one.other_id, one.other_label if named else one.other_initials) for one in item.links
        ]
        own = [(item.row.subject_id, self.state.shown_name(item.row))]
        self.against.set_choices([pair for pair in (*linked, *own) if pair[0] is not None])
        agencies = {a.agency_id: a.agency for a in self.state.present if a.agency_id}
        self.lead.set_choices([(one, name or "") for one, name in agencies.items()])

    def agree(self) -> None:
        """Keep the measure; it joins or opens the plan of whom it is against."""
        against, lead = self.against.value(), self.lead.value()
        self.keep(
            self.desk.workspace.conduct.disrupt,
            str(self.measure.value() or ""),
            against_id=against if isinstance(against, int) else None,
            against=against if isinstance(against, str) else None,
            lead_agency_id=lead if isinstance(lead, int) else None,
            lead=lead if isinstance(lead, str) else None,
            due_on=self.due.value(),
        )


class RecommendationForm(AgreeForm):
    """A recommendation to whoever holds the child's plan."""

    def __init__(self, desk: Desk, state: RoomState) -> None:
        super().__init__(desk, state, "Recommendation")
        self.text = self.line("text", "What is recommended")
        self.plan = self.combo("to_plan", "To the plan")
        self.plan.set_choices([(one.label, one.label) for one in codes.load("plan_types")])
        self.to = self.line("addressed_to", "Addressed to", "Blank: the lead professional")
        self.row("due", "By", self.due)
        self.outcome = self.line("outcome", "So that", "What should come of it for the child")
        self.domain = self.combo("domain", "Part of the plan")
        self.domain.set_choices([(one.label, one.label) for one in codes.load("plan_domains")])
        self.evidence = self.line("evidence", "What the plan should show")

    def agree(self) -> None:
        """Keep the recommendation."""
        plan, domain = self.plan.value(), self.domain.value()
        self.keep(
            self.desk.workspace.conduct.recommend,
            self.text.text(),
            to_plan=plan if isinstance(plan, str) else None,
            by_date=self.due.value(),
            addressed_to=self.to.text().strip() or None,
            evidence=self.evidence.text().strip() or None,
            outcome=self.outcome.text().strip() or None,
            domain=domain if isinstance(domain, str) else None,
        )


def _card(title: str, form: AgreeForm) -> Card:
    card = Card(title)
    card.add(form)
    card.add_to_head(button("Agree", form.agree, keys="Return"))
    return card


def _measure_words(one: codes.MeasureType) -> str:
    checked = "" if one.status == "in force" else f" ({one.status})"
    return f"{one.name}{checked}"
