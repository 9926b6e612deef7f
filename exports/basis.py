"""On which ground papers are shared, and why that is needed, as each of them prints it."""

from exports import wording
from exports.sheet import Sheet
from exports.wordml import Bold
from models.records.chasing import ground_words
from models.records.documents import ExtractPapers, MeetingPapers
from models.records.panel import PanelRecord

LEAD = "Lawful basis"
WITHOUT = {
    "case_holders.as_csv": "An address book takes it as it is; the Word list beside it prints it.",
    "certificate": "It tells of nobody: the record is gone.",
    "committee": "It tells of nobody: figures, the small ones held back.",
    "copy_block": "It is pasted into the child's own record, beside the sheet, which prints it.",
    "improvement_plan": "It tells of nobody: actions of the partnership.",
    "intelligence_form": "It is blank: whoever submits shares, not the panel.",
    "invitation": "It tells of nobody: a slot and a number.",
    "letters": "They lie at home, and say neither what they are about nor who wrote of it.",
    "location_letter": "It tells of nobody: what is asked of the place.",
    "recall_note": "It tells of nobody: which papers are to be destroyed.",
    "report": "It tells of nobody: figures.",
    "timetable_calendar": "It tells of nobody: the panel's own days.",
}
"""What prints none of what a module makes, each with the reason."""


def words(panel: PanelRecord) -> str:
    """The panel's own ground in one paragraph."""
    return ground_words(wording.worded(panel, "lawful_basis"), panel.necessity)


def line(panel: PanelRecord) -> str:
    """The panel's own ground in one line, for tables and lists."""
    return f"{LEAD}: {words(panel)}"


def of_panel(sheet: Sheet, panel: PanelRecord) -> None:
    """The panel's ground in small print."""
    _printed(sheet, LEAD, words(panel))


def of_child(sheet: Sheet, papers: ExtractPapers) -> None:
    """The ground of a child's item in small print: its own, or the panel's."""
    _printed(sheet, LEAD, papers.ground or words(papers.panel))


def of_meeting(sheet: Sheet, papers: MeetingPapers) -> None:
    """The panel's ground in small print, then that of each item which has one of its own."""
    of_panel(sheet, papers.panel)
    references = {item.row.id: item.row.reference for item in papers.items}
    for one in papers.grounds:
        if one.item_id in references:
            _printed(sheet, f"{LEAD} of {references[one.item_id]}", one.words)


def _printed(sheet: Sheet, lead: str, told: str) -> None:
    sheet.back_to(1)
    sheet.note((Bold(f"{lead}: "), told))
