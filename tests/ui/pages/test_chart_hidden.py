"""Generated worlds: a hidden link changes nothing that is drawn, told or counted in the room."""

from datetime import date, datetime
from itertools import combinations

import pytest

from models.clock import SetClock
from models.rules.network.groups import clusters
from models.rules.network.paths import shortest_ways
from models.rules.network.told import counted
from models.workspace import Workspace
from tests.models.queries.linked_worlds import linked_world, take_out
from ui.pages.chart.state import ChartState
from ui.pages.chart.telling import Telling
from ui.pages.chart_asked import Asked, around

HELD = date(2026, 11, 12)


@pytest.fixture(params=[1, 2])
def running(request):
    """A world with a meeting that runs, police and health in the room."""
    workspace = Workspace.memory("Coordinator", SetClock(datetime(2026, 11, 12, 9, 30)))
    workspace.panel.make("Northmoor MACE")
    ids = linked_world(workspace.store, request.param)
    meeting = workspace.agenda.plan_meeting(HELD)
    workspace.agenda.add(meeting, ids[0])
    workspace.conduct.start(meeting)
    for agency in (1, 2):
        member = workspace.panel.add_member(f"Member {agency}", agency, core=True)
        workspace.conduct.attend(meeting, member, "P")
    yield workspace, ids
    workspace.close()


def _said(state, ids):
    """All that the chart draws, tells and counts, of everything and around each."""
    telling, found = Telling(state, lambda: HELD), []
    for question in (Asked(), *(around(one) for one in ids[::4])):
        state.ask(question)
        drawn = state.drawn
        ways = [
            telling.ways(drawn, shortest_ways(drawn, one.id, other.id), True)
            for one, other in combinations(drawn.nodes, 2)
        ]
        found.append((
            drawn, dict(state.places), dict(state.more), state.left_out, telling.links(), ways,
            telling.groups(clusters(drawn)), counted(drawn), state.looked_up("Subject"),
        ))  # fmt: skip
    return found


def test_what_is_hidden_changes_no_picture_no_sentence_and_no_number(running):
    workspace, ids = running
    before = ChartState(workspace)
    said = _said(before, ids)
    before.ask(Asked())
    assert before.in_room
    shown = {one for tie in before.drawn.ties for one in (tie.id, *tie.also)}
    take_out(workspace.store, shown)
    assert _said(ChartState(workspace), ids) == said
