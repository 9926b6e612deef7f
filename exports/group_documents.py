"""What leaves of a group: its assessment and its case holders, as all the panel may read them."""

from collections.abc import Iterator

from exports import case_holders, filing, group_assessment
from exports.audience import CORE, Document
from exports.issue_before import doubts_before
from exports.logged_with import meeting_for
from exports.making import Making, file_of
from exports.naming import naming_of
from exports.readying import make_with
from exports.sending import How, send
from exports.sheet import Sheet
from models.errors import Refusal
from models.records.groups import GroupRecord
from models.rules import access
from models.workspace import Workspace

NO_MEETING = "Plan a meeting first: what is sent is logged with it."
ASSESSMENT, HOLDERS = "assessment", "case-holders"


def write_group(
    workspace: Workspace, group_id: int, how: How, kinds: tuple[str, ...] = (ASSESSMENT,)
) -> tuple[str, ...]:
    """Writes a group's assessment, its case holders, or both; gives their names.

    They are logged with the next meeting, or the last. Refusal where the panel may not have them.
    """
    access.check(workspace.person.role, "export_documents")
    making = make_with(workspace, _meeting(workspace), None)
    found = [one for one in group_documents(making, group_id) if one.kind in kinds]
    return send(workspace, making, found, how, before=True)


def doubts(workspace: Workspace) -> tuple[str, ...]:
    """What speaks against sending papers to the core members."""
    return doubts_before(workspace, _meeting(workspace))


def group_documents(making: Making, group_id: int) -> Iterator[Document]:
    """The papers of a group; who has an interest in it, or in a member, is sent none of them."""
    read, panel, at = making.audiences.panel, making.papers.panel, making.audiences.now
    naming, look = naming_of(making.papers), making.template
    group, holders = read.group(group_id), read.case_holders(group_id)
    whom = _whom(making, group)
    if making.papers is not making.whole:
        of = [one.subject_id for one in group.members]
        group = making.persons.hidden_in(group, of)
        holders = making.persons.hidden_in(holders, of)
    sheet = group_assessment.compose(
        panel, group, naming, issued_to=whom, made_at=at, template=look
    )
    yield _word(making, group_id, ASSESSMENT, whom, sheet)
    sheet = case_holders.compose(
        panel, group.name, holders, naming, issued_to=whom, made_at=at, template=look
    )
    yield _word(making, group_id, HOLDERS, whom, sheet)
    yield _listed(making, group_id, whom, case_holders.as_csv(holders, naming))


def _word(making: Making, group_id: int, kind: str, whom: str, sheet: Sheet) -> Document:
    name = making.names.take("groups/", kind, str(group_id))
    return Document(name, kind, whom, file_of(sheet), sheet.digest, final=True, recipient=whom,
                    subject_id=group_id, marking=sheet.marking)  # fmt: skip


def _listed(making: Making, group_id: int, whom: str, blob: bytes) -> Document:
    name = making.names.take("groups/", HOLDERS, str(group_id), ending=".csv")
    return Document(name, HOLDERS, whom, lambda _secret: blob, filing.sha256(blob), final=True,
                    recipient=whom, subject_id=group_id)  # fmt: skip


def _whom(making: Making, group: GroupRecord) -> str:
    """The core members, without those who have an interest in anybody of the group."""
    about = {group.id, *(one.subject_id for one in group.members)}
    held = [one for one in making.audiences.conflicted if about & one.subject_ids]
    names = [name for one in held for name in one.names]
    return f"{CORE}, not {', '.join(names)}" if names else CORE


def _meeting(workspace: Workspace) -> int:
    """The next meeting, or the last where none is planned, with which papers are logged."""
    found = meeting_for(workspace)
    if found is None:
        raise Refusal(NO_MEETING)
    return found
