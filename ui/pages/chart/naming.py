"""Who is named where on a chart: beside the node, else near it at the end of a hairline."""

from collections.abc import Iterator, Mapping, Sequence
from math import cos, pi, sin

from PySide6.QtCore import QLineF, QPointF, QRectF

from ui import look
from ui.pages.chart.fitting import room
from ui.pages.chart.hulls import Hull
from ui.pages.chart.ink import Ink
from ui.pages.chart.labels import Label, Lettering, Taken, spots
from ui.pages.chart.nearest import Nodes
from ui.pages.chart.plan import Plan

WIDEST, NARROWEST, CUT = 220, 78, 0.55
ALL_NAMED = 120
"""So many at most are named each, by hairlines where there is no room beside them."""
LEGIBLE = 0.2
"""The zoom under which no hairline is drawn: nodes stand too close for it to lead anywhere."""
HAIRS = tuple(range(18, 150, 12))
TURNS = tuple(turn * pi / 8 for turn in range(16))


class Naming:
    """Names for the nodes of a plan, each taking its room; `taken` is left for other words."""

    def __init__(
        self,
        plan: Plan,
        points: Mapping[int, QPointF],
        reaches: Mapping[int, float],
        zoom: float,
        ink: Ink,
        heads: Sequence[QRectF] = (),
    ) -> None:
        """`heads` are the rooms of arrows' heads: names are placed beside them."""
        self._plan, self._points, self._reaches = plan, points, reaches
        self._zoom, self._ink = zoom, ink
        self.taken = Taken()
        self._room = room(points.values())
        self._nodes = Nodes({one: at for one, at in points.items() if plan.is_bright(one)}, reaches)
        for one in filter(plan.is_bright, points):
            at, radius = points[one], reaches[one]
            self.taken.take(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius))
        for head in heads:
            self.taken.take(head)

    def names(self) -> Iterator[Label]:
        """The names, those that matter most first: what is on the agenda, or in the middle."""
        ordered = self._by_weight()
        hairs = len(ordered) <= ALL_NAMED and self._zoom >= LEGIBLE
        strong = [one for one in ordered if self._stands_out(one)]
        yield from self._named(strong, self._ink.lettering(12, 700), hairs)
        yield from self._named(ordered[len(strong) :], self._ink.lettering(), hairs)

    def _named(self, ids: Sequence[int], lettering: Lettering, hairs: bool) -> Iterator[Label]:
        waiting = []
        for one in ids:
            label = self._beside(one, lettering, WIDEST)
            if label is None and hairs:
                waiting.append(one)
                continue
            label = label or self._cut(one, lettering)
            if label is not None:
                yield label
        # Whoever has room beside them comes first, so that hairlines are few and short.
        for one in waiting:
            label = self._at_a_hair(one, lettering) or self._cut(one, lettering)
            if label is not None:
                yield label

    def caption(self, words: str, hull: Hull) -> Label:
        """A group's words above it, or below where others stand there."""
        lettering = self._ink.lettering(12, 700, "soft")
        width, height = lettering.width(words), lettering.height
        top, foot, left, right = hull.top, hull.foot, hull.left, hull.right
        places = (
            QRectF(top.x() - width / 2, top.y() - height, width, height),
            QRectF(foot.x() - width / 2, foot.y(), width, height),
            QRectF(left.x() - width, left.y() - height / 2, width, height),
            QRectF(right.x(), right.y() - height / 2, width, height),
        )
        rect = next((one for one in places if self.taken.is_free(one)), places[0])
        return self._taking(rect, words, lettering)

    def _stands_out(self, one: int) -> bool:
        return one == self._plan.chosen or one in self._plan.network.centres

    def _is_the_point(self, one: int) -> bool:
        """Whether a name stands even where it covers something."""
        return one == self._plan.chosen or self._plan.network.centres == (one,)

    def _by_weight(self) -> list[int]:
        """The nodes that are seen, those whose names matter most first."""
        on_way = {one for pair in self._plan.way for one in pair}
        degree = {one: len(self._plan.network.neighbours(one)) for one in self._points}

        def weight(one: int) -> tuple[bool, bool, int, int]:
            return not self._stands_out(one), one not in on_way, -degree[one], one

        return sorted((one for one in self._points if self._plan.is_bright(one)), key=weight)

    def _beside(self, one: int, lettering: Lettering, most: float) -> Label | None:
        words = self._words(one, lettering, most)
        for rect in self._spots(one, lettering, words):
            free = self._room.contains(rect) and self.taken.is_free(rect.adjusted(2, 2, -2, -2))
            if free and self._nodes.own_is_nearest(rect, one):
                return self._taking(rect, words, lettering)
        return None

    def _at_a_hair(self, one: int, lettering: Lettering) -> Label | None:
        """A name that a hairline leads to: whole, else cut, and over another node at the worst."""
        for most, over in ((WIDEST, False), (WIDEST * CUT, False), (WIDEST, True)):
            words = self._words(one, lettering, most)
            for apart in (self._nodes.own_is_nearest, self._nodes.is_led_to):
                for rect, hair in self._ends(one, lettering, words):
                    free = self._room.contains(rect) and self.taken.is_free(rect)
                    leads = free and apart(rect, one)
                    if leads and (over or self._nodes.passes_none(hair, one)):
                        return self._taking(rect, words, lettering, hair)
        return None

    def _ends(self, one: int, lettering: Lettering, words: str) -> Iterator[tuple[QRectF, QLineF]]:
        """Where a name may stand at the end of a hairline, the nearest first."""
        at, reach = self._points[one], self._reaches[one]
        width, height = lettering.width(words), lettering.height
        for far in HAIRS:
            for turn in TURNS:
                end = at + QPointF(cos(turn), sin(turn)) * (reach + far)
                left = end.x() - width * (1 - cos(turn)) / 2
                rect = QRectF(left, end.y() - height / 2, width, height)
                yield rect, QLineF(at, end)

    def _cut(self, one: int, lettering: Lettering) -> Label | None:
        most = max(WIDEST * CUT * min(self._zoom, 1), NARROWEST)
        label = self._beside(one, lettering, most)
        if label is not None or not self._is_the_point(one):
            return label
        words = self._words(one, lettering, most)
        return self._taking(next(self._spots(one, lettering, words)), words, lettering)

    def _words(self, one: int, lettering: Lettering, most: float) -> str:
        more = self._plan.more.get(one)
        words = lettering.cut(self._plan.names.get(one, ""), most * look.current().scale)
        return f"{words} +{more}" if more else words

    def _spots(self, one: int, lettering: Lettering, words: str) -> Iterator[QRectF]:
        at, radius = self._points[one], self._reaches[one]
        return spots(at.x(), at.y(), radius, lettering.width(words), lettering.height)

    def _taking(
        self, rect: QRectF, words: str, lettering: Lettering, hair: QLineF | None = None
    ) -> Label:
        self.taken.take(rect)
        return Label(rect.topLeft(), words, lettering, rect, hair)
