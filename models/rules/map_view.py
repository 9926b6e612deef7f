"""How a map is laid on a window: what it holds, where points fall, and which lies next."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import cos, hypot, pi, sin

Point = tuple[float, float]
MARGIN, LEAST_METRES = 0.08, 2000.0
SMALLEST, LARGEST = 7.0, 22.0
"""Half the size of a mark on the map, for nothing and for the most."""
OVER, ROUNDS = 1.1, 12
"""How many times their two halves marks lie apart at least; how often what was gathered is gathered
again."""
CLOSER = 1.5
"""How much closer one step of nearing comes."""
ASIDE = 2.0
"""How much less something counts that lies aside of the way than on it."""


@dataclass(frozen=True)
class View:
    """A window on the grid: its middle in metres, and how many metres a pixel has."""

    middle: Point
    metres: float
    wide: int
    tall: int

    def at(self, point: Point) -> Point:
        """Where a point of the grid falls in the window; north is up."""
        return (
            self.wide / 2 + (point[0] - self.middle[0]) / self.metres,
            self.tall / 2 - (point[1] - self.middle[1]) / self.metres,
        )

    def moved(self, right: float, down: float) -> "View":
        """The same, moved by so many pixels."""
        x, y = self.middle
        return View((x + right * self.metres, y - down * self.metres), self.metres, self.wide,
                    self.tall)  # fmt: skip

    def nearer(self, times: float, about: Point | None = None) -> "View":
        """The same so many times nearer, a point of the window staying where it is."""
        px, py = about or (self.wide / 2, self.tall / 2)
        metres = min(max(self.metres / times, 0.2), 5000.0)
        dx, dy = (px - self.wide / 2), (py - self.tall / 2)
        held = self.middle[0] + dx * self.metres, self.middle[1] - dy * self.metres
        return View((held[0] - dx * metres, held[1] + dy * metres), metres, self.wide, self.tall)

    def sized(self, wide: int, tall: int) -> "View":
        """The same in a window of another size."""
        return View(self.middle, self.metres, wide, tall)


def whole(points: Iterable[Point], wide: int, tall: int) -> View:
    """A view that holds all these points with some room around."""
    found = list(points) or [(400_000.0, 400_000.0)]
    xs, ys = [x for x, _ in found], [y for _, y in found]
    across = max(max(xs) - min(xs), LEAST_METRES) * (1 + 2 * MARGIN)
    along = max(max(ys) - min(ys), LEAST_METRES) * (1 + 2 * MARGIN)
    metres = max(across / max(wide, 1), along / max(tall, 1))
    return View(((max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2), metres, wide, tall)


def half_size(count: int, most: int) -> float:
    """Half the size of a mark: its area grows with the count."""
    if not count or not most:
        return SMALLEST
    return float(SMALLEST + (LARGEST - SMALLEST) * (count / most) ** 0.5)


def gathered(
    points: Mapping[int, Point], counts: Mapping[int, int], scale: float = 1.0, least: float = 0.0
) -> dict[int, tuple[int, ...]]:
    """Places whose marks would lie over each other at these pixels, to be drawn as one.

    The one named most stands for those it covers; gives it with all of them, itself first. `least`
    is half the room of a number, which a mark of a place that is named has at least.
    """
    held: dict[int, tuple[int, ...]] = {one: (one,) for one in points}
    for _ in range(ROUNDS):
        sums = {one: sum(counts[each] for each in those) for one, those in held.items()}
        joined = _covered(points, sums, scale, least)
        if len(joined) == len(held):
            break
        held = {
            one: tuple(each for under in those for each in held[under])
            for one, those in joined.items()
        }
    return held


def _covered(
    points: Mapping[int, Point], counts: Mapping[int, int], scale: float, least: float
) -> dict[int, tuple[int, ...]]:
    """Each that is not covered by a larger one, with those that it covers."""
    most, cell = max(counts.values(), default=0), 2 * max(LARGEST * scale, least)
    half = {
        one: max(half_size(count, most) * scale, least if count else 0.0)
        for one, count in counts.items()
    }
    near: dict[tuple[int, int], list[int]] = {}
    found: dict[int, list[int]] = {}
    for one in sorted(counts, key=lambda each: (-counts[each], each)):
        x, y = points[one]
        over = next(
            (
                each
                for at in _cells_around(x, y, cell)
                for each in near.get(at, ())
                if _apart(points[each], points[one]) < OVER * (half[each] + half[one])
            ),
            None,
        )
        if over is None:
            found[one] = [one]
            near.setdefault((int(x // cell), int(y // cell)), []).append(one)
        else:
            found[over].append(one)
    return {one: tuple(those) for one, those in found.items()}


def _cells_around(x: float, y: float, cell: float) -> Iterator[tuple[int, int]]:
    across, down = int(x // cell), int(y // cell)
    return ((across + right, down + low) for right in (0, -1, 1) for low in (0, -1, 1))


def _apart(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def next_towards(points: Mapping[int, Point], here: int | None, right: int, up: int) -> int | None:
    """Which of these lies next in a direction, else `here`; where none is chosen, the northmost."""
    if here is None or here not in points:
        return min(points, key=lambda one: (-points[one][1], points[one][0], one), default=None)
    x, y = points[here]
    found: list[tuple[float, int]] = []
    for one, (east, north) in points.items():
        along = (east - x) * right + (north - y) * up
        aside = abs(east - x) * abs(up) + abs(north - y) * abs(right)
        if along > 0:
            found.append((along + ASIDE * aside, one))
    return min(found, default=(0.0, here))[1]


def fanned(points: Mapping[int, Point]) -> dict[int, Point]:
    """How far aside, in pixels, those are drawn that share their position with others."""
    shared: dict[tuple[int, int], list[int]] = {}
    for one, (x, y) in sorted(points.items()):
        shared.setdefault((round(x), round(y)), []).append(one)
    found: dict[int, Point] = {}
    for those in shared.values():
        if len(those) > 1:
            reach = max(LARGEST, LARGEST * len(those) / pi)
            for at, one in enumerate(those):
                turn = 2 * pi * at / len(those)
                found[one] = (reach * cos(turn), reach * sin(turn))
    return found


def scale_bar(metres: float, most: int = 160) -> tuple[int, float]:
    """A round distance in metres, and its length in pixels, no longer than `most`."""
    reach, step = metres * most, 1
    while step * 10 <= reach:
        step *= 10
    round_one = next(step * one for one in (5, 2, 1) if step * one <= reach or one == 1)
    return round_one, round_one / metres
