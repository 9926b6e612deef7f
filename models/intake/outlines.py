"""Outlines of districts read from GeoJSON, in degrees or in metres of the National Grid."""

import json
from collections.abc import Iterator
from typing import Any

from models.errors import Refusal
from models.rules.national_grid import from_degrees
from models.rules.outlines import Outline, Ring, thinned
from models.rules.positions import EAST, NORTH

LARGEST, MOST_AREAS, MOST_READ, DEEPEST = 40_000_000, 2000, 2_000_000, 8
"""Bytes of a file, areas and points that are read at most, and collections inside collections."""
NOT_ONE = "This is no GeoJSON of areas. Give a FeatureCollection of polygons."
TOO_LARGE = "These outlines are too large. Give generalised ones, of this area alone."
OUTSIDE = "These outlines lie outside Great Britain, or are in no degrees and no grid metres."
SHAPES = {"Polygon": 1, "MultiPolygon": 2}


def read_outlines(data: bytes) -> tuple[Outline, ...]:
    """Areas with their names, thinned; Refusal for what is no GeoJSON of areas."""
    if len(data) > LARGEST:
        raise Refusal(TOO_LARGE)
    try:
        said = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Refusal(NOT_ONE) from error
    areas = list(_areas(said))
    if not areas:
        raise Refusal(NOT_ONE)
    left = [MOST_READ]
    made = [Outline(name, tuple(_rings(shape, depth, left))) for name, shape, depth in areas]
    found = thinned([one for one in made if one.rings])
    if not found:
        raise Refusal(NOT_ONE)
    return found


def _areas(said: Any) -> Iterator[tuple[str, Any, int]]:
    """Every area's name, coordinates and whether it is of many parts."""
    todo = [(said, "", 0)]
    count = 0
    while todo:
        one, name, deep = todo.pop()
        if not isinstance(one, dict) or deep > DEEPEST:
            continue
        count += 1
        if count > 2 * MOST_AREAS:
            raise Refusal(TOO_LARGE)
        kind = one.get("type")
        inner = one.get("features") if kind == "FeatureCollection" else one.get("geometries")
        if kind in ("FeatureCollection", "GeometryCollection") and isinstance(inner, list):
            todo += [(each, name, deep + 1) for each in reversed(inner)]
        elif kind == "Feature":
            todo.append((one.get("geometry"), _name(one.get("properties")), deep + 1))
        elif kind in SHAPES:
            yield name, one.get("coordinates"), SHAPES[kind]


def _name(properties: Any) -> str:
    """The first property that is called a name: "name", "LAD25NM", "WD25NM"."""
    if not isinstance(properties, dict):
        return ""
    for key, value in properties.items():
        called = str(key).lower()
        if isinstance(value, str) and (called.endswith(("name", "nm"))):
            return " ".join(value.split())[:80]
    return ""


def _rings(shape: Any, depth: int, left: list[int]) -> Iterator[Ring]:
    parts = shape if depth == SHAPES["MultiPolygon"] else [shape]
    for part in parts if isinstance(parts, list) else ():
        for ring in part if isinstance(part, list) else ():
            if isinstance(ring, list):
                left[0] -= len(ring)
                if left[0] < 0:
                    raise Refusal(TOO_LARGE)
                yield tuple(map(_point, ring))


def _point(one: Any) -> tuple[float, float]:
    pair = one[:2] if isinstance(one, list) else ()
    if len(pair) != 2 or not all(type(each) in (int, float) for each in pair):
        raise Refusal(NOT_ONE)
    x, y = float(pair[0]), float(pair[1])
    if abs(x) <= 180 and abs(y) <= 90:
        if not (49 <= y <= 62 and -10 <= x <= 4):
            raise Refusal(OUTSIDE)
        return from_degrees(y, x)
    if not (-EAST <= x <= 2 * EAST and -NORTH <= y <= 2 * NORTH):
        raise Refusal(OUTSIDE)
    return x, y
