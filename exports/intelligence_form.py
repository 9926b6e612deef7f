"""The blank form on which partners and the community submit intelligence; it reads back."""

from datetime import datetime

from exports import filing, tables
from exports.imprint import Imprint
from exports.sheet import Sheet
from exports.template import Template
from models.records.panel import PanelRecord

TITLE, READER = "Intelligence submission", "Whoever has intelligence to submit"
GUIDANCE = (
    "Write what you know, not what you conclude. Say how you know it.",
    "You need not say who you are: leave the first part empty.",
    "Where a child is at risk now, ring the police on 999 first; this form is not read at once.",
    "What you submit is intelligence, and is not treated as fact.",
)
WHO = ("Submitting agency", "Submitted by", "Contact details")
WHAT = ("Information", "How do you know", "Would sharing put anyone at risk")
NAMED = ("Date of information", "Children named", "Persons named", "Places", "Vehicles",
         "Phone numbers")  # fmt: skip
POLICE = ("Source evaluation", "Information evaluation", "Handling code", "Report number")
GRADES = (
    "A source is 1 reliable, 2 untested or 3 not reliable.",
    "What it says is A known directly, B indirectly but corroborated or C indirectly.",
    "Where that cannot be said, it is D not known or E suspected to be false.",
    "It may be handled P where sharing is permitted, or C with the conditions beside it.",
)
SHARE, A_LINE = "Share with", 480
SHARE_HINT = "Left empty, it goes to the panel's chair and the police only."


def written(panel: PanelRecord, made_at: datetime, template: Template | None = None) -> bytes:
    """The form as a Word file."""
    return compose(panel, made_at, template=template).to_bytes()


def compose(panel: PanelRecord, made_at: datetime, *, template: Template | None = None) -> Sheet:
    """The form as a sheet."""
    sheet = Sheet(Imprint(panel, TITLE, READER, made_at), template, comes_back=True)
    sheet.title(TITLE, f"To {panel.name}")
    sheet.bullets(GUIDANCE)
    sheet.heading("Who submits it", 1)
    sheet.facts([], "Who submits it", to_fill_in=WHO, room=A_LINE)
    sheet.heading("What is known", 1)
    sheet.facts([], "What is known", to_fill_in=WHAT, room=tables.ROOM_TO_WRITE)
    sheet.heading("When, who and where", 1)
    sheet.facts([], "When, who and where", to_fill_in=NAMED, room=A_LINE)
    sheet.heading("Who may read it", 1)
    sheet.paragraph(SHARE_HINT, with_next=True)
    sheet.facts([], "Who may read it", to_fill_in=(SHARE,), room=A_LINE)
    sheet.heading("For the police to fill in", 1)
    sheet.bullets(GRADES)
    sheet.facts([], "For the police to fill in", to_fill_in=POLICE, room=A_LINE)
    sheet.end("End of the form.")
    return sheet


def file_name() -> str:
    """The name under which the form is saved."""
    return f"{filing.safe_name('intelligence submission form')}.docx"
