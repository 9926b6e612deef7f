"""Names and facts compared: what is equal, what is near, and what a person must say."""

from datetime import date

import pytest

from models.matching.evidence import rarity
from models.matching.facts import compare_births, compare_postcodes
from models.matching.identity import Verdict, judge
from models.matching.likeness import Rarity, compare_names
from models.matching.weighing import Facts, weigh

BORN = date(2010, 3, 4)


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        ("RAVENSCROFT, Aidan", "Aidan Ravenscroft"),
        ("aidan ravenscroft", "Aidan Ravenscroft"),
        ("Zoe OBrien", "Zoë O’Brien"),
        ("Dee-Leigh Jones", "Dee Leigh Jones"),
    ],
)
def test_the_same_name_written_otherwise_is_equal(asked: str, known: str) -> None:
    assert compare_names(asked, known).equal


@pytest.mark.parametrize(
    ("asked", "known", "note"),
    [
        ("A. Ravenscroft", "Aidan Ravenscroft", "initial agrees"),
        ("Aiden Ravenscroft", "Aidan Ravenscroft", "one letter apart"),
        ("Aidan Ravenscraft", "Aidan Ravenscroft", "one letter apart"),
        ("Ravenscroft Aidan", "Aidan Ravenscroft", "another order"),
        ("Kathryn Smith", "Catherine Smith", "sounds the same"),
        ("Mo Ali", "Mohammed Ali", "short form"),
        ("Ollie Marsh", "Oliver Marsh", "short form"),
        ("Liv Marsh", "Olivia Marsh", "short form"),
        ("Marsh", "Olivia Marsh", "One name only"),
        ("Lin Marsh-Cole", "Lin Marsh", "part of the surname"),
        ("Mohamed Ali", "Muhammad Ali", "sounds the same"),
        ("Maria Garcia", "Maria Garcia Lopez", "the same"),
        ("Smudge", "Smudge Tate", "One name only"),
        ("Emeka Okafor", "Chukwuemeka Okafor", "short form"),
        ("Samiullah", "Sami Ullah", "in one word"),
        ("Samiullah", "Sami Ullah Wardak", "it is the first name"),
    ],
)
def test_a_near_name_is_offered_with_its_reason_and_never_equal(
    asked: str, known: str, note: str
) -> None:
    found = compare_names(asked, known)
    assert found.weight > 0
    assert note.lower() in found.note.lower()
    assert not found.equal


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        ("Jon Bell", "Aidan Ravenscroft"),
        ("", "Ann Low"),
        ("B. Low", "Ann Low"),
        ("Anna Marsh", "Joanna Low"),
    ],
)
def test_unlike_names_do_not_come_near(asked: str, known: str) -> None:
    assert compare_names(asked, known).weight <= 4


def test_slips_in_a_date_of_birth_weigh_less_than_the_date_and_another_one_counts_against() -> None:
    same, swapped, figure, birthday, other = (
        compare_births(BORN, known)[0]
        for known in (
            BORN,
            date(2010, 4, 3),
            date(2010, 3, 5),
            date(1995, 3, 4),
            date(1999, 12, 25),
        )
    )
    assert same > swapped > figure > birthday
    assert figure > 4
    assert other < -4


def test_a_first_of_january_in_common_weighs_less_than_another_day_in_common() -> None:
    new_year, why = compare_births(date(2010, 1, 1), date(2010, 1, 1))
    assert compare_births(BORN, BORN)[0] > new_year + 5 > compare_births(BORN, date(2010, 1, 1))[0]
    assert "may stand for a day not known" in why


def test_a_neighbouring_postcode_says_something() -> None:
    assert compare_postcodes("ca1 1ab", "CA1 1AB")[0] > compare_postcodes("CA1 1AB", "CA1 1XY")[0]
    assert compare_postcodes("CA1 1AB", "LS1 4XX")[0] < 0


def test_reasons_add_up_to_the_weight() -> None:
    found = weigh(
        Facts(("Aiden Ravenscroft",), BORN, "CA1 1AB", "M"),
        Facts(("Aidan Ravenscroft",), BORN, "CA1 1AB", "Male"),
    )
    assert found.weight == pytest.approx(sum(one.weight for one in found.reasons))
    assert [one.field for one in found.reasons] == ["name", "dob", "postcode", "gender"]
    assert found.probability(4000) > 0.99


def test_why_is_one_sentence_with_what_speaks_against_last() -> None:
    found = weigh(
        Facts(("Ollie Marsh",), BORN, "CA1 1AB"), Facts(("Oliver Marsh",), BORN, "LS1 4XX")
    )
    assert found.why == (
        "Same date of birth and same surname, short form of the first name (Ollie, Oliver), "
        "but another postcode"
    )


def test_a_common_name_says_less_than_a_rare_one() -> None:
    assert rarity("surname", 600, 50_000) < rarity("surname", 3, 50_000)
    assert rarity("surname", 2, 4) < rarity("surname", 1, 50_000)


def test_a_common_name_written_otherwise_says_less_than_the_same_name() -> None:
    common = Rarity(rarity("first", 900, 50_000), rarity("surname", 900, 50_000))
    same, *others = (
        compare_names("Lee Marsh", known, common).weight
        for known in ("Lee Marsh", "Lee Mash", "Lea Marsh", "Lee Marsh-Cole")
    )
    assert all(0 < one < same for one in others)


def test_another_name_on_record_counts_for_less_than_the_name() -> None:
    known = Facts(("Wesley Tate", "Big Wes"))
    alias, name = (weigh(Facts((one,)), known).weight for one in ("Big Wes", "Wesley Tate"))
    assert 0 < alias < name


AIDAN = Facts(
    ("Aidan Ravenscroft",), BORN, gender="Male", system_id="CL1", nhs_number="943 476 5919"
)


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        (Facts(("RAVENSCROFT, Aidan",), BORN), Verdict.SAME),
        (Facts(("Aidan Ravenscroft",), None, system_id="cl 1"), Verdict.SAME),
        (Facts(("A. Ravenscroft",), BORN, nhs_number="9434765919"), Verdict.SAME),
        (Facts((), None, nhs_number="943-476-5919"), Verdict.SAME),
        (Facts(("Aidan Ravenscroft",), BORN, system_id="CL2"), Verdict.ASK),
        (Facts(("Aidan Marsh",), BORN, system_id="CL1"), Verdict.ASK),
        (Facts(("Aidan Ravenscroft",), date(2010, 3, 5), system_id="CL1"), Verdict.ASK),
        (Facts(("A. Ravenscroft",), BORN), Verdict.ASK),
        (Facts(("A. Ravenscroft",)), Verdict.ASK),
        (Facts(("Aiden Ravenscroft",), BORN), Verdict.ASK),
        (Facts(("Aidan Ravenscroft",)), Verdict.ASK),
        (Facts(("Aidan Ravenscroft",), BORN, gender="F"), Verdict.ASK),
        (Facts(("Aidan Ravenscroft",), None, gender="F", system_id="CL1"), Verdict.SAME),
        (Facts(("Bea High",), date(2012, 1, 1)), Verdict.OTHER),
        (Facts(("Bea High",), date(2012, 1, 1), system_id="CL7"), Verdict.OTHER),
    ],
)
def test_only_what_nothing_contradicts_is_the_same(given: Facts, verdict: Verdict) -> None:
    assert judge(given, AIDAN).verdict is verdict
