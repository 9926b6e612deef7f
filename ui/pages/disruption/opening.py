"""Opening a plan: about whom or what, its aim and strand, who leads, who may read it."""

from collections.abc import Sequence
from typing import Any

from models.errors import Refusal
from models.marks import Sharing
from ui.desk import Desk
from ui.forms import Form
from ui.pages.disruption.words import KINDS, begun_with
from ui.pages.records.choices import SHARINGS, readers
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.pages.records.picker import SubjectPicker


class OpeningPlan(EntryCard):
    """The form for a new plan; its subject is found among the records."""

    def __init__(self, desk: Desk) -> None:
        self.subject = SubjectPicker(self._find, "About whom or what")
        self._about = Form("About")
        self._about.row("subject", "About", self.subject, "A person, place, group, theme or child")
        super().__init__(
            "Open a plan", _fields(desk), desk, self._put, "Open the plan", above=self._about
        )
        self.opened: int | None = None
        """The plan that was opened last."""

    def begin(self) -> None:
        """Ask for a plan, empty."""
        self.ask({"sharing": Sharing.ALL_PANEL.value})
        self._about.clear_errors()
        self.subject.choose(None)
        self.subject.setFocus()

    def _find(self, words: str) -> Sequence[Any]:
        return [row for row in self._desk.workspace.read.meant(words) if row.kind in KINDS]

    def take_refusal(self, refusal: Refusal) -> bool:
        """Show what is said of the subject beside it."""
        return self._about.take_refusal(refusal)

    def _put(self, values: dict[str, Any]) -> None:
        self._about.clear_errors()
        if self.subject.chosen is None:
            raise Refusal("Choose about whom or what the plan is.", "subject")
        sharing = Sharing(values.get("sharing") or Sharing.ALL_PANEL)
        self.opened = self._desk.workspace.disruption.open_plan(
            self.subject.chosen.id,
            objective=values.get("objective"),
            strand=values.get("strand"),
            lead_agency_id=values.get("lead_agency_id"),
            lead_name=values.get("lead_name"),
            review_on=values.get("review_on"),
            sharing=sharing,
            shared_with=readers(self._desk, sharing, values.get("shared_with")),
        )
        self._desk.notice.say("The plan is open.")


def _fields(desk: Desk) -> tuple[Field, ...]:
    return (
        *begun_with(desk),
        Field("sharing", "Who may read it", "pick", SHARINGS),
        Field("shared_with", "Named agencies", hint="Police; Health …"),
    )
