"""A tier's papers hold its own meetings alone, name nobody, and go to who sits on it."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from docx import Document

from exports import issue
from exports.audience import Audiences
from exports.logged_with import meeting_for
from exports.recipients import ON_THE_CORE, Recipients
from models.clock import SetClock
from models.rules.working_days import add_working_days
from tests.exports import reading
from tests.models.services.rooms import HELD, RunningRoom, running_room

LATER = HELD + timedelta(days=21)


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


def test_a_childs_extract_is_of_the_tier_that_met(room: RunningRoom, tmp_path: Path) -> None:
    workspace = room.workspace
    workspace.conduct.close(room.meeting)
    high = workspace.tiers.add("High risk group", "extraordinary")
    workspace.tiers.seat(high, room.manager)
    meeting = workspace.agenda.plan_meeting(LATER, series_id=high)
    item = workspace.agenda.add(meeting, room.child)
    workspace.conduct.start(meeting)
    workspace.conduct.open_item(item)
    workspace.conduct.decide(item, "REMAIN", "The risk stands")
    workspace.conduct.close(meeting)
    issue.write_meeting(workspace, meeting, tmp_path, audiences=["extracts"], reason="Looked at")
    told = reading.text(Document(str(tmp_path / "extracts/LCS1.docx")))
    assert "High risk group" in told and "Northmoor MACE" not in told


def test_a_tiers_own_address_and_days_stand_in_its_childrens_papers(
    room: RunningRoom, tmp_path: Path
) -> None:
    workspace = room.workspace
    workspace.panel.set("reply_to", "mace@northmoor.example")
    workspace.conduct.close(room.meeting)
    high = workspace.tiers.add("High risk group", "extraordinary")
    workspace.tiers.set(high, "reply_to", "high.risk@northmoor.example")
    workspace.tiers.set(high, "reply_within", "3")
    workspace.tiers.set(high, "feed_fhir", "yes")
    meeting = workspace.agenda.plan_meeting(LATER, series_id=high)
    item = workspace.agenda.add(meeting, room.child)
    workspace.conduct.start(meeting)
    workspace.conduct.open_item(item)
    workspace.conduct.decide(item, "REMAIN", "The risk stands")
    workspace.conduct.recommend(item, "Add a weekly check-in", to_plan="CP")
    workspace.conduct.recommend(room.child_item, "Ring her school", to_plan="CP")
    workspace.conduct.close(meeting)
    waiting = [one for one in workspace.read.today() if "not sent yet" in one.text]
    unsent = {one.target_id: one.detail for one in waiting}
    assert unsent[meeting] == "an answer is due 3 working days after the sheet goes"
    assert unsent[room.meeting] == "an answer is due 10 working days after the sheet goes"
    names = issue.write_meeting(workspace, meeting, tmp_path, reason="Looked at")
    assert "care-plan-feed.fhir.json" in names
    for name in ("extracts/LCS1.docx", "recommendations/LCS1.docx"):
        told = reading.text(Document(str(tmp_path / name)))
        assert "high.risk@northmoor.example" in told and "mace@northmoor.example" not in told
    today = workspace.store.clock.today()
    by = add_working_days(today, 3)
    assert f"{by.day} {by:%B %Y}" in told
    own = tmp_path / "own"
    names = issue.write_meeting(workspace, room.meeting, own, reason="Looked at")
    assert "care-plan-feed.fhir.json" not in names
    told = reading.text(Document(str(own / "recommendations/LCS1.docx")))
    by = add_working_days(today, 10)
    assert "mace@northmoor.example" in told and f"{by.day} {by:%B %Y}" in told


def test_a_strategic_pack_tells_nothing_of_the_panels_meetings(
    room: RunningRoom, tmp_path: Path
) -> None:
    workspace = room.workspace
    group = workspace.tiers.add("Strategic group")
    workspace.tiers.seat(group, room.manager)
    theme = workspace.register.add_theme("Out-of-area beds")
    workspace.register.link(room.child, "part of theme", theme, confidence="confirmed")
    workspace.conduct.record_action(room.child_item, "Find a bed", owner_id=room.manager)
    spoken = workspace.agenda.add(room.meeting, theme)
    workspace.conduct.open_item(spoken)
    workspace.conduct.decide(spoken, "NOTIFICATION", "R. waits since spring")
    workspace.conduct.close(room.meeting)
    meeting = workspace.agenda.plan_meeting(LATER, series_id=group)
    workspace.agenda.add(meeting, theme)
    names = issue.write_before_meeting(workspace, meeting, tmp_path, reason="Looked at")
    assert not [one for one in names if one.startswith("requests/police")]
    told = reading.text(Document(str(tmp_path / "agenda-pack.docx")))
    assert "Strategic group" in told and "Out-of-area beds" in told and "1 child" in told
    for held_back in (
        "Northmoor MACE", "Find a bed", "Ashdown", "R.A.", "Pike", "waits since spring",
    ):  # fmt: skip
        assert held_back not in told
    recipients = Recipients(Audiences(workspace, meeting))
    assert recipients._whole(ON_THE_CORE) == [room.manager]
    assert {one.name for one in workspace.read.members_at(meeting) if one.core} == {"Sam Lee"}
    assert len([one for one in workspace.read.members_at(room.meeting) if one.core]) == 3
    assert meeting_for(workspace) == room.meeting
