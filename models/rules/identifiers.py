"""Numbers and marks as compared, however they are written: telephones, registration marks, ids."""

import re

HOME, ABROAD = "0", re.compile(r"^(?:\+|00)440?|^440?(?=\d{9,10}$)")
MARK = r"[A-Z]{2}\d{2}\s?[A-Z]{3}|[A-Z]\d{1,3}\s?[A-Z]{3}|[A-Z]{3}\s?\d{1,3}[A-Z]"
"""A registration mark in a text: of today, of 1983 to 2001, and of the twenty years before."""

REST = "…"
"""Any number of signs of a mark that were not seen."""


def number_key(text: str | None) -> str:
    """An identifier as compared: no spaces or dashes, capitals."""
    said = (text or "").upper()
    return said if said.isalnum() else "".join(one for one in said if one.isalnum())


def phone_key(text: str) -> str:
    """The figures of a number at home: +44 (0)7700 900123 is 07700900123."""
    figures = "".join(one for one in text if one.isdigit() or one == "+")
    return ABROAD.sub(HOME, figures).replace("+", "")
