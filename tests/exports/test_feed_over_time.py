"""The feed carries what changed since it last went, whichever meeting made it, and only that."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from exports import issue
from models.clock import SetClock
from models.errors import Refusal
from models.marks import Role
from models.services.signed_in import Person
from models.workspace import Workspace
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    made.workspace.conduct.recommend(made.child_item, "Offer Robin mentoring")
    closed(made.workspace, made.meeting, made.child_item)
    yield made
    made.workspace.close()


def chair(workspace: Workspace) -> Workspace:
    return Workspace(workspace.store, Person(None, "Sam Lee", Role.CHAIR))


def closed(workspace: Workspace, meeting: int, item: int) -> None:
    workspace.conduct.decide(item, "REMAIN", "Risk continues", review_on=date(2026, 12, 24))
    workspace.conduct.finish_item(item)
    workspace.conduct.not_reached(meeting)
    workspace.conduct.close(meeting)
    chair(workspace).minutes.approve(workspace.minutes.draft(meeting))


def next_meeting(room: RunningRoom, *texts: str) -> int:
    workspace = room.workspace
    clock = workspace.store.clock
    assert isinstance(clock, SetClock)
    clock.set(datetime(2026, 12, 10, 9, 30))
    meeting = workspace.agenda.plan_meeting(date(2026, 12, 10))
    other = workspace.register.add_child("Ivy Marsh", system_id="LCS2")
    item = workspace.agenda.add(meeting, other)
    workspace.conduct.start(meeting)
    workspace.conduct.open_item(item)
    for text in texts:
        workspace.conduct.recommend(item, text)
    closed(workspace, meeting, item)
    return meeting


def fed(room: RunningRoom, meeting: int, folder: Path) -> list[tuple[str, int, str]]:
    """The feed of a meeting, confirmed and issued: reference, version and change."""
    workspace = room.workspace
    for one in issue.documents(workspace, meeting):
        if one.kind == "feed" and one.needs_confirming:
            workspace.minutes.confirm(meeting, one.name, one.digest)
    issue.write_meeting(workspace, meeting, folder, audiences=("feed",))
    made = json.loads((folder / "care-plan-feed.json").read_text("utf-8"))
    assert made["status"] == "final"
    return [(one["reference"], one["version"], one["change"]) for one in made["records"]]


def test_a_later_change_to_an_older_meetings_recommendation_goes_once(
    room: RunningRoom, tmp_path: Path
) -> None:
    assert fed(room, room.meeting, tmp_path) == [("R001", 1, "new")]
    second = next_meeting(room, "Offer Ivy a place at the club")
    first = room.workspace.read.recommendations(room.child)[0]
    minutes, reword = room.workspace.minutes, room.workspace.recommendations.reword
    with pytest.raises(Refusal, match="correction"):
        reword(first.id, "Offer Robin mentoring each week")
    correction = minutes.correct(minutes.draft(room.meeting), "R001 is each week")
    reword(first.id, "Offer Robin mentoring each week")
    chair(room.workspace).minutes.approve(correction)
    assert fed(room, second, tmp_path) == [("R002", 1, "new"), ("R001", 2, "changed")]
    assert fed(room, second, tmp_path) == [("R002", 1, "unchanged")]


def test_words_that_nobody_outside_has_had_are_no_version_of_their_own(
    room: RunningRoom, tmp_path: Path
) -> None:
    (row,) = room.workspace.read.recommendations()
    room.workspace.minutes.correct(room.meeting, "Worded anew")
    room.workspace.recommendations.reword(row.id, "Offer Robin mentoring each week")
    chair(room.workspace).minutes.approve(room.workspace.minutes.draft(room.meeting))
    assert fed(room, room.meeting, tmp_path) == [("R001", 1, "new")]


def test_a_withdrawal_goes_out_once_more(room: RunningRoom, tmp_path: Path) -> None:
    fed(room, room.meeting, tmp_path)
    second = next_meeting(room, "Offer Ivy a place at the club")
    first = room.workspace.read.recommendations(room.child)[0]
    chair(room.workspace).recommendations.withdraw(first.id, "Robin has moved")
    assert fed(room, second, tmp_path)[1:] == [("R001", 2, "withdrawn")]


def test_what_never_went_goes_with_the_next_feed_and_a_draft_counts_for_nothing(
    room: RunningRoom, tmp_path: Path
) -> None:
    told: list[str] = []
    issue.write_meeting(
        room.workspace, room.meeting, tmp_path, audiences=("feed",), tell=told.append
    )
    assert [one for one in told if "nobody has confirmed what it says now" in one]
    second = next_meeting(room)
    assert fed(room, second, tmp_path) == [("R001", 1, "new")]


def test_an_answered_recommendation_goes_again_without_another_confirmation(
    room: RunningRoom, tmp_path: Path
) -> None:
    fed(room, room.meeting, tmp_path)
    (row,) = room.workspace.read.recommendations()
    room.workspace.recommendations.reply(row.id, "accepted")
    told: list[str] = []
    issue.write_meeting(
        room.workspace, room.meeting, tmp_path, audiences=("feed",), tell=told.append
    )
    made = json.loads((tmp_path / "care-plan-feed.json").read_text("utf-8"))
    (record,) = made["records"]
    assert (made["status"], record["change"], record["status"]) == (
        "final",
        "unchanged",
        "accepted",
    )
    assert not any("DRAFT" in one for one in told)


def test_a_feed_has_the_words_of_the_recommendation_with_its_child_as_initials(
    clock: SetClock, tmp_path: Path
) -> None:
    made = running_room(clock)
    made.workspace.register.add_alias(made.child, "Robbo")
    made.workspace.conduct.recommend(made.child_item, "See Robbo, that is Robin Ashdown. Ask Robin")
    closed(made.workspace, made.meeting, made.child_item)
    fed(made, made.meeting, tmp_path)
    for name in ("care-plan-feed.json", "care-plan-feed.csv"):
        text = (tmp_path / name).read_text("utf-8")
        assert "See R.A., that is R.A. Ask R.A." in text
        assert not [one for one in ("Robin", "Robbo", "Ashdown") if one in text]
    made.workspace.close()


def test_what_another_tier_recommended_goes_with_the_panels_feed_of_who_reads_both(
    room: RunningRoom, tmp_path: Path
) -> None:
    workspace = room.workspace
    fed(room, room.meeting, tmp_path)
    high = workspace.tiers.add("High risk group", "extraordinary")
    there = workspace.agenda.plan_meeting(date(2026, 11, 20), series_id=high)
    item = workspace.agenda.add(there, room.child)
    clock = workspace.store.clock
    assert isinstance(clock, SetClock)
    clock.set(datetime(2026, 11, 20, 9, 30))
    workspace.conduct.start(there)
    workspace.conduct.open_item(item)
    workspace.conduct.recommend(item, "Offer Robin a safe bed")
    closed(workspace, there, item)
    second = next_meeting(room, "Offer Ivy a place at the club")
    mine = [one for one in issue.documents(chair(workspace), second) if one.name.endswith(".json")]
    assert [b"safe bed" in one.make(None) for one in mine] == [False]
    assert [one[1:] for one in fed(room, second, tmp_path)] == [(1, "new"), (1, "new")]
    assert "safe bed" in (tmp_path / "care-plan-feed.json").read_text("utf-8")
