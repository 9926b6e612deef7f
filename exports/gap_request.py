"""A request to one agency for what a referral leaves open: its points, each with room to answer."""

from collections.abc import Sequence
from datetime import date, datetime

from exports import basis, information_request, phrases
from exports.imprint import Imprint
from exports.sheet import Sheet
from exports.template import Template
from models.records.panel import AgencyRecord, PanelRecord
from models.records.subjects import ChildRecord

HEADINGS = ("What is missing", "What your agency knows", "Fact, opinion or intelligence")
ROOM = 700
GUIDANCE = (
    "Answer each point that you know of, and say whether it is fact, opinion or intelligence.",
    "Say where something may not be read by all the panel.",
    "Write “Nothing known” where that is so.",
)


def compose(
    panel: PanelRecord,
    agency: AgencyRecord,
    child: ChildRecord,
    points: Sequence[str],
    *,
    received_on: date | None,
    made_at: datetime,
    due_on: date | None,
    return_to: str = "",
    template: Template | None = None,
) -> Sheet:
    """The request; of the child it tells what the agency's kind is told to find them by."""
    about = Imprint(
        panel,
        "Request about a referral",
        agency.name,
        made_at,
        reference=made_at.date().isoformat(),
    )
    sheet = Sheet(about, template, comes_back=True)
    sheet.title(f"What a referral leaves open: {agency.name}", f"Requested by {panel.name}")
    due = phrases.day(due_on) if due_on else "no date set"
    facts = [
        ("Please return by", due),
        ("Return to", return_to),
        ("Referral received", phrases.day(received_on)),
        ("Completed by", None),
    ]
    sheet.facts(facts, "The request", to_fill_in=("Completed by",))
    sheet.bullets(GUIDANCE)
    basis.of_panel(sheet, panel)
    sheet.heading(information_request.heading(child), 1)
    told = information_request.told_of(child, agency)
    information_request.asked_about(sheet, told)
    sheet.table(
        HEADINGS, [(one, "", "") for one in points], (36, 44, 20), "What is missing", room=ROOM
    )
    to = f" to {return_to}" if return_to else ""
    sheet.end(f"Please return this form by {due}{to}.")
    return sheet
