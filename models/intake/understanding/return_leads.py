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
_IN_FULL = re.compile(  # 1. Tia Kerr, dob 17/02/2009, LCS693851: attends her sessions
    r"^\s*(?:\d{1,3}[.)]\s*)?(?P<name>[A-Z][A-Z'’-]+, ?[A-Z][\w'’-]+|"
    r"[A-Z][\w'’-]+(?: [A-Z][\w'’.-]*){1,3})[\s,;(\[–-]*"
    r"(?:(?:d\.?o\.?b\.?|born(?: on)?|date of birth)[\s:]*)?"
    r"(?P<born>\d{1,2}(?:st|nd|rd|th)?[ ./-]\w{1,9}[ ./-]\d{2,4})(?!\d)"
    r"(?P<number>[\s,;(–-]*(?:(?:id|no|ref|number|case|system|lcs|mosaic|liquidlogic|eclipse|nhs)"
    r"[ :.]*){0,3}(?-i:[A-Z]{0,4})-?\d{5,10})?[\])]?\s*"
    r"(?P<mark>[:;,.]|[–—-](?=\s)|(?<=[\])]))\s*(?P<rest>\S.*)$",
    re.DOTALL,
)
_OF_ROW = re.compile(
    r"\s*(?:no\.?|number|row|child)\s*(\d{1,2})\s*[-–—:]\s*(.+)$", re.IGNORECASE | re.DOTALL
)
SHORTEST = 4  # words behind a comma that tell something, and are not only a plan or a school


def led(
    text: str, where: str, asked: Mapping[str, object], this_year: int
) -> tuple[Whom, str] | None:
    """Return whom a paragraph begins with, and what it goes on to say; None for any other.

    A first name alone, or with an initial, is whom the message that is answered asked about; where
    that names none, or several, nobody is meant. A name in full has its day of birth beside it.
    """
    return _short(text, where, asked, this_year) or _whole(text, where, this_year)


def of_row(text: str, rows: Mapping[str, Whom]) -> tuple[Whom, str] | None:
    """Return whom "No 3: seen twice" means, by the numbers of a list's rows, and what it says."""
    found = _OF_ROW.match(text)
    return (rows[found[1]], found[2]) if found and found[1] in rows else None


def behind_child(text: str, this_year: int) -> str:
    """Return what a line says behind the name, birth and number of the child that it names."""
    found = _IN_FULL.match(text)
    named = found is not None and _named(found, "", this_year) is not None
    rest = found["rest"].strip(" ()") if found and named else ""
    return rest if " " in rest else ""  # not the number of the case system alone


def _whole(text: str, where: str, this_year: int) -> tuple[Whom, str] | None:
    """Return whom "Tia Kerr, 17/02/2009: attends" is about, and what it says."""
    found = _IN_FULL.match(text)
    whom = _named(found, where, this_year) if found else None
    if found is None or whom is None:
        return None
    told = len(found["rest"].split()) >= SHORTEST or found["mark"] in ":–—-"
    return (whom, found["rest"]) if told else None


def _named(found: re.Match[str], where: str, this_year: int) -> Whom | None:
    name, born = read_name(found["name"]).name, read_day(found["born"], this_year, born=True).value
    if not born or not looks_like_name(name) or names_a_body(name):
        return None
    return Whom(name, where, dob=born).beside(found["number"] or "", this_year)


def _short(
    text: str, where: str, asked: Mapping[str, object], this_year: int
) -> tuple[Whom, str] | None:
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
