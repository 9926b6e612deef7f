"""Minutes come to stand: draft, chair, approved for good, issued, corrected, agreed."""

from collections.abc import Iterator

import pytest

from models.clock import SetClock
from models.entities import ExtractDue, MinutesVersion
from models.errors import Refusal
from models.marks import Role
from models.records.issuing import IssuedDocument
from models.services.minutes import MinutesService
from models.services.signed_in import Person
from models.workspace import Workspace
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


def minutes_of(room: RunningRoom) -> MinutesService:
    return room.workspace.minutes


def chair(room: RunningRoom) -> MinutesService:
    return Workspace(room.workspace.store, Person(None, "Sam Lee", Role.CHAIR)).minutes


def state(room: RunningRoom) -> list[tuple[int, str]]:
    return [(one.number, one.state) for one in room.workspace.read.minutes(room.meeting)]


def by(room: RunningRoom) -> list[str | None]:
    """Who did the last step of each version."""
    return [one.by_name for one in room.workspace.read.minutes(room.meeting)]


def approved(room: RunningRoom) -> int:
    version = minutes_of(room).draft(room.meeting)
    minutes_of(room).to_chair(version)
    chair(room).approve(version)
    return version


def test_a_draft_goes_to_the_chair_and_is_approved(room: RunningRoom) -> None:
    version = minutes_of(room).draft(room.meeting)
    assert minutes_of(room).draft(room.meeting) == version
    assert state(room) == [(1, "draft")]
    minutes_of(room).to_chair(version)
    assert state(room) == [(1, "with chair")]
    chair(room).give_back(version)
    minutes_of(room).to_chair(version)
    chair(room).approve(version)
    assert state(room) == [(1, "approved")]


def test_only_a_chair_approves(room: RunningRoom) -> None:
    version = minutes_of(room).draft(room.meeting)
    with pytest.raises(Refusal, match="chair"):
        minutes_of(room).approve(version)


def test_nothing_before_the_approval_can_be_undone(room: RunningRoom) -> None:
    approved(room)
    with pytest.raises(Refusal):
        room.workspace.store.undo()


def test_approved_minutes_hold_where_the_journal_stood(room: RunningRoom) -> None:
    version = approved(room)
    with room.workspace.store.reading() as session:
        assert len(session.get_one(MinutesVersion, version).chain_head or "") == 64


def test_approved_minutes_do_not_become_a_draft_again(room: RunningRoom) -> None:
    version = approved(room)
    with pytest.raises(Refusal, match="approved cannot become"):
        minutes_of(room).to_chair(version)


def test_a_correction_is_a_new_version_and_the_old_one_stays(room: RunningRoom) -> None:
    version = approved(room)
    with pytest.raises(Refusal, match="put right"):
        minutes_of(room).correct(version, " ")
    again = minutes_of(room).correct(version, "The review is in January.")
    assert state(room) == [(2, "draft"), (1, "corrected")]
    assert by(room) == ["Coordinator", "Coordinator"]
    with pytest.raises(Refusal, match="latest"):
        minutes_of(room).correct(version, "Once more.")
    chair(room).approve(again)
    chair(room).agree(again)
    assert state(room) == [(2, "agreed"), (1, "corrected")]


def test_a_draft_cannot_be_corrected_only_changed(room: RunningRoom) -> None:
    version = minutes_of(room).draft(room.meeting)
    with pytest.raises(Refusal, match="latest approved"):
        minutes_of(room).correct(version, "Something")


def test_a_confirmation_is_for_exactly_these_contents(room: RunningRoom) -> None:
    for digest in ("aa", "aa", "bb"):
        minutes_of(room).confirm(room.meeting, "extracts/LCS1.docx", digest)
    rows = room.workspace.read.confirmations(room.meeting)
    assert [(one.document, one.digest, one.by_name) for one in rows] == [
        ("extracts/LCS1.docx", "aa", "Coordinator"),
        ("extracts/LCS1.docx", "bb", "Coordinator"),
    ]


def test_an_issue_is_logged_before_and_after(room: RunningRoom) -> None:
    approved(room)
    whole = IssuedDocument("minutes.docx", "Panel members", "ff")
    rows = minutes_of(room).begin_issue(room.meeting, [whole])
    assert [one.state for one in room.workspace.read.issues(room.meeting)] == ["issuing"]
    assert by(room) == ["Sam Lee"]
    minutes_of(room).end_issue(room.meeting, rows)
    assert [one.state for one in room.workspace.read.issues(room.meeting)] == ["issued"]
    assert state(room) == [(1, "issued")] and by(room) == ["Coordinator"]


def test_an_issue_that_failed_leaves_the_minutes_approved(room: RunningRoom) -> None:
    approved(room)
    whole = IssuedDocument("minutes.docx", "Panel members", "ff")
    rows = minutes_of(room).begin_issue(room.meeting, [whole])
    minutes_of(room).end_issue(room.meeting, rows, done=False)
    assert [one.state for one in room.workspace.read.issues(room.meeting)] == ["not issued"]
    assert state(room) == [(1, "approved")]


def test_issued_minutes_can_be_recalled_with_a_reason(room: RunningRoom) -> None:
    version = approved(room)
    with pytest.raises(Refusal, match="why"):
        minutes_of(room).recall(version, "")
    minutes_of(room).recall(version, "Sent to the wrong list")
    assert state(room) == [(1, "recalled")]


def test_no_extract_needs_its_reason_and_can_be_taken_back(room: RunningRoom) -> None:
    with pytest.raises(Refusal, match="why"):
        minutes_of(room).no_extract(room.child_item, "")
    minutes_of(room).no_extract(room.child_item, "Not open", "Early Help lead")
    papers = room.workspace.read.extract_papers(room.child_item)
    assert papers.addressed_to == "Early Help lead"
    minutes_of(room).extract_due(room.child_item)
    with room.workspace.store.reading() as session:
        assert session.query(ExtractDue).count() == 0


def test_a_comment_says_something(room: RunningRoom) -> None:
    version = minutes_of(room).draft(room.meeting)
    with pytest.raises(Refusal):
        minutes_of(room).comment(version, " ")
    comment = minutes_of(room).comment(version, "The date is wrong.", room.child_item)
    minutes_of(room).settle_comment(comment)


def test_the_member_approves_not_the_name_to_sign_in_by(room: RunningRoom) -> None:
    version = minutes_of(room).draft(room.meeting)
    signed_in = Person(None, "shanice", Role.CHAIR, member_id=room.nurse)
    Workspace(room.workspace.store, signed_in).minutes.approve(version)
    (stands,) = room.workspace.read.minutes(room.meeting)
    members = {one.id: one.name for one in room.workspace.read.members()}
    assert stands.approved_by == members[room.nurse]
