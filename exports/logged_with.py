"""Papers of no meeting on their way into the log, and the meeting with which some are logged."""

from pathlib import Path

from exports import filing
from models.records.issuing import IssuedDocument
from models.workspace import Workspace


def put(
    workspace: Workspace,
    blob: bytes,
    to: Path,
    name: str,
    audience: str,
    *,
    recipient: str | None = None,
    subject_id: int | None = None,
    meeting_id: int | None = None,
) -> str:
    """Write a document, and log it under `name`, since what is typed may name somebody.

    Gives its digest; Trouble where the folder cannot be written, and nothing is logged.
    """
    digest = filing.put(blob, to)
    one = IssuedDocument(name, audience, digest, recipient, subject_id)
    workspace.minutes.note_written(meeting_id, [one])
    return digest


def meeting_for(workspace: Workspace) -> int | None:
    """The panel's next meeting, or the last where none is planned; None where there is none.

    A further tier's meetings are not asked: their papers go to other people.
    """
    read, today = workspace.read, workspace.store.clock.today()
    own = read.panel().id
    coming = read.next_meeting(today, own)
    if coming is not None:
        return coming.id
    return next((one.id for one in read.meetings() if one.series_id == own), None)
