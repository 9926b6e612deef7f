"""What stands in a field for a date beside the date: such a field takes nothing else."""

import re

from models.rules.dates.behind import TODAY, YESTERDAY
from models.rules.dates.reading import DateReading
from models.rules.dates.vocabulary import WEEKDAY

ONLY_A_DAY = "Only a day stands here: take out “{}”"
BESIDE = re.compile(
    rf"(?<!\w)(?:{WEEKDAY}|{YESTERDAY}|{TODAY}|on|the|of|at|by|from|since|to|in|about|around|approx|before|until|till|"
    r"overnight|night|nite|evening|eve|afternoon|aft|morning|morn|noon|midday|midnight|T?\d{1,2}[:.h]\d\d(?:[:.]\d\d)?"
    r"\s?(?:[ap]\.?m\.?|hrs|hours|h|z)?|\d{1,2}\s?[ap]\.?m\.?|\d{4}\s?(?:hrs|hours|h)?)(?!\w)",
    re.IGNORECASE,
)
LETTERS = re.compile(r"\w")


def beside_day(rest: str) -> str:
    """What is left beside a date and is no weekday, time of day or small word; else nothing."""
    left = " ".join(BESIDE.sub(" ", rest).split()).strip(" ,.;:()-–")
    return left if LETTERS.search(left) else ""


def beside_reading(text: str, found: DateReading) -> str:
    """The same of a text in which a date was found as people say it."""
    return beside_day(f"{text[: found.start]} {text[found.end :]}") if found.found else ""
