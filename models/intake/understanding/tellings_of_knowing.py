"""What sentences tell of who knows of a paper, and of whether the child is in danger now."""

import re

from models.intake.understanding.telling import DENIED, PARENT, Found, telling

_PAPER = r"(?:writing|sending|this (?:report|referral|letter|form|nomination)|referr\w+)"
_OF_PARENT = re.compile(rf"\b{PARENT}(?: and {PARENT})?(?: also| both| now)?\W*$", re.IGNORECASE)
_OF_ELSE = re.compile(r"(?:\w+\W+){3}and (?:(?:his|her|their|the) )?$", re.IGNORECASE)
_SPEAKS = re.compile(
    r"\b(?:referr\w+|nominat\w+|panel|report|letter|form|meeting|writing|know\w*|aware|told|"
    r"informed|consent\w*|agree\w*)\b",
    re.IGNORECASE,
)


def _yes(found: Found, this_year: int) -> bool | None:
    return None if DENIED.search(found.string) else True


def _no(found: Found, this_year: int) -> bool:
    return False


def _child_so(found: Found, this_year: int) -> bool | None:
    """Return that the child knows, where no parent is who does: "Her mum has been told"."""
    before = found.string[: found.start()]
    return None if _OF_PARENT.search(before) else _so(found, this_year)


def _so(found: Found, this_year: int) -> bool | None:
    return None if DENIED.search(found.string) else True


def _of_paper(found: Found, this_year: int) -> bool | None:
    """Return that a parent knows, unless it is of what the sentence told before: "and mum is"."""
    before = found.string[: found.start()]
    return None if _OF_ELSE.search(before) and not _SPEAKS.search(before) else _so(found, this_year)


KNOWING = (
    telling(
        "informed_child",
        rf"\b(?:i|we) have told (?:(?-i:[A-Z])\w+|him|her|them)\b(?! {PARENT}).{{0,30}}"
        rf"\b(?:making|{_PAPER})",
        _so,
    ),
    telling(
        "immediate_risk",
        r"\b(?:no|not (?:at|in)) (?:any )?immediate (?:risk|danger)\b",
        _no,
        names=False,
    ),
    telling(
        "immediate_risk",
        r"\b(?:is|are) not\b[^.;]{0,45}\b(?:at|in) immediate (?:risk|danger)\b",
        _no,
    ),
    telling("immediate_risk", r"\b(?:is|remains) (?:at|in) immediate (?:risk|danger)\b", _yes),
    telling(
        "informed_child",
        r"\b(?:knows?|is aware|has (?:seen|read|agreed to|been told (?:about|of)))\b"
        rf"(?: that)?.{{0,25}}\b{_PAPER}",
        _child_so,
    ),
    telling(
        "informed_child",
        r"\b(?:he|she|(?-i:[A-Z])\w+) has been (?:told|informed) that (?:i am|we are) "
        r"(?:writing|making|sending|referring)\b",
        _so,
    ),
    telling(
        "informed_parent",
        rf"\b{PARENT}\b.{{0,30}}\b(?:know|knows|aware|told|informed|agree\w*)\b"
        rf"(?: that)?.{{0,30}}\b{_PAPER}",
        _so,
        names=False,
    ),
    telling(
        "informed_parent",
        rf"\b{PARENT}\b (?:(?:is|are|was|were) )?(?:also |both |now |fully )?aware\b"
        r"(?: too| as well)?(?=\W*$|\W+(?:and|but) (?:agree|support|happy|is |are |we |i )|"
        rf" (?:that )?(?:i am|we are|of {_PAPER}))",
        _of_paper,
        names=False,
    ),
    telling(
        "informed_parent",
        rf"\b(?:i|we)(?: have|['’]ve)? (?:also )?(?:told|informed) (?:(?:his|her|their|the) )?"
        rf"{PARENT}\b(?=(?: too| as well)?\W*$| (?:that )?(?:i am|we are)\b|"
        rf" (?:about|of) {_PAPER}| and\b)",
        _so,
        names=False,
    ),
    telling(
        "informed_child",
        r"\b(?:have|has)(?: not|n['’]t) (?:yet )?(?:told|informed|spoken to) "
        rf"(?:him|her|them|(?-i:[A-Z])\w+)\b(?! {PARENT}\b)",
        _no,
    ),
    telling(
        "informed_parent",
        r"\b(?:have|has) not (?:yet )?(?:told|informed|spoken (?:to|with)) "
        rf"(?:him|her|their|his|the|\w+['’]s) {PARENT}\b",
        _no,
        names=False,
    ),
)
