"""On which ground a meeting's papers are shared, as each of them prints it."""

from exports import wording
from exports.sheet import Sheet
from exports.wordml import Bold
from models.records.documents import MeetingPapers
from models.records.panel import PanelRecord

LEAD = "Lawful basis"


def of_meeting(sheet: Sheet, papers: MeetingPapers) -> None:
    """The panel's ground in small print, then that of each item which has one of its own."""
    sheet.back_to(1)
    told = papers.ground or wording.worded(papers.panel, "lawful_basis")
    sheet.note((Bold(f"{LEAD}: "), told))
    references = {item.row.id: item.row.reference for item in papers.items}
    for one in papers.grounds:
        if one.item_id in references:
            sheet.note((Bold(f"{LEAD} of {references[one.item_id]}: "), one.words))


def of_panel(sheet: Sheet, panel: PanelRecord, ground: str = "") -> None:
    """The panel's ground in small print, or another that is given."""
    sheet.back_to(1)
    sheet.note((Bold(f"{LEAD}: "), ground or wording.worded(panel, "lawful_basis")))
