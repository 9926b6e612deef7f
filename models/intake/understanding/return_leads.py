"""Paragraphs of a return that begin with a child's name: "Toby - seen twice"."""

import re
from collections.abc import Mapping

from models.intake.understanding.answered import in_full
from models.intake.understanding.dates import read_day
from models.intake.understanding.lines import Whom
from models.intake.understanding.names import looks_like_name, names_a_body, read_name

_LED = re.compile(
    r"^(?:\d{1,3}[.)]\s+)?([A-Z][\w'’-]+(?: [A-Z][\w'’.-]*){0,3})"
    r"(?:\s*\(([^()]*)\))?\s*(?:\s[-–—]|:)\s+(\S.*)$",
    re.DOTALL,
)
_LISTED = re.compile(  # "Not on our roll: Jo Marsh dob 11/11/2009 – left in July"
    r"^[^:]{3,80}:\s+([A-Z][\w'’-]+(?: [A-Z][\w'’.-]*){1,3}),?\s+\(?(?:dob|d\.o\.b\.?|born):?\s+"
    r"([\d./ -]{6,12}?)\)?\s*[-–—,;:]\s+(\S.*)$",
    re.DOTALL,
)


def led(
    text: str, where: str, asked: Mapping[str, object], this_year: int
) -> tuple[Whom, str] | None:
    """Return whom a paragraph begins with, and what it goes on to say; None for any other.

    A first name alone, or with an initial, is whom the message that is answered asked about; where
    that names none, or several, nobody is meant. A name in full has its day of birth beside it.
    """
    found = _LED.match(text) or _LISTED.match(text)
    if found is None:
        return None
    name, beside, rest = found[1], found[2] or "", found[3]
    meant = in_full(name, dict(asked)) or (name if name in asked else "")
    if meant:
        return Whom(meant, where, dob=asked[meant]), rest
    born = read_day(beside, this_year, born=True).value
    whole = read_name(name).name
    if not born or " " not in whole or not looks_like_name(whole) or names_a_body(whole):
        return None
    return Whom(whole, where, dob=born), rest
