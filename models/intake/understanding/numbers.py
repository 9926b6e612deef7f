"""Numbers that stand for people and things: NHS, postcode, phone, vehicle, system id, counts."""

import re

from models.rules.identifiers import phone_key
from models.rules.nhs_number import WRONG, checks
from models.rules.partial_marks import partial_marks, shown_mark

POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b", re.IGNORECASE)
PHONE = re.compile(r"(?<![\w-])(?:\+44|0044|0)\s?\(?0?\)?[\d][\d\s-]{7,12}\d(?!\w)")
EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
PLATE = re.compile(
    r"\b(?:([A-Z]{2}\d{2})\s?([A-Z]{3})|([A-Z]\d{1,3})\s?([A-Z]{3})|([A-Z]{3})\s?(\d{1,3}[A-Z]))\b",
    re.IGNORECASE,
)
_NHS = re.compile(r"\d(?:[\s-]?\d){6,11}")
_WORDS = (
    {
        word: number
        for number, word in enumerate(
            [
                "none",
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
                "thirteen",
                "fourteen",
                "fifteen",
                "sixteen",
                "seventeen",
                "eighteen",
                "nineteen",
                "twenty",
            ]
        )
    }
    | {"nil": 0, "zero": 0, "no": 0, "never": 0, "once": 1, "twice": 2}
    | {"once": 1, "twice": 2}
)


def read_nhs(text: str) -> tuple[str | None, str]:
    """Return an NHS number as 3 3 4 digits and a note where its check digit is wrong."""
    found = _NHS.search(text)
    if not found:
        return None, "no NHS number found, kept as written"
    digits = re.sub(r"\D", "", found[0])
    if len(digits) != 10:
        return text.strip(), "an NHS number has ten digits"
    number = f"{digits[:3]} {digits[3:6]} {digits[6:]}"
    return number, "" if checks(digits) else WRONG


def read_postcode(text: str) -> str | None:
    """Return the first postcode in the text, in capitals with its space."""
    found = POSTCODE.search(text)
    return f"{found[1]} {found[2]}".upper() if found else None


def read_phone(text: str) -> str | None:
    """Return the first telephone number, as 07700 900254."""
    found = PHONE.search(text)
    if not found:
        return None
    digits = phone_key(found[0])
    if not 10 <= len(digits) <= 11:
        return None
    if digits.startswith("02") and len(digits) == 11:  # London and the other short area codes
        return f"{digits[:3]} {digits[3:7]} {digits[7:]}"
    return f"{digits[:5]} {digits[5:]}"


def read_plate(text: str) -> str | None:
    """Return the first vehicle registration, as NK19 CUK."""
    for found in PLATE.finditer(text):
        parts = [part for part in found.groups() if part]
        whole = "".join(parts)
        if found[1] or (whole.upper() == whole and len(whole) >= 5):
            return " ".join(parts).upper()
    return None


def read_part_of_plate(text: str) -> str | None:
    """Return the first vehicle registration of which a part was seen, as NK19…."""
    return next(map(shown_mark, partial_marks(text)), None)


def read_count(text: str) -> tuple[int | None, str]:
    """Return the first whole number, in figures or words."""
    found = re.search(r"\d+", text)
    if found:
        open_ended = re.match(r"\d+\s*\+", text[found.start() :])
        return int(found[0]), "or more" if open_ended else ""
    for word in re.findall(r"[a-z]+", text.lower()):
        if word in _WORDS:
            return _WORDS[word], ""
    return None, "no number found, kept as written"
