"""The last minutes in the next pack: only for who had them, and recalled with them."""

from datetime import date
from pathlib import Path

import docx
import pytest

from exports import issue, issue_before, recalling
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
    told = recalling.naming_nobody(
        room.workspace, room.meeting, "The address of Robin Ashdown.", "corrections"
    )
    assert told == "The address of another young person A."
    room.workspace.register.add_alias(room.child, "Robbo")
    with pytest.raises(Refusal) as refused:
        recalling.naming_nobody(room.workspace, room.meeting, "What Robbo said.", "corrections")
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
