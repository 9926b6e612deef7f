"""Reports for a committee as they are written: each is logged with its day."""

from collections.abc import Iterable

from exports import filing
from exports.logged_with import meeting_for
from models.records.issuing import IssuedDocument
from models.records.reports import COMMITTEE
from models.rules import access
from models.workspace import Workspace

WHO_READS = "Committee and the public"


def check(workspace: Workspace) -> None:
    """Refusal where the person may not let anything out."""
    access.check(workspace.person.role, "export_documents")


def log(workspace: Workspace, written: Iterable[tuple[str, bytes]]) -> None:
    """Log what went out for a committee: each file's name, which holds its day, and its bytes.

    Reports of days close by hold back what these did.
    """
    documents = [
        IssuedDocument(name, COMMITTEE, filing.sha256(blob), WHO_READS) for name, blob in written
    ]
    workspace.minutes.note_written(meeting_for(workspace), documents)
