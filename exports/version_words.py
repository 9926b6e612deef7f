"""What minutes say of their own version: who approved it, what was put right and changed."""

from exports import phrases
from exports.sheet import Sheet
from exports.wordml import Bold
from models.queries.minutes import SETTLED
from models.records.documents import MeetingPapers


def write(sheet: Sheet, papers: MeetingPapers) -> None:
    """Approval and agreement with their days, and the words of each correction."""
    approval = papers.approval
    sheet.paragraph(_approved(papers), lead="Approved:")
    sheet.paragraph(
        f"at the meeting of {phrases.day(approval.agreed_on)}." if approval.agreed_on else None,
        lead="Agreed:",
    )
    if approval.corrections:
        sheet.heading("Corrections", 1)
        sheet.bullets(
            f"Version {number}: {phrases.sentence(words)}" for number, words in approval.corrections
        )
    if approval.changes:
        sheet.heading("What changed", 1)
        sheet.paragraph(f"Since version {papers.minutes_version - 1}, part by part.")
        sheet.bullets(
            (Bold(title), f": {change}") for title, told in approval.changes for change in told
        )


def _approved(papers: MeetingPapers) -> str | None:
    approval = papers.approval
    if papers.minutes_state not in SETTLED or approval.at is None:
        return None
    by = f"by {approval.by} " if approval.by else ""
    return f"version {papers.minutes_version}, {by}on {phrases.day(approval.at.date())}."
