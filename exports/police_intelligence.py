"""The police intelligence sheet: lines marked for submission, with source and handling by 3x5x2."""

from collections.abc import Sequence

from exports import basis, phrases, protection, wording
from exports.imprint import Imprint, status_words
from exports.sheet import Sheet
from exports.template import Template
from models import codes
from models.records.documents import MeetingPapers
from models.records.outcomes import MarkedLine

NOT_GRADED = "Not graded"


def compose(
    papers: MeetingPapers, lines: Sequence[MarkedLine], *, template: Template | None = None
) -> Sheet:
    """The sheet from lines that the police may read."""
    about = Imprint(
        protection.following(papers.panel, intelligence=bool(lines)),
        "Police intelligence sheet",
        "Police",
        papers.made_at,
        version=papers.minutes_version,
        status=status_words(papers.minutes_state),
        reference=papers.meeting.held_on.isoformat(),
    )
    sheet = Sheet(about, template)
    day = phrases.weekday(papers.meeting.held_on)
    sheet.title("Partner information for the police", f"{papers.panel.name}, {day}")
    sheet.note(wording.worded(papers.panel, "intelligence_notice"))
    for number, one in enumerate(lines, 1):
        sheet.heading(f"Submission {number}", 1)
        sheet.facts(
            [
                ("Information", phrases.sentence(one.text)),
                ("Kind", phrases.capital(one.information)),
                ("About", phrases.joined(one.item, one.subject)),
                ("Provided by", phrases.joined(one.by_name, one.agency) or "Not recorded"),
                ("Date of information", phrases.day(one.on)),
                ("Source", _graded("grading_source", one.source)),
                ("Assessment", _graded("grading_information", one.assessment)),
                ("Handling", _graded("grading_handling", one.handling)),
                ("Conditions", one.conditions),
            ],
            f"Submission {number}",
        )
    basis.of_panel(sheet, papers.panel)
    sheet.end("End of the sheet.")
    return sheet


def _graded(name: str, code: str | None) -> str:
    if not code:
        return NOT_GRADED
    found = codes.find(name, code)
    return f"{code}: {found.label}" if found else code
