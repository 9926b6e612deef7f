"""A network as a graph that can be searched, node by node."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import rustworkx as rx

from models.records.network import Network


@dataclass(frozen=True)
class Graph:
    """A network's nodes by place, and what rustworkx searches."""

    ids: Sequence[int]
    at: dict[int, int]
    graph: "rx.PyGraph[int, None]"

    def named(self, places: Iterable[int]) -> tuple[int, ...]:
        """The ids of nodes by their places."""
        return tuple(self.ids[one] for one in places)


def graph_of(network: Network) -> Graph:
    """The graph of a network; several ties between two nodes are one edge."""
    ids = tuple(node.id for node in network.nodes)
    at = {one: place for place, one in enumerate(ids)}
    graph: rx.PyGraph[int, None] = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(list(ids))
    graph.add_edges_from_no_data([(at[tie.from_id], at[tie.to_id]) for tie in network.ties])
    return Graph(ids, at, graph)
