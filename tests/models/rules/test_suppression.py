"""Small numbers cannot be worked out from what is published, whoever adds and takes away."""

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from models.rules.suppression import Sum, held_back, is_small, least_known
from tests.models.rules.reading_figures import could_be

WIDE, HIGH = 3, 3
COLUMNS, ROWS = range(WIDE + 1), range(HIGH + 1)
SUMS = [
    *(Sum((row, 0), tuple((row, at) for at in COLUMNS[1:])) for row in ROWS),
    *(Sum((0, at), tuple((row, at) for row in ROWS[1:])) for at in COLUMNS),
]


def table(inner: list[int]) -> dict[tuple[int, int], int]:
    """Three rows and three columns with their sums at 0."""
    made = dict(zip(product(ROWS[1:], COLUMNS[1:]), inner, strict=True))
    for row in ROWS[1:]:
        made[row, 0] = sum(made[row, at] for at in COLUMNS[1:])
    for at in COLUMNS:
        made[0, at] = sum(made[row, at] for row in ROWS[1:])
    return made


INNER = some.lists(some.one_of(some.integers(0, 7), some.integers(0, 60)), min_size=9, max_size=9)


def test_a_table_without_small_numbers_stays_whole() -> None:
    assert held_back(table([6, 0, 30, 12, 7, 0, 9, 9, 9]), SUMS) == frozenset()


def test_one_small_number_takes_three_others_with_it() -> None:
    figures = table([4, 20, 30, 12, 17, 40, 9, 19, 29])
    hidden = held_back(figures, SUMS)
    assert (1, 1) in hidden and len(hidden) == 4
    assert (0, 0) not in hidden


@settings(max_examples=25)
@given(INNER)
def test_what_is_published_fits_every_number_from_1_to_5(inner: list[int]) -> None:
    stays_open(table(inner))


def stays_open(figures: dict[tuple[int, int], int]) -> None:
    """Every small number may be any of five, for who knows of each whether it is a nought."""
    hidden, floors = held_back(figures, SUMS), least_known(figures, SUMS)
    for key in filter(lambda one: is_small(figures[one]), figures):
        least, most = could_be(key, figures, SUMS, hidden)
        assert least <= floors[key], (key, least, most)
        assert most is None or most >= floors[key] + 4, (key, least, most)


def worlds(figures: dict[str, int], hidden: frozenset[object], most: int) -> Iterator[dict]:  # type: ignore[type-arg]
    """Every way to fill in what is held back, a nought alone with one, so that all sums hold."""
    gone = [key for key in figures if key in hidden]
    for values in product(range(most + 1), repeat=len(gone)):
        world = figures | dict(zip(gone, values, strict=True))
        somebody = all(world[key] for key in gone if figures[key])
        if somebody and all(
            world[one.whole] == sum(world[part] for part in one.parts) for one in LINE
        ):
            yield world


LINE = [Sum("all", ("a", "b", "c"))]


@pytest.mark.parametrize("parts", [(1, 1, 9), (2, 4, 0), (1, 1, 1), (3, 30, 31), (5, 0, 0)])
def test_a_reader_who_tries_every_number_learns_no_more(parts: tuple[int, int, int]) -> None:
    figures = {**dict(zip("abc", parts, strict=True)), "all": sum(parts)}
    hidden = held_back(figures, LINE)
    found = list(worlds(figures, hidden, 40 if len(hidden) < 4 else 12))
    floors = least_known(figures, LINE)
    for key, number in figures.items():
        if is_small(number):
            open_to = set(range(floors[key], floors[key] + 5))
            assert {world[key] for world in found} >= open_to, (key, hidden)


def test_a_remainder_that_no_table_shows_is_protected_too() -> None:
    figures = {"a": 20, "b": 18, "rest": 2, "all": 40}
    sums = [Sum("all", ("a", "b", "rest"))]
    hidden = held_back(figures, sums, ("rest",))
    least, most = could_be("rest", figures, sums, hidden, ("rest",))
    assert hidden > {"rest"} and least <= 1 and (most is None or most >= 5)


def test_small_numbers_that_are_each_1_are_no_plainer_to_who_knows_that_none_is_a_nought() -> None:
    stays_open(table([1, 1, 1, 0, 1, 1, 13, 17, 20]))
