"""Places whose names are joined, parted, shortened or of another sort, and flats of one house."""

import pytest

from models.matching.alike_places import compare_places, one_place
from models.matching.place_names import numbers
from models.matching.things import place_keys


def place(name: str, postcode: str = "") -> tuple[str, ...]:
    return (name, "", postcode, "", "", "")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Travelinn", "Travel Inn"),
        ("Travelinn", "Premier Travel Inn"),
        ("Premier Travel Inn Hotel", "Hotel Premier Travelinn"),
        ("The Fox & Hounds", "Fox n Hounds"),
        ("St Mary's Church", "Saint Marys Church"),
        ("St Johns Street car park", "Saint John Street Carpark"),
        ("McDonald's", "Mc Donalds"),
        ("The Arndale Centre", "Arndale Center"),
        ("Flat 3, 12 Mill Lane", "3/12 Mill Ln"),
        ("Flat B, 12 Mill Lane", "12b Mill Lane"),
        ("Ground floor flat, 8 Dock Road", "GFF 8 Dock Rd"),
        ("12 Mill Lane", "Flat 3, 12 Mill Lane"),
        ("Nandos Northgate", "Nando's"),
        ("Ali's Kebab House", "Ali Kebabs"),
        ("Shell garage Leeds Road", "Shell petrol station, Leeds Rd"),
        ("Britannia Hotel", "Brittania Hotel"),
    ],
)
def test_one_place_however_it_is_written(one: str, other: str) -> None:
    weight, why = one_place(place(one), place(other))
    assert weight >= 6, why
    assert place_keys(place(one)) & place_keys(place(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Inn", "Travel Inn"),
        ("Park", "Skate Park"),
        ("Hotel", "Travel Inn Hotel"),
        ("Northgate Bus Station", "Northgate Train Station"),
        ("St Marys Church", "St Marys School"),
        ("Flat 3, 12 Mill Lane", "Flat 4, 12 Mill Lane"),
        ("Flat 3, 12 Mill Lane", "Flat 3, 14 Mill Lane"),
        ("12a Mill Lane", "12b Mill Lane"),
        ("First floor flat, 8 Dock Road", "Second floor flat, 8 Dock Road"),
        ("The Street", "The Road"),
        ("Northmoor Park", "Southmoor Park"),
        ("Queensway Hotel", "Queens Hotel"),
        ("Vape Nation", "Vape Station"),
        ("Travelinn Northmoor", "Premier Travel Inn"),
    ],
)
def test_neighbours_and_other_sorts_of_places_are_two(one: str, other: str) -> None:
    assert one_place(place(one), place(other))[0] <= 0


def test_a_sort_of_place_still_finds_what_is_called_by_it() -> None:
    weight, why = compare_places(place("park"), place("Skate Park"))
    assert (weight > 0, why) == (True, "part of the name or address")


def test_one_chain_in_two_towns_is_not_asked_about_and_a_slip_in_a_postcode_is() -> None:
    inn = place("Premier Inn", "NM1 1AA")
    assert one_place(inn, place("Premier Inn", "NM9 9ZZ"))[0] < 6
    assert one_place(inn, place("Premier Inn", "NM1 1AB"))[0] >= 6


def test_a_house_a_flat_and_a_floor_are_told_apart() -> None:
    assert numbers("Flat 3, 12 Mill Lane") == {"3", "12"}
    assert numbers("Basement flat, 8a Dock Road") == {"8", "flat a", "floor -1"}


def test_a_postcode_is_no_number_of_a_house() -> None:
    assert numbers("8 Dock Road LS1 4AB") == {"8"}
    assert one_place(place("8 Dock Road LS1 4AB"), place("Flat 2, 8 Dock Road"))[0] > 0


@pytest.mark.parametrize(("one", "other"), [("Mill Lane", "Lidl"), ("East Park", "West Gate")])
def test_half_alike_by_letters_is_no_part_of_a_name(one: str, other: str) -> None:
    assert "part of" not in compare_places(place(one), place(other))[1]


def test_a_name_written_in_one_word_finds_the_other_that_says_more_besides() -> None:
    weight, why = compare_places(place("Travelinn Northmoor"), place("Premier Travel Inn"))
    assert (weight > 0, why) == (True, "part of the name or address")
