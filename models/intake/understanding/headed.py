"""Headings of a return that name somebody or something that is no child: person, place, group."""

import re

from models.intake.papers import Block
from models.intake.understanding.dates import read_day
from models.intake.understanding.letters import regards
from models.intake.understanding.lexicon import is_title
from models.intake.understanding.lines import Whom
from models.intake.understanding.names import looks_like_name, names_a_body, read_name
from models.intake.understanding.wording import straight
from models.marks import SubjectKind

ANY_YEAR = 2000  # whether a day is told is asked, not which
_KINDS = (
    (
        SubjectKind.PERSON,
        r"persons? of (?:concern|interest)|poc|suspects?|(?:alleged )?perpetrators?|adults?",
    ),
    (SubjectKind.PLACE, r"locations?|places?|(?:licensed )?premises|venue|address|hot ?spot"),
    (SubjectKind.GROUP, r"(?:peer )?groups?|gang|network|urban street gang"),
    (SubjectKind.THEME, r"themes?"),
)
_BRACKETED = re.compile(r"^(.{2,120}?)\s*[(\[]([^()\[\]]*)[)\]]\s*$")
_LED = re.compile(r"^\s*(?:\d{1,3}[.)]\s*)?([A-Za-z ]{3,30}?)\s*(?:[:–—]|\s-\s)\s*(.{2,120})$")

_CHILD_LEAD = re.compile(
    r"^\s*(?:\(?\d{1,3}(?:[.)]|\s*[-–—]\s)\s*)?"
    r"(?:(?:child|young person|name|subject|re|yp)\s*\d*\s*[:–-]\s*)?",
    re.IGNORECASE,
)
_CUT = re.compile(r"[(,;|–—]|\s-\s|\bd\.?o\.?b\b|\bborn\b|\b[A-Z]*\d", re.IGNORECASE)
_SHOUTED = re.compile(r"^([A-Z][A-Z'’-]+),\s*([A-Z][a-z][\w'’-]*(?: [A-Z][a-z][\w'’-]*)?)")


def child_in_heading(text: str, where: str, this_year: int) -> Whom | None:
    """Whom "Aidan Ravenscroft (born 21/01/2011, LCS620625)" names; None where it names nobody."""
    bare = _CHILD_LEAD.sub("", straight(text))
    inverted, cut = _SHOUTED.match(bare), _CUT.search(bare)
    head = inverted[0] if inverted else bare[: cut.start()] if cut else bare
    name = read_name(head).name
    if not looks_like_name(name) or len(name.split()) < 2 or is_title(bare) or names_a_body(name):
        return None
    return Whom(name, where).beside(bare[len(head) :], this_year)


def regards_child(label: str, value: str) -> bool:
    """Say whether a heading is a letter's "Re:" with the child's name, and not a reply's."""
    return regards(label) and child_in_heading(value, "", ANY_YEAR) is not None


def heads_in_full(text: str, this_year: int) -> bool:
    """Say whether a heading names a child with day of birth or number, as all of them then do."""
    whom = child_in_heading(text, "", this_year)
    return whom is not None and bool(whom.dob or whom.la_id)


def led_by_child(block: Block) -> bool:
    """Say whether a line begins in bold with the child whom the lines below it are about."""
    return bool(block.bold_lead) and heads_in_full(block.text, ANY_YEAR)


def other_than_child(text: str, where: str, this_year: int, *, led: bool) -> Whom | None:
    """Whom "Lee Marsh (born 03/02/1990, person of concern)" or, `led`, "Location: The Hub" names.

    None where the words do not say that it is a person of concern, a place, a group or a theme.
    A sentence may begin with "Location: …", so only a heading is led by such a word.
    """
    bare = " ".join(straight(text).split())
    bracket = _BRACKETED.match(bare)
    if bracket:
        parts = [part.strip() for part in re.split(r"[,;|]", bracket[2])]
        kinds = [kind for part in parts if (kind := subject_kind(part))]
        if kinds:
            return _whom(kinds[0], bracket[1], where, bracket[2], this_year)
    lead = _LED.match(bare) if led else None
    kind = subject_kind(lead[1]) if lead else None
    return _whom(kind, lead[2], where, "", this_year) if lead and kind else None


def subject_kind(words: str) -> SubjectKind | None:
    """The kind of subject that these words mean and nothing else, None where they mean none."""
    key = words.strip(" .:").lower()
    return next((kind for kind, known in _KINDS if re.fullmatch(known, key)), None)


def _whom(kind: SubjectKind, name: str, where: str, detail: str, this_year: int) -> Whom:
    if kind is not SubjectKind.PERSON:
        return Whom(name.strip(" -–:"), where, kind=kind.value)
    born = read_day(detail, this_year, born=True).value if detail else None
    return Whom(read_name(name).name, where, dob=born, kind=kind.value)
