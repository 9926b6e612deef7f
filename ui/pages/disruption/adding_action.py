"""Adding an action to a plan: a wording that can be used again, or words of one's own."""

from typing import Any

from models import codes
from models.errors import Refusal
from models.marks import Sharing, SubjectKind
from models.records.outcomes import PlanRecord
from models.rules.templates import templates
from models.rules.working_days import add_working_days
from ui.desk import Desk
from ui.pages.records.choices import THE_OWNERS, agencies, owners
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field, put_value
from ui.widgets.combo import Combo


class AddingAction(EntryCard):
    """Wording, text, owner, agency, day; the wording fills in what it knows."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Add an action", _fields(desk), desk, self._put, "Add the action")
        self.plan: PlanRecord | None = None
        wording = self.editor_of("wording")
        if isinstance(wording, Combo):
            wording.changed.connect(self._take_wording)

    def ask_for(self, plan: PlanRecord) -> None:
        """Ask for an action of this plan; wordings of its measures come first."""
        self.plan = plan
        held = {one.type_code for one in plan.measures if one.type_code}
        wording = self.editor_of("wording")
        if isinstance(wording, Combo):
            wording.set_choices([(one.code, one.label) for one in templates(held)])
        self.ask()

    def _take_wording(self, code: object) -> None:
        one = codes.find("action_templates", str(code or ""))
        if not isinstance(one, codes.ActionTemplate):
            return
        put_value(self.editor_of("text"), one.label)
        put_value(self.editor_of("success"), one.success)
        if one.days is not None:
            read = self._desk.workspace.read
            today = self._desk.workspace.store.clock.today()
            put_value(self.editor_of("due"), add_working_days(today, one.days, read.closed_days()))

    def _put(self, values: dict[str, Any]) -> None:
        if self.plan is None:
            return
        if not values.get("text"):
            raise Refusal("Say what is to be done.", "text")
        one = codes.find("action_templates", values.get("wording") or "")
        known = one if isinstance(one, codes.ActionTemplate) else None
        owner = values.get("owner")
        self._desk.workspace.conduct.record_action(
            None,
            values["text"],
            owner=owner if isinstance(owner, str) else None,
            owner_id=owner if isinstance(owner, int) else None,
            agency_id=values.get("agency"),
            due_on=values.get("due"),
            success=values.get("success"),
            subject_id=self.plan.subject_id,
            kind=(known.kind if known else None) or _kind(self.plan.subject_kind),
            measure_code=known.measures[0] if known and known.measures else None,
            sharing=Sharing(self.plan.sharing),
            shared_with=self.plan.shared_with,
        )
        self._desk.notice.say("The action is kept; it stands on Actions.")


def _kind(subject_kind: str) -> str:
    """What an action of a plan is where no wording says it: it disrupts."""
    return "disrupt place" if subject_kind == SubjectKind.PLACE else "disrupt person"


def _fields(desk: Desk) -> tuple[Field, ...]:
    return (
        Field("wording", "Wording", "pick", (), "Of the toolkit; Settings, Lists changes them"),
        Field("text", "Action", "long"),
        Field("owner", "Owner", "choice", owners(desk)),
        Field("agency", "Agency", "pick", agencies(desk, active=True), THE_OWNERS),
        Field("due", "Due", "due"),
        Field("success", "Done when"),
    )
