"""Places in words and in time: which a text names, at which hours, how often before and now."""

from datetime import date, datetime

import pytest

from models.rules.hot_spots import Period, before, change_words, counted, period
from models.rules.naming_places import PlaceNames, street_of
from models.rules.place_shapes import SHAPES, shape_of
from models.rules.times_of_week import week, week_words

NAMES = PlaceNames([
    (1, "Halewood Garages"), (2, "The Skatepark"), (3, "Park"), (4, "14 Albion Terrace"),
    (5, "NM4 2AB"), (6, "KFC"), (7, "St Mark's Shopping Centre"),
    (8, "Crow Park"), (9, "Crow Park bandstand"), (10, "Crow Park"),
])  # fmt: skip


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Found behind Halewood garages, with two older males", {1}),
        ("Garages", set()),
        ("skatepark", {2}),
        ("At the skatepark", set()),
        ("Park", {3}),
        ("Seen in a park at night", set()),
        ("at 14, Albion Terrace again", {4}),
        ("114 Albion Terrace", set()),
        ("flat near nm42ab", {5}),
        ("KFC", {6}),
        ("outside KFC", set()),
        ("St Marks shopping centre; Halewood Garages", {1, 7}),
        ("By the Crow Park bandstand at night", {9}),
        ("Crow Park bandstand", {9}),
        ("From Crow Park to the Crow Park bandstand", {8, 9, 10}),
        ("", set()),
    ],
)
def test_a_text_names_a_place_by_its_whole_name(text: str, named: set[int]) -> None:
    assert NAMES.named_in(text, None) == named


def test_only_an_address_with_a_number_names_one_door() -> None:
    assert street_of("14 Albion Terrace, Northmoor") == "14 Albion Terrace"
    assert street_of("Albion Terrace") is None and street_of(None) is None


def test_the_hours_of_a_week_are_counted_and_told() -> None:
    fridays = [datetime(2026, 11, 6, 21, 15), datetime(2026, 11, 13, 23, 59)]
    counts = week([*fridays, datetime(2026, 11, 9, 0, 0)])
    assert counts[4][5] == 2 and counts[0][0] == 1 and sum(map(sum, counts)) == 3
    assert week_words(counts, 2) == (
        "3 with an hour. Most often Friday 20–24 (2). By day: Mon 1, Fri 2. "
        "By hour: 00–04 1, 20–24 2. 2 without an hour."
    )
    assert week_words(week([])) == "Nothing with a day and hour is on record."
    assert week_words(week([]), 4) == "4 without an hour."


def test_a_period_is_whole_months_and_the_one_before_it_is_as_long() -> None:
    today = date(2026, 1, 31)
    assert period(today, 3) == Period(date(2025, 11, 1), date(2026, 1, 31))
    assert period(today, 3).words == "Nov 2025 to Jan 2026"
    assert period(today, 1, ago=1).words == "Dec 2025"
    assert before(period(today, 3), 3) == Period(date(2025, 8, 1), date(2025, 10, 31))
    assert counted([date(2025, 11, 1), date(2025, 10, 31)], period(today, 3)) == 1


@pytest.mark.parametrize(
    ("now", "then", "words"),
    [(3, 1, "2 more"), (1, 3, "2 fewer"), (2, 2, "as before"), (1, 0, "new"), (0, 0, "")],
)
def test_a_change_is_told_in_words(now: int, then: int, words: str) -> None:
    assert change_words(now, then) == words


def test_every_shape_stands_for_kinds_and_the_unknown_is_other() -> None:
    assert shape_of("skatepark") == "circle" and shape_of("cuckooed") == "house"
    assert shape_of("") == "star" == shape_of("no such kind")
    kinds = [kind for _, some in SHAPES.values() for kind in some]
    assert len(kinds) == len(set(kinds))
