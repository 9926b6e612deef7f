"""What a family has in common does not make two of them likely one."""

import math
from datetime import date

import pytest

from models.matching.belongings import NOTHING, Belongings
from models.matching.weighing import Facts, weigh

BORN, NEXT_YEAR = date(2010, 3, 4), date(2011, 1, 15)
HOME = Belongings(frozenset({"07700900123"}), addresses=frozenset({"14 mill bank"}))
AMONG = 10_000


def weight(one: Facts, other: Facts, mine: Belongings = HOME, *, grown: bool = False) -> float:
    return weigh(one, other, mine=mine, theirs=mine).within(AMONG, grown).weight - math.log2(AMONG)


def told(name: str, born: date | None = BORN, **more: str) -> Facts:
    return Facts((name,), born, "NM1 2AB", **more)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (told("Aisha Khan"), told("Zara Khan")),
        (told("Aisha Khan"), told("Khan Zara")),
        (told("Mohammed Hassan Ali"), told("Mohammed Bilal Ali")),
        (told("Aisha Noor Khan"), told("Zara Noor Khan")),
        (told("A. Khan"), told("Zara Khan")),
        (told("Jayden Cole"), told("Kayden Cole")),
        (told("Ethan Marsh"), told("Chloe Marsh", date(2012, 9, 9))),
        (told("Ethan Marsh"), told("Chloe Marsh", None)),
        (told("Dean Pyke", date(1979, 2, 7)), told("Dean Pyke", date(2008, 11, 20))),
        (told("Dean Pyke", date(1979, 2, 7)), told("Dean Pyke", date(2008, 2, 7))),
        (told("Ștefan Popa", gender="Male"), told("Ștefania Popa", gender="Female")),
        (told("Shilan Barzani"), told("Dilan Barzani", None)),
        (told("Ionescu Dragos"), told("Mihaela Ionescu")),
    ],
)
def test_twins_siblings_and_a_father_of_the_same_name_are_not_likely_one(
    one: Facts, other: Facts
) -> None:
    assert weight(one, other) < 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (told("Aisha Khan"), told("Ayesha Khan")),
        (told("Oliver Marsh"), told("Ollie Marsh")),
        (told("Oliver James Marsh"), told("James Marsh")),
        (told("Ethan Marsh"), told("Ehtan Marsh", date(2010, 4, 3))),
        (told("A. Khan"), told("Aisha Khan")),
        (told("Mohammed Hassan Ali"), told("Mohammed Ali")),
        (told("Aisha Khan", nhs_number="9434765919"), told("Zara Khan", nhs_number="9434765919")),
    ],
)
def test_one_person_stays_likely(one: Facts, other: Facts) -> None:
    assert weight(one, other) > 0


@pytest.mark.parametrize("born", [date(2010, 9, 27), date(2013, 11, 20)])
def test_cousins_of_one_name_with_two_births_and_two_ids_are_not_likely_one(born: date) -> None:
    one, other = told("Aisha Khan", system_id="C1"), told("Aisha Khan", born, system_id="C2")
    assert -3 < weight(one, other) < 0
    assert weigh(one, other, mine=HOME, theirs=HOME).within(AMONG).why.endswith("of one name")
    assert weight(told("Aisha Khan"), told("Aisha Khan", born)) > 0
    slip = told("Aisha Khan", date(2010, 3, 5), system_id="C2")
    assert weight(one, slip) > 0


def test_grown_up_twins_seldom_live_together_and_reasons_add_up() -> None:
    one, other = told("Aisha Khan"), told("Zara Khan")
    assert weight(one, other, grown=True) > weight(one, other)
    found = weigh(one, other, mine=HOME, theirs=HOME).within(AMONG)
    assert found.weight == pytest.approx(sum(each.weight for each in found.reasons))
    assert found.why.endswith("but perhaps a twin")


def test_two_of_a_firm_with_nicknames_are_not_likely_one() -> None:
    firm = Facts(("Stephen Pennington", "Stevo"), date(1979, 12, 12))
    driver = Facts(("Gareth Vance", "Gaz"), date(1983, 3, 3))
    assert weight(firm, driver) < -3


def test_what_somebody_is_called_stands_before_their_surname_too() -> None:
    one = Facts(("Ziemowit Wiśniewski", "Kris"))
    other = Facts(("Christopher Wisnewski",))
    for found in (weigh(one, other), weigh(other, one)):
        assert "short form of the first name" in found.why and found.weight > 9
    assert weigh(other, Facts(("Ziemowit Wiśniewski",))).weight < 5


def test_a_name_that_somebody_is_known_by_is_said_to_be_that() -> None:
    known = Facts(("Małgorzata Szymańska", "Gosia"))
    assert weigh(Facts(("Gosia",)), known).why == "The same other name"
    assert weigh(Facts(("Gosia Szymanska",)), known).why == "The same other name"
    assert weigh(Facts(("Gosia",)), Facts(("Małgorzata Szymańska",))).why.startswith("One name")


def test_a_name_alone_does_not_outweigh_another_date_of_birth() -> None:
    one, other = Facts(("Xanthe Quillfeather",), BORN), Facts(("Xanthe Quillfeather",), NEXT_YEAR)
    assert weight(one, other, NOTHING) == pytest.approx(-1.5, abs=0.01)
    assert weigh(one, other).within(AMONG).why.endswith("perhaps two of one name")
    assert weight(told("Xanthe Quillfeather"), told("Xanthe Quillfeather", NEXT_YEAR)) > 0
