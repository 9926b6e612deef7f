"""Whom a letter is about, where it says so in a sentence: name, day of birth, nickname, car."""

import re
from collections.abc import Iterable, Iterator

from models.intake.understanding.associates import read_associates
from models.intake.understanding.dates import read_day
from models.intake.understanding.elements import Element, Grid, MatrixRow, Pair
from models.intake.understanding.names import looks_like_name, read_name
from models.intake.understanding.numbers import read_postcode
from models.intake.understanding.records import Growing

KINDS = frozenset({"child", "person_of_concern", "update", "assessment", "reply"})
LONGEST_NAME = 6  # words
_WORD = r"[A-Z][\w'’-]+"
_BORN = re.compile(
    rf"({_WORD}(?: (?:(?:van|von|de|da|le|la|der|den|el|al|bin) )*{_WORD}){{1,3}})"
    r"(?:,? (?:also known as|known as|aka) [\"“']?[\w '’-]{2,30}?[\"”']?)?"
    r"\s*[,(]*\s*(?:d\.? ?o\.? ?b\.?|born(?: on)?|date of birth)\s*:?\s*"
    r"(\d{1,2}(?:st|nd|rd|th)?(?: of)?[\s./-]+[A-Za-z\d]{1,9},?[\s./-]+\d{2,4})",
)
_LED = re.compile(r"^(?:About|Re|Regarding|Concerning|For|Subject)\s+(?=\S+\s)")
_NUMBERED = re.compile(
    rf"({_WORD}(?: {_WORD}){{1,3}}),? \(?(?:LCS|Mosaic|Liquidlogic|Eclipse|system|case)"
    r"(?: (?:no\.?|number|id|ref))*:? ?([A-Z]{0,5}[-/]?\d[\w/-]{2,12})"
)
_SYSTEM = re.compile(
    r"\b(?:LCS|Mosaic|Liquidlogic|Eclipse|system|case|social care)"
    r"(?: (?:no\.?|number|id|ref))*:? ?([A-Z]{0,5}[-/]?\d[\w/-]{3,12})",
    re.IGNORECASE,
)
_LIVES = re.compile(r"\b(?:of|at|lives|address)\b.{0,80}$", re.IGNORECASE | re.DOTALL)


def introduce(growing: Growing, elements: Iterable[Element]) -> None:
    """Fill in whom a paper without a name is about from the sentence that gives a day of birth."""
    if growing.kind not in KINDS:
        return
    if any(map(growing.get, ("name", "surname", "first_name"))):
        _more_of_person(growing)
        return
    for text, where in _texts(elements):
        found = _BORN.search(text)
        name = read_name(_LED.sub("", found[1])).name if found else ""
        if found and looks_like_name(name):
            growing.take_in_passing("name", name, text, where)
            born = read_day(found[2], growing.this_year, born=True).value
            growing.take_in_passing("dob", born, text, where)
            numbered = _SYSTEM.search(text[found.end() :])
            growing.take_in_passing("la_id", numbered[1] if numbered else None, text, where)
            _beside(growing, found, text, where)
            return
        known = _NUMBERED.search(text)
        if known and looks_like_name(known[1]):
            growing.take_in_passing("name", read_name(known[1]).name, text, where)
            growing.take_in_passing("la_id", known[2], text, where)
            return


def named_in(elements: Iterable[Element]) -> str:
    """Return the name of whom a sentence with a day of birth is about, or nothing."""
    found = next((born for text, _ in _texts(elements) if (born := _BORN.search(text))), None)
    name = read_name(_LED.sub("", found[1])).name if found else ""
    return name if looks_like_name(name) else ""


def _more_of_person(growing: Growing) -> None:
    """Take an adult's nickname, car and phone from the sentence under "Person we nominate"."""
    field = growing.fields.get("name")
    if (
        growing.kind != "person_of_concern"
        or field is None
        or len(field.raw.split()) <= LONGEST_NAME
    ):
        return
    first = next(iter(read_associates(field.raw.replace(". ", ", "))), {})
    for part in ("alias", "vehicle", "phone"):
        growing.take_in_passing(part, first.get(part), field.raw, field.where)


def _texts(elements: Iterable[Element]) -> Iterator[tuple[str, str]]:
    for element in elements:
        if isinstance(element, Pair):
            yield f"{element.label} {element.value}", element.where
        elif not isinstance(element, Grid | MatrixRow):
            yield element.text, element.where


def _beside(growing: Growing, found: re.Match[str], text: str, where: str) -> None:
    """Take what stands with the name: the address's postcode, or an adult's nickname and car."""
    if growing.kind != "person_of_concern":
        after = text[found.end() :]
        code = read_postcode(after)
        if code and _LIVES.search(after[: after.upper().find(code.split()[0])]):
            growing.take_in_passing("postcode", code, text, where)
        return
    first = next(iter(read_associates(text[found.start() :].replace(". ", ", "))), {})
    for field in ("alias", "vehicle", "phone"):
        growing.take_in_passing(field, first.get(field), text, where)
