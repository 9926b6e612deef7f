"""Adding a measure to a plan: what the law asks and what does not fit stand beside the choice."""

from collections.abc import Callable
from typing import Any

from models import codes
from models.errors import Refusal
from models.marks import Sharing
from models.records.outcomes import PlanRecord
from models.rules.measures import several_named
from ui.desk import Desk
from ui.forms import Form
from ui.measure_law import LawWords
from ui.pages.records.choices import SHARINGS, agencies, readers
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.widgets.banner import Banner
from ui.widgets.combo import Combo

ASKED = "Which of these is meant? Choose one, or say more in a name of your own:"
BEGUN = ("considered", "agreed", "evidence gathering", "applied")


class AddingMeasure(EntryCard):
    """Measure, status, lead, day and readers; a name of one's own is kept as typed."""

    def __init__(self, desk: Desk) -> None:
        self.plan: PlanRecord | None = None
        self.added: int | None = None
        """The measure that was added last."""
        self.measure = Combo((), "Measure", free=True)
        self.law, self.misfits = LawWords(), Banner("", "medium")
        self._which = Form("Measure")
        self._which.row(
            "measure", "Measure", self.measure, "Of the catalogue, or a name of your own"
        )
        super().__init__(
            "Add a measure", _fields(desk), desk, self._put, "Add the measure", above=self._which
        )
        for at, widget in enumerate((self.misfits, self.law), start=2):
            self.body.insertWidget(at, widget)
        self._offer_measures()
        self.measure.changed.connect(self._show)

    def ask_for(self, plan: PlanRecord) -> None:
        """Ask for a measure of this plan, for whom the plan is for."""
        self.plan = plan
        self._offer_measures()
        self.ask({"status": "considered", "sharing": plan.sharing})
        self._which.clear_errors()
        self.measure.set_value(None)
        self._show(None)
        self.measure.setFocus()

    def take_refusal(self, refusal: Refusal) -> bool:
        """Show what is said of the measure beside it."""
        return self._which.take_refusal(refusal)

    def _show(self, measure: object) -> None:
        self.law.show_code(self._meant(measure))
        self.misfits.say("\n".join(self._fits(measure)))

    def _meant(self, measure: object) -> object:
        """The measure that words of one's own name, so that what the law asks is seen of it."""
        if not isinstance(measure, str) or _several(measure):
            return None
        known = codes.measure(measure) or codes.find_measure(measure)
        return known.code if known is not None else None

    def _fits(self, measure: object) -> tuple[str, ...]:
        if self.plan is None or not isinstance(measure, str) or _several(measure):
            return ()
        children = tuple(child for child, _, _ in self.plan.children)
        against = None if self.plan.subject_kind in ("child", "theme") else self.plan.subject_id
        read: Callable[..., tuple[str, ...]] = self._desk.workspace.read.measure_fits
        return read(measure, against, children)

    def _put(self, values: dict[str, Any]) -> None:
        if self.plan is None:
            return
        self._which.clear_errors()
        if several := _several(str(self.measure.value() or "")):
            raise Refusal(f"{ASKED} {'; '.join(several)}.", "measure")
        sharing = Sharing(values.get("sharing") or self.plan.sharing)
        self.added = self._desk.workspace.disruption.add_measure(
            self.plan.id,
            str(self.measure.value() or ""),
            status=values.get("status") or "considered",
            lead_agency_id=values.get("lead_agency_id"),
            lead=values.get("lead"),
            due_on=values.get("due_on"),
            conditions=values.get("conditions"),
            sharing=sharing,
            shared_with=readers(self._desk, sharing, values.get("shared_with")),
        )
        self._desk.notice.say("The measure is in the plan and on the register.")

    def _offer_measures(self) -> None:
        self.measure.set_choices([(one.code, one.name) for one in codes.measures()])


def _several(measure: str) -> tuple[str, ...]:
    return several_named(measure, (one.name for one in codes.measures()))


def _fields(desk: Desk) -> tuple[Field, ...]:
    begun = tuple(
        (one.code, one.label) for one in codes.load("measure_statuses") if one.code in BEGUN
    )
    return (
        Field("status", "How far", "pick", begun),
        Field("lead_agency_id", "Lead agency", "pick", agencies(desk)),
        Field("lead", "Lead"),
        Field("due_on", "By", "due"),
        Field("conditions", "Conditions", "long"),
        Field("sharing", "Who may read it", "pick", SHARINGS),
        Field("shared_with", "Named agencies", hint="Police; Health …"),
    )
