"""A file that came back, read and compared for the person who is to decide on its changes."""

from collections.abc import Mapping
from dataclasses import replace

from exports import phrases, wording
from exports.audience import Audiences
from exports.making import making_of
from exports.meeting_documents import minutes_sheets
from exports.returned.cells import Cells, Spot
from exports.returned.comparing import Comparison
from exports.returned.edits import Edit, Kind, Returned
from exports.returned.matching import sign_of
from exports.returned.recorded import recorded
from exports.returned.words import carried, same
from exports.returned.written import Written, from_bytes, written_of
from models.errors import Refusal
from models.intake.edited import EditedPaper
from models.intake.opening.edited import open_edited
from models.marks import Information
from models.records.edits import NewLine, Reworded
from models.records.minutes_issued import WrittenRecord
from models.records.places import Place
from models.rules import access
from models.rules.capture import CaptureContext, written_line
from models.rules.rewording import STAY
from models.workspace import Workspace

STRANGE = (
    "These are not minutes that this panel’s file has written. Minutes that are written or issued "
    "from here carry what tells them again."
)
OF_ANOTHER = "These are the minutes of {day}. Choose that meeting above, then open them again."
NOT_YOURS = "These minutes hold an item that you take no part in. Somebody else reads them back."
NEVER_WRITTEN = "No minutes of this meeting were written to a file yet, so none can come back."
MARKS_LOST = (
    "What tells each line again was lost in the file. It is compared by its words with the "
    "minutes written last: look at each change."
)
OLDER = "This file is of version {old}; the minutes are at version {new}. It is compared with what "
OLDER += "version {old} said when it was written."
GONE = "it was taken back meanwhile"
AT_LEAST = 0.5
"""The part of the lines written that a file without marks must hold word for word."""


def read_returned(workspace: Workspace, meeting_id: int, data: bytes) -> Returned:
    """What a file changes in the minutes of a meeting.

    Raises Refusal for what is no Word file or not safe to read, for minutes of another meeting or
    panel, and for those of which the person does not read all.
    """
    access.check(workspace.person.role, "edit_minutes")
    paper = open_edited(data)
    sign = sign_of(paper)
    kept = _written(workspace, meeting_id, sign)
    written = from_bytes(kept.words)
    _check_all_read(workspace, meeting_id, written)
    if sign is None:
        _check_alike(written, paper)
    agencies = {one.name: one.id for one in workspace.read.agencies()}
    headings = wording.as_shipped(workspace.read.panel())
    edits = Comparison(written, paper, agencies, headings).edits()
    notes = (*_notes(workspace, meeting_id, kept, marked=sign is not None), *paper.notes)
    return Returned(
        kept.document, kept.version, kept.at, _standing(workspace, kept, written, edits), notes
    )


def change_of(edit: Edit) -> Reworded | NewLine:
    """What a change writes on record once it is taken in."""
    if edit.line is not None:
        return edit.line
    if edit.place is None:
        raise Refusal("This is not changed from Word.")
    return Reworded(edit.place, edit.seen, edit.raw or "")


def comment_of(edit: Edit) -> str:
    """A comment as it is kept with the minutes: by whom, on which words."""
    by = f"{edit.who[0]}: " if edit.who else ""
    return f"{by}{edit.now}{f' (on “{edit.was}”)' if edit.was else ''}"


def _written(workspace: Workspace, meeting_id: int, sign: str | None) -> WrittenRecord:
    read = workspace.read
    if sign is None:
        kept = read.written(meeting_id=meeting_id)
        if kept is None:
            raise Refusal(NEVER_WRITTEN)
        return kept
    kept = read.written(sign=sign)
    if kept is None:
        raise Refusal(NOT_YOURS if read.is_written(sign) else STRANGE)
    if kept.meeting_id != meeting_id:
        raise Refusal(OF_ANOTHER.format(day=phrases.weekday(kept.meeting_on)))
    return kept


def _check_all_read(workspace: Workspace, meeting_id: int, written: Written) -> None:
    mine = {row.id for row in workspace.read.running_order(meeting_id)}
    if not written.item_ids <= mine:
        raise Refusal(NOT_YOURS)


def _check_alike(written: Written, paper: EditedPaper) -> None:
    there = {one.text for one in paper.paragraphs}
    lines = [one.text for one in written.lines]
    if sum(text in there for text in lines) < AT_LEAST * len(lines):
        raise Refusal(STRANGE)


def _notes(
    workspace: Workspace, meeting_id: int, kept: WrittenRecord, *, marked: bool
) -> list[str]:
    versions = workspace.read.minutes(meeting_id)
    latest = versions[0].number if versions else 1
    notes = [] if marked else [MARKS_LOST]
    if kept.version < latest:
        notes.append(OLDER.format(old=kept.version, new=latest))
    return notes


def _standing(
    workspace: Workspace, kept: WrittenRecord, written: Written, edits: tuple[Edit, ...]
) -> tuple[Edit, ...]:
    """The changes beside what the record says now."""
    making = making_of(Audiences(workspace, kept.meeting_id))
    named = (one.sheet for one in minutes_sheets(making) if one.name == kept.document)
    sheet = next(named, None)
    stands = written_of(sheet) if sheet is not None else written
    printed = stands.words()
    spots = Cells((one.cell, one.text) for one in stands.lines).spots()
    on_record = recorded(making.whole)
    comments = {one.text for one in workspace.read.comments(kept.meeting_id)}
    context = workspace.read.capture_context(kept.meeting_id)
    found = []
    for edit in edits:
        if edit.kind is Kind.COMMENT:
            found.append(replace(edit, done=comment_of(edit) in comments))
        elif edit.line is not None:
            found.append(_line_heard(workspace, edit, edit.line, context))
        elif edit.place is not None:
            found.append(_beside(edit, edit.place, printed, on_record))
        elif edit.spot is not None:
            found.append(replace(edit, done=_is_mended(edit, edit.spot, spots)))
        else:
            found.append(edit)
    return tuple(found)


def _line_heard(workspace: Workspace, edit: Edit, line: NewLine, context: CaptureContext) -> Edit:
    """A new line with the readers that its words ask for, and whether it stands already."""
    read = written_line(line.text, line.agency_id, Information(line.information), context)
    item = workspace.read.item(line.item_id)
    here = item.lines if item is not None else ()
    of_agency = [one for one in here if one.agency_id == line.agency_id and not one.withdrawn]
    heard = line._replace(
        text=read.text,
        information=read.information.value,
        sharing=read.sharing.value,
        shared_with=read.readers,
    )
    return replace(
        edit,
        line=heard,
        heard=read.sure,
        done=any(same(_bare(one.text), _bare(read.text)) for one in of_agency),
    )


def _beside(
    edit: Edit, place: Place, printed: dict[Place, str], on_record: dict[Place, str]
) -> Edit:
    """A change of a place beside what that place says now."""
    now, raw = printed.get(place, ""), on_record.get(place)
    if raw is None or (place.table, place.field) in STAY and not edit.now:
        told = STAY.get((place.table, place.field), "") if raw is not None else ""
        done = raw is None and not edit.now
        where = told or GONE
        return replace(edit, kind=edit.kind if done else Kind.ELSEWHERE, where=where, done=done)
    wanted = carried(raw, now, edit.now) if edit.now else ""
    # What is printed may call people otherwise than the record, which was written from the file.
    done = same(_bare(now), _bare(edit.now)) or same(_bare(raw), _bare(wanted))
    stands = None if done or same(now, edit.was) else now
    return replace(edit, stands=stands, seen=raw or None, raw=wanted, done=done)


def _is_mended(edit: Edit, spot: Spot, spots: Mapping[Spot, str]) -> bool:
    """Whether a cell says by now what the file says there, or a row is gone."""
    row, column = spot
    if not column:
        return all(known != row for known, _ in spots)
    return same(spots.get(spot, ""), edit.now)


def _bare(text: str) -> str:
    return phrases.capital(text.strip().rstrip("."))
