"""What two people have in common speaks for their being one, and never against it."""

import pytest

from models.matching.belongings import Belongings, address_key, address_level, set_level
from models.matching.weighing import Facts, weigh


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("14 Mill Bank, Midvale NM1 2AB", "14 Mill Bank", "same"),
        ("14 Mill Bank", "14 Mil Bank", "near"),
        ("Flat 2, 14 Mill Bank", "14 Mill Bank", "street"),
        ("14 Mill Bank", "16 Mill Bank", "street"),
        ("14 Mill Bank", "14 Harbour Road", "other"),
        ("", "14 Harbour Road", None),
    ],
)
def test_homes_agree_by_house_and_street(one: str, other: str, level: str | None) -> None:
    homes = [frozenset(filter(None, [address_key(text)])) for text in (one, other)]
    assert address_level(*homes) == level


def test_a_number_misread_by_one_figure_is_near_and_another_one_says_nothing() -> None:
    assert set_level({"07700900123"}, {"07700900124"}) == "slip"
    assert set_level({"07700900123"}, {"07555123987", "07700900123"}) == "same"
    mine, theirs = Belongings(frozenset({"07700900123"})), Belongings(frozenset({"07555123987"}))
    facts = Facts(("Dean Pyke",))
    assert weigh(facts, facts, mine=mine, theirs=theirs) == weigh(facts, facts)


def test_a_telephone_in_common_is_said_and_weighed() -> None:
    has = Belongings(frozenset({"07700900123"}))
    alone, found = (
        weigh(Facts(("D Pyke",)), Facts(("Dean Pike",)), mine=mine, theirs=has)
        for mine in (Belongings(), has)
    )
    assert found.weight > alone.weight + 5
    assert "same telephone" in found.why.lower()


def test_a_house_and_its_postcode_count_once() -> None:
    one, has = (
        Facts(("Tia Oakes",), postcode="NM1 2AB"),
        Belongings(addresses=frozenset({address_key("14 Mill Bank")})),
    )
    both = weigh(one, one, mine=has, theirs=has)
    fields = [reason.field for reason in both.reasons]
    assert ("address" in fields) != ("postcode" in fields)
