"""The recall note: what is recalled and why, for each who was sent it, and what to do with it."""

from collections.abc import Iterable
from datetime import datetime

from exports import phrases, wording
from exports.imprint import Imprint
from exports.sheet import Sheet
from exports.template import Template
from models.records.meeting import MeetingRecord
from models.records.minutes_issued import IssueRow
from models.records.panel import PanelRecord


def compose(
    panel: PanelRecord,
    meeting: MeetingRecord,
    reader: str,
    recalled: Iterable[IssueRow],
    reason: str,
    at: datetime,
    template: Template | None = None,
    *,
    reply_to: str = "",
) -> Sheet:
    """The note to one reader, about what that reader was sent and nothing else."""
    rows = tuple(recalled)
    about = Imprint(
        panel,
        "Recall note",
        reader,
        at,
        version=rows[0].version or 1,
        status="Recalled",
        reference=meeting.held_on.isoformat(),
    )
    sheet = Sheet(about, template)
    sheet.title(
        f"{panel.name}: recall", f"Papers of the meeting of {phrases.weekday(meeting.held_on)}"
    )
    sheet.paragraph(wording.worded(panel, "recall_request"))
    sheet.paragraph(phrases.sentence(reason), lead="Why:")
    sheet.paragraph(reply_to, lead="Tell:")
    sheet.part("recall.recalled", 1)
    sheet.table(
        ("Document", "Issued on", "Version"),
        # What went twice on a day, by mail and by hand, is one thing to destroy.
        dict.fromkeys(
            (one.document, phrases.short_day(one.at.date()), str(one.version or "")) for one in rows
        ),
        (50, 30, 20),
        "Documents recalled",
    )
    sheet.end("End of the recall note.")
    return sheet
