"""Names written in several ways, and in scripts of their own, are found and weigh as near."""

from collections import Counter

import pytest

from models.matching.keys import keys_of
from models.matching.likeness import compare_names
from models.matching.name_lists import families
from models.matching.sounding import consonants
from models.matching.weighing import Facts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("محمد علي", "Mohammed Ali"), ("محمّد خان", "Muhammad Khan"),
        ("أحمد حسين", "Ahmed Hussain"), ("احمد حسين", "Ahmad Hussein"),
        ("يوسف عمر", "Yusuf Omar"), ("یوسف قریشی", "Youssef Qureshi"),
        ("فاطمة الزهراء", "Fatima Al-Zahra"), ("عائشة خان", "Ayesha Khan"),
        ("علي حسن", "Ali Hassan"), ("عمر فاروق", "Umar Farooq"), ("مريم نوري", "Maryam Noori"),
        ("خالد منصور", "Khalid Mansour"), ("عبد الله قاسم", "Abdullah Qasim"),
        ("عبد الرحمن سعيد", "Abdul Rahman Saeed"), ("زینب کریمی", "Zaynab Karimi"),
        ("پرویز احمدی", "Parviz Ahmadi"), ("Мохаммед Алиев", "Mohammed Aliyev"),
        ("Олександр Петренко", "Aleksandr Petrenko"), ("Γιώργος Νικολάου", "George Nikolaou"),
        ("王小明", "Xiaoming Wang"), ("王小明", "Wang Xiao Ming"), ("欧阳娜", "Na Ouyang"),
        ("김민수", "Min-su Kim"), ("Maxamed Cali", "Mohamed Ali"),
        ("Siobhan Kelly", "Shivaun Kelly"), ("Niamh Byrne", "Neve Byrne"),
        ("Caoimhe Walsh", "Keeva Walsh"), ("Aoife Doyle", "Eefa Doyle"),
        ("Sean Burke", "Shawn Burke"), ("Shaun Burke", "Sean Burke"), ("Rhys Ellis", "Reece Ellis"),
        ("Mohd Ali", "Muhammad Ali"), ("Zara Hussein", "Zara Hussain"),
        ("Zbigniew Nowak", "Zbyszek Nowak"), ("Małgorzata Wilk", "Gosia Wilk"),
        ("Nguyễn Văn An", "An Nguyen"),
    ],
)  # fmt: skip
def test_the_same_name_in_another_spelling_is_near_and_shares_a_key(one: str, other: str) -> None:
    found = compare_names(one, other)
    assert found.weight > 7, found
    assert not found.equal
    assert not found.another
    assert keys_of(Facts((one,))) & keys_of(Facts((other,)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("محمد علي", "Hamid Ali"), ("خالد منصور", "Bilal Mansour"), ("حسن علي", "Hussain Ali"),
        ("Siobhan Kelly", "Niamh Kelly"), ("Hassan Ali", "Hussain Ali"),
    ],
)  # fmt: skip
def test_another_name_stays_another(one: str, other: str) -> None:
    assert "another first name" in compare_names(one, other).note


def test_consonants_are_the_same_however_vowels_are_written() -> None:
    assert len({consonants(one) for one in ("yusuf", "youssef", "yousif", "ywsf")}) == 1
    assert len({consonants(one) for one in ("mohammed", "muhamad", "mokhammed", "mhmd")}) == 1


def test_a_spelling_stands_in_one_line_only() -> None:
    said = Counter(one for heard, others in families("spellings.txt") for one in (heard, *others))
    assert [one for one, times in said.items() if times > 1] == []
    assert all(one.isascii() and one.isalpha() and one.islower() for one in said)
