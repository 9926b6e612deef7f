"""How far a name tells, by the births of those who are called alike."""

from datetime import date, timedelta

from models.matching.birth_rarity import BirthRarity
from models.matching.one_name import Telling
from models.matching.weighing import Facts, Weighed, weigh

AMONG, BORN = 12.0, date(2011, 3, 14)


def alike(born: date) -> Weighed:
    one = Facts(("Hodan Warsame",), BORN)
    return weigh(one, Facts(("Hodan Warsame",), born))


def test_where_namesakes_are_born_on_other_days_a_name_alone_tells_nobody() -> None:
    name = alike(BORN).name
    told = Telling([alike(date(2013, 11, 28))] * 30 + [alike(BORN)] * 20, AMONG)
    assert told.is_shared(name) is True
    assert told.most(name) < AMONG < name


def test_where_they_are_born_on_one_day_the_register_outweighs_the_list() -> None:
    name = alike(BORN).name
    assert Telling([alike(BORN)] * 60, AMONG).is_shared(name) is False
    assert Telling([alike(BORN)] * 5, AMONG).is_shared(name) is None
    assert Telling([], AMONG).most(name) >= name


def test_what_is_taken_from_a_shared_name_is_told_and_adds_up() -> None:
    found = weigh(Facts(("Hodan Warsame",)), Facts(("Hodan Warsame",)))
    less = found.with_name_at_most(9.0)
    assert round(less.weight, 2) == 9.0
    assert round(sum(one.weight for one in less.reasons), 2) == less.weight
    assert "a name that others here bear" in less.why
    assert found.with_name_at_most(99.0) == found


def test_a_date_says_less_where_all_were_born_within_a_few_years() -> None:
    children = BirthRarity(BORN + timedelta(days=at % 1400) for at in range(6000))
    grown = BirthRarity(date(1930, 1, 2) + timedelta(days=at * 5) for at in range(6000))
    assert children.less(BORN + timedelta(days=700)) > 2
    assert grown.less(date(1970, 5, 5)) == 0
    assert children.less(None) == 0


def test_a_first_of_january_that_many_have_says_nothing() -> None:
    new_year = date(2008, 1, 1)
    many = BirthRarity([new_year] * 300 + [BORN + timedelta(days=at) for at in range(3000)])
    first, other = Facts(("Filmon Kidane",), new_year), Facts(("Filmon Kidane",), new_year)
    assert many.less(new_year) > 5 > many.less(BORN)
    assert weigh(first, other).weight > 7
