"""Times that name no day: next month, half term, the first week of December, soon."""

import re

from models.rules.dates.forms import Anchor, Form, Reader, form
from models.rules.dates.reading import Frame, Meaning, vague
from models.rules.dates.vocabulary import MONTH, NEXT, NTH, WEEKDAY, YEAR

NOT_A_DAY = "This names no day: give a date."
A_WEEK = "This is a week, not a day: give a date."
PART = r"(?:early|mid|middle|late|later|beginning|start|middle|first\s+part)"
STRETCH = rf"(?:this|the|{NEXT})\s+(?:week|month|term|year|quarter)|{MONTH}(?:\s+{YEAR})?"


def _says(warning: str) -> Reader:
    def meaning(found: re.Match[str], frame: Frame) -> Meaning:
        return vague(warning)

    return meaning


def _loose(pattern: str, warning: str = NOT_A_DAY, anchor: Anchor = "") -> Form:
    return form(pattern, _says(warning), anchor)


FORMS = (
    _loose(rf"(?:{NEXT}|this|later\s+this)\s+(?:m(?:on)?th|term|year|quarter)"),
    _loose(
        rf"(?:{NEXT}|this|later\s+this)\s+w(?:ee)?k|(?:the\s+)?week\s+after(?:\s+{NEXT})?", A_WEEK
    ),
    _loose(rf"(?:(?:this|{NEXT}|the|at\s+the|over\s+the)\s+)?w(?:ee)?k[\s-]?end"),
    _loose(
        rf"(?:(?:this|{NEXT}|the|after|before|over)\s+)?half[\s-]term(?:\s+(?:week|holidays?))?"
    ),
    _loose(r"(?:the\s+)?(?:christmas|xmas|easter|summer|school|new\s+year)\s+(?:holidays?|break)"),
    _loose(
        r"(?:the\s+)?(?:end|start|beginning)\s+of\s+(?:the\s+)?(?:next\s+)?(?:school\s+)?(?:term|quarter)"
    ),
    _loose(r"(?:in\s+(?:the\s+)?|(?:early|start|begin|from)\s+(?:in\s+)?(?:the\s+)?)new\s+year"),
    _loose(rf"{PART}(?:\s+(?:of|in))?[\s-]+(?:{STRETCH})"),
    _loose(
        rf"(?:the\s+)?(?:first|second|third|fourth|last|middle)\s+(?:week|half|part)\s+(?:(?:of|in)\s+)?"
        rf"(?:next\s+month|this\s+month|the\s+month|{MONTH})(?:\s+{YEAR})?",
        A_WEEK,
    ),
    _loose(
        rf"(?:w/c|wc|week\s+commencing|week\s+beginning|(?:week|wk)\s+of|w/b)\s+(?:the\s+)?"
        rf"(?:(?:{WEEKDAY}\s+)?(?:{NTH}|\d{{1,2}})(?:\s*(?:of\s+)?{MONTH}|[/.]\d{{1,2}})?(?:\s+{YEAR})?)",
        A_WEEK,
    ),
    _loose(rf"{MONTH}(?:\s+20\d\d)?", "This is a month, not a day: give a date.", "lead"),
    _loose(r"(?:in\s+)?(?:a\s+few|several|some|a\s+number\s+of)\s+(?:days|weeks|months)"),
    _loose(
        r"(?:by|before|after)\s+(?:the\s+)?(?:spring|summer|autumn|winter)(?!\s+(?:term|school|hol|break))"
        r"|in\s+the\s+(?:spring|summer|autumn|winter)|(?:next|this)\s+(?:spring|summer|autumn|winter)"
    ),
    _loose(
        r"asap|a\.s\.a\.p\.?|as\s+soon\s+as\s+(?:possible|practicable|they\s+can)|straight\s*away"
    ),
    _loose(r"in\s+due\s+course|as\s+and\s+when|when\s+possible|shortly|soon|sometime|ongoing"),
)
