"""The form's own words at the head of an answer, told by how they are put, and not by the form."""

import re

from models.intake.understanding.lexicon import vocabulary
from models.intake.understanding.wording import tokens

LONGEST, LEAST_ASKED, PIECE = 14, 2, 6  # words of a hint; questions in one line, words of one
PEOPLE = frozenset(
    {"children", "persons", "associates", "siblings", "name", "associate_name", "members"}
)
TOLD = ("grounds", "reason", "ask", "tried", "voice", "parent", "protective", "text")
_NAMES = tokens("names name descriptions description details dates dob addresses relationship")
_SMALL = frozenset({"and", "or", "of", "the", "if", "known", "their", "any", "full", "with", "for"})
_OPENED = re.compile(r"\W*(?:prompts?|hints?|tips?|think about|help(?: text)?)\s*:", re.IGNORECASE)
_ASKS = re.compile(
    r"(?:(?:and|or|by|with|to|for|of) )*(?:whom?|what|when|where|how|why|which|whether)\b",
    re.IGNORECASE,
)
_PARTED = re.compile(r"\s*[,;]\s*|\s+(?:and|or)\s+(?=(?:who|what|when|where|how|why)\b)")
_TOLD = re.compile(r"\b(?:he|she|they|him|her|them|his|we|us|i|my|our)\b", re.IGNORECASE)
_SAID = re.compile(r"\d|[“\"]")


def leads_as_hint(field: str, line: str) -> bool:
    """Say whether a line is the form's own where it leads an answer of several lines.

    "Full names and dates of birth if known" over names, "Who is there, what is seen, how often"
    over what happened, and whatever "Prompt:" opens.
    """
    if _OPENED.match(line):
        return True
    plain = line[1:] == line[1:].lower() and not _SAID.search(line)
    if not plain or len(line.split()) > LONGEST or line.rstrip().endswith("."):
        return False
    if field in PEOPLE:
        return _names_columns(line)
    return field in TOLD and _asks_several(line)


def _names_columns(line: str) -> bool:
    """Say whether a line only says what to tell of people: "Names, descriptions, vehicles"."""
    words = [word for word in re.findall(r"[^\W\d_]+", line.lower()) if word not in _SMALL]
    known = all(tokens(word) <= vocabulary() for word in words)
    return bool(words) and known and bool(tokens(line) & _NAMES)


def _asks_several(line: str) -> bool:
    """Say whether every piece of a line begins with a word that asks, and none tells of anybody."""
    pieces = [piece for piece in _PARTED.split(line.strip()) if piece]
    short = all(len(piece.split()) <= PIECE for piece in pieces) and not _TOLD.search(line)
    return short and len(pieces) >= LEAST_ASKED and all(map(_ASKS.match, pieces))
