"""Versions of the minutes: what each said, kept as it is sent and approved, and compared."""

from dataclasses import replace

from exports import minutes, own_template
from exports.audience import Audiences
from exports.chair_rounds import Since, rounds
from exports.differences import differences
from exports.kept_words import Part, as_bytes, from_bytes, parts_of
from exports.making import Making, making_of
from exports.since_before import printed
from models.queries.as_approved import to_keep
from models.queries.minutes import WITH_CHAIR
from models.records.documents import MeetingPapers
from models.records.minutes_issued import MinutesRecord
from models.rules.day_words import in_words
from models.workspace import Workspace


def keep_words(workspace: Workspace, meeting_id: int) -> None:
    """Keeps what the latest version says: as it goes to the chair or comes back, and approved."""
    latest = next(iter(workspace.read.minutes(meeting_id)), None)
    if latest is not None and _lacks_words(workspace, latest):
        workspace.minutes.keep_words(latest.id, _words(workspace, meeting_id))


def keep_for_chair(workspace: Workspace, meeting_id: int) -> None:
    """Keeps what the minutes say as they are written for the chair, who may then change them."""
    workspace.minutes.keep_for_chair(meeting_id, _words(workspace, meeting_id))


def _lacks_words(workspace: Workspace, latest: MinutesRecord) -> bool:
    """Whether the step at which the minutes stand has none yet."""
    if latest.state not in WITH_CHAIR:
        return not latest.has_words
    steps = workspace.read.minutes_steps(latest.meeting_id)
    return latest.state_at is not None and latest.state_at not in {one.at for one in steps}


def _words(workspace: Workspace, meeting_id: int) -> bytes:
    making = making_of(Audiences(workspace, meeting_id))
    return as_bytes(_parts(making.papers), to_keep(making.whole))


def as_they_print(workspace: Workspace, meeting_id: int) -> bytes:
    """The minutes for all the panel as they would be written now, as a Word file."""
    look = own_template.look(workspace)
    making = with_changes(workspace, making_of(Audiences(workspace, meeting_id), look))
    return minutes.compose(making.papers, template=look).to_bytes()


def changes(workspace: Workspace, meeting_id: int) -> tuple[Since, ...]:
    """What changed: in each version while the chair had it, and since each version before.

    The latest version stands first. Empty where nothing was kept, or not for this reader.
    """
    read, versions = workspace.read, workspace.read.minutes(meeting_id)
    steps = read.minutes_steps(meeting_id)
    kept = [read.kept_words(one.id) if one.has_words else None for one in versions]
    if not steps and not any(kept[1:]):
        return ()
    now, found = _parts(making_of(Audiences(workspace, meeting_id)).papers), list[Since]()
    for at, (version, words) in enumerate(zip(versions, kept, strict=True)):
        if at and words is not None:
            found.append(Since(_since(version), differences(from_bytes(words), now)))
        found += rounds(version, steps, words, None if at else now)
    return tuple(found)


def with_changes(workspace: Workspace, making: Making) -> Making:
    """What documents are made with; a correction prints what it changed since the last version.

    The minutes for all the panel are held against the words kept with that version, every other
    paper against its own.
    """
    papers, panel = making.papers, making.audiences.panel
    if papers.minutes_version < 2:
        return making
    before = panel.issued_before(papers.meeting.id, papers.minutes_version)
    making = replace(making, before=before)
    if not papers.approval.corrections:
        return making
    last = papers.minutes_version - 1
    since = [one for one in workspace.read.minutes(papers.meeting.id) if one.number == last]
    words = panel.kept_words(since[0].id) if since else None
    if words is None:
        return making
    told = printed(differences(from_bytes(words), _parts(papers)))
    approval = replace(papers.approval, changes=told, since=last)
    if making.papers is not making.whole:
        approval = making.persons.hidden_in(approval)
    return replace(making, papers=replace(papers, approval=approval))


def _since(version: MinutesRecord) -> str:
    day = f", approved on {in_words(version.approved_at.date())}" if version.approved_at else ""
    return f"Since version {version.number}{day}"


def _parts(papers: MeetingPapers) -> tuple[Part, ...]:
    return parts_of(minutes.compose(papers))
