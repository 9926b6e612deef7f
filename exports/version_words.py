"""What minutes say of their own version: who approved it, what was put right and changed."""

from exports import phrases, since_before
from exports.sheet import Sheet
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
    since_before.tell(sheet, approval.since, approval.changes)


def _approved(papers: MeetingPapers) -> str | None:
    approval = papers.approval
    if papers.minutes_state not in SETTLED or approval.at is None:
        return None
    by = f"by {approval.by} " if approval.by else ""
    return f"version {papers.minutes_version}, {by}on {phrases.day(approval.at.date())}."
