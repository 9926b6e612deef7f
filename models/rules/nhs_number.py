"""An NHS number's own check: ten digits, the last of which follows from the others."""

import re

WRONG = "the NHS number's check digit is wrong"


def checks(text: str) -> bool:
    """True for ten digits whose last is right by modulus 11 (NHS Data Dictionary, NHS NUMBER)."""
    digits = re.sub(r"\D", "", text)
    if len(digits) != 10:
        return False
    total = sum(int(digit) * (10 - place) for place, digit in enumerate(digits[:9]))
    return (11 - total % 11) % 11 == int(digits[9])
