"""Where nodes stand on a chart: as far apart as they are linked, and never on one another."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import atan2, cos, pi, sin, sqrt

import numpy as np
import rustworkx as rx
from numpy.typing import NDArray

Point = tuple[float, float]
Grid = NDArray[np.float32]
TURNS, PULL = 30, 1.7
"""How often all are moved to where their distances fit, and how far beyond it they go: less than
twice, or they would swing farther out with each turn."""
PIVOTS = 30
WIDE, HIGH = 1.0, 0.62
"""Room of a node with its name, in lengths of a link."""
PUSHES = 7
APART = 1.6
WINDOW, TRIED = 1.6, 40
"""A window's width by its height, and how many widths of rows are tried."""
GOLDEN = pi * (3 - sqrt(5))


def positions(
    ids: Sequence[int],
    pairs: Iterable[tuple[int, int]],
    known: Mapping[int, Point] | None = None,
) -> dict[int, Point]:
    """A place for each node, in lengths of a link; those that are `known` stay where they are.

    The same network is always drawn the same. Parts that nothing links stand beside each other,
    the largest first.
    """
    stay = {one: place for one, place in (known or {}).items() if one in set(ids)}
    at = {one: index for index, one in enumerate(ids)}
    graph: rx.PyGraph[int, None] = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(list(ids))
    graph.add_edges_from_no_data([(at[one], at[other]) for one, other in pairs])
    parts = sorted((sorted(part) for part in rx.connected_components(graph)), key=_largest)
    distances = rx.distance_matrix(graph)
    placed: list[dict[int, Point]] = []
    for part in parts:
        apart = distances[np.ix_(part, part)].astype(np.float32)
        placed.append(_part([ids[one] for one in part], apart, stay))
    return _beside(placed, stay)


def _largest(part: Sequence[int]) -> tuple[int, int]:
    return -len(part), part[0]


def _part(ids: Sequence[int], apart: Grid, stay: Mapping[int, Point]) -> dict[int, Point]:
    """The places of nodes that are all linked, near one another or far."""
    held = np.array([one in stay for one in ids])
    if held.any():
        spots = _fitted(apart, _begun(ids, apart, stay, held), held)
    else:
        spots = _lying(_fitted(apart, _spread(apart), held))
    spots = _kept_apart(spots, held)
    return {one: (float(x), float(y)) for one, (x, y) in zip(ids, spots, strict=True)}


def _spread(apart: Grid) -> Grid:
    """Where to begin: the two widest ways in which distances to some of the nodes differ."""
    count = len(apart)
    ring = _ring(count)
    if count < 3:
        return ring * np.float32(0.5 * (count - 1)) * np.array([1, 0], np.float32)
    few = apart[:, _pivots(apart)] ** 2
    centred = -(few - few.mean(0) - few.mean(1)[:, None] + few.mean()) / 2
    ways = _widest(np.einsum("ij,ik->jk", centred, centred))
    spots = np.einsum("ij,jk->ik", centred, ways)
    size = np.sqrt((spots**2).sum(1).mean()) or 1.0
    begun: Grid = (spots * (apart.mean() * 0.7 / size) + ring * 0.3).astype(np.float32)
    return begun


def _pivots(apart: Grid) -> list[int]:
    """Nodes far from each other, each the farthest from those before."""
    found, near = [0], apart[0].copy()
    for _ in range(min(len(apart), PIVOTS) - 1):
        found.append(int(near.argmax()))
        near = np.minimum(near, apart[found[-1]])
    return found


def _widest(square: Grid) -> Grid:
    """The two directions in which a square matrix is widest.

    By power iteration: for two directions of thirty it is faster than LAPACK, whose threads wait
    for one another where the machine is busy.
    """
    ways: list[Grid] = []
    for turn in range(2):
        way = np.cos(np.arange(len(square)) * (1.7 + turn)).astype(np.float32)
        for _ in range(60):
            for other in ways:
                way = way - other * (other @ way)
            way = np.einsum("ij,j->i", square, way)
            way = way / (np.sqrt((way * way).sum()) or 1.0)
        ways.append(way)
    return np.array(ways, np.float32).T


def _ring(count: int) -> Grid:
    turns = [GOLDEN * one for one in range(count)]
    return np.array([(cos(turn), sin(turn)) for turn in turns], np.float32)


def _begun(
    ids: Sequence[int], apart: Grid, stay: Mapping[int, Point], held: NDArray[np.bool_]
) -> Grid:
    """Those known where they are; each other one beside the known that it is nearest to."""
    spots = np.array([stay.get(one, (0.0, 0.0)) for one in ids], np.float32)
    known = np.flatnonzero(held)
    middle, ring = spots[known].mean(0), _ring(len(ids))
    for one in np.flatnonzero(~held):
        nearest = known[int(apart[one, known].argmin())]
        outward = spots[nearest] - middle
        outward = outward / max(float(np.hypot(*outward)), 0.5)
        spots[one] = spots[nearest] + (outward + ring[one] * 0.6) * apart[one, nearest]
    return spots


def _fitted(apart: Grid, spots: Grid, held: NDArray[np.bool_]) -> Grid:
    """Spots moved to where the distances on paper are those along the links (least stress)."""
    weight = np.zeros_like(apart)
    np.divide(1, apart**2, out=weight, where=apart > 0)
    wanted, total = weight * apart, np.maximum(weight.sum(1), 1e-6)
    pull = np.where(held, 0, PULL / _swing(weight, total)).astype(np.float32) / total
    x, y = np.ascontiguousarray(spots[:, 0]), np.ascontiguousarray(spots[:, 1])
    for _ in range(TURNS):
        right, down = np.subtract.outer(x, x), np.subtract.outer(y, y)
        force = right * right
        force += down * down
        force += np.float32(1e-6)
        np.sqrt(force, out=force)
        np.divide(wanted, force, out=force)
        force -= weight
        right *= force
        down *= force
        x, y = x + pull * right.sum(1), y + pull * down.sum(1)
    return np.stack([x, y], 1)


def _swing(weight: Grid, total: Grid) -> float:
    """How far nodes move from one another where all move at once: 1 for many, 2 for a pair."""
    way, long = np.cos(np.arange(len(weight)) * 2.4).astype(np.float32), 1.0
    for _ in range(15):
        way = way - np.einsum("ij,j->i", weight, way) / total
        long = float(np.sqrt((way * way).sum()))
        way = way / np.float32(long or 1.0)
    return max(long, 1.0)


def _lying(spots: Grid) -> Grid:
    """Turned so that it lies along its greatest length, as windows and pages of pictures do."""
    x, y = (spots - spots.mean(0)).T
    turn = atan2(2 * float((x * y).sum()), float((x * x - y * y).sum())) / 2
    lying = np.stack([x * cos(turn) + y * sin(turn), y * cos(turn) - x * sin(turn)], 1)
    return lying.astype(np.float32)


def _kept_apart(spots: Grid, held: NDArray[np.bool_]) -> Grid:
    """Spots pushed from one another until each has room for its name."""
    scaled: Grid = (spots / np.array([WIDE, HIGH])).astype(np.float32)
    free = np.where(held, 0, 1).astype(np.float32)
    for _ in range(PUSHES):
        one, other = _near(scaled)
        share = np.where(free[one] + free[other] > 1, 0.5, 1.0) * free[one]
        pushed = False
        for _ in range(PUSHES):
            way = scaled[one] - scaled[other]
            far = np.maximum(np.sqrt((way * way).sum(1)), 1e-3)
            short = np.where(far < 0.98, 1 - far, 0) * share
            if not short.any():
                break
            pushed = True
            np.add.at(scaled, one, way * (short / far)[:, None])
        if not pushed:
            break
    return (scaled * np.array([WIDE, HIGH], np.float32)).astype(np.float32)


def _near(scaled: Grid) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Those that are near enough to come too near, each with each."""
    right = np.subtract.outer(scaled[:, 0], scaled[:, 0])
    down = np.subtract.outer(scaled[:, 1], scaled[:, 1])
    far = right * right + down * down
    np.fill_diagonal(far, 9)
    one, other = np.nonzero(far < 4)
    return one, other


def _beside(parts: Sequence[Mapping[int, Point]], stay: Collection[int]) -> dict[int, Point]:
    """The parts in rows, below those that stay; as wide as makes the picture fit a window best."""
    found: dict[int, Point] = {}
    for part in parts:
        if any(one in stay for one in part):
            found.update(part)
    fresh = [part for part in parts if not any(one in stay for one in part)]
    sizes = [_size(part) for part in fresh]
    top = max((y for _, y in found.values()), default=-APART) + APART if found else 0.0
    for part, (x, y) in zip(fresh, _best_rows(sizes), strict=True):
        left, up = min(x for x, _ in part.values()), min(y for _, y in part.values())
        found.update({one: (a - left + x, b - up + y + top) for one, (a, b) in part.items()})
    return found


def _best_rows(sizes: Sequence[Point]) -> list[Point]:
    """The corner of each part, in rows of that width which leaves the picture largest."""
    widest = max((wide for wide, _ in sizes), default=0.0)
    tried = [_rows(sizes, widest * (1 + step / 8)) for step in range(TRIED if sizes else 0)]

    def needed(corners: Sequence[Point]) -> float:
        wide = max(x + w for (x, _), (w, _) in zip(corners, sizes, strict=True))
        high = max(y + h for (_, y), (_, h) in zip(corners, sizes, strict=True))
        return max(wide / WINDOW, high)

    return min(tried, key=needed, default=[])


def _rows(sizes: Sequence[Point], most: float) -> list[Point]:
    corners, x, y, height = [], 0.0, 0.0, 0.0
    for wide, high in sizes:
        if x and x + wide > most + 1e-6:
            x, y, height = 0.0, y + height, 0.0
        corners.append((x, y))
        x, height = x + wide, max(height, high)
    return corners


def _size(part: Mapping[int, Point]) -> Point:
    across, down = [x for x, _ in part.values()], [y for _, y in part.values()]
    return max(across) - min(across) + APART, max(down) - min(down) + APART
