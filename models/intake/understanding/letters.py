"""Letters and e-mails: the day above, whom "I would like to refer …" names, and how they close."""

import re

from models.intake.papers import Block
from models.intake.understanding.elements import Pair
from models.intake.understanding.lexicon import Match
from models.intake.understanding.names import looks_like_name

_CLOSING = re.compile(
    r"^\W*(?:(?:many |with )?thanks(?: very much| in advance| again| and regards)?|thank you|"
    r"cheers|ta(?: very much| muchly)?|(?:many )?(?:thx|thanx|tks)|all the best|take care|"
    r"speak soon|br|kr|rgds|sincerely|"
    r"(?:(?:kind|kindest|best|warm|many) )?(?:regards|rgds|wishes)|"
    r"yours(?: [a-z]+){0,3})\W*$",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?\d{1,2}(?:st|nd|rd|th)? (?:of )?[a-z]{3,9}"
    r",? (?:20)?\d\d$|\d{1,2}[./-]\d{1,2}[./-](?:20)?\d\d$",
    re.IGNORECASE,
)
CHILDHOOD, SURE = 18, 0.75  # years; how sure what a letter says without a label
_TO_PANEL = re.compile(
    r"\bdear\b.{0,40}\b(?:mace|mase|vemt|macse|exploitation|panel)\b", re.IGNORECASE
)
_BORN = re.compile(
    r"\b(?:born|d\.?o\.?b\.?|date of birth)\b[^.;]{0,30}?\b((?:19|20)\d\d)\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b20\d\d\b")
_OF_CHILD = re.compile(
    r"\b(?:child|young person|pupil|student|school|college|parents?|mum|dad|carers?)\b", re.I
)
_WORD = r"[A-Z][\w'’-]+"
_REFERRED = re.compile(
    r"\b[Rr]efer(?:ring)?\s+(?:(?:a|the|this)\s+)?(?:(?:young person|child|student|pupil),?\s+)?"
    rf"({_WORD}(?:\s+{_WORD}){{1,3}}(?:\s*\([^()]*\))?)"
)


def referred(text: str) -> str:
    """Return the name that a sentence refers, with what stands in brackets behind it, or ""."""
    found = _REFERRED.search(text)
    return found[1] if found and looks_like_name(found[1].partition("(")[0].strip()) else ""


def referral_in(block: Block) -> Pair | None:
    """Return the name of whom a letter's sentence refers, None where it refers nobody."""
    named = referred(block.text)
    return Pair("Referred", named, block.where, Match("name", SURE), None) if named else None


def day_in(block: Block) -> Pair | None:
    """Return the day that stands alone above a letter, None where a line is none."""
    found = dated(block.text)
    return Pair("Date", block.text, block.where, Match("received", SURE), None) if found else None


def regards(label: str) -> bool:
    """Say whether a label is a letter's "Re:", which names the child in bold above the text."""
    return label.strip(" :").lower() in ("re", "regarding", "in respect of")


def tells_of_child(text: str) -> bool:
    """Say whether a letter to the panel is about somebody who is a child when it is written.

    The latest year it names is when it is written; one that names no year but that of birth tells
    nobody's age, and may be about an adult.
    """
    born = _BORN.search(text) if _TO_PANEL.search(text) else None
    if born is None or _OF_CHILD.search(text) is None:
        return False
    age = max(int(year) - int(born[1]) for year in (*_YEAR.findall(text), born[1]))
    return 0 < age <= CHILDHOOD


def dated(text: str) -> bool:
    """Say whether a line is a day and nothing else, as at the head of a letter."""
    return len(text.split()) <= 5 and bool(_DAY.match(text.strip()))


def closes(text: str) -> bool:
    """Say whether a line only ends a letter."""
    return bool(_CLOSING.match(text))
