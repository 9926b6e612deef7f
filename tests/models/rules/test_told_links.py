"""Links as they are told to whoever acts on them."""

import pytest

from models.rules.told_links import Told, is_firm, people, things


@pytest.mark.parametrize(
    ("confidence", "confirmed", "firm"),
    [
        ("confirmed", True, True),
        ("confirmed", False, False),
        ("suspected", True, False),
        ("indicators only", True, False),
        ("historic", True, True),
    ],
)
def test_only_what_a_person_confirmed_and_is_no_suspicion_stands_as_fact(
    confidence, confirmed, firm
):
    assert is_firm(confidence, confirmed=confirmed) is firm


def test_names_that_may_be_one_persons_stand_together_and_others_apart():
    told = [
        Told("associates with", "Le Marsh", firm=True),
        Told("associates with", "Lee Marsh", firm=False),
        Told("associates with", "Leah Frith", firm=True),
        Told("is exploited by", "Leah Frith", firm=False),
        Told("associates with", "Lee Frith", firm=True),
    ]
    assert people(told) == (
        "associates with Lee Marsh, or Le Marsh (suspected)",
        "associates with Leah Frith",
        "is exploited by Leah Frith (suspected)",
        "associates with Lee Frith",
    )


def test_a_place_stands_once_and_is_no_suspicion_where_one_link_is_none():
    told = [
        Told("frequents", "Park", firm=False),
        Told("was harmed at", "Park", firm=True),
        Told("frequents", "Shop", firm=False),
    ]
    assert things(told) == ("Park", "Shop (suspected)")
