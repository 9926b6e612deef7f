"""What leaves is asked for whom, stands in the log as it is, and goes for a reason or not."""

import errno
import itertools
import os
from datetime import date
from pathlib import Path

import docx
import pytest

from exports import folder as folders
from exports import issue
from exports.recipients import Recipients
from models.errors import Refusal, Trouble
from models.services.issuing import BROKEN_OFF, FAILED, ISSUED, ISSUING, WRITTEN
from tests.exports import reading
from tests.exports.issued_room import WORDS, approve, chair, confirm_all, log, room, states
from tests.models.services.rooms import RunningRoom

__all__ = ["room"]


class Killed(BaseException):
    """The program is ended here."""


def without_agreement(room: RunningRoom) -> None:
    room.workspace.panel.change_agency(room.health, agreement_expires=date(2026, 1, 1))


def test_without_an_agreement_nothing_counts_as_issued_until_a_reason_is_given(
    room: RunningRoom, tmp_path: Path
) -> None:
    approve(room)
    without_agreement(room)
    told: list[str] = []
    issue.write_meeting(room.workspace, room.meeting, tmp_path, tell=told.append)
    assert told[0] == "No current information sharing agreement on record: Health."
    assert "give a reason" in told[1]
    assert states(room) == {WRITTEN}
    assert room.workspace.read.minutes(room.meeting)[0].state == "approved"
    why = "Signed, on its way"
    issue.write_meeting(room.workspace, room.meeting, tmp_path, reason=why)
    issued = [one for one in log(room) if one.state == ISSUED]
    assert {one.reason for one in issued} == {why}
    assert len({one.batch for one in issued}) == 1
    assert room.workspace.read.minutes(room.meeting)[0].state == "issued"


def test_papers_before_the_meeting_are_logged_with_their_hash_and_locked(
    room: RunningRoom, tmp_path: Path
) -> None:
    names = issue.write_before_meeting(room.workspace, room.meeting, tmp_path, passphrase=WORDS)
    rows = {one.document: one for one in log(room)}
    assert set(rows) == set(names)
    assert states(room) == {ISSUED}
    assert all(one.sha256 and one.version is None for one in rows.values())
    assert rows["agenda-pack.docx"].encrypted
    assert not (tmp_path / "agenda-pack.docx").read_bytes().startswith(b"PK")


def test_what_lies_open_is_not_logged_as_locked(room: RunningRoom, tmp_path: Path) -> None:
    work, kinds = room.workspace, ["agenda"]
    issue.write_before_meeting(work, room.meeting, tmp_path, kinds=kinds, passphrase="")
    assert log(room) and not any(one.encrypted for one in log(room))


def test_papers_before_the_meeting_ask_for_an_agreement_too(
    room: RunningRoom, tmp_path: Path
) -> None:
    without_agreement(room)
    told: list[str] = []
    issue.write_before_meeting(room.workspace, room.meeting, tmp_path, tell=told.append)
    assert any("Health" in one for one in told)
    assert states(room) == {WRITTEN}


def test_an_agenda_does_not_make_the_minutes_issued(room: RunningRoom, tmp_path: Path) -> None:
    approve(room)
    issue.write_before_meeting(room.workspace, room.meeting, tmp_path)
    assert room.workspace.read.minutes(room.meeting)[0].state == "approved"


def test_a_folder_in_the_way_stops_the_whole_issue_and_the_log_says_so(
    room: RunningRoom, tmp_path: Path
) -> None:
    approve(room)
    (tmp_path / "minutes.docx").mkdir()
    with pytest.raises(Trouble, match="folder called minutes.docx"):
        issue.write_meeting(room.workspace, room.meeting, tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["minutes.docx"]
    assert states(room) == {FAILED}
    assert room.workspace.read.minutes(room.meeting)[0].state == "approved"


def killed(room: RunningRoom, folder: Path, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    """An issue ends with the program: after so many files have their names, the log not written."""
    moved = iter(range(1000))
    real = Path.rename

    def rename(path: Path, to: Path) -> Path:
        if next(moved) == at:
            raise Killed
        return real(path, to)

    with monkeypatch.context() as ended:
        ended.setattr(Path, "rename", rename)
        ended.setattr(type(room.workspace.minutes), "end_issue", lambda *_, **__: None)
        if at == 1000:
            issue.write_meeting(room.workspace, room.meeting, folder)
            return
        with pytest.raises(Killed):
            issue.write_meeting(room.workspace, room.meeting, folder)


def test_after_a_kill_in_the_middle_the_next_issue_settles_the_log(
    room: RunningRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    approve(room)
    killed(room, tmp_path, monkeypatch, 3)
    assert states(room) == {ISSUING}
    assert room.workspace.minutes.break_off() == len(log(room))
    assert states(room) == {BROKEN_OFF}
    told: list[str] = []
    issue.write_meeting(room.workspace, room.meeting, tmp_path, tell=told.append)
    assert "put back" in told[0]
    assert [one.state for one in log(room)].count(FAILED) == len(log(room)) // 2
    assert room.workspace.minutes.break_off() == 0


def test_after_a_kill_behind_the_last_file_the_issue_counts(
    room: RunningRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    approve(room)
    killed(room, tmp_path, monkeypatch, 1000)
    told: list[str] = []
    issue.write_meeting(room.workspace, room.meeting, tmp_path, tell=told.append)
    assert "counts as issued" in told[0]
    assert states(room) == {ISSUED}


def test_an_issue_broken_off_elsewhere_stays_open(
    room: RunningRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    approve(room)
    killed(room, tmp_path / "one", monkeypatch, 3)
    issue.write_meeting(room.workspace, room.meeting, tmp_path / "other")
    assert states(room) == {ISSUING, ISSUED}
    assert folders.tidy(tmp_path / "one")


def test_a_receipt_is_kept_for_what_was_issued(room: RunningRoom, tmp_path: Path) -> None:
    approve(room)
    issue.write_meeting(room.workspace, room.meeting, tmp_path, audiences=["minutes"])
    (row,) = log(room)
    room.workspace.minutes.receive([row.id])
    assert log(room)[0].receipt_at == room.workspace.store.clock.now()
    without_agreement(room)
    issue.write_meeting(room.workspace, room.meeting, tmp_path, audiences=["actions"])
    with pytest.raises(Refusal, match="issued"):
        room.workspace.minutes.receive([log(room)[-1].id])


def recipients(room: RunningRoom, name: str, *, before: bool = False) -> list[str]:
    of = issue.before if before else issue.documents
    (document,) = [one for one in of(room.workspace, room.meeting) if one.name == name]
    from exports.audience import Audiences

    found = Recipients(Audiences(room.workspace, room.meeting)).of(document)
    return [one.name for one in found]


def test_the_minutes_go_to_those_who_were_present_or_sent_information(room: RunningRoom) -> None:
    room.workspace.conduct.attend(room.meeting, room.nurse, "N")
    assert recipients(room, "minutes.docx") == ["Jane Khan", "Sam Lee"]
    room.workspace.conduct.attend(room.meeting, room.nurse, "A")
    assert recipients(room, "minutes.docx") == ["Jane Khan", "Ann Patel", "Sam Lee"]


def test_whoever_declared_an_interest_is_sent_their_own_and_not_the_whole(
    room: RunningRoom,
) -> None:
    room.workspace.conduct.declare(room.meeting, room.nurse, "A cousin", room.child_item)
    assert recipients(room, "minutes.docx") == ["Jane Khan", "Sam Lee"]
    assert recipients(room, "minutes-without-V1.docx") == ["Ann Patel"]
    assert "Ann Patel" not in recipients(room, "agenda-pack.docx", before=True)


def test_an_annex_goes_to_its_agency_alone(room: RunningRoom) -> None:
    assert recipients(room, "minutes-annex-health.docx") == ["Ann Patel"]


def test_an_annex_for_an_agency_that_neither_came_nor_wrote_is_a_doubt(room: RunningRoom) -> None:
    room.workspace.conduct.attend(room.meeting, room.nurse, "N")
    (annex,) = [
        one
        for one in issue.documents(room.workspace, room.meeting)
        if one.name == "minutes-annex-health.docx"
    ]
    told = issue.doubts(room.workspace, room.meeting, [annex])
    assert told == ("Neither present nor sent information: Ann Patel.",)


def test_confirmed_papers_of_a_child_go_without_a_question(
    room: RunningRoom, tmp_path: Path
) -> None:
    approve(room)
    confirm_all(room)
    issue.write_meeting(room.workspace, room.meeting, tmp_path)
    assert states(room) == {ISSUED}


def test_actions_of_an_item_approved_by_itself_go_before_the_minutes(
    room: RunningRoom, tmp_path: Path
) -> None:
    room.workspace.conduct.record_action(room.person_item, "Visit", owner_id=room.detective)
    chair(room).minutes.approve_item(room.child_item)
    issue.write_meeting(room.workspace, room.meeting, tmp_path)
    assert [one.document for one in log(room)] == ["actions-first.docx"]
    told = docx.Document(str(tmp_path / "actions-first.docx"))
    text = reading.text(told)
    assert "Meet R.A. weekly" in text and "Visit" not in text
    assert "DRAFT" not in reading.edges(told)[0]
    approve(room)
    assert "actions-first.docx" not in issue.write_meeting(room.workspace, room.meeting, tmp_path)


def test_they_go_to_nobody_who_declared_an_interest_in_the_item(
    room: RunningRoom, tmp_path: Path
) -> None:
    room.workspace.conduct.declare(room.meeting, room.nurse, "A cousin", room.child_item)
    chair(room).minutes.approve_item(room.child_item)
    issue.write_meeting(room.workspace, room.meeting, tmp_path)
    assert [one.document for one in log(room)] == ["actions-first.docx"]
    assert "not Ann Patel" in log(room)[0].audience


@pytest.mark.parametrize("from_the_end", [0, 1])
def test_a_disk_that_fills_up_in_mid_issue_leaves_folder_and_log_true(
    room: RunningRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, from_the_end: int
) -> None:
    """At the last file nothing is logged yet; at the plan, what was begun is logged as failed."""
    approve(room)
    names = issue.write_meeting(room.workspace, room.meeting, tmp_path)
    before = {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()}
    standing, real, written = log(room), os.fsync, itertools.count()

    def full(handle: int) -> None:
        if next(written) == len(names) - from_the_end:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(handle)

    with monkeypatch.context() as filled:
        filled.setattr(folders.os, "fsync", full)
        with pytest.raises(Trouble, match="disk is full.*Nothing was changed"):
            issue.write_meeting(room.workspace, room.meeting, tmp_path)
    assert {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()} == before
    new = [one for one in log(room) if one not in standing]
    assert {one.state for one in new} == (set() if from_the_end else {FAILED})
    assert {one.state for one in log(room) if one in standing} == {ISSUED}


def test_a_file_open_in_word_is_named_and_the_log_says_that_nothing_went(
    room: RunningRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    approve(room)
    issue.write_meeting(room.workspace, room.meeting, tmp_path)
    standing, real = log(room), Path.rename

    def rename(path: Path, to: Path) -> Path:
        if path == tmp_path / "minutes.docx":
            raise PermissionError(errno.EACCES, "The process cannot access the file")
        return real(path, to)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(Trouble, match="minutes.docx is open in another program; close it"):
        issue.write_meeting(room.workspace, room.meeting, tmp_path)
    monkeypatch.undo()
    assert {one.state for one in log(room) if one not in standing} == {FAILED}
    assert len(log(room)) > len(standing)
