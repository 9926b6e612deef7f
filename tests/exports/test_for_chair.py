"""Before they are approved the chair reads the minutes alone, by folder or by mail."""

from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from exports.for_chair import write_for_chair
from exports.sending import How
from models.errors import Refusal
from tests.exports.issued_room import WORDS, log, room
from tests.models.services.rooms import RunningRoom

__all__ = ["room"]


PAPERS = ("minutes.docx", "minutes-annex-chair.docx")


def test_the_chair_gets_the_draft_and_nothing_counts_as_issued(
    room: RunningRoom, tmp_path: Path
) -> None:
    assert write_for_chair(room.workspace, room.meeting, How(tmp_path)) == PAPERS
    assert {one.name for one in tmp_path.iterdir()} == {*PAPERS}
    assert log(room) == ()


def test_a_chair_with_an_interest_gets_the_minutes_without_it(
    room: RunningRoom, tmp_path: Path
) -> None:
    room.workspace.conduct.set_chair(room.meeting, room.detective)
    room.workspace.conduct.declare(room.meeting, room.detective, "Neighbour", room.child_item)
    (name, *_) = write_for_chair(room.workspace, room.meeting, How(tmp_path))
    assert name == "minutes-without-V1.docx"


def test_a_chair_with_an_interest_never_gets_the_whole(room: RunningRoom, tmp_path: Path) -> None:
    guest = room.workspace.panel.add_member("Cleo Stone")
    room.workspace.conduct.set_chair(room.meeting, guest)
    room.workspace.conduct.declare(room.meeting, guest, "Neighbour", room.child_item)
    with pytest.raises(Refusal, match="attendance"):
        write_for_chair(room.workspace, room.meeting, How(tmp_path / "out"))
    assert not (tmp_path / "out").exists()
    room.workspace.conduct.attend(room.meeting, guest, "P")
    (name, *_) = write_for_chair(room.workspace, room.meeting, How(tmp_path))
    assert name == "minutes-without-V1.docx"


def test_by_mail_it_is_one_draft_to_the_chair(room: RunningRoom, tmp_path: Path) -> None:
    room.workspace.conduct.set_chair(room.meeting, room.nurse)
    with pytest.raises(Refusal, match="passphrase"):
        write_for_chair(room.workspace, room.meeting, How(tmp_path, by_mail=True))
    (name,) = write_for_chair(
        room.workspace, room.meeting, How(tmp_path, by_mail=True, passphrase=WORDS)
    )
    sent = message_from_bytes((tmp_path / name).read_bytes(), policy=default)
    assert sent["To"] == "ann@health.example"
    assert [one.get_filename() for one in sent.iter_attachments()] == [*PAPERS]


def test_without_a_chairs_address_nothing_is_written(room: RunningRoom, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="e-mail address"):
        write_for_chair(room.workspace, room.meeting, How(tmp_path / "out", by_mail=True))
    assert not (tmp_path / "out").exists()
