"""The pack and the briefing tell the latest word on a child's risk, whose and of when."""

from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO

import docx
import pytest

from exports import issue_before
from models.clock import SetClock
from models.records.outcomes import JudgedRisk
from models.workspace import Workspace
from tests.exports import reading

MET, MEETS = date(2026, 10, 1), date(2026, 11, 12)
JUDGED = "judged by Northmoor MACE on 1 October 2026"


@pytest.fixture
def panel(clock: SetClock) -> Iterator[Workspace]:
    workspace = Workspace.memory("Coordinator", clock)
    workspace.panel.make("Northmoor MACE")
    workspace.panel.add_member("Ann Patel")
    yield workspace
    workspace.close()


def comes_back(
    workspace: Workspace,
    clock: SetClock,
    *,
    judged: str = "High",
    assessed: date | None = None,
    level: str | None = "Medium",
) -> int:
    """A child assessed as medium who was judged at one meeting and comes back to the next."""
    child = workspace.register.add_child("Robin Ashdown", system_id="LCS1")
    if assessed is not None:
        workspace.register.add_assessment(child, assessed_on=assessed, judgement_level=level)
    clock.set(datetime.combine(MET, time(9, 30)))
    meeting = workspace.agenda.plan_meeting(MET)
    item = workspace.agenda.add(meeting, child)
    workspace.conduct.start(meeting)
    workspace.conduct.open_item(item)
    workspace.conduct.judge_risk(item, judged)
    workspace.conduct.decide(item, "REMAIN", "The risk stands", review_on=MEETS)
    workspace.conduct.finish_item(item)
    workspace.conduct.close(meeting, MEETS)
    clock.set(datetime.combine(MEETS, time(8)))
    return workspace.agenda.add(workspace.read.meeting_on(MEETS).id, child)


def risk_in(workspace: Workspace, name: str) -> list[str]:
    lines = lines_of(workspace, name)
    return [one.removeprefix("Risk | ") for one in lines if one.startswith("Risk | ")]


def lines_of(workspace: Workspace, name: str) -> list[str]:
    meeting = workspace.read.meeting_on(MEETS).id
    papers = issue_before.before(workspace, meeting, ("agenda", "briefing"))
    made = next(one for one in papers if one.name == name)
    return reading.text(docx.Document(BytesIO(made.make(None)))).splitlines()


@pytest.mark.parametrize(
    ("judged", "assessed", "told"),
    [
        (
            "High",
            date(2026, 9, 1),
            (
                f"High, {JUDGED}; the risk assessment of 1 September 2026, which is older, says "
                "medium. The later is the higher."
            ),
        ),
        (
            "Medium",
            date(2026, 9, 1),
            (
                f"Medium, {JUDGED}; the risk assessment of 1 September 2026, which is older, says "
                "the same."
            ),
        ),
        (
            "High",
            date(2026, 10, 20),
            (
                f"Medium by the risk assessment of 20 October 2026; high was {JUDGED}, before it. "
                "The later is the lower."
            ),
        ),
        ("High", None, f"High, {JUDGED}; there is no risk assessment."),
    ],
)
def test_what_the_panel_judged_stands_with_its_day_beside_the_assessment(
    panel: Workspace, clock: SetClock, judged: str, assessed: date | None, told: str
) -> None:
    comes_back(panel, clock, judged=judged, assessed=assessed)
    assert risk_in(panel, "agenda-pack.docx") == [told]
    assert risk_in(panel, "chairs-briefing.docx") == [told]


def test_an_assessment_without_a_level_leaves_the_word_to_the_panel(
    panel: Workspace, clock: SetClock
) -> None:
    comes_back(panel, clock, assessed=date(2026, 10, 20), level=None)
    told = f"High, {JUDGED}; the risk assessment of 20 October 2026 gives no level."
    assert risk_in(panel, "agenda-pack.docx") == [told]


def test_without_a_judgement_the_assessment_has_the_word(panel: Workspace) -> None:
    child = panel.register.add_child("Robin Ashdown", system_id="LCS1")
    panel.register.add_assessment(child, assessed_on=MET, judgement_level="Medium")
    panel.agenda.add(panel.agenda.plan_meeting(MEETS), child)
    assert risk_in(panel, "agenda-pack.docx") == []


def test_the_head_of_the_item_tells_the_panels_word_and_what_the_assessment_says_else(
    panel: Workspace, clock: SetClock
) -> None:
    item = panel.read.item(comes_back(panel, clock, assessed=date(2026, 9, 1)))
    assert item is not None
    tags = [words for words, _ in item.header.tags]
    assert "Risk: high, rising ▲ (panel, 1 Oct)" in tags
    assert "Assessed medium 1 Sep, overdue" in tags


def test_what_is_judged_tonight_is_not_told_as_judged_before(
    panel: Workspace, clock: SetClock
) -> None:
    item = comes_back(panel, clock)
    panel.conduct.start(panel.read.meeting_on(MEETS).id)
    panel.conduct.judge_risk(item, "Low")
    found = panel.read.item(item)
    assert found is not None and found.header.judged is not None
    assert (found.header.judged.level, found.header.risk) == ("High", "Low")


def test_what_another_tier_judged_and_decided_is_told_to_nobody_who_may_not_sit_there(
    panel: Workspace, clock: SetClock
) -> None:
    high = panel.tiers.add("High risk group", "extraordinary")
    there = panel.agenda.plan_meeting(MET, series_id=high)
    child = panel.register.add_child("Robin Ashdown", system_id="LCS1")
    clock.set(datetime.combine(MET, time(9, 30)))
    item = panel.agenda.add(there, child)
    panel.conduct.start(there)
    panel.conduct.judge_risk(item, "High")
    panel.conduct.decide(item, "REMAIN", "A bed is funded", review_on=MEETS)
    panel.conduct.record_action(item, "Find a bed", owner="Ann Patel")
    clock.set(datetime.combine(MEETS, time(8)))
    meeting = panel.agenda.plan_meeting(MEETS)
    here = panel.agenda.add(meeting, child)
    told = ["High, as it stands on record; there is no risk assessment."]
    assert risk_in(panel, "agenda-pack.docx") == told
    assert risk_in(panel, "chairs-briefing.docx") == told
    for name in ("agenda-pack.docx", "chairs-briefing.docx"):
        assert not [one for one in lines_of(panel, name) if "bed" in one.split()]
    room = panel.read_as(panel.room_reader(meeting)).item(here)
    assert room is not None
    assert (room.header.judged, room.header.last_decision) == (JudgedRisk("High"), None)
    assert ("Risk: high", "high") in room.header.tags
    mine = panel.read.item(here)
    assert mine is not None and mine.header.judged is not None
    assert (mine.header.judged.by, mine.header.last_decision) == (
        "High risk group",
        "Remain on panel",
    )


def test_what_another_tier_judged_since_stands_before_the_panels_own_word_and_the_assessment(
    panel: Workspace, clock: SetClock
) -> None:
    high = panel.tiers.add("High risk group", "extraordinary")
    comes_back(panel, clock, judged="Medium", assessed=date(2026, 9, 1))
    [child] = panel.read.children()
    between = date(2026, 10, 20)
    there = panel.agenda.plan_meeting(between, series_id=high)
    item = panel.agenda.add(there, child.id)
    clock.set(datetime.combine(between, time(9, 30)))
    panel.conduct.start(there)
    panel.conduct.judge_risk(item, "High")
    clock.set(datetime.combine(MEETS, time(8)))
    told = (
        "High, as it stands on record; the risk assessment of 1 September 2026 says medium. "
        "The later is the higher."
    )
    assert risk_in(panel, "agenda-pack.docx") == [told]
    meeting = panel.read.meeting_on(MEETS).id
    [here] = [one.id for one in panel.read.running_order(meeting) if one.subject_id == child.id]
    room = panel.read_as(panel.room_reader(meeting)).item(here)
    assert room is not None
    tags = [words for words, _ in room.header.tags]
    assert "Risk: high, rising ▲" in tags and "Assessed medium 1 Sep, overdue" in tags
    panel.register.add_assessment(child.id, assessed_on=date(2026, 11, 1), judgement_level="Low")
    lower = f"Low by the risk assessment of 1 November 2026; medium was {JUDGED}, before it."
    assert risk_in(panel, "agenda-pack.docx") == [f"{lower} The later is the lower."]
