"""Figures by tier: meetings, attendance and actions of each, and by plain SQL."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import text

from models.clock import SetClock
from models.records.reports import Listed
from models.rules.breakdown import ALL
from tests.models.services.rooms import HELD, RunningRoom, running_room

LATER = HELD + timedelta(days=7)
GROUP = "Strategic group"


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    """A panel's meeting and one of the group above it, each with an action, both closed."""
    made = running_room(clock)
    workspace = made.workspace
    workspace.panel.change_agency(made.police, core=True)
    workspace.conduct.record_action(made.child_item, "Visit the home", owner_id=made.manager)
    workspace.conduct.record_action(made.person_item, "Serve the notice", owner_id=made.detective)
    workspace.conduct.close(made.meeting)
    group = workspace.tiers.add(GROUP, "strategic")
    workspace.tiers.seat(group, made.manager, "chair")
    clock.set(clock.now() + timedelta(days=7))
    meeting = workspace.agenda.plan_meeting(LATER, series_id=group)
    item = workspace.agenda.add(meeting, workspace.register.add_theme("Out-of-area beds"))
    workspace.conduct.start(meeting)
    workspace.conduct.attend(meeting, made.manager, "P")
    workspace.conduct.open_item(item)
    workspace.conduct.record_action(item, "Find more beds", owner_id=made.manager)
    workspace.conduct.close(meeting)
    yield made
    workspace.close()


def by_tier(room: RunningRoom) -> dict[str, dict[str, int | float | None]]:
    table = room.workspace.read.performance_by(LATER, "tier")
    return {one.label: dict(zip(table.columns, one.values, strict=True)) for one in table.rows}


def test_meetings_and_actions_stand_under_the_tier_that_held_or_agreed_them(
    room: RunningRoom,
) -> None:
    found = by_tier(room)
    panel = room.workspace.read.panel().name
    assert found["Held"] == {ALL: 2, panel: 1, GROUP: 1}
    counted = text("""select s.name, count(*) from action a join agenda_item i on i.id = a.item_id
        join meeting m on m.id = i.meeting_id join panel_series s on s.id = m.series_id
        group by s.name""")
    with room.workspace.store.reading() as session:
        told = dict(session.execute(counted).all())
    assert told == {panel: 2, GROUP: 1}
    assert found["Agreed"] == {ALL: 3, **told}
    assert found["Items discussed"][GROUP] == 1


def test_an_agency_without_a_seat_on_a_tier_is_not_absent_from_it(room: RunningRoom) -> None:
    police, social = (by_tier(room)[f"{name}: % attended"]
                      for name in ("Police", "Children's social care"))  # fmt: skip
    assert police == {ALL: 100.0, room.workspace.read.panel().name: 100.0, GROUP: None}
    assert social[GROUP] == 100.0


def test_what_stands_behind_a_figure_says_of_which_tier_it_is(room: RunningRoom) -> None:
    table = room.workspace.read.performance(LATER)
    held = next(one for one in table.rows if one.label == "Held")
    words = [one.words for one in held.listed[0] if isinstance(one, Listed)]
    assert words[-1] == f"{GROUP}, meeting of 19 November 2026"
