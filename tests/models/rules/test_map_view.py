"""A map in a window: what is in sight, what lies next; outlines thinned; hot spots counted."""

from datetime import date
from itertools import combinations
from math import hypot
from random import Random

import pytest

from models.records.incidents import Incident, IncidentKind, MapPlace
from models.records.subjects import SubjectRow
from models.rules.hot_spot_rows import hot_spots
from models.rules.hot_spots import before, period
from models.rules.map_view import (
    OVER,
    fanned,
    gathered,
    half_size,
    next_towards,
    scale_bar,
    whole,
)
from models.rules.outlines import MOST_POINTS, Outline, kept, thinned, written

POINTS = {1: (0.0, 0.0), 2: (1000.0, 100.0), 3: (1000.0, 5000.0), 4: (0.0, -3000.0), 5: (0.0, 0.0)}


def test_all_points_are_in_sight_with_north_up() -> None:
    view = whole(POINTS.values(), 800, 400)
    for x, y in map(view.at, POINTS.values()):
        assert 0 < x < 800 and 0 < y < 400
    assert view.at(POINTS[3])[1] < view.at(POINTS[4])[1]
    assert whole([], 10, 10).metres > 0


def test_coming_nearer_leaves_what_is_under_the_hand_where_it_is() -> None:
    view = whole(POINTS.values(), 800, 400)
    held = view.at(POINTS[2])
    assert view.nearer(2, held).at(POINTS[2]) == pytest.approx(held)
    assert view.nearer(2).metres == view.metres / 2
    moved = view.moved(100, 50)
    assert moved.at(POINTS[2]) == pytest.approx((held[0] - 100, held[1] - 50))


@pytest.mark.parametrize(
    ("here", "right", "up", "next_one"),
    [(None, 1, 0, 3), (1, 1, 0, 2), (1, 0, 1, 2), (2, 0, 1, 3), (1, 0, -1, 4), (4, 0, -1, 4),
     (1, -1, 0, 1), (9, 0, 1, 3)],
)  # fmt: skip
def test_arrows_go_to_what_lies_next(here, right, up, next_one) -> None:
    assert next_towards(POINTS, here, right, up) == next_one


def test_places_that_share_a_position_are_drawn_round_it_each_by_itself() -> None:
    aside = fanned({**POINTS, 6: (0.3, 0.2)})
    assert aside.keys() == {1, 5, 6}
    spots = list(aside.values())
    assert all(one != other for at, one in enumerate(spots) for other in spots[:at])
    assert sum(x for x, _ in spots) == pytest.approx(sum(y for _, y in spots)) == pytest.approx(0)
    assert fanned({1: (0, 0), 2: (5, 0)}) == {}


def test_marks_grow_with_the_count_and_a_scale_is_a_round_number() -> None:
    assert half_size(0, 9) < half_size(1, 9) < half_size(9, 9) == half_size(4, 4)
    assert scale_bar(12.3) == (1000, pytest.approx(1000 / 12.3))
    assert scale_bar(0.01)[0] == 1


def test_places_whose_marks_would_lie_over_each_other_are_gathered_under_the_one_named_most() -> (
    None
):
    points = {1: (0.0, 0.0), 2: (8.0, 0.0), 3: (200.0, 0.0), 4: (205.0, 3.0), 5: (400.0, 0.0)}
    counts = {1: 2, 2: 9, 3: 0, 4: 0, 5: 1}
    assert gathered(points, counts) == {2: (2, 1), 5: (5,), 3: (3, 4)}
    assert gathered({}, {}) == {}


@pytest.mark.parametrize("seed", range(5))
def test_what_is_drawn_stands_apart_and_holds_every_place_once(seed: int) -> None:
    chance = Random(seed)
    points = {one: (chance.gauss(0, 90), chance.gauss(0, 90)) for one in range(500)}
    counts = {one: chance.choice((0, 0, 1, 2, 7)) for one in points}
    held = gathered(points, counts, 1.0, 10.0)
    assert sorted(each for those in held.values() for each in those) == sorted(points)
    assert 5 < len(held) < 200
    sums = {one: sum(counts[each] for each in those) for one, those in held.items()}
    most = max(sums.values())
    halves = {one: max(half_size(sum_, most), 10.0 if sum_ else 0.0) for one, sum_ in sums.items()}
    for one, other in combinations(held, 2):
        apart = hypot(*(a - b for a, b in zip(points[one], points[other], strict=True)))
        assert apart >= OVER * (halves[one] + halves[other])


def test_outlines_are_thinned_to_what_a_map_shows_and_come_back_as_kept() -> None:
    ring = tuple((float(x), float(x % 7)) for x in range(200_000))
    (found,) = thinned([Outline("Eastmoor", ((*ring, ring[0]),)), Outline("Rock", (ring[:3],))])
    assert found.name == "Eastmoor" and 3 < len(found.rings[0]) <= MOST_POINTS
    assert found.rings[0][0] == found.rings[0][-1]
    assert kept(written([found])) == (found,)


def incident(row_id: int, day: date | None, place_id: int) -> Incident:
    return Incident(place_id, IncidentKind.LINE, row_id, day, None, "")


def place(one: int, name: str, ward: str | None, *named: Incident) -> MapPlace:
    row = SubjectRow(one, "location", name, name, None)
    children = frozenset({one, 7})
    return MapPlace(row, "Park", "circle", ward, None, None, children=children, incidents=named)


def test_hot_spots_are_counted_by_place_and_ward_with_what_is_behind_them() -> None:
    now = period(date(2026, 11, 12), 1)
    nov, oct_ = date(2026, 11, 3), date(2026, 10, 3)
    places = (
        place(1, "Rec", "Hale", incident(1, nov, 1), incident(2, oct_, 1), incident(3, None, 1)),
        place(2, "Steps", "Hale", incident(1, nov, 2), incident(4, nov, 2)),
        place(3, "Quay", None),
    )
    rows = hot_spots(places, "place", now, before(now, 1))
    assert [(row.name, row.now, row.before, row.change) for row in rows] == [
        ("Steps", 2, 0, "new"), ("Rec", 1, 1, "as before"), ("Quay", 0, 0, ""),
    ]  # fmt: skip
    hale, unsaid = hot_spots(places, "ward", now, before(now, 1))
    # One line that names two places of a ward counts there once.
    assert (hale.now, hale.before, hale.children, hale.what) == (2, 1, 3, "2 places")
    assert [one.row_id for one in hale.incidents] == [1, 4]
    assert (unsaid.name, unsaid.places) == ("not stated", (3,))
