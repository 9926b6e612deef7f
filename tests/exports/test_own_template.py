"""The panel's own template is what every Word document is made on, however it leaves."""

import email
import io
from collections.abc import Iterator
from datetime import date, datetime
from email.policy import default
from pathlib import Path

import docx
import pytest

from exports import issue, own_template, recalling, reminding, report, template
from exports.sending import How
from exports.template import Checked, Remark, house
from models.clock import SetClock
from models.errors import Refusal
from models.marks import Role
from models.services.signed_in import Person
from models.storage.store import Store
from models.workspace import Workspace
from tests.exports import letterheads, reading
from tests.exports.generated_matters import generated
from tests.exports.issued_room import WORDS, approve, chair, confirm_all, room
from tests.exports.letterheads import CREST
from tests.models.services.rooms import RunningRoom

__all__ = ["room"]


def take(room: RunningRoom, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    own_template.take(room.workspace, "letterhead.docx", letterheads.checked(folder))


def test_what_the_checker_refuses_is_not_kept_whoever_asks(room: RunningRoom) -> None:
    with pytest.raises(Refusal):
        room.workspace.panel.take_template("letterhead.docx", b"hello", template.of)
    assert room.workspace.read.own_template() is None


def top(blob: bytes) -> str:
    return reading.edges(docx.Document(io.BytesIO(blob)))[0]


def bare(folder: Path) -> list[str]:
    """The Word files of a folder that do not stand on the panel's template."""
    files = sorted(folder.rglob("*.docx"))
    assert files
    return [one.name for one in files if CREST not in top(one.read_bytes())]


def test_every_kind_of_document_is_made_on_it(tmp_path: Path) -> None:
    """All documents that a generated panel has: before and after the meeting, on request too."""
    store = Store.memory(SetClock(datetime(2026, 11, 12, 14, 5)))
    meeting = generated(store, 1).meeting_id
    workspace = Workspace(store, Person(None, "Petra Lund", Role.ADMINISTRATOR))
    own_template.take(workspace, "letterhead.docx", letterheads.checked(tmp_path))
    found = [*issue.before(workspace, meeting), *issue.documents(workspace, meeting)]
    words = [one for one in found if one.name.endswith(".docx")]
    assert len({one.kind for one in words}) > 12
    assert not [one.name for one in words if CREST not in top(one.make(None))]


def test_packs_reminders_lists_and_figures_are_made_on_it(
    room: RunningRoom, tmp_path: Path
) -> None:
    take(room, tmp_path / "own")
    workspace, out = room.workspace, tmp_path / "out"
    issue.write_packs(workspace, room.meeting, out)
    issue.write_action_list(workspace, room.meeting, out)
    reminding.write_reminders(workspace, How(out))
    look = own_template.look(workspace)
    on = date(2026, 9, 30)
    report.write(workspace.read.quarterly(on), workspace.read.panel(), out, ["docx"], look)
    assert bare(out) == []


def test_drafts_and_recall_notes_are_made_on_it(room: RunningRoom, tmp_path: Path) -> None:
    take(room, tmp_path / "own")
    approve(room)
    issue.write_drafts(room.workspace, room.meeting, tmp_path / "mail", passphrase=WORDS)
    recalling.write_recall(chair(room), room.meeting, tmp_path / "mail", "An address", WORDS)
    attached = list(_attached(tmp_path / "mail"))
    assert attached and all(CREST in top(blob) for blob in attached)


def _attached(folder: Path) -> Iterator[bytes]:
    for one in folder.rglob("*.eml"):
        message = email.message_from_bytes(one.read_bytes(), policy=default)
        for part in message.iter_attachments():
            blob = part.get_payload(decode=True)
            if isinstance(blob, bytes) and blob.startswith(b"PK"):
                yield blob


def test_one_named_for_a_single_issue_goes_before_the_panels_own(
    room: RunningRoom, tmp_path: Path
) -> None:
    take(room, tmp_path / "own")
    other = letterheads.at(
        tmp_path, lambda document: document.sections[0].header.add_paragraph("For the court")
    )
    issue.write_action_list(room.workspace, room.meeting, tmp_path / "out", other)
    told = top((tmp_path / "out" / "actions.docx").read_bytes())
    assert "For the court" in told and CREST not in told


def test_given_up_documents_have_the_programs_look_again(room: RunningRoom, tmp_path: Path) -> None:
    take(room, tmp_path / "own")
    room.workspace.panel.drop_template()
    assert own_template.look(room.workspace) == house()
    room.workspace.store.undo()
    assert own_template.look(room.workspace) != house()


def test_what_was_confirmed_stays_so_on_another_template(room: RunningRoom, tmp_path: Path) -> None:
    approve(room)
    confirm_all(room)
    take(room, tmp_path / "own")
    found = [one for one in issue.documents(room.workspace, room.meeting) if one.needs_confirming]
    assert found and all(one.confirmed for one in found)


def test_a_template_with_faults_is_not_taken(room: RunningRoom) -> None:
    with pytest.raises(Refusal, match="mend first"):
        own_template.take(room.workspace, "own.docx", Checked((Remark("Styles", "missing"),)))
    assert room.workspace.read.own_template() is None
