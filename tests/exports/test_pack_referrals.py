"""The pack tells of a referral wherever the panel has not spoken of the child since it came."""

from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO

import docx
import pytest

from exports import issue_before
from models.clock import SetClock
from models.marks import ItemKind
from models.workspace import Workspace
from tests.exports import reading

MET, MEETS = date(2026, 10, 1), date(2026, 11, 12)
TRIED = "Mentoring and a changed timetable."


@pytest.fixture
def panel(clock: SetClock) -> Iterator[Workspace]:
    workspace = Workspace.memory("Coordinator", clock)
    workspace.panel.make("Northmoor MACE")
    workspace.panel.add_member("Ann Patel")
    yield workspace
    workspace.close()


def child(workspace: Workspace, came: date, tried: str = TRIED) -> int:
    made = workspace.register.add_child("Robin Ashdown", system_id="LCS1")
    refer(workspace, made, came, tried)
    return made


def refer(workspace: Workspace, subject: int, came: date, tried: str) -> int:
    made = workspace.referrals.add(subject, received_on=came, reason="Missing", tried=tried)
    workspace.referrals.accept(made, "Complete")
    return made


def comes_back(workspace: Workspace, clock: SetClock, subject: int) -> None:
    clock.set(datetime.combine(MET, time(9, 30)))
    meeting = workspace.agenda.plan_meeting(MET)
    item = workspace.agenda.add(meeting, subject)
    workspace.conduct.start(meeting)
    workspace.conduct.open_item(item)
    workspace.conduct.decide(item, "REMAIN", "The risk stands", review_on=MEETS)
    workspace.conduct.finish_item(item)
    workspace.conduct.close(meeting, MEETS)
    clock.set(datetime.combine(MEETS, time(9)))
    workspace.agenda.add(workspace.read.meeting_on(MEETS).id, subject, kind=ItemKind.REVIEW)


def pack(workspace: Workspace) -> str:
    meeting = workspace.read.meeting_on(MEETS).id
    papers = issue_before.before(workspace, meeting, ("agenda",))
    made = next(one for one in papers if one.name == "agenda-pack.docx")
    return reading.text(docx.Document(BytesIO(made.make(None))))


@pytest.mark.parametrize("kind", [ItemKind.NEW, ItemKind.URGENT, ItemKind.DEFERRED])
def test_a_child_the_panel_has_not_spoken_of_comes_with_the_referral(
    panel: Workspace, kind: ItemKind
) -> None:
    meeting = panel.agenda.plan_meeting(MEETS)
    panel.agenda.add(meeting, child(panel, date(2026, 10, 20)), kind=kind)
    told = pack(panel)
    assert f"Tried so far | {TRIED}" in told


def test_a_review_comes_with_no_referral_of_before_the_last_meeting(
    panel: Workspace, clock: SetClock
) -> None:
    again = child(panel, date(2026, 9, 1), "The first time.")
    comes_back(panel, clock, again)
    told = pack(panel)
    assert "V1  R.A., LCS1 (review)" in told and "The first time." not in told


def test_the_last_that_came_is_told_and_none_that_was_turned_away(
    panel: Workspace, clock: SetClock
) -> None:
    again = child(panel, date(2026, 9, 1), "The first time.")
    comes_back(panel, clock, again)
    refer(panel, again, date(2026, 10, 20), TRIED)
    away = panel.referrals.add(again, received_on=date(2026, 10, 25), tried="Nothing yet.")
    panel.referrals.decide(away, "DECLINE", "Below the threshold", second_person="Ann Patel")
    told = pack(panel)
    assert f"Tried so far | {TRIED}" in told
    assert "The first time." not in told and "Nothing yet." not in told
