"""A season planned at once, meetings moved or called off, and what calendars hear of it."""

from datetime import date, datetime, time, timedelta

import pytest
from icalendar import Calendar

from exports import timetable_calendar
from models.clock import SetClock
from models.errors import Refusal
from models.rules.seasons import Rule, Way
from models.workspace import Workspace

NOW = datetime(2026, 11, 12, 9, 30)
RULE = Rule(Way.WEEKS, date(2026, 12, 1), date(2027, 2, 1))


@pytest.fixture
def workspace():
    made = Workspace.memory("Ada Administrator", SetClock(NOW))
    made.panel.make("Northmoor MACE", starts=time(9, 30), ends=time(12, 30))
    yield made
    made.close()


def planned(workspace, rule=RULE):
    days = [one.day for one in workspace.read.preview_season(rule) if not one.left_out]
    return workspace.agenda.plan_season(days, venue="Town Hall")


def due(workspace, at=0):
    return {one.label: one.due for one in workspace.read.timetable()[at].deadlines}


def test_a_season_is_one_step_and_its_deadlines_keep_the_panels_closed_days(workspace):
    workspace.panel.set("closed_days", "2026-12-24..2027-01-01")
    assert [one.standing.partition(";")[0] for one in workspace.read.preview_season(RULE)] == [
        "to be planned", "left out: a closed day", "to be planned",
    ]  # fmt: skip
    planned(workspace)
    assert [one.held_on for one in workspace.read.timetable()] == [
        date(2026, 12, 3), date(2027, 1, 28),
    ]  # fmt: skip
    assert due(workspace, 1)["Referral deadline"] == date(2027, 1, 14)
    assert workspace.store.undo_label == "Undo “Plan 2 meetings”"
    workspace.store.undo()
    assert workspace.read.timetable() == ()


def test_a_preview_tells_the_deadlines_of_the_tier_that_is_planned(workspace):
    tier = workspace.tiers.add("Strategic group")
    (first, *_) = workspace.read.preview_season(RULE, tier)
    workspace.agenda.plan_season([first.day], series_id=tier)
    (planned_day,) = workspace.read.timetable()
    assert {one.label for one in first.deadlines} == {one.label for one in planned_day.deadlines}
    (whole, *_) = workspace.read.preview_season(RULE)
    assert len(first.deadlines) < len(whole.deadlines)


def test_nothing_is_planned_where_one_day_cannot_be(workspace):
    workspace.agenda.plan_meeting(date(2026, 12, 10))
    with pytest.raises(Refusal):
        workspace.agenda.plan_season([date(2026, 12, 3), date(2026, 12, 10)])
    assert len(workspace.read.timetable()) == 1


def test_the_panels_own_timetable_reckons_the_days(workspace):
    planned(workspace)
    workspace.panel.change_code("timetable", "papers", "working_days", -7)
    assert due(workspace)["Papers out"] == date(2026, 11, 24)


def test_a_moved_meeting_takes_deadlines_and_open_requests_along(workspace):
    police = workspace.panel.add_agency("Police")
    first, *_ = planned(workspace)
    workspace.agenda.add(first, workspace.register.add_child("Ivy Ashdown"))
    workspace.agenda.request(first, (police,), date(2026, 11, 30))
    workspace.agenda.move_meeting(first, date(2026, 12, 10))
    assert due(workspace)["Agency returns due"] == date(2026, 12, 7)
    assert workspace.read.returns(first)[0].due_on == date(2026, 12, 7)
    for day in (date(2026, 12, 31), date(2026, 11, 1)):
        with pytest.raises(Refusal):
            workspace.agenda.move_meeting(first, day)
    workspace.store.undo()
    assert workspace.read.returns(first)[0].due_on == date(2026, 11, 30)
    with pytest.raises(Refusal):
        workspace.agenda.change_meeting(first, held_on=date(2026, 12, 31))


def test_a_meeting_with_items_is_not_called_off(workspace):
    first, *_ = planned(workspace)
    child = workspace.register.add_child("Ivy Ashdown")
    item = workspace.agenda.add(first, child)
    with pytest.raises(Refusal):
        workspace.agenda.cancel_meeting(first)
    workspace.agenda.remove(item)
    workspace.agenda.cancel_meeting(first)
    assert first not in {one.id for one in workspace.read.timetable()}


def test_deadlines_of_later_meetings_stand_on_today_as_they_come_up(workspace):
    workspace.agenda.plan_meeting(NOW.date() + timedelta(days=1))
    planned(workspace)
    said = [(line.text, line.detail) for line in workspace.read.today()]
    assert ("Referral deadline, meeting of 3 December", "Thu 19 Nov 2026, in 7 days") in said
    assert not any("Papers out, meeting of 3 December" in text for text, _ in said)


def events(path):
    found = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    return {str(one["uid"]): one for one in found}


def test_the_calendar_updates_and_takes_out_what_it_said_before(workspace, tmp_path):
    first, second, *_ = planned(workspace)
    to = tmp_path / "timetable.ics"
    timetable_calendar.write(workspace, to)
    before = events(to)
    uuid = workspace.read.timetable()[0].uuid
    meeting, papers = before[f"{uuid}-meeting"], before[f"{uuid}-papers"]
    assert str(meeting["summary"]) == "Northmoor MACE"
    assert meeting["dtstart"].dt.isoformat() == "2026-12-03T09:30:00+00:00"
    assert str(papers["summary"]) == "Northmoor MACE, papers out for 3 December 2026"
    assert papers["dtstart"].dt == date(2026, 11, 26)
    timetable_calendar.write(workspace, to)
    assert {one["sequence"] for one in events(to).values()} == {0}
    workspace.agenda.move_meeting(first, date(2026, 12, 10))
    workspace.agenda.cancel_meeting(second)
    timetable_calendar.write(workspace, to)
    after = events(to)
    assert after[f"{uuid}-papers"]["sequence"] == 1
    assert after[f"{uuid}-papers"]["dtstart"].dt == date(2026, 12, 3)
    gone = [one for one in after.values() if one["status"] == "CANCELLED"]
    assert len(gone) == 12
    assert set(before) == set(after)
    timetable_calendar.write(workspace, to)
    assert not any(one["status"] == "CANCELLED" for one in events(to).values())


def test_without_meetings_there_is_no_calendar(workspace, tmp_path):
    with pytest.raises(Refusal):
        timetable_calendar.write(workspace, tmp_path / "timetable.ics")
