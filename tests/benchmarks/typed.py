"""Records as the case systems of one area hold them, typed by hand: whose each is, is known."""

from datetime import datetime
from pathlib import Path

from models.intake.understanding.dates import read_day
from models.matching.belongings import Belongings, address_key
from models.matching.weighing import Facts
from models.rules.identifiers import phone_key
from models.rules.names import other_names_in
from tests.benchmarks.labelled import Labelled

RECORDS = Path("tests/data/names/typed_records.txt")
THIS_YEAR = 2026
COLUMNS = ("who", "name", "aka", "dob", "gender", "postcode", "address", "phone", "school")


def typed(path: Path = RECORDS) -> list[Labelled]:
    """All of them, in the order in which they were typed."""
    lines = path.read_text("utf-8").splitlines()
    rows = (line.split("|") for line in lines if line and not line.startswith("#"))
    _heads, *records = (dict(zip(COLUMNS, row, strict=True)) for row in rows)
    return [_labelled(one) for one in records]


def _labelled(one: dict[str, str]) -> Labelled:
    born = read_day(one["dob"], THIS_YEAR, born=True).value
    facts = Facts(
        (one["name"], *other_names_in(one["aka"])),
        born.date() if isinstance(born, datetime) else born,
        one["postcode"] or None,
        one["gender"] or None,
        school=one["school"] or None,
    )
    holds = Belongings(
        phones=frozenset(filter(None, [phone_key(one["phone"])])),
        addresses=frozenset(filter(None, [address_key(one["address"])])),
    )
    return Labelled(one["who"], "", facts, holds)
