"""Where nodes stand on a chart."""

from math import dist

import pytest

from models.records.network import Network
from models.rules.network.layout import HIGH, WIDE, Point, positions
from tests.models.rules.network.small import clustered, network


def _places(drawn: Network, known: dict[int, Point] | None = None) -> dict[int, Point]:
    ids = [node.id for node in drawn.nodes]
    return positions(ids, [tie.ends for tie in drawn.ties], known)


@pytest.mark.parametrize(
    "links", ["", "c1-c2", "p1-c1 p1-c2", "c1-c2 c2-c3 c3-c1", "p1-c1 p2-c2 p3-c3 l1-c4 l1-c5"]
)
def test_every_node_has_a_place_and_room_for_its_name(links: str) -> None:
    drawn = network(links)
    places = list(_places(drawn).values())
    assert len(places) == len(drawn.nodes)
    for at, (x, y) in enumerate(places):
        for a, b in places[at + 1 :]:
            assert ((x - a) / WIDE) ** 2 + ((y - b) / HIGH) ** 2 > 0.9


def test_those_linked_stand_nearer_than_those_who_are_not() -> None:
    drawn = clustered(120)
    places, linked = _places(drawn), {frozenset(tie.ends) for tie in drawn.ties}
    near, far = [], []
    for at, one in enumerate(drawn.nodes):
        for other in drawn.nodes[at + 1 :]:
            apart = dist(places[one.id], places[other.id])
            (near if frozenset((one.id, other.id)) in linked else far).append(apart)
    assert sum(near) / len(near) < sum(far) / len(far) / 3


def test_the_same_network_is_always_drawn_the_same() -> None:
    assert _places(clustered(60)) == _places(clustered(60))


def test_what_is_known_stays_while_others_come_beside_it() -> None:
    before = _places(network("p1-c1 p1-c2 p1-c3"))
    after = _places(network("p1-c1 p1-c2 p1-c3 c3-l1 c3-l2 p9-c9"), before)
    for one, place in before.items():
        assert after[one] == pytest.approx(place, abs=1e-4)
    assert len(set(after.values())) == 8
