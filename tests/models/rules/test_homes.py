"""Where a child lives is kept off the wall, however the street is written."""

import pytest

from models.rules.homes import Homes, LivedIn, written_homes

HOMES = LivedIn(
    [
        ("14 Orchard Street, Dockside", "HB7 1AA"),
        ("Flat 3, 22b Upper Quay Road, HB2 9ZZ", None),
        ("The Willows, Dock Lane", None),
        ("6 Mill Parade", "HB1 1QQ"),
        ("9 St Mary's Close Dockside Northmoor", None),
    ],
    enumerate([[("6 Mill Parade, Dockside", "HB1 1QQ")], [(None, None)]]),
).homes


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("visit 14 Orchard Street by Friday", "visit (home address) by Friday"),
        ("visit 14, orchard st. tonight", "visit (home address) tonight"),
        ("seen outside 22B Upper Quay Rd, late", "seen outside (home address), late"),
        ("lives in hb71aa with mum", "lives in (home postcode) with mum"),
        ("call at 9 St. Marys Close first", "call at (home address) first"),
        ("HB2 9ZZ", "(home postcode)"),
        ("14 Orchard Street, HB7 1AA", "(home address), (home postcode)"),
    ],
)
def test_a_home_is_shown_as_a_home(said, shown):
    assert HOMES.masked(said) == shown


@pytest.mark.parametrize(
    "said",
    [
        "15 Orchard Street",
        "14 Orchard Lane",
        "aged 14 Orchard",
        "14 children in Orchard Street",
        "6 Mill Parade, HB1 1QQ",
        "114 Orchard Street",
        "Dock Lane",
        "",
    ],
)
def test_what_is_nobodys_home_or_a_place_of_concern_stands(said):
    assert HOMES.masked(said) == said


def test_without_homes_a_text_stands():
    assert Homes().masked("14 Orchard Street, HB7 1AA") == "14 Orchard Street, HB7 1AA"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Her carer at 12 Gull Close, SM4 2AB says", [("12 Gull Close", "SM4 2AB")]),
        ("placed at 12 Gull Close, Saltmere SM4 2AB", [("12 Gull Close", "SM4 2AB")]),
        ("She lives at 12 Gull Close with nan", [("12 Gull Close", "")]),
        ("seen at 14 Penny Lane, SM1 1AA", []),
        ("seen at 14 Penny Lane arcade near home", []),
    ],
)
def test_a_home_told_in_words_is_known_by_what_is_said_before_it(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert list(written_homes([text])) == found
