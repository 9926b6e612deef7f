"""What a correction says, worded as the minutes themselves may speak of those on their agenda."""

from exports.audience import Audiences
from exports.pseudonyms import Net, index_of
from exports.recall_reason import naming_nobody
from exports.redaction.found import Sure
from models.marks import PEOPLE
from models.workspace import Workspace


def as_minuted(workspace: Workspace, meeting_id: int, words: str) -> str:
    """The words with the item's reference for each name, and initials, of whom an item is about.

    All who have the minutes read them, with or without that item. Whoever else is named, or is
    perhaps misspelt, stands as in `naming_nobody`, which raises Refusal where only a person can
    tell.
    """
    read = Audiences(workspace, meeting_id).panel
    order = workspace.read.running_order(meeting_id)
    items = {row.subject_id: row.reference for row in order if row.subject_kind in PEOPLE}
    staff = [one.name for one in read.attendance(meeting_id)]
    net = Net(index_of(read.known_names()), professionals=staff)
    pieces, before = list[str](), 0
    for hit in net.hits(words):
        meant = {name.subject_id for name in hit.names} & items.keys()
        if len(meant) == 1 and hit.sure is not Sure.NEAR:
            stop = "." if words[: hit.end].endswith(".") and not words[hit.end :].strip() else ""
            pieces += [words[before : hit.start], items[meant.pop()], stop]
            before = hit.end
    told = "".join((*pieces, words[before:]))
    return naming_nobody(workspace, meeting_id, told, "corrections")
