"""Police 3x5x2: source 1 to 3, information A to E, handling P or C, read as people say it."""

import re
from dataclasses import dataclass

from models import codes
from models.errors import Refusal

LISTS = ("grading_source", "grading_information", "grading_handling")
FORM = r"(?:(?P<s1>[1-3])\s?(?P<i1>[A-E])|(?P<i2>[A-E])\s?(?P<s2>[1-3]))\s?(?P<handling>[PC])"
ALONE = re.compile(rf"\s*(?:graded\s+)?{FORM}\s*(?P<rest>(?:[\s,;:.–—-].*)?)", re.IGNORECASE)
AT_HEAD = re.compile(rf"^\s*[(\[]?(?:graded\s+)?{FORM}[)\]]?(?=[\s,;:–—-])[\s,;:–—-]*", re.I)
AT_END = re.compile(rf"[\s,;–—-]+[(\[]?(?:graded\s+)?{FORM}[)\]]?\s*[.]?\s*$", re.IGNORECASE)
# What is meant as a grading, in this form or nearly: "b2 p handled", "graded 2B", "E41".
MEANT = (
    r"(?:(?:3\s?x\s?5\s?x\s?2|grad(?:ed|e|ing))[\s:]+(?:[1-3]\s?[A-E]|[A-E]\s?[1-5])\b(?:\s?[PC]\b)?"
    r"|(?:[1-3]\s?[A-E]|[A-E]\s?[1-3])\s?[PC]\b)(?:\s+hand\w+)?"
)
OLDER = r"[A-E][1-5][1-5]\b"
"""The 5x5x5 of before: it is read alone, for the A13 is a road."""
GRADED_HERE = re.compile(
    rf"^\s*[(\[]?(?:{MEANT}|{OLDER})|[\s,;(\[–—-]{MEANT}[)\]]?\s*[.]?\s*$"
    rf"|[,;(\[–—-]\s*{OLDER}[)\]]?\s*[.]?\s*$",
    re.IGNORECASE,
)
EDGES = " ,;:.–—-"


@dataclass(frozen=True)
class Grading:
    """How far source and information can be relied on, and on what terms it may go on."""

    source: str
    information: str
    handling: str
    conditions: str | None = None

    @property
    def letters(self) -> str:
        """The grading as it is written: 2BP."""
        return f"{self.source}{self.information}{self.handling}"

    @property
    def words(self) -> str:
        """What the letters stand for, in the words of the lists."""
        pairs = zip(LISTS, (self.source, self.information, self.handling), strict=True)
        rows = (codes.find(name, code) for name, code in pairs)
        return " · ".join(row.label for row in rows if row is not None)


def read_grading(text: str) -> Grading | None:
    """A grading typed alone, digit and letters in either order, with the conditions after it."""
    found = ALONE.fullmatch(text)
    return _graded(found, found["rest"].strip(EDGES) or None) if found else None


def grading_typed(text: str) -> Grading | None:
    """What stands in a field for a grading; nothing where it is empty, Refusal where it is none."""
    given = read_grading(text)
    if text and given is None:
        raise Refusal("A grading is written 2BP: source 1-3, information A-E, P or C.", "grading")
    return given


def grading_within(text: str) -> tuple[str, Grading | None]:
    """A line without the grading at its head or its end, and that grading if there is one."""
    for place in (AT_HEAD, AT_END):
        found = place.search(text)
        rest = f"{text[: found.start()]}{text[found.end() :]}".strip() if found else ""
        if found and rest:
            return rest, _graded(found, None)
    return text, None


def meant_as_grading(text: str) -> bool:
    """True where a line begins or ends with what is, or nearly is, a grading."""
    return bool(GRADED_HERE.search(text))


def _graded(found: re.Match[str], conditions: str | None) -> Grading:
    source, information = found["s1"] or found["s2"], found["i1"] or found["i2"]
    return Grading(source, information.upper(), found["handling"].upper(), conditions)
