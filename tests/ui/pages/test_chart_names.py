"""Names on a crowded chart: everybody has one at 100 %, and none covers another."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QLineF, QPointF, QRectF

from models.records.network import Node
from models.rules.network.layout import positions
from tests.models.rules.network.small import clustered
from ui.pages.chart.drawing import Drawing
from ui.pages.chart.ink import Ink
from ui.pages.chart.nearest import Nodes
from ui.pages.chart.plan import Plan
from ui.pages.chart.telling import may_be_one
from ui.pages.chart.view import ChartView


@pytest.fixture(scope="module")
def crowded():
    """Forty nodes that all hang together, with names as long as people's and places' are."""
    network = clustered(40, seed=3)
    ids, pairs = [one.id for one in network.nodes], [one.ends for one in network.ties]
    names = {one: f"Aidan Ashdown {one}" for one in ids}
    return Plan(network, positions(ids, pairs), names)


def test_at_full_size_everybody_has_a_whole_name_and_none_covers_another(crowded, qapp, dressed):
    labels = Drawing(crowded, 1.0, Ink()).labels
    rects = [label.rect.adjusted(3, 3, -3, -3) for label in labels]
    assert {label.words for label in labels} >= set(crowded.names.values())
    assert not any(one.intersects(other) for at, one in enumerate(rects) for other in rects[:at])


def test_no_name_covers_the_head_of_an_arrow(crowded, qapp, dressed):
    drawing = Drawing(crowded, 1.0, Ink())
    names = [one.rect.adjusted(3, 3, -3, -3) for one in drawing.labels
             if one.words in crowded.names.values()]  # fmt: skip
    heads = drawing._lines.heads()
    assert len(heads) > 5
    assert not any(name.intersects(head) for name in names for head in heads)


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (Node(1, "person_of_concern", "Stefan Radu", "S.R."),
         Node(2, "person_of_concern", "Stefae Radu", "S.R."), True),
        (Node(1, "person_of_concern", "Stefan Radu", "S.R."),
         Node(2, "person_of_concern", "Lee Marsh", "L.M."), False),
        (Node(1, "location", "Harbour Park", ""), Node(2, "location", "Harbour Park", ""), False),
    ],
)  # fmt: skip
def test_of_two_who_would_join_circles_it_is_said_that_they_may_be_one(one, other, said):
    assert may_be_one(one, other) is said


def test_where_few_have_room_those_on_the_agenda_are_named_first(crowded, qapp, dressed):
    agenda = tuple(one.id for one in crowded.network.nodes[-10:])
    told = replace(crowded, network=replace(crowded.network, centres=agenda))
    said = {label.words for label in Drawing(told, 0.55, Ink()).labels}
    assert said >= {told.names[one] for one in agenda}
    assert not said >= set(told.names.values())


def test_a_hairline_to_a_name_goes_over_no_other_node(crowded, qapp, dressed):
    drawing = Drawing(crowded, 0.8, Ink())
    nodes = drawing.points
    for label in (one for one in drawing.labels if one.hair is not None):
        middle = label.hair.pointAt(0.5)
        others = [at for at in nodes.values() if at != label.hair.p1()]
        assert min(QLineF(middle, at).length() for at in others) > 4


def test_in_a_small_window_everybody_is_named_as_well(crowded, qtbot, dressed):
    view = ChartView(lambda _node, _bond: "")
    qtbot.addWidget(view)
    view.resize(840, 530)
    view.show()
    view.show_plan(crowded, fit=True)
    assert len(view.drawing.labels) == len(crowded.names)


def test_the_window_is_filled_by_setting_things_farther_apart_where_there_is_room(
    crowded, qtbot, dressed
):
    view = ChartView(lambda _node, _bond: "")
    qtbot.addWidget(view)
    view.resize(900, 900)
    view.show()
    view.show_plan(crowded, fit=True)
    as_laid_out = Drawing(crowded, view.zoom, Ink())
    assert view.drawing.bounds().height() > 1.3 * as_laid_out.bounds().height()
    one = crowded.network.nodes[0].id
    assert view.drawing.place_of(view.drawing.points[one]) == pytest.approx(crowded.places[one])


@pytest.mark.parametrize("size", [(840, 530), (1300, 800)])
def test_no_name_stands_nearer_to_another_node_than_to_its_own(crowded, qtbot, dressed, size):
    view = ChartView(lambda _node, _bond: "")
    qtbot.addWidget(view)
    view.resize(*size)
    view.show()
    view.show_plan(crowded, fit=True)
    drawing = view.drawing
    whose = {name: one for one, name in crowded.names.items()}
    beside = [label for label in drawing.labels if label.hair is None and label.words in whose]
    assert len(beside) > 30
    nodes = Nodes(drawing.points, {one: drawing._reach(one) for one in drawing.points})
    assert all(nodes.own_is_nearest(label.rect, whose[label.words]) for label in beside)
    led = [label for label in drawing.labels if label.hair is not None]
    assert all(nodes.is_led_to(label.rect, whose[label.words]) for label in led)


def test_which_node_a_name_belongs_to_is_measured_from_its_edge(qapp):
    points = {1: QPointF(0, 0), 2: QPointF(100, 0)}
    nodes = Nodes(points, {1: 10.0, 2: 10.0})
    assert nodes.own_is_nearest(QRectF(12, -8, 60, 16), 1)
    assert not nodes.own_is_nearest(QRectF(12, -8, 60, 16), 2)
    assert not nodes.own_is_nearest(QRectF(12, -8, 76, 16), 1)
    assert nodes.is_led_to(QRectF(12, -8, 60, 16), 1)
    assert not nodes.is_led_to(QRectF(12, -8, 74, 16), 1)
