"""Versions of the minutes: what each said, kept as it is sent and approved, and compared."""

from dataclasses import dataclass, replace

from exports import minutes, own_template
from exports.audience import Audiences
from exports.differences import PartChanges, differences
from exports.kept_words import Part, as_bytes, from_bytes, parts_of
from exports.making import Making, making_of
from models.marks import MinutesState
from models.queries.as_approved import to_keep
from models.records.documents import MeetingPapers
from models.records.outcomes import MinutesRecord
from models.rules.day_words import in_words
from models.workspace import Workspace

SENT = frozenset({MinutesState.WITH_CHAIR.value})


@dataclass(frozen=True)
class Since:
    """What changed since something was kept, with words that say since when."""

    words: str
    parts: tuple[PartChanges, ...]


def keep_words(workspace: Workspace, meeting_id: int) -> None:
    """Keeps what the latest version says, where it is with the chair or stands and has none yet."""
    latest = next(iter(workspace.read.minutes(meeting_id)), None)
    if latest is None or latest.state == MinutesState.DRAFT or latest.has_words:
        return
    making = making_of(Audiences(workspace, meeting_id))
    words = as_bytes(_parts(making.papers), to_keep(making.whole))
    workspace.minutes.keep_words(latest.id, words)


def as_they_print(workspace: Workspace, meeting_id: int) -> bytes:
    """The minutes for all the panel as they would be written now, as a Word file."""
    look = own_template.look(workspace)
    making = with_changes(workspace, making_of(Audiences(workspace, meeting_id), look))
    return minutes.compose(making.papers, template=look).to_bytes()


def changes(workspace: Workspace, meeting_id: int) -> tuple[Since, ...]:
    """What the minutes say now and did not say before: to the chair, and in the last version.

    Empty where nothing was kept, or not for this reader.
    """
    now: tuple[Part, ...] | None = None
    found = []
    for version in _kept(workspace, meeting_id):
        words = workspace.read.kept_words(version.id)
        if words is not None:
            now = now or _now(workspace, meeting_id)
            found.append(Since(_since(version), differences(from_bytes(words), now)))
    return tuple(found)


def with_changes(workspace: Workspace, making: Making) -> Making:
    """What documents are made with; a correction prints what it changed since the last version."""
    papers = making.papers
    if papers.minutes_version < 2 or not papers.approval.corrections:
        return making
    since = [
        one
        for one in workspace.read.minutes(papers.meeting.id)
        if one.number == papers.minutes_version - 1
    ]
    words = making.audiences.panel.kept_words(since[0].id) if since else None
    if words is None:
        return making
    found = differences(from_bytes(words), _parts(papers))
    told = tuple((one.title, tuple(change.words for change in one.changes)) for one in found)
    return replace(making, papers=replace(papers, approval=replace(papers.approval, changes=told)))


def _kept(workspace: Workspace, meeting_id: int) -> list[MinutesRecord]:
    """The version that the chair was sent, and the one before the latest."""
    versions = workspace.read.minutes(meeting_id)
    sent = [one for one in versions[:1] if one.state in SENT and one.has_words]
    return [*sent, *(one for one in versions[1:2] if one.has_words)]


def _since(version: MinutesRecord) -> str:
    if version.state in SENT:
        return "Since they were sent to the chair"
    day = f", approved on {in_words(version.approved_at.date())}" if version.approved_at else ""
    return f"Since version {version.number}{day}"


def _now(workspace: Workspace, meeting_id: int) -> tuple[Part, ...]:
    return _parts(making_of(Audiences(workspace, meeting_id)).papers)


def _parts(papers: MeetingPapers) -> tuple[Part, ...]:
    return parts_of(minutes.compose(papers))
