"""Answers that hold labels of their own: Referrer details: Name: … Agency: … Tel: …"""

import re
from dataclasses import replace

from models.intake.understanding.context import Context
from models.intake.understanding.elements import Pair
from models.intake.understanding.inline import Said, inline
from models.intake.understanding.lexicon import Match, section_of
from models.intake.understanding.names import looks_like_name, read_name
from models.intake.understanding.ticks import has_marks

_NAME_AND_ADDRESS = re.compile(
    r"^(?P<whose>.*?\b)name\s*(?:&|and|/|,)\s*(?:home )?address\b(?P<of>.{0,30})$", re.IGNORECASE
)
_OF_PLACE = re.compile(r"\b(?:placement|home|unit|school|provider|venue)\b", re.IGNORECASE)
_SLASH = re.compile(r"\s*/\s*|\s*\n\s*")
_VALUES = re.compile(r"(?<!\d)\s*/\s*|\s*/\s*(?!\d)|\s*\n\s*")  # no stroke of a day
_AND, _COMMA = re.compile(r"\s+and\s+|\s*&\s*"), re.compile(r",\s+|\s*/\s*")
SHORT = frozenset({"ethnicity", "first_language", "religion", "nationality", "gender", "age"})
_NUMBER = re.compile(
    r"(?:reference|ref|case|id) ?(?:number|no\.?|id)?\W*(?:\(\w+\))?\W*$", re.IGNORECASE
)
TELLS = frozenset({"reason", "ask", "voice", "tried", "parent", "grounds", "protective"})
CERTAIN = 0.97
_QUESTION = re.compile(r"([A-Z][^?:.]{7,90}\?)\s+(\S.*)$", re.DOTALL)
_WITH_WHOM = re.compile(r"\bwho with\b|\bwith whom?\b|\band who\b", re.IGNORECASE)
_WITH = re.compile(r"^(?:and |usually |mainly |mostly |often |always )?with (?=[A-Z\"“'])", re.I)
_STOP = re.compile(r"(?<=[\w)\"”])\.\s+|\n+")
AT_WORK = {"role", "agency"}
SURE = 0.95


def _both(pair: Pair, context: Context) -> list[Pair]:
    """Part "Gender / ethnicity: male / White British" into two, where both halves say so."""
    if has_marks(pair.value):
        return []
    labels, values = _SLASH.split(pair.label.strip(" :")), _VALUES.split(pair.value.strip())
    short, work = len(labels) < 2, False
    if short:
        labels, values = _AND.split(pair.label.strip(" :")), _COMMA.split(pair.value.strip())
    if len(labels) == len(_COMMA.split(pair.value)) == 2 and len(values) < 2:
        values, work = _COMMA.split(pair.value), True
    if len(labels) < 2 or len(labels) != len(values) or not all(values):
        return []
    matches = [context.label(label, pair.section) for label in labels]
    fields = {match.field for match in matches if match and match.score >= SURE}
    if len(fields) < len(labels) or short and not fields <= SHORT:
        return []
    if work and {field.rpartition("_")[2] for field in fields} != AT_WORK:
        return []
    return [
        Pair(label, value, pair.where, match, pair.section)
        for label, value, match in zip(labels, values, matches, strict=True)
    ]


def _line_by_line(pair: Pair, context: Context) -> list[Pair]:
    """Part a box that asks two things on two lines, answered on two lines."""
    labels, values = (
        [line.strip() for line in text.splitlines() if line.strip()]
        for text in (pair.label, pair.value)
    )
    if len(labels) != 2 or len(values) != 2:
        return []
    asked = context.label(labels[0].strip(" :"), pair.section)
    number = _NUMBER.match(labels[1]) is not None and any(map(str.isdigit, values[1]))
    known = Match("la_id", SURE) if number and asked and asked.field == "plan" else None
    told = known or context.label(labels[1].strip(" :"), pair.section)
    if asked is None or told is None and not number:
        return []
    return [
        Pair(label.strip(" :"), value, pair.where, match, pair.section)
        for label, value, match in zip(
            labels, values, (asked, told if known else None if number else told), strict=True
        )
    ]


def _named_with_address(pair: Pair, context: Context) -> list[Pair]:
    """Part "Child's name & address: Tegan Whitlow, 3 Mill Leat, WD7 4RN" at its first comma.

    Both halves keep whose they are: "Name and address of parent" names no child.
    """
    labels = _NAME_AND_ADDRESS.match(pair.label.strip(" :"))
    name, comma, address = pair.value.partition("\n" if "\n" in pair.value else ",")
    if labels is None or not comma or not looks_like_name(read_name(name).name):
        return []
    if _OF_PLACE.search(labels["whose"]):
        return []  # a placement's name is nobody's
    asked = (f"{labels['whose']}{part}{labels['of']}".strip() for part in ("name", "address"))
    halves = zip(asked, (name, address), strict=True)
    return [
        Pair(label, value.strip(), pair.where, context.label(label, pair.section), pair.section)
        for label, value in halves
    ]


def _asked_within(pair: Pair, context: Context) -> list[Pair]:
    """Part a story from a question of the form that stands on a line of its own within it."""
    lines = pair.value.split("\n")
    if pair.match is None or pair.match.field not in TELLS or pair.match.remembered:
        return []
    for at, line in enumerate(lines[1:], 1):
        found = _QUESTION.match(line)
        match = context.match(found[1], pair.section) if found else None
        if found and match and match.score >= CERTAIN and match.field in TELLS - {pair.match.field}:
            answer = "\n".join([found[2], *lines[at + 1 :]])
            own = replace(pair, value="\n".join(lines[:at]))
            return [own, Pair(found[1], answer, pair.where, match, pair.section)]
    return []


def _where_and_with_whom(pair: Pair) -> list[Pair]:
    """Part "Where do they go, who with? The park. With Gaz" into places and people."""
    if pair.match is None or pair.match.field != "places" or not _WITH_WHOM.search(pair.label):
        return []
    said = _STOP.split(pair.value.strip(" ."))
    people = [one for one in said if _WITH.match(one)]
    if not people:
        return []
    where = "; ".join(one for one in said if one not in people)
    whom = "; ".join(_WITH.sub("", one) for one in people)
    associates = replace(pair, value=whom, match=replace(pair.match, field="associates"))
    return [replace(pair, value=where), associates]


def _of_several(said: list[Said]) -> bool:
    """Say whether labels within an answer ask for a name more than once."""
    return sum(each.match is not None and each.match.field.endswith("name") for each in said) > 1


def parted(pair: Pair, context: Context) -> list[Pair]:
    """Return the pairs that an answer is made of, two asked in one or a section's, or the pair."""
    if told := _where_and_with_whom(pair):
        return told
    if "\n" in pair.value and (within := _asked_within(pair, context)):
        return within
    both = (
        _line_by_line(pair, context) or _both(pair, context) or _named_with_address(pair, context)
    )
    if both:
        return both
    section = section_of(pair.label) if ":" in pair.value else None
    said = inline(pair.value, context, section) if section else []
    if len(said) < 2 or not all(each.value for each in said) or _of_several(said):
        return [pair]
    return [Pair(each.label, each.value, pair.where, each.match, section) for each in said]
