"""One figure apart is a slip only between numbers that were not given out each."""

import pytest

from models.matching.alike_things import alike
from models.matching.belongings import Belongings, set_level
from models.matching.given_out import GivenOut
from models.matching.weighing import Facts, weigh

ONE, OTHER = "07700900204", "07700900284"


def has(*phones: str, handles: tuple[str, ...] = ()) -> Belongings:
    return Belongings(phones=frozenset(phones), handles=frozenset(handles))


@pytest.mark.parametrize(
    ("beside", "other", "level"),
    [
        ((), OTHER, "slip"),
        (("07811222333",), OTHER, "slip"),
        (("07700900999",), OTHER, "other"),
        ((OTHER,), OTHER, "slip"),
        ((ONE, OTHER), OTHER, "other"),
        ((), "07700900205", "other"),
        ((), "07700910204", "slip"),
        ((), "0770090024", "slip"),
    ],
    ids=["two alone", "one elsewhere", "a third of the row", "another has one", "others have both",
         "they follow", "a figure further up", "one left out"],
)  # fmt: skip
def test_a_telephone_one_figure_apart(beside: tuple[str, ...], other: str, level: str) -> None:
    on_record = GivenOut([has(ONE), has(other), *map(has, beside)])
    assert set_level({ONE}, {other}, on_record.no_slip) == level


@pytest.mark.parametrize(
    ("beside", "other", "level"),
    [
        ((), "raybo89", "slip"),
        (("raybo90",), "raybo89", "other"),
        (("raybo90",), "rayba88", "slip"),
    ],
)
def test_a_handle_one_sign_apart(beside: tuple[str, ...], other: str, level: str) -> None:
    held = [has(handles=(one,)) for one in ("raybo88", other, *beside)]
    assert set_level({"raybo88"}, {other}, GivenOut(held).no_slip) == level


def test_what_is_no_slip_weighs_nothing() -> None:
    facts = Facts(("Lee Ingham",))
    row = [has(f"0770090020{at}") for at in range(6)]
    found = weigh(facts, facts, mine=row[1], theirs=row[4], no_slip=GivenOut(row).no_slip)
    assert found == weigh(facts, facts)


NOWHERE = ("", "", "")


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        (("Star Taxis office", "15 Market Street"), ("Kebab Palace", "14 Market Street"), 0, 0),
        (("Star Taxis", "Market Street"), ("Kebab Palace", "Market Street"), 0, 0),
        (("Star Taxis, 15 Market Street", ""), ("Kebab Palace, 14 Market Street", ""), 0, 0),
        (("Star Taxis", "14 Market Street"), ("Kebab Palace", "14 Market Street"), 6, 11.9),
        (("Vape shop", "1 North Road"), ("Vape shop", "40 North Road"), 6, 11.9),
        (("Vape shop North Road", "1 North Road"), ("Chip bar North Road", "4 North Road"), 0, 0),
        (("Bus station", "Damside Street"), ("Lancaster bus stn", "Damside St"), 6, 11.9),
        (("14 Market Street", ""), ("Kebab Palace", "14 Market Street"), 12, 99),
        (("Seaview Hotel", "1 Promenade"), ("Sea View Hotel", "1 The Promenade"), 12, 99),
    ],
)
def test_places_of_one_postcode(
    one: tuple[str, str], other: tuple[str, str], least: float, most: float
) -> None:
    weight, _ = alike("location", *((*each, "LA1 1JG", *NOWHERE) for each in (one, other)))
    assert least <= weight <= most
