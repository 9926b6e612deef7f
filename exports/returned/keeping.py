"""What documents say that may come back or be corrected, kept as they are written."""

from collections.abc import Iterable, Mapping

from exports.audience import Document
from exports.returned.written import as_bytes, items_of
from models.services.kept_words import Writing
from models.workspace import Workspace


def keep_written(
    workspace: Workspace,
    meeting_id: int,
    documents: Iterable[Document],
    files: Mapping[str, bytes] | None = None,
) -> None:
    """Keep the words of every document that may come back or be corrected, each writing once.

    `files` are those that were made of them already, by name and not protected.
    """
    known = workspace.read.written_signs(meeting_id)
    sheets = ((one.name, one.returns or one.says) for one in documents)
    writings = [
        Writing(name, sheet.sign, as_bytes(sheet, (files or {}).get(name)), tuple(items_of(sheet)))
        for name, sheet in sheets
        if sheet is not None and sheet.sign not in known
    ]
    if writings:
        workspace.minutes.keep_written(meeting_id, writings)
