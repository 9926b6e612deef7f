"""The last minutes in the next pack: only for who had them, and recalled with them."""

from datetime import date, datetime
from pathlib import Path

import docx
import pytest

from exports import issue, issue_before, put_right, recall_reason, recalling
from models.clock import SetClock
from models.errors import Refusal
from tests.exports import reading
from tests.exports.issued_room import WORDS, approve, chair, room
from tests.models.services.rooms import RunningRoom

__all__ = ["room"]
NEXT = date(2026, 12, 24)
LAST = "References such as V1 are those of that day."


def text(path: Path) -> str:
    return reading.text(docx.Document(str(path)))


@pytest.fixture
def later(room: RunningRoom) -> int:
    """The next meeting; a member of an agency that neither came nor wrote sits on the core."""
    panel = room.workspace.panel
    absent = panel.add_agency("Youth justice", core=True)
    panel.add_member("Abdul Karim", agency_id=absent, core=True, email="a@yjs.example")
    room.workspace.conduct.close(room.meeting, NEXT)
    found = room.workspace.read.meeting_on(NEXT)
    assert found is not None
    room.workspace.agenda.add(found.id, room.child)
    return found.id


def test_who_neither_came_nor_wrote_has_the_pack_without_the_last_minutes(
    room: RunningRoom, later: int, tmp_path: Path
) -> None:
    issue.write_before_meeting(room.workspace, later, tmp_path, reason="All are in time")
    name = "agenda-pack-without-last-minutes.docx"
    assert LAST in text(tmp_path / "agenda-pack.docx")
    assert LAST not in text(tmp_path / name)
    gone = {one.document: one for one in room.workspace.read.issues(later)}
    assert gone[name].audience == "Abdul Karim"
    assert gone["agenda-pack.docx"].audience == "Core members, not Abdul Karim"


def test_a_recall_goes_to_who_has_the_words_by_the_next_pack_and_names_it(
    room: RunningRoom, later: int, tmp_path: Path
) -> None:
    approve(room)
    issue.write_meeting(room.workspace, room.meeting, tmp_path, reason="All are in time")
    issue.write_packs(room.workspace, later, tmp_path, reason="All are in time")
    names = recalling.write_recall(chair(room), room.meeting, tmp_path, "A figure was wrong", WORDS)
    told = " ".join(text(tmp_path / one) for one in names if one.endswith(".docx"))
    assert "packs/police/agenda-pack.docx" in told
    assert "without-last-minutes" not in told


def test_what_is_put_right_is_said_without_names(room: RunningRoom) -> None:
    told = recall_reason.naming_nobody(
        room.workspace, room.meeting, "The address of Robin Ashdown.", "corrections"
    )
    assert told == "The address of another young person A."
    room.workspace.register.add_alias(room.child, "Robbo")
    with pytest.raises(Refusal) as refused:
        recall_reason.naming_nobody(room.workspace, room.meeting, "What Robbo said.", "corrections")
    assert refused.value.field == "corrections"


def test_a_correction_speaks_of_those_on_the_agenda_by_their_items(room: RunningRoom) -> None:
    (row,) = (
        one for one in room.workspace.read.running_order(room.meeting)
        if one.subject_id == room.child
    )  # fmt: skip
    for said in ("Robin Ashdown", "Robin", "R.A."):
        told = put_right.as_minuted(room.workspace, room.meeting, f"{said} is older")
        assert told == f"{row.reference} is older"
    room.workspace.register.add_child("Rosa Archer")
    told = put_right.as_minuted(room.workspace, room.meeting, "Rosa Archer is older. So is R.A.")
    assert told == f"Another young person A is older. So is {row.reference}."
    room.workspace.register.add_alias(room.workspace.register.add_child("Ines Vale"), "Mo")
    with pytest.raises(Refusal) as refused:
        put_right.as_minuted(room.workspace, room.meeting, "Mo is older")
    assert refused.value.field == "corrections"


def test_minutes_that_are_not_approved_are_a_draft_in_the_next_pack_too(
    room: RunningRoom, later: int, tmp_path: Path
) -> None:
    doubt = "version 1, are not approved"
    assert any(doubt in one for one in issue_before.doubts_before(room.workspace, later))
    issue.write_before_meeting(room.workspace, later, tmp_path / "a", reason="All are in time")
    assert "(DRAFT, not approved)" in text(tmp_path / "a" / "agenda-pack.docx")
    approve(room)
    assert not any(doubt in one for one in issue_before.doubts_before(room.workspace, later))
    issue.write_before_meeting(room.workspace, later, tmp_path / "b", reason="All are in time")
    assert "DRAFT" not in text(tmp_path / "b" / "agenda-pack.docx")


def pack(room: RunningRoom, later: int, folder: Path) -> str:
    issue.write_before_meeting(room.workspace, later, folder, reason="All are in time")
    assert not (folder / "agenda-pack-without-last-minutes.docx").exists()
    return text(folder / "agenda-pack.docx")


def test_minutes_that_stand_recalled_are_in_no_pack_until_corrected_ones_went(
    room: RunningRoom, later: int, tmp_path: Path
) -> None:
    version = approve(room)
    issue.write_meeting(room.workspace, room.meeting, tmp_path, reason="All are in time")
    recalling.write_recall(chair(room), room.meeting, tmp_path, "A figure was wrong", WORDS)
    line = "The minutes of Thursday 12 November 2026 were recalled on Thursday 12 November 2026"
    doubt = "version 1, were recalled and no corrected ones are issued"
    corrected = room.workspace.minutes.correct(version, "A figure")
    for step in range(2):
        told = pack(room, later, tmp_path / f"a{step}")
        assert f"{line}; corrected ones follow." in told and LAST not in told
        assert "may still change" not in told and "Risk continues" not in told.split(line)[1]
        assert any(doubt in one for one in issue_before.doubts_before(room.workspace, later))
        if step == 0:
            chair(room).minutes.approve(corrected)
    issue.write_meeting(room.workspace, room.meeting, tmp_path / "c", reason="All are in time")
    issue.write_packs(room.workspace, later, tmp_path / "d", reason="All are in time")
    assert LAST in text(tmp_path / "d/packs/police/agenda-pack.docx")
    assert not any("recalled" in one for one in issue_before.doubts_before(room.workspace, later))


def test_a_pack_that_held_no_minutes_is_not_recalled_with_the_corrected_ones(
    room: RunningRoom, later: int, tmp_path: Path
) -> None:
    version = approve(room)
    issue.write_meeting(room.workspace, room.meeting, tmp_path, reason="All are in time")
    recalling.write_recall(chair(room), room.meeting, tmp_path, "A figure was wrong", WORDS)
    corrected = room.workspace.minutes.correct(version, "A figure")
    pack(room, later, tmp_path / "b")
    clock = room.workspace.store.clock
    assert isinstance(clock, SetClock)
    clock.set(datetime(2026, 11, 20, 9))
    chair(room).minutes.approve(corrected)
    issue.write_meeting(room.workspace, room.meeting, tmp_path / "c", reason="All are in time")
    again = recalling.to_recall(room.workspace, room.meeting)
    assert "minutes.docx" in {one.document for one in again}
    assert not any("agenda-pack" in one.document for one in again)
