"""Recall notes go to those who were sent papers, each about their own, and are logged."""

import io
from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import docx
import pytest
from msoffcrypto import OfficeFile

from exports import issue, recalling
from models.errors import Refusal, Trouble
from tests.exports import reading
from tests.exports.issued_room import WORDS, approve, chair, confirm_all, log, room
from tests.models.services.rooms import RunningRoom

__all__ = ["room"]
WHY = "Robin Ashdown's address stood in it"


def opened(blob: bytes) -> bytes:
    file, to = OfficeFile(io.BytesIO(blob)), io.BytesIO()
    file.load_key(password=WORDS)
    file.decrypt(to)
    return to.getvalue()


def recall(room: RunningRoom, version: int, folder: Path) -> set[str]:
    written = recalling.write_recall(chair(room), room.meeting, folder, WHY, WORDS)
    assert room.workspace.read.minutes(room.meeting)[0].state == "recalled"
    return set(written)


def test_each_reader_of_the_folder_has_a_note_about_their_own_papers(
    room: RunningRoom, tmp_path: Path
) -> None:
    version = approve(room)
    issue.write_meeting(room.workspace, room.meeting, tmp_path)
    names = recall(room, version, tmp_path)
    assert "recall/recall-minutes.docx" in names
    health = next(one for one in names if "annex-health" in one)
    told = reading.text(docx.Document(str(tmp_path / health)))
    assert "minutes-annex-health.docx" in told and "destroy every copy" in told
    assert "police" not in told
    assert {one.state for one in log(room) if one.document in names} == {"issued"}


def test_papers_before_the_meeting_are_not_recalled_with_the_minutes(
    room: RunningRoom, tmp_path: Path
) -> None:
    issue.write_before_meeting(room.workspace, room.meeting, tmp_path)
    version = approve(room)
    issue.write_meeting(room.workspace, room.meeting, tmp_path)
    recall(room, version, tmp_path)
    recalled = {one.document for one in log(room) if one.recalled_at}
    assert "minutes.docx" in recalled and "agenda.docx" not in recalled


def test_a_note_by_mail_says_neither_why_nor_which_child(room: RunningRoom, tmp_path: Path) -> None:
    version = approve(room)
    issue.write_drafts(room.workspace, room.meeting, tmp_path, passphrase=WORDS)
    names = recall(room, version, tmp_path)
    mailed = [one for one in names if one.endswith(".eml")]
    by_hand = {"recall/recall-minutes.docx", "recall/recall-minutes-annex-chair.docx"}
    assert len(mailed) == 2 and set(names) - set(mailed) == by_hand
    for name in mailed:
        assert b"\r\nSubject: OFFICIAL" in b"\r\n" + (tmp_path / name).read_bytes()
        message = message_from_bytes((tmp_path / name).read_bytes(), policy=default)
        (note,) = message.iter_attachments()
        blob = note.get_content()
        secure = str(message["To"]).endswith("police.example")
        assert blob.startswith(b"PK") is secure
        (tmp_path / "note.docx").write_bytes(blob if secure else opened(blob))
        told = reading.text(docx.Document(str(tmp_path / "note.docx")))
        assert "minutes.docx" in told and "Ashdown" not in told and "LCS1" not in told


def test_a_mail_says_at_once_that_it_is_a_recall(room: RunningRoom, tmp_path: Path) -> None:
    version = approve(room)
    issue.write_drafts(room.workspace, room.meeting, tmp_path, passphrase=WORDS)
    for name in (one for one in recall(room, version, tmp_path) if one.endswith(".eml")):
        message = message_from_bytes((tmp_path / name).read_bytes(), policy=default)
        body = message.get_body()
        assert ", recall of " in str(message["Subject"])
        assert body is not None and "RECALL." in body.get_content()
        assert "passphrase" in body.get_content() or "police.example" in str(message["To"])


def test_a_mail_speaks_of_all_papers_only_where_all_that_were_sent_are_recalled(
    room: RunningRoom, tmp_path: Path
) -> None:
    approve(room)
    issue.write_drafts(room.workspace, room.meeting, tmp_path, passphrase=WORDS)
    sent = [one for one in log(room) if one.address == "j.khan@police.example"]
    assert len({one.document for one in sent}) > 1
    for chosen, words in ((sent[:1], "recalls some of the papers"), (sent[1:], "recalls the")):
        ids = [one.id for one in chosen]
        names = recalling.write_recall_of(
            chair(room), room.meeting, ids, tmp_path / words, WHY, passphrase=WORDS
        )
        (mailed,) = [one for one in names if one.endswith(".eml")]
        blob = (tmp_path / words / mailed).read_bytes()
        body = message_from_bytes(blob, policy=default).get_body()
        assert body is not None and words in " ".join(body.get_content().split())


def test_a_mailbox_that_two_readers_share_is_told_of_all_where_all_is_recalled(
    room: RunningRoom, tmp_path: Path
) -> None:
    shared = "mace@police.example"
    for member in (room.detective, room.nurse):
        room.workspace.panel.change_member(member, email=shared)
    version = approve(room)
    issue.write_drafts(room.workspace, room.meeting, tmp_path, passphrase=WORDS)
    assert len({one.recipient for one in log(room) if one.address == shared}) == 2
    for name in (one for one in recall(room, version, tmp_path) if one.endswith(".eml")):
        body = message_from_bytes((tmp_path / name).read_bytes(), policy=default).get_body()
        assert body is not None and "recalls the papers" in " ".join(body.get_content().split())


def test_without_a_passphrase_a_protected_issue_is_not_recalled_by_mail(
    room: RunningRoom, tmp_path: Path
) -> None:
    approve(room)
    issue.write_drafts(room.workspace, room.meeting, tmp_path, passphrase=WORDS)
    with pytest.raises(Refusal, match="passphrase"):
        recalling.write_recall(chair(room), room.meeting, tmp_path / "notes", WHY)
    assert room.workspace.read.minutes(room.meeting)[0].state == "issued"
    assert not (tmp_path / "notes").exists()


def test_where_the_notes_cannot_be_written_nothing_is_recalled(
    room: RunningRoom, tmp_path: Path
) -> None:
    approve(room)
    issue.write_meeting(room.workspace, room.meeting, tmp_path, audiences=["minutes"])
    (tmp_path / "recall/recall-minutes.docx").mkdir(parents=True)
    with pytest.raises(Trouble):
        recalling.write_recall(chair(room), room.meeting, tmp_path, WHY)
    assert room.workspace.read.minutes(room.meeting)[0].state == "issued"
    assert not [one for one in log(room) if one.recalled_at]


def test_a_reason_in_which_only_a_person_can_tell_a_name_is_refused(
    room: RunningRoom, tmp_path: Path
) -> None:
    approve(room)
    issue.write_meeting(room.workspace, room.meeting, tmp_path, audiences=["minutes"])
    with pytest.raises(Refusal, match="without them") as refused:
        recalling.write_recall(chair(room), room.meeting, tmp_path, "It named R.A. wrongly")
    assert refused.value.field == "reason" and "R.A." not in str(refused.value)
    assert room.workspace.read.minutes(room.meeting)[0].state == "issued"


def test_where_nothing_went_no_note_is_due(room: RunningRoom, tmp_path: Path) -> None:
    approve(room)
    with pytest.raises(Refusal, match="no note is due"):
        recalling.write_recall(room.workspace, room.meeting, tmp_path, WHY)


def test_no_note_tells_the_panel_who_stepped_out(room: RunningRoom, tmp_path: Path) -> None:
    room.workspace.conduct.declare(room.meeting, room.nurse, "A cousin", room.child_item)
    version = approve(room)
    issue.write_meeting(room.workspace, room.meeting, tmp_path, audiences=["minutes"])
    recall(room, version, tmp_path)
    note = docx.Document(str(tmp_path / "recall/recall-minutes.docx"))
    assert "Patel" not in " ".join((reading.text(note), *reading.edges(note)))


def test_the_reason_that_every_reader_is_told_names_nobody(
    room: RunningRoom, tmp_path: Path
) -> None:
    version = approve(room)
    issue.write_meeting(room.workspace, room.meeting, tmp_path)
    for name in recall(room, version, tmp_path):
        told = reading.text(docx.Document(str(tmp_path / name)))
        own = "lcs1" in name
        whose = "This child’s" if own else "Another young person A"
        assert "address stood in it" in told and f"Why: {whose}" in told.replace("'", "’"), told
        assert "Ashdown" not in told and "Robin" not in told


def test_each_childs_file_and_each_plan_has_a_note_of_its_own(
    room: RunningRoom, tmp_path: Path
) -> None:
    workspace = room.workspace
    workspace.conduct.name_lead(room.child_item, "Sam Lee")
    other = workspace.register.add_child("Dana Hirst", system_id="LCS2")
    item = workspace.agenda.add(room.meeting, other)
    workspace.conduct.open_item(item)
    workspace.conduct.decide(item, "REMAIN", "Risk continues", review_on=date(2026, 12, 24))
    version = approve(room)
    confirm_all(room)
    issue.write_meeting(workspace, room.meeting, tmp_path)
    notes = {name: docx.Document(str(tmp_path / name)) for name in recall(room, version, tmp_path)}
    told = {name: " ".join((reading.text(one), *reading.edges(one))) for name, one in notes.items()}
    assert not [name for name, text in told.items() if "LCS1" in text and "LCS2" in text]
    mine, plan = (told[f"recall/recall-{of}-lcs1.docx"] for of in ("extracts", "recommendations"))
    assert "Sam Lee, Service manager (Child's file)" in mine and "recommendations" not in mine
    assert "(Holder of the child's plan)" in plan and "extracts" not in plan
    assert "LCS2" in told["recall/recall-extracts-lcs2.docx"]
    assert "This child's address" in mine and "This child's address" in plan
    assert "Another young person A's address" in told["recall/recall-extracts-lcs2.docx"]


def test_one_paper_is_recalled_from_whoever_got_it_and_the_version_stands(
    room: RunningRoom, tmp_path: Path
) -> None:
    room.workspace.conduct.name_lead(room.child_item, "Sam Lee")
    approve(room)
    confirm_all(room)
    issue.write_meeting(room.workspace, room.meeting, tmp_path)
    (sheet,) = [one for one in log(room) if one.document == "recommendations/LCS1.docx"]
    (note,) = recalling.write_recall_of(chair(room), room.meeting, [sheet.id], tmp_path, WHY)
    told = reading.text(docx.Document(str(tmp_path / note)))
    assert sheet.document in told and "minutes.docx" not in told and "This child's" in told
    assert room.workspace.read.minutes(room.meeting)[0].state == "issued"
    assert {one.document for one in log(room) if one.recalled_at} == {sheet.document}
    assert room.workspace.read.extracts_gone(room.meeting) == {room.child_item}
    assert {one.standing[:8] for one in room.workspace.read.recommendations()} == {"recalled"}
    with pytest.raises(Refusal, match="not recalled yet"):
        recalling.write_recall_of(chair(room), room.meeting, [sheet.id], tmp_path, WHY)
    left = recalling.to_recall(room.workspace, room.meeting)
    assert sheet.id not in {one.id for one in left} and left


def test_a_sheet_of_which_a_copy_is_still_out_is_awaited_as_before(
    room: RunningRoom, tmp_path: Path
) -> None:
    room.workspace.conduct.name_lead(room.child_item, "Sam Lee")
    approve(room)
    confirm_all(room)
    for folder in ("a", "b"):
        issue.write_meeting(room.workspace, room.meeting, tmp_path / folder)
    twice = [one.id for one in log(room) if one.document == "recommendations/LCS1.docx"]
    recall_of = recalling.write_recall_of
    recall_of(chair(room), room.meeting, twice[1:], tmp_path, "It went to the wrong worker")
    assert {one.standing for one in room.workspace.read.recommendations()} == {"issued"}
    recall_of(chair(room), room.meeting, twice[:1], tmp_path / "c", "It went there too")
    assert not any(one.sent_on for one in room.workspace.read.recommendations())


@pytest.mark.parametrize("earlier", [True, False])
def test_a_recall_calls_back_what_earlier_versions_left_out_where_it_is_asked(
    room: RunningRoom, tmp_path: Path, earlier: bool
) -> None:
    version = approve(room)
    issue.write_meeting(room.workspace, room.meeting, tmp_path, audiences=["minutes"])
    chair(room).minutes.approve(room.workspace.minutes.correct(version, "A figure"))
    issue.write_meeting(room.workspace, room.meeting, tmp_path, audiences=["minutes"])
    out = recalling.earlier_out(room.workspace, room.meeting)
    assert {(one.document, one.version) for one in out} == {("minutes.docx", 1)}
    recalling.write_recall(chair(room), room.meeting, tmp_path, WHY, earlier=earlier)
    again = [one for one in log(room) if one.document == "minutes.docx" and one.recalled_at]
    assert [one.version for one in again] == ([1, 2] if earlier else [2])
    note = docx.Document(str(tmp_path / "recall/recall-minutes.docx"))
    assert len(note.tables[-1].rows) == (3 if earlier else 2)
    with pytest.raises(Refusal, match="can be recalled"):
        recalling.write_recall(chair(room), room.meeting, tmp_path / "again", WHY, earlier=True)
    assert not (tmp_path / "again").exists()
