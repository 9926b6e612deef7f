"""The link chart: read from ten years, laid out with 500 nodes, opened and panned."""

from itertools import count

import pytest

from models.rules.network.groups import clusters, standing_between, would_join
from models.rules.network.layout import positions
from models.rules.network.paths import shortest_ways
from models.workspace import Workspace
from tests.benchmarks.linked import linked_panel
from tests.models.rules.network.small import clustered
from ui import look
from ui.desk import Desk
from ui.hub import Hub
from ui.notice import Notice
from ui.pages.chart import ChartPage
from ui.tasks import TasksAtOnce

NODES = 500


@pytest.fixture(scope="module")
def linked():
    """A panel of 500 records that are linked."""
    workspace = linked_panel(NODES)
    yield workspace
    workspace.close()


@pytest.fixture
def page(linked: Workspace, qapp):
    """The chart of all 500 in a window of its own."""
    look.apply(qapp, "light", 1.0)
    hub = Hub(linked.store)
    made = ChartPage(Desk(linked, hub, Notice(), TasksAtOnce()))
    look.wear(made)
    made.resize(1920, 1080)
    made.reload()
    made.show()
    qapp.processEvents()
    yield made
    made.close()
    made.deleteLater()
    hub.close()


def test_500_nodes_are_laid_out(benchmark):
    drawn = clustered(NODES)
    ids, pairs = [node.id for node in drawn.nodes], [tie.ends for tie in drawn.ties]
    places = benchmark.pedantic(positions, (ids, pairs), rounds=30, warmup_rounds=2)
    assert len(places) == NODES


def test_500_nodes_that_all_hang_together_are_laid_out(benchmark):
    drawn = clustered(NODES)
    ids = [node.id for node in drawn.nodes]
    pairs = [*(tie.ends for tie in drawn.ties), *zip(ids[::9], ids[9::9], strict=False)]
    places = benchmark.pedantic(positions, (ids, pairs), rounds=30, warmup_rounds=2)
    assert len(places) == NODES


def test_ways_groups_and_who_stands_between_500(benchmark):
    drawn = clustered(NODES)
    first, last = drawn.nodes[0].id, drawn.nodes[20].id

    def tell():
        return (
            shortest_ways(drawn, first, last),
            standing_between(drawn, clusters(drawn)),
            would_join(drawn),
        )

    benchmark.pedantic(tell, rounds=10, warmup_rounds=1)


def test_a_frame_of_panning_500_nodes(benchmark, page):
    page.view.zoom_by(0.9)
    step = count()

    def pan():
        by = 12 if next(step) // 30 % 2 == 0 else -12
        page.view._scroll(by, by // 2)
        page.view.viewport().repaint()

    benchmark.pedantic(pan, rounds=200, warmup_rounds=60)


def test_a_whole_frame_of_500_nodes(benchmark, page):
    benchmark.pedantic(page.view.viewport().grab, rounds=100, warmup_rounds=5)


def test_choosing_one_of_500(benchmark, page):
    ids = [node.id for node in page.state.drawn.nodes]
    turn = count()
    benchmark.pedantic(lambda: page._choose(ids[next(turn) % NODES]), rounds=40, warmup_rounds=3)


def test_reading_who_is_linked_with_a_record(benchmark, workspace: Workspace):
    turn = count(1)
    read = workspace.read.network
    benchmark.pedantic(lambda: read((next(turn),), 2), rounds=50, warmup_rounds=3)


def test_reading_who_is_linked_on_an_agenda(benchmark, workspace: Workspace):
    turn = count(100)
    read = workspace.read.network
    benchmark.pedantic(lambda: read(None, 2, next(turn)), rounds=20, warmup_rounds=2)
