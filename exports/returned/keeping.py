"""What documents say that may come back changed, kept as they are written."""

from collections.abc import Iterable

from exports.audience import Document
from exports.returned.written import as_bytes, items_of
from models.workspace import Workspace


def keep_written(workspace: Workspace, meeting_id: int, documents: Iterable[Document]) -> None:
    """Keep the words of every document that may come back, each writing once."""
    for one in documents:
        sheet = one.returns
        if sheet is not None and not workspace.read.is_written(sheet.sign):
            kept, items = as_bytes(sheet), items_of(sheet)
            workspace.minutes.keep_written(meeting_id, one.name, sheet.sign, kept, items)
