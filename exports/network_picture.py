"""A network of links drawn for a document: kinds by shape, so that it reads without colour."""

import io
from collections.abc import Mapping
from math import hypot
from textwrap import fill
from typing import TYPE_CHECKING, Any

from models.records.network import Network, Node, Tie
from models.rules.links import solid

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Point = tuple[float, float]

INK, PAPER = "#1B2230", "#FFFFFF"
SHAPES = {
    "child": "o",
    "person_of_concern": "D",
    "location": "s",
    "group": "H",
    "vehicle": "P",
    "phone": "X",
    "online_account": "^",
    "theme": "p",
}
"""The shapes of the link chart in the window, as matplotlib calls them."""
WIDE, SIDE, FLAT = 6.0, 0.75, 0.7
"""Inches of the picture, room beside it in links' lengths, and how flat it is drawn."""
LEAST, MOST = 1.6, 4.5
DOT = 11
DASHES = (0, (4, 3))
SPOTS = (0.5, 0.3, 0.7)
"""Where on a line from the middle outwards its words stand, of the first, second and third."""
ABOVE = 2
"""Points between a line and its words: the names of what it joins stand below."""
SIGNS = {
    "child": "circle: child",
    "person_of_concern": "diamond: person of concern",
    "location": "square: place",
    "group": "hexagon: group",
    "vehicle": "plus: vehicle",
    "phone": "cross: telephone",
    "online_account": "triangle: account",
    "theme": "pentagon: theme",
}


def network_png(network: Network, names: Mapping[int, str]) -> bytes:
    """The network as PNG; names stand below, lines carry their relation, arrows who does it."""
    from matplotlib.figure import Figure  # both cost a start that draws nothing

    from models.rules.network.layout import positions

    ids = [node.id for node in network.nodes]
    places = {
        one: (x, -y * FLAT)
        for one, (x, y) in positions(ids, [tie.ends for tie in network.ties]).items()
    }
    across, down = _span(places, 0), _span(places, 1)
    width = across[1] - across[0] + 2 * SIDE
    height = min(max((down[1] - down[0] + SIDE) * WIDE / width, LEAST), MOST)
    figure = Figure(figsize=(WIDE, height), dpi=130)
    place = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    place.set_xlim(across[0] - SIDE, across[1] + SIDE)
    place.set_ylim(down[0] - SIDE * 0.7, down[1] + SIDE * 0.4)
    place.axis("off")
    for at, tie in enumerate(network.ties):
        before = sum({*tie.ends} == {*one.ends} for one in network.ties[:at])
        spot = SPOTS[min(before, len(SPOTS) - 1)]
        _line(place, tie, places, 1 - spot if tie.to_id in network.centres else spot)
    for node in network.nodes:
        _node(place, node, places[node.id], names[node.id], node.id in network.centres)
    kinds = {node.kind for node in network.nodes}
    signs = [words for kind, words in SIGNS.items() if kind in kinds]
    said = "; ".join((*signs, "dashed: not confirmed, or intelligence"))
    foot: dict[str, Any] = {
        "fontsize": 8,
        "color": INK,
        "va": "bottom",
        "transform": place.transAxes,
    }
    place.text(0.01, 0.015, fill(said, 90), **foot)
    to: Any = io.BytesIO()
    # Without metadata: the same network gives the same file.
    figure.savefig(to, format="png", metadata={"Software": None})
    found: bytes = to.getvalue()
    return found


def _span(places: Mapping[int, Point], along: int) -> tuple[float, float]:
    found = [place[along] for place in places.values()]
    return min(found, default=0.0), max(found, default=0.0)


def _line(place: "Axes", tie: Tie, places: Mapping[int, Point], spot: float) -> None:
    """A line from one to the other, short of both; solid where it is confirmed and no rumour."""
    one, other = places[tie.from_id], places[tie.to_id]
    place.annotate(
        "",
        xy=other,
        xytext=one,
        arrowprops={
            "arrowstyle": "-" if tie.symmetric else "-|>",
            "linestyle": "-" if solid(tie) else DASHES,
            "color": INK,
            "shrinkA": DOT,
            "shrinkB": DOT,
            "linewidth": 1.1,
        },
    )
    if hypot(other[0] - one[0], other[1] - one[1]) > SIDE * 0.5:
        place.annotate(
            tie.words,
            (one[0] + (other[0] - one[0]) * spot, one[1] + (other[1] - one[1]) * spot),
            xytext=(0, ABOVE if _lies(one, other) else 0),
            textcoords="offset points",
            ha="center",
            va="bottom" if _lies(one, other) else "center",
            fontsize=8,
            color=INK,
            bbox={"boxstyle": "square,pad=0.1", "facecolor": PAPER, "edgecolor": "none"},
        )


def _lies(one: Point, other: Point) -> bool:
    """Whether a line is rather flat, so that words beside its ends would meet them."""
    return abs(other[1] - one[1]) < abs(other[0] - one[0])


def _node(place: "Axes", node: Node, at: Point, name: str, middle: bool) -> None:
    place.plot(
        *at,
        marker=SHAPES.get(node.kind, "o"),
        markersize=DOT,
        markerfacecolor=INK if middle else PAPER,
        markeredgecolor=INK,
        markeredgewidth=1.4,
        linestyle="none",
    )
    place.annotate(
        name,
        at,
        xytext=(0, -DOT + 1),
        textcoords="offset points",
        ha="center",
        va="top",
        fontsize=9,
        fontweight="bold" if middle else "normal",
        color=INK,
        bbox={"boxstyle": "square,pad=0.1", "facecolor": PAPER, "edgecolor": "none"},
    )
