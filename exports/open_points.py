"""What is open before a meeting's papers go: of its record, of its documents, of who gets them."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from exports.audience import WHOLE_PANEL, Audiences, Document
from exports.child_documents import NOWHERE
from exports.recipients import NOT_NOTED, Recipients
from exports.returned.undecided import undecided_point
from exports.to_know import HAS_PASSED, MENDED_AT_MEETING
from models.records.open_points import Before, Mend, OpenPoint
from models.rules.open_points import unconfirmed
from models.rules.recipients import GONE, NO_AGREEMENT, NOT_HEARD, ON_NO_LIST
from models.rules.set_days import days_off
from models.workspace import Workspace

NOT_MADE = "The documents are not made yet: what they lack stands here once they are"
NEEDS_REASON = "it goes all the same only with a reason"
MENDED_AT = {
    ON_NO_LIST: Mend.MEMBERS,
    GONE: Mend.MEMBERS,
    NO_AGREEMENT: Mend.AGENCIES,
    NOT_HEARD: Mend.MEETING,
    NOT_NOTED: Mend.MEETING,
}
WHOLE = Document("minutes.docx", "minutes", WHOLE_PANEL, lambda _secret: b"")
"""Stands for what all the panel is sent, as long as no document is made."""


def open_points(
    workspace: Workspace, meeting_id: int, made: Sequence[Document]
) -> tuple[OpenPoint, ...]:
    """All that is open before approval, then before an issue; `made` are the documents, if any.

    The rules are those by which approving and issuing ask.
    """
    read = workspace.read
    unmade = () if made else (OpenPoint(NOT_MADE, Before.ISSUE, Mend.DOCUMENTS),)
    approval = read.open_before_approval(meeting_id)
    said = {one.words for one in approval}
    known = {(one.document, one.digest) for one in read.confirmations(meeting_id)}
    return tuple(
        dict.fromkeys((
            *approval,
            *undecided_point(workspace, meeting_id),
            *read.open_before_issue(meeting_id),
            *_recipients(workspace, meeting_id, made or (WHOLE,)),
            *unmade,
            *(one for one in _papers(workspace, meeting_id, made) if one.words not in said),
            *_unconfirmed(made, known),
        ))
    )  # fmt: skip


def _recipients(
    workspace: Workspace, meeting_id: int, made: Iterable[Document]
) -> Iterator[OpenPoint]:
    for said in Recipients(Audiences(workspace, meeting_id)).doubts(made):
        mend = next((at for words, at in MENDED_AT.items() if said.startswith(words)), Mend.MEMBERS)
        key = meeting_id if mend is Mend.MEETING else None
        yield OpenPoint(f"{said.rstrip('.')}; {NEEDS_REASON}", Before.ISSUE, mend, key)


def _unconfirmed(
    made: Iterable[Document], known: Collection[tuple[str, str]]
) -> Iterator[OpenPoint]:
    wanted = [one for one in made if one.needs_confirming]
    rest = sum((one.name, one.digest) not in known for one in wanted)
    if rest:
        yield OpenPoint(unconfirmed(rest, len(wanted)), Before.ISSUE, Mend.DOCUMENTS)


def _papers(workspace: Workspace, meeting_id: int, made: Sequence[Document]) -> Iterator[OpenPoint]:
    """What whoever issues these documents is told beside them."""
    read = workspace.read
    closed = read.closed_days()
    days = {said: item.row for item in read.items_of(meeting_id) for said in days_off(item, closed)}
    for one in made:
        for note in one.notes:
            row, words = days.get(note), note.removeprefix(f"{one.reference}: ").rstrip(".")
            if row is not None:
                yield OpenPoint(words, Before.ISSUE, Mend.ITEM, row.id, row.reference)
            elif note.endswith(MENDED_AT_MEETING):
                yield OpenPoint(words, Before.ISSUE, Mend.MEETING, meeting_id)
            elif note != NOWHERE and not note.endswith(HAS_PASSED):
                mend = Mend.ITEM if one.item_id is not None else Mend.DOCUMENTS
                yield OpenPoint(words, Before.ISSUE, mend, one.item_id, one.reference)
