"""Invented households of many origins, put on record by keyboard, ear and other scripts.

The noise is of another sort than that which the weights were learned from: neighbouring keys, names
as they are heard, vowels changed, a name said in part. Brothers, sisters, twins, and fathers and
sons of one name live at one address and share a telephone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from models.matching.belongings import Belongings, address_key
from models.matching.weighing import Facts
from tests.benchmarks.labelled import Labelled

ORIGINS = """
Adeel Kashif Waqar Shahzad Zeeshan Asad Tahir Noman Hamid Usama Rizwan
Mehwish Sidra Bushra Rabia Saima Nazia Uzma Kiran Shazia Farzana Lubna
Abbasi Awan Bajwa Chaudhry Dar Gondal Janjua Khattak Lodhi Mughal Rana
Adrian Damian Kamil Radoslaw Rafal Sebastian Artur Hubert Patryk Igor Konrad
Beata Dorota Edyta Iwona Justyna Karolina Milena Paulina Sylwia Weronika Lena
Wojcik Kaminski Lewandowski Zielinski Szymanski Wozniak Kozlowski Mazur Krawczyk
Andrei Bogdan Catalin Dragos Emilian Florin Liviu Marius Ovidiu Razvan Sorin
Alina Bianca Camelia Denisa Georgiana Ioana Larisa Mihaela Raluca Simona Roxana
Ionescu Dumitrescu Stan Stoica Gheorghe Rusu Munteanu Matei Constantinescu Marin
Abdi Guled Liban Mahad Sharmarke Warsame Yonis Zakariya Hersi Bashir Farhan
Amal Deqa Fardowsa Hodan Ifrah Ladan Nasra Sahra Ubah Warda Hibo
Hirsi Farah Duale Egal Gedi Nur Samatar Jama Roble Elmi Aden
Azad Baran Dilshad Hawar Karwan Rebin Rojhat Sherko Zana Aram Hogir
Avin Berivan Chnar Dilan Evin Hevi Jiyan Nazdar Rojin Shilan Zelal
Barzani Jaff Aziz Baran Celik Demir Hawrami Kaya Rasul Salih Yilmaz
Arben Besnik Driton Ermal Fatos Gentian Ilir Kujtim Luan Shpetim Valon
Albana Blerta Drita Elira Fjolla Kaltrina Lindita Mimoza Shpresa Teuta Vjosa
Hoxha Berisha Gashi Krasniqi Shala Morina Dervishi Prifti Kola Gjoka Leka
Anh Bao Cuong Dung Hieu Khoa Long Minh Phuc Quan Tuan
Chi Dao Giang Hoa Lan Mai Nga Oanh Phuong Thao Trang
Nguyen Tran Le Pham Hoang Phan Vu Vo Dang Bui Do
Alfie Callum Declan Finley Jayden Kyle Liam Mason Reece Toby Zack
Amber Chloe Daisy Ellie Freya Keira Lexi Millie Poppy Skye Tia
Barlow Crossley Dunn Fletcher Hargreaves Kershaw Lomas Pickles Rigby Sharples
"""
"""For each of eight origins a line of boys' names, one of girls' and one of surnames."""
STREETS = (
    "Albert",
    "Canal",
    "Chapel",
    "Dale",
    "Forge",
    "Garnet",
    "Hope",
    "Jubilee",
    "Kiln",
    "Mill",
)
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
HEARD = (("ph", "f"), ("sh", "ch"), ("ee", "i"), ("oo", "u"), ("w", "v"), ("z", "s"), ("k", "c"),
         ("ay", "ai"), ("j", "y"), ("c", "k"), ("y", "ie"), ("q", "k"), ("th", "t"))  # fmt: skip


@dataclass(frozen=True)
class Member:
    """Somebody of a household, as he or she is."""

    who: str
    first: tuple[str, ...]
    surname: str
    born: date
    gender: str
    home: str
    code: str
    phone: str


def households(count: int, each: int = 2, seed: int = 3) -> list[Labelled]:
    """So many households, about so many records of each member, in no order."""
    random = Random(seed)
    found = [
        _record(random, member)
        for at in range(count)
        for member in _household(random, at)
        for _ in range(1 + (random.random() < each - 1))
    ]
    random.shuffle(found)
    return found


def _origins() -> list[tuple[list[str], list[str], list[str]]]:
    lines = [line.split() for line in ORIGINS.strip().splitlines()]
    return list(zip(lines[::3], lines[1::3], lines[2::3], strict=True))


def _household(random: Random, at: int) -> Iterator[Member]:
    boys, girls, surnames = random.choice(_origins())
    surname = random.choice(surnames)
    if random.random() < 0.6:
        surname = surname[: random.choice((2, 3))] + random.choice(surnames)[-4:].lower()
    father_born = date(1965, 1, 1) + timedelta(days=random.randrange(7000))
    father = Member(
        f"{at} father", (random.choice(boys),), surname, father_born, "Male",
        f"{random.randrange(1, 90)} {random.choice(STREETS)} {random.choice(('Road', 'Street'))}",
        f"NM{random.randrange(1, 30)} {random.randrange(1, 10)}{random.choice('ABDEF')}"
        f"{random.choice('GHJLN')}",
        f"07{random.randrange(10**8, 10**9)}",
    )  # fmt: skip
    yield father
    day = date(2006, 1, 1) + timedelta(days=random.randrange(4000))
    twins, junior = random.random() < 0.1, random.random() < 0.04
    taken = {father.first[0]}
    for number in range(random.choice((1, 2, 2, 3, 4))):
        gender = random.choice(("Male", "Female"))
        own = girls if gender == "Female" else boys
        first = random.choice([one for one in own if one not in taken])
        if number == 0 and junior:
            first, gender = father.first[0], "Male"
            own = boys
        taken.add(first)
        names = (first,)
        if random.random() < 0.3:
            names = (first, random.choice([one for one in own if one not in taken]))
        taken.update(names)
        if not (twins and number == 1):
            day += timedelta(days=random.randrange(340, 1200) if number else 0)
        yield replace(father, who=f"{at} {number}", first=names, born=day, gender=gender)


def _record(random: Random, one: Member) -> Labelled:
    chance = random.random
    first = [_heard(random, _keyed(random, part)) for part in one.first]
    if len(first) > 1 and chance() < 0.5:
        first.pop()
    surname = _heard(random, _keyed(random, one.surname))
    said = [*first, surname] if chance() > 0.08 else [surname, *first]
    born: date | None = one.born
    if chance() < 0.25:
        born = None
    elif chance() < 0.04 and one.born.day <= 12:
        born = one.born.replace(day=one.born.month, month=one.born.day)
    elif chance() < 0.04:
        born = one.born.replace(day=one.born.day % 28 + 1)
    code = one.code if chance() < 0.75 else None
    phones = frozenset({one.phone}) if chance() < 0.4 else frozenset()
    homes = frozenset({address_key(one.home)}) if chance() < 0.6 else frozenset()
    gender = one.gender if chance() < 0.8 else None
    facts = Facts((" ".join(said).title(),), born, code, gender)
    return Labelled(one.who, "", facts, Belongings(phones=phones, addresses=homes))


def _keyed(random: Random, word: str) -> str:
    """Now and then a key beside the one that was meant."""
    if random.random() > 0.1:
        return word
    at = random.randrange(1, len(word))
    row = next((row for row in KEYS if word[at].lower() in row), "")
    if not row:
        return word
    place = row.index(word[at].lower())
    return f"{word[:at]}{row[place - 1 if place else 1]}{word[at + 1 :]}"


def _heard(random: Random, word: str) -> str:
    """Now and then as somebody hears it."""
    if random.random() > 0.12:
        return word
    meant, written = random.choice(HEARD)
    return word.lower().replace(meant, written, 1)
