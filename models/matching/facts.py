"""How like two dates of birth, postcodes or genders are, with slips of the pen allowed for."""

from datetime import date

from rapidfuzz.distance import OSA

from models import codes
from models.matching.evidence import bits
from models.remembering import remembered
from models.rules.addresses import POSTCODE, postcode_key

BIRTHS = {
    "same": "same date of birth",
    "new_year": "same date of birth, 1 January, which may stand for a day not known",
    "swapped": "day and month of birth swapped",
    "slip": "date of birth one figure apart",
    "day_month": "same birthday, another year",
    "year": "same year of birth, the day perhaps not known",
    "year_month": "same month and year of birth",
    "year_day": "same day and year of birth, another month",
    "near": "another date of birth, about the same age",
    "other": "another date of birth",
}
POSTCODES = {
    "same": "same postcode",
    "slip": "postcode one letter apart",
    "sector": "neighbouring postcode",
    "district": "same postcode district",
    "other": "another postcode",
}


def compare_births(asked: date, known: date) -> tuple[float, str]:
    """Evidence in bits, and why, for two dates of birth."""
    level = birth_level(asked, known)
    return bits("dob", level), BIRTHS[level]


def birth_level(asked: date, known: date) -> str:
    """How two dates of birth agree."""
    if asked == known:
        return "new_year" if is_placeholder(asked) else "same"
    years, months = asked.year == known.year, asked.month == known.month
    days = asked.day == known.day
    if years and (asked.day, asked.month) == (known.month, known.day):
        return "swapped"
    if OSA.distance(_figures(asked), _figures(known), score_cutoff=1) == 1:
        return "slip"
    if years and (is_placeholder(asked) or is_placeholder(known)):
        return "year"
    if days and months:
        return "day_month"
    if years and (months or days):
        return "year_month" if months else "year_day"
    return "near" if abs(asked.year - known.year) <= 1 else "other"


def _figures(born: date) -> str:
    """A date as figures in a row; formatting one costs more than comparing two."""
    return str(10000 * born.year + 100 * born.month + born.day)


def is_placeholder(born: date | None) -> bool:
    """Whether a date of birth is 1 January, which is written of many whose day nobody knew."""
    return born is not None and (born.day, born.month) == (1, 1)


def compare_postcodes(asked: str, known: str) -> tuple[float, str]:
    """Evidence in bits, and why, for two postcodes; people move, so another one says little."""
    level = postcode_level(postcode_key(asked), postcode_key(known))
    return bits("postcode", level), POSTCODES[level]


def postcode_level(one: str, other: str) -> str:
    """How two postcodes without blanks agree; those of other countries by their figures alone."""
    if one == other:
        return "same"
    if OSA.distance(one, other, score_cutoff=1) == 1:
        return "slip"
    if one[:-3] == other[:-3] and len(one) > 4 and POSTCODE.fullmatch(one):
        return "sector" if one[-3:-2] == other[-3:-2] else "district"
    return "other"


@remembered(512)
def gender_key(text: str | None) -> str:
    """A gender as coded; empty where it is not known."""
    row = codes.recognise("genders", text)
    return row.code if row is not None and row.code != "unknown" else ""


def compare_genders(asked: str, known: str) -> tuple[float, str]:
    """Evidence in bits, and why, for two genders."""
    one, other = gender_key(asked), gender_key(known)
    if not one or not other:
        return 0.0, "gender not known"
    if one == other:
        return bits("gender", "same"), "same gender"
    return bits("gender", "other"), "another gender"
