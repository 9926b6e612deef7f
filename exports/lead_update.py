"""The lead professional's update on one child before a meeting; it imports back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from exports import agenda, basis, phrases, tables
from exports.sheet import Sheet
from exports.template import Template
from models.intake.understanding.updated_answers import HEADINGS
from models.records.documents import ExtractPapers
from models.records.item import ItemHeader, ItemRow
from models.records.outcomes import RecommendationRow

ROOM = 900
"""The least height of a row to be written in, so that the form is one page."""
TO_FILL_IN = ("Completed by", "Date of update")
QUESTIONS = (
    "What has changed",
    "Current risk level",
    "Date of risk assessment",
    "Child's voice",
    "Parents' views",
    "Barriers",
    "Recommendations",
)
"""Labels that the importer knows an update by; each stands with room to write in."""


@dataclass(frozen=True)
class Asked:
    """What a worker is asked about: the item, when it is heard, what was recommended before."""

    row: ItemRow
    header: ItemHeader
    recommendations: Sequence[RecommendationRow]
    due_on: date | None


def compose(papers: ExtractPapers, asked: Asked, *, template: Template | None = None) -> Sheet:
    """The form for one worker, from papers that have been through the net."""
    lead = asked.header.lead or papers.addressed_to
    about = agenda.imprint(
        papers.panel, papers.meeting, "Lead professional's update", papers.made_at, lead
    )
    sheet = Sheet(about, template, comes_back=True)
    sheet.title("Lead professional's update", f"For {papers.panel.name}")
    sheet.facts(
        [
            ("Child", papers.item.header.name),
            ("System ID", papers.child_system_id),
            ("Meeting", phrases.day(papers.meeting.held_on)),
            ("Your slot", phrases.clock(asked.row.slot)),
            ("Item", asked.row.reference),
            ("Last decision", _last(asked.header)),
            ("Please return by", phrases.day(asked.due_on) if asked.due_on else None),
            ("Return to", papers.reply_to),
        ],
        "The child and the meeting",
        to_fill_in=TO_FILL_IN,
    )
    _recommended(sheet, asked.recommendations)
    sheet.heading("Your update", 1)
    sheet.paragraph("Please write under each heading what is new.", with_next=True)
    sheet.facts([], "Your update", to_fill_in=QUESTIONS, room=ROOM)
    basis.of_panel(sheet, papers.panel)
    sheet.end("End of the update.")
    return sheet


def _recommended(sheet: Sheet, rows: Sequence[RecommendationRow]) -> None:
    """What was recommended before, each with room for what the plan did with it."""
    if not rows:
        return
    sheet.heading("Recommended before", 1)
    sheet.paragraph(
        "Please say of each whether the plan shows it, since when and where.", with_next=True
    )
    sheet.table(
        HEADINGS,
        [(one.reference, _as_it_stands(one), "", "", "", "") for one in rows],
        (7, 30, 19, 12, 20, 12),
        "Recommended before",
        room=tables.ROOM_TO_WRITE,
    )


def _as_it_stands(one: RecommendationRow) -> str:
    """Its words and what the plan said; whether its sheet has gone is the panel's own business."""
    words = phrases.sentence(one.text)
    return f"{words} ({one.standing})" if one.sent_on or one.replied_on else words


def _last(header: ItemHeader) -> str | None:
    if not header.last_decision:
        return None
    on = f" ({phrases.day(header.last_meeting_on)})" if header.last_meeting_on else ""
    return f"{header.last_decision}{on}"
