"""Whether a name stands nearest to the node that it is of."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from math import hypot

from PySide6.QtCore import QLineF, QPointF, QRectF

from ui.pages.chart.labels import CELL, cells

CLEAR, LED = 2.0, 12.0
"""Pixels: how much farther off all other nodes are, and how far at the least where a hairline
leads to the name."""
Node = tuple[int, float, float, float]


class Nodes:
    """The nodes of a drawing with their middles and reaches."""

    def __init__(self, points: Mapping[int, QPointF], reaches: Mapping[int, float]) -> None:
        self._nodes = {one: (one, at.x(), at.y(), reaches[one]) for one, at in points.items()}
        self._most = max((node[3] for node in self._nodes.values()), default=0.0)
        self._cells: dict[tuple[int, int], list[Node]] = defaultdict(list)
        for node in self._nodes.values():
            self._cells[int(node[1] // CELL), int(node[2] // CELL)].append(node)

    def own_is_nearest(self, rect: QRectF, one: int) -> bool:
        """Whether a room for a node's name is farther from every other node than from its own."""
        return self._is_clear(rect, one, max(_apart(rect, self._nodes[one]), 0.0) + CLEAR)

    def is_led_to(self, rect: QRectF, one: int) -> bool:
        """Whether a room that a hairline leads to stands well off every other node."""
        return self._is_clear(rect, one, LED)

    def passes_none(self, hair: QLineF, one: int) -> bool:
        """Whether a hairline from a node goes over no other."""
        length = max(hair.length(), 1.0)
        along, down = hair.dx() / length, hair.dy() / length
        for node, x, y, reach in self._nodes.values():
            across = (x - hair.x1()) * along + (y - hair.y1()) * down
            off = abs((x - hair.x1()) * down - (y - hair.y1()) * along)
            if node != one and off < reach and -reach < across < length + reach:
                return False
        return True

    def _is_clear(self, rect: QRectF, one: int, least: float) -> bool:
        around = least + self._most
        beside = self._in(rect.adjusted(-around, -around, around, around))
        return all(node[0] == one or _apart(rect, node) >= least for node in beside)

    def _in(self, rect: QRectF) -> Iterator[Node]:
        for cell in cells(rect):
            yield from self._cells.get(cell, ())


def _apart(rect: QRectF, node: Node) -> float:
    """Pixels between a room and the edge of a node."""
    _, x, y, reach = node
    across = max(rect.left() - x, x - rect.right(), 0.0)
    down = max(rect.top() - y, y - rect.bottom(), 0.0)
    return hypot(across, down) - reach
