"""How a map is laid on a window: what it holds, where points fall, and which lies next."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import cos, pi, sin

Point = tuple[float, float]
MARGIN, LEAST_METRES = 0.08, 2000.0
SMALLEST, LARGEST = 7.0, 22.0
"""Half the size of a mark on the map, for nothing and for the most."""
EASY, LEAST_SHARE = 1.5, 0.4
"""How many marks stand easily in the largest one's room; the smallest share of its size."""
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


def share_of_size(points: Iterable[Point]) -> float:
    """What share of its size each mark is drawn at, as many share the room at these pixels."""
    room = 2 * LARGEST
    held = Counter((x // room, y // room) for x, y in points)
    shared = sum(count * count for count in held.values()) / max(sum(held.values()), 1)
    # Steps of a tenth: coming nearer seldom draws every mark anew.
    share: float = max((EASY / max(shared, EASY)) ** 0.5, LEAST_SHARE)
    return round(share, 1)


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
