"""Invented people of a British city, each put on record several times by hurried hands."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from importlib import resources
from random import Random

SAID = """
B Br C Ch Cl Cr D F Fl G Gr H J K L M N P Pr R S Sh St T Th Tr W Wh
a e i o u ar el en er ill in ol on or ow ush ack edd emm arr
son ton ley ford wood worth ham well man field by den er ing land more shaw win ski wal ez ova eh
Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Khan
"""
ONSETS, MIDDLES, ENDINGS, COMMON = (line.split() for line in SAID.strip().splitlines())
COMMON += [
    "Walker", "White", "Roberts", "Green", "Hall", "Wood", "Jackson", "Clarke", "Ali", "Hussain",
    "Ahmed", "Begum", "Singh", "Kaur", "Murphy", "O'Brien", "Kelly", "Adeyemi", "Okafor", "Mensah",
    "Nowak", "Kowalski", "Popescu", "Nguyen", "Chen", "Haji",
]  # fmt: skip
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Entry:
    """One record of a person: `who` is the truth, the rest what was written down."""

    who: int
    name: str
    birth_date: date | None
    postcode: str | None
    gender: str | None


def people(count: int, each: int, seed: int = 5) -> list[Entry]:
    """Records of so many people, about so many of each, in no order."""
    random = Random(seed)
    surnames, firsts = _surnames(random), _first_names()
    found = []
    for who in range(count):
        written = _Person(random, who, firsts, surnames)
        found += [written.record() for _ in range(max(1, round(random.gauss(each, each / 4))))]
    random.shuffle(found)
    return found


def _surnames(random: Random) -> Callable[[], str]:
    rare = sorted(
        {
            random.choice(ONSETS) + random.choice(MIDDLES) + random.choice(ENDINGS)
            for _ in range(6000)
        }
    )
    return lambda: random.choice(COMMON if random.random() < 0.35 else rare)


def _first_names() -> list[tuple[str, list[str]]]:
    text = (resources.files("resources") / "matching" / "short_forms.txt").read_text("utf-8")
    lines = (line.split(":") for line in text.splitlines() if ":" in line and line[0] != "#")
    return [(whole, [one.strip() for one in forms.split(",")]) for whole, forms in lines]


class _Person:
    def __init__(
        self,
        random: Random,
        who: int,
        firsts: list[tuple[str, list[str]]],
        surname: Callable[[], str],
    ) -> None:
        self._random, self._who, self._surname = random, who, surname
        place = min(int(random.expovariate(1 / 70)), len(firsts) - 1)
        self._first, self._short = firsts[place * 37 % len(firsts)]
        self._middle = random.choice(firsts)[0] if random.random() < 0.4 else ""
        self._last = surname()
        self._born = date(2006, 1, 1) + timedelta(days=random.randrange(4700))
        if random.random() < 0.3:
            self._born = date(1960, 1, 1) + timedelta(days=random.randrange(16000))
        self._code = _postcode(random)
        self._gender = random.choice(("Male", "Female"))

    def record(self) -> Entry:
        """The person as written down once more."""
        return Entry(self._who, self._name(), self._birth(), self._lives(), self._told())

    def _name(self) -> str:
        chance = self._random.random
        first = self._slipped(self._first)
        if self._short and chance() < 0.2:
            first = self._random.choice(self._short)
        elif chance() < 0.05:
            first = f"{first[0]}."
        last = self._slipped(self._last)
        if chance() < 0.05:
            last = f"{last}-{self._surname()}" if chance() < 0.5 else self._surname()
        middle = self._middle if self._middle and chance() < 0.3 else ""
        parts = [first, middle, last]
        if chance() < 0.05:
            parts = [last, first]
        elif chance() < 0.06:
            parts = [first if chance() < 0.6 else last]
        return " ".join(filter(None, parts)).title()

    def _slipped(self, word: str) -> str:
        if self._random.random() < 0.88 or len(word) < 3:
            return word
        at = self._random.randrange(1, len(word))
        return self._random.choice(
            (
                word[:at] + word[at + 1 :],
                word[:at] + self._random.choice(LETTERS) + word[at:],
                word[:at] + self._random.choice(LETTERS) + word[at + 1 :],
                word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :],
            )
        )

    def _birth(self) -> date | None:
        chance, born = self._random.random(), self._born
        if chance < 0.2:
            return None
        if chance < 0.24:
            return born.replace(month=1, day=1)
        if chance < 0.27 and born.day <= 12:
            return born.replace(day=born.month, month=born.day)
        if chance < 0.34:
            return born.replace(day=born.day % 28 + 1) if chance < 0.31 else _year_off(born)
        return born

    def _lives(self) -> str | None:
        chance = self._random.random()
        if chance < 0.3:
            return None
        if chance < 0.45:
            return _postcode(self._random)
        return self._code if chance < 0.92 else self._code[:-1] + self._random.choice("ABDEFG")

    def _told(self) -> str | None:
        return self._gender if self._random.random() < 0.7 else None


def _year_off(born: date) -> date:
    year = born.year + (1 if born.day % 2 else -1)
    return born.replace(year=year, day=min(born.day, 28))


def _postcode(random: Random) -> str:
    ends = "".join(random.choice("ABDEFGHJLNPQRSTUWXYZ") for _ in range(2))
    return f"NM{random.randrange(1, 40)} {random.randrange(1, 10)}{ends}"
