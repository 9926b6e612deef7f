"""The minutes as the chair reads them before they are approved, and nothing beside them."""

from collections.abc import Iterator
from dataclasses import replace

from exports.audience import Audiences, Document
from exports.making import CHAIR, Making
from exports.meeting_documents import chairs_annex, minutes_documents
from exports.readying import make_with
from exports.recipients import Recipients
from exports.returned.keeping import keep_written
from exports.sending import How, send
from exports.versions import keep_for_chair
from models.errors import Refusal
from models.rules import access
from models.workspace import Workspace

ANY_PAPER = Document("", "", CHAIR, lambda _secret: b"", recipient=CHAIR)
"""Stands for whatever the chair alone is sent."""
NOT_NOTED = (
    "The chair declared an interest and is not noted as having come, so no minutes are made"
    " without it: note their attendance first."
)


def write_for_chair(workspace: Workspace, meeting_id: int, how: How) -> tuple[str, ...]:
    """Writes the minutes and the chair's annex, where there is one; gives their names.

    By mail it is one draft to the chair. Refusal as of `send`, and where a chair with an interest
    would get the whole. What the minutes say is kept, so that they may come back from Word.
    """
    access.check(workspace.person.role, "export_documents")
    making = make_with(workspace, meeting_id)
    found = list(_of_the_chair(making))
    keep_written(workspace, meeting_id, found)
    names = send(workspace, making, found, how)
    keep_for_chair(workspace, meeting_id)
    return names


def doubts_for_chair(workspace: Workspace, meeting_id: int) -> tuple[str, ...]:
    """What speaks against sending the chair papers, as sentences; no paper is made to ask that."""
    return Recipients(Audiences(workspace, meeting_id)).doubts([ANY_PAPER])


def _of_the_chair(making: Making) -> Iterator[Document]:
    """The minutes that the chair would be sent, which an interest may make others; the annex."""
    to = Recipients(making.audiences)
    own = set(to.of(ANY_PAPER))
    whole, *others = minutes_documents(making)
    mine = next((one for one in others if one.item_id is None and own & set(to.of(one))), None)
    if mine is None and making.audiences.chair().reader().conflicted_items:
        raise Refusal(NOT_NOTED)
    for one in (mine or whole, *chairs_annex(making)):
        yield replace(one, audience=CHAIR, recipient=CHAIR)
