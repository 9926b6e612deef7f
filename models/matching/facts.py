"""How like two dates of birth, postcodes or genders are, with slips of the pen allowed for."""

from datetime import date

from rapidfuzz.distance import Hamming

from models import codes
from models.rules.addresses import postcode_key


def compare_births(asked: date, known: date) -> tuple[float, str]:
    """Evidence in bits, and why, for two dates of birth."""
    if asked == known:
        return 9.0, "Same date of birth"
    if (asked.day, asked.month) == (known.month, known.day) and asked.year == known.year:
        return 5.0, "Day and month of birth swapped"
    if _digits_apart(asked, known) == 1:
        return 4.0, "Date of birth one figure apart"
    if (asked.day, asked.month) == (known.day, known.month):
        return 2.0, "Same birthday, another year"
    if (asked.year, asked.month) == (known.year, known.month):
        return 0.5, "Same month and year of birth"
    if abs(asked.year - known.year) <= 1:
        return -4.0, "Another date of birth, about the same age"
    return -9.0, "Another date of birth"


def _digits_apart(one: date, other: date) -> int:
    return Hamming.distance(one.isoformat(), other.isoformat())


def compare_postcodes(asked: str, known: str) -> tuple[float, str]:
    """Evidence in bits, and why, for two postcodes; people move, so another one says little."""
    one, other = postcode_key(asked), postcode_key(known)
    if one == other:
        return 6.0, "Same postcode"
    if len(one) > 4 and len(other) > 4 and one[:-3] == other[:-3]:
        near = 2.5 if one[-3] == other[-3] else 1.5
        return near, "Neighbouring postcode"
    return -1.0, "Another postcode"


def gender_key(text: str | None) -> str:
    """A gender as coded; empty where it is not known."""
    row = codes.recognise("genders", text)
    return row.code if row is not None and row.code != "unknown" else ""


def compare_genders(asked: str, known: str) -> tuple[float, str]:
    """Evidence in bits, and why, for two genders."""
    one, other = gender_key(asked), gender_key(known)
    if not one or not other:
        return 0.0, "Gender not known"
    if one == other:
        return 0.9, "Same gender"
    return -2.5, "Another gender"
