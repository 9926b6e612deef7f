"""What likely pairs of records say of one another."""

from datetime import date

from models.matching.beside_others import through, torn
from models.records.papers import PairRecord

FIRST, SLIP, OTHER = date(2010, 3, 4), date(2010, 3, 5), date(2012, 11, 20)
BETWEEN = date(2010, 3, 15)


def pair(one: int, other: int, weight: float = 15.0, *, likely: bool = True) -> PairRecord:
    return PairRecord(one, "A", None, other, "B", None, "child", weight, 0.9, likely, "Same name")


def apart(_one: int, _other: int) -> bool:
    return False


def test_two_that_are_likely_a_third_are_told_with_it() -> None:
    assert through([pair(1, 2), pair(1, 3)]) == {(2, 3): 1}
    assert through([pair(1, 2), pair(1, 3), pair(2, 3)]) == {}
    assert through([pair(1, 2), pair(1, 3, likely=False)]) == {}


def test_an_undated_record_is_not_likely_two_born_on_different_days() -> None:
    births = {1: None, 2: FIRST, 3: OTHER}
    assert torn([pair(1, 2), pair(1, 3)], births, apart) == {(1, 2): 3, (1, 3): 2}


def test_the_clearly_weightier_of_the_two_stands() -> None:
    births = {1: FIRST, 2: FIRST, 3: OTHER}
    assert torn([pair(1, 2, 25.0), pair(1, 3)], births, apart) == {(1, 3): 2}


def test_slips_of_one_date_tear_nothing_apart() -> None:
    births = {1: None, 2: FIRST, 3: SLIP}
    assert torn([pair(1, 2), pair(1, 3)], births, apart) == {}
    births = {1: BETWEEN, 2: date(2010, 3, 14), 3: date(2011, 3, 15)}
    assert torn([pair(1, 2), pair(1, 3)], births, apart) == {}


def test_what_somebody_joined_is_not_torn() -> None:
    births = {1: None, 2: FIRST, 3: OTHER}
    assert torn([pair(1, 2), pair(1, 3)], births, lambda one, other: {one, other} == {2, 3}) == {}


def test_a_mistaken_date_of_two_alike_in_all_else_tears_nothing_apart() -> None:
    births = {1: FIRST, 2: OTHER, 3: FIRST}
    found = [pair(1, 2, 22.0), pair(1, 3, 35.0)]
    assert torn(found, births, apart) == {(1, 2): 3}
    assert torn(found, births, apart, {(1, 2)}) == {}


def test_two_dates_that_second_records_bear_out_are_of_two_people() -> None:
    births = {1: FIRST, 2: OTHER, 3: FIRST, 4: OTHER}
    found = [pair(1, 2, 22.0), pair(1, 3, 35.0), pair(2, 4, 35.0)]
    assert torn(found, births, apart, {(1, 2)}) == {(1, 2): 4}
