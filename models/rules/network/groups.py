"""Groups within a network, who stands between them, and whose meeting would join two."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

import rustworkx as rx

from models.records.network import Network, Node
from models.rules.network.graph import graph_of

PEOPLE = ("child", "person_of_concern", "group")
SMALLEST = 3
MOST = 20
Called = Callable[[Node], str]


@dataclass(frozen=True)
class Cluster:
    """Nodes more linked with one another than with others; `heads` are the most linked of them."""

    number: int
    ids: tuple[int, ...]
    heads: tuple[int, ...]


@dataclass(frozen=True)
class Between:
    """Somebody through whom others are linked.

    `share` is the part of all shortest ways that go through; `parts` how many pieces the network
    there would fall into without; `clusters` the numbers of the groups on either side.
    """

    id: int
    share: float
    parts: int
    clusters: tuple[int, ...]


@dataclass(frozen=True)
class Joining:
    """Two people of circles that know nothing of each other, and what both are linked with."""

    one: int
    other: int
    by: tuple[int, ...]
    sizes: tuple[int, int]


def clusters(network: Network) -> tuple[Cluster, ...]:
    """The groups, the largest first; those of fewer than three are none."""
    import networkx as nx  # it costs a chart that shows no groups as much as all the rest

    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(node.id for node in network.nodes)
    graph.add_edges_from(tie.ends for tie in network.ties)
    found = nx.community.louvain_communities(graph, seed=1)
    parts = sorted((sorted(part) for part in found), key=lambda part: (-len(part), part))
    large = (part for part in parts if len(part) >= SMALLEST)
    return tuple(
        Cluster(number, tuple(part), _heads(network, part)) for number, part in enumerate(large, 1)
    )


def _heads(network: Network, part: Sequence[int]) -> tuple[int, ...]:
    """The two of a group with the most links within it."""
    within = set(part)

    def links(one: int) -> tuple[int, int]:
        return -len(within.intersection(network.neighbours(one))), one

    return tuple(sorted(part, key=links)[:2])


def cluster_in_words(network: Network, cluster: Cluster, called: Called) -> str:
    """What a group is called: its number and around whom it stands."""
    heads = [called(node) for one in cluster.heads if (node := network.node(one)) is not None]
    return f"Group {cluster.number}: around {' and '.join(heads)} ({len(cluster.ids)})"


def standing_between(network: Network, found: Sequence[Cluster] = ()) -> tuple[Between, ...]:
    """Who stands between others, who is on the most ways first: at most twenty."""
    drawn = graph_of(network)
    shares = rx.betweenness_centrality(drawn.graph)
    whole = len(rx.connected_components(drawn.graph))
    joints = set(rx.articulation_points(drawn.graph))
    of = {one: cluster.number for cluster in found for one in cluster.ids}
    ranked = sorted(
        (place for place in drawn.graph.node_indices() if shares[place] > 0),
        key=lambda place: (-shares[place], drawn.ids[place]),
    )
    return tuple(
        Between(
            drawn.ids[place],
            shares[place],
            _parts_without(drawn.graph, place) - whole + 1 if place in joints else 1,
            _met(network, drawn.ids[place], of),
        )
        for place in ranked[:MOST]
    )


def _parts_without(graph: "rx.PyGraph[int, None]", place: int) -> int:
    left = graph.copy()
    left.remove_node(place)
    return len(rx.connected_components(left))


def _met(network: Network, node_id: int, of: dict[int, int]) -> tuple[int, ...]:
    """The groups of a node and of those it is linked with."""
    near = (node_id, *network.neighbours(node_id))
    return tuple(sorted({of[one] for one in near if one in of}))


def would_join(network: Network) -> tuple[Joining, ...]:
    """Pairs whose meeting would join two circles of people, the largest circles first.

    A circle is two or more linked with one another from person to person. Two people of different
    circles who both have links with the same place or thing are near to meeting there.
    """
    circle, sizes = _circles(network)
    found: dict[tuple[int, int], list[int]] = {}
    for node in network.nodes:
        if node.kind in PEOPLE:
            continue
        near = sorted(
            one for one in network.neighbours(node.id) if one in circle and sizes[circle[one]] > 1
        )
        for one, other in _apart(near, circle):
            found.setdefault((one, other), []).append(node.id)
    made = (
        Joining(one, other, tuple(by), (sizes[circle[one]], sizes[circle[other]]))
        for (one, other), by in found.items()
    )
    return tuple(sorted(made, key=_weight)[:MOST])


def _circles(network: Network) -> tuple[dict[int, int], dict[int, int]]:
    """Each person's circle by its number, and how many people each circle has."""
    people = {node.id for node in network.nodes if node.kind in PEOPLE}
    ties = tuple(tie for tie in network.ties if people.issuperset(tie.ends))
    nodes = tuple(node for node in network.nodes if node.id in people)
    drawn = graph_of(Network(nodes, ties))
    parts = list(rx.connected_components(drawn.graph))
    circle = {drawn.ids[place]: number for number, part in enumerate(parts) for place in part}
    return circle, {number: len(part) for number, part in enumerate(parts)}


def _apart(near: Iterable[int], circle: dict[int, int]) -> Iterable[tuple[int, int]]:
    """One pair of people for each two circles that meet at a place."""
    first: dict[int, int] = {}
    for one in near:
        first.setdefault(circle[one], one)
    return combinations(sorted(first.values()), 2)


def _weight(joining: Joining) -> tuple[int, int, int]:
    return -min(joining.sizes), -sum(joining.sizes), joining.one


def joining_in_words(network: Network, joining: Joining, called: Called) -> str:
    """What a meeting of two would do, and where it may come about."""
    one, other = (network.node(end) for end in (joining.one, joining.other))
    by = [called(node) for end in joining.by if (node := network.node(end)) is not None]
    if one is None or other is None:
        return ""
    first, second = joining.sizes
    return (
        f"If {called(one)} and {called(other)} meet, a circle of {first} and one of {second} "
        f"become one of {first + second}. Both have links with {' and '.join(by)}."
    )
