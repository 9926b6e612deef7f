"""Whether a surname that a professional here and a child both bear means the professional."""

import re

_OF_FAMILY = r"(?! (?:his|her|their|mum|dad|mam|nan)\b)"
_WORK = (
    r"to (?:sort|chase|arrange|circulate|liaise|convene|refer|escalate|follow[ -]up|look into|"
    r"feed[ -]?back|report back|co-?ordinate|allocate|progress|draft|invite|request)\b"
    rf"{_OF_FAMILY}"
)
_OF_A_MEETING = (
    r"(?:has |had )?no (?:conflict|interest)s?\b|declare[sd]? (?:an?|no) (?:interest|conflict)|"
    r"nothing to declare|(?:has |had )?(?:fed|feeds) back\b|chair(?:s|ed|ing)\b|"
    r"advise[sd] (?:that|the)\b"
)
_OFFER = (
    r"(?:has |have |had )?offer(?:ed|s|ing) (?:[\w-]+ ){0,2}"
    r"(?:sessions?|appointments?|slots?|assessments?|visits?|places?)\b"
)
_OF_ANOTHER = (
    r"to (?:email|send|share|check|confirm|submit|update|review|notify|inform)\b"
    rf"{_OF_FAMILY}|"
    r"(?:says?|said|reports?|reported|states?|stated|confirm(?:s|ed)|explain(?:s|ed)|notes?|noted) "
    r"(?:that )?(?:s?he|they|the (?:child|family|school)|child|yp|mum|dad|family|school)\b"
)
_SURELY = re.compile(rf" (?:{_WORK}|{_OF_A_MEETING}|{_OFFER})", re.IGNORECASE)
_SURELY_OF_ANOTHER = re.compile(rf" (?:{_OF_ANOTHER})", re.IGNORECASE)
_BEGINS = re.compile(r"(?:\A|[.;:!?,\n(]\s*|\s[-–—]\s*)\Z")
_RANK = re.compile(r"\b(?:DCI|DI|DS|DC|PCSO|PC|PS|Sgt|Insp|Supt|Cllr|Dr)\.?[ \u00a0]\Z")
_WORKS = re.compile(
    r" (?:to(?! (?:be|have|go|stay|live|return|remain|move)\b)|will|says?|said|thinks?|feels?|"
    r"reports?|reported|asks?|asked|has|offer\w*|agree[sd]?|confirm\w*|update[sd]?|explain\w*|"
    r"suggest\w*|not(?:es|ed)|rais(?:es|ed)|wants?)\b",
    re.IGNORECASE,
)
_TOLD_BY = re.compile(r"\b(?:from|by|per|via|ask|tell|told)[ \u00a0]\Z", re.IGNORECASE)
BEFORE = 24
"""Letters before a name that are looked at."""


def is_professional(text: str, start: int, end: int, *, own: bool) -> bool:
    """Whether a text's words say that a professional is meant, and nobody else.

    `own` where the child of that surname is who the text is about: then more must be said.
    """
    before = text[max(0, start - BEFORE) : start]
    if _RANK.search(before):
        return True
    if _BEGINS.search(before) is None:
        return False
    if _SURELY.match(text, end):
        return True
    return not own and _SURELY_OF_ANOTHER.match(text, end) is not None


def may_be_a_professional(text: str, start: int, end: int, *, own: bool) -> bool:
    """Whether a professional may be meant as well as a child.

    Of the child that a text is about it is told, but where the name does or says something.
    """
    before = text[max(0, start - BEFORE) : start]
    return not own or bool(_WORKS.match(text, end) or _TOLD_BY.search(before))
