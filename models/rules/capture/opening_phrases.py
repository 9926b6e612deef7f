"""Phrases that open an entry as its first word does: "we recommend that", "action point 3:"."""

import re

from models.rules.capture.reading import CaptureKind
from models.rules.capture.texts import ANY
from models.rules.dates.vocabulary import COUNT

WE = (
    r"(?:(?:we|i)(?:['’]d|\s+would|\s+should|\s+could|\s+will|['’]ll|\s+also)*"
    r"|(?:the\s+)?panel(?:\s+(?:also|would|will))*|mace|members|it\s+(?:is|was)"
    r"|(?:can|could|should|shall|may)\s+(?:we|i))"
)
RECOMMENDING = (
    rf"(?:(?:so|ok|and|then)[\s,]+)*{WE}\s+(?:recommends?(?:\s+to|\s+that)?|recommended\s+that)\s+"
    r"|recommended\s*(?:[:–—-]\s*(?:that\s+)?|that\s+)"
    r"|(?:the\s+)?panel(?:['’]s)?\s+recommendations?\s*[:–—-]\s*"
    r"|(?:an?|new|another|further)\s+recommendation\s*(?:[:–—-]|that\b|is\b|to\b|for\b)\s*"
)
ACTION = (
    r"(?:the\s+)?action\s+(?:is|would\s+be|will\s+be)\s+(?:for|on|with)\s+(?:the\s+)?"
    r"|(?:(?:an?|new|another|further|one\s+more|extra|and)\s+)*"
    r"(?:action(?:\s+points?|\s+(?:no|number))?|AP)\s*\d{0,2}\s*[:–—-]+\s*"
    r"|(?:(?:an?\s+)?(?:new|another|further|one\s+more|extra)\s+action|action\s+point)\s+"
    r"(?!(?:is|was|has|plan)\b)"
)
INTEREST = (
    r"(?:(?:conflict|declaration)s?(?:\s+of\s+interests?)?|interests?\s+declared|declared\s+interests?"
    r"|DoI)\s*[:–—-]\s*|declarations?\s+of\s+interests?\s+(?:from|by)\s+"
)
DECIDING = (
    r"(?:the\s+)?(?:panel(?:['’]?s)?\s+|our\s+)?decision\s+(?:is|was|today\s+is)\s*"
    r"(?:to\s+|that\s+(?:he|she|they)\s+|[:–—-]\s*)"
)
AT_RISK = r"immed(?:iate)?(?:ly\s+at)?\s+risk\b(?!\s+(?:is|was|not|question|form|has|no)\b)"
DAY = (
    r"(?=(?:the\s+)?\d|\w+\s+(?:weeks|months|wks|mths)\b|next\s+(?:panel|meeting)"
    r"|mon|tue|wed|thu|fri)"
)
AGAIN = (
    r"(?:next\s+review(?:\s+date)?|(?:to|will)\s+be\s+(?:reviewed|looked\s+at)(?:\s+again)?)"
    rf"\s*[:–—-]?\s*(?:(?:is|on|by|at|in)\s+)*{DAY}"
    r"|(?:we(?:['’]ll|\s+will)\s+|to\s+)?(?:look\s+at|come\s+back\s+to|bring\s+back|see|discuss"
    r"|review|bring)\s+(?:this|him|her|it|them)(?:\s+(?:again|back))?\s+(?:on|at|in)\s+"
    r"(?=.*(?:\d|panel|meeting))"
    rf"|(?:to\s+(?:come\s+)?)?back\s+(?:(?:in|within)\s+(?:{COUNT})\s*(?:weeks|months|wks|mths|w|m)\b|(?:to|at|for)\s+"
    r"(?:the\s+)?next\s+(?:panel|meeting|mtg|mace)\b)"
    r"|(?:(?:bring|come)\s+back|(?:return|back)\s+to\s+(?:the\s+)?(?:panel|mace)|look\s+again)\b"
)
MINUTES = r"[+-]\s*\d{1,3}\s*(?:m|mins?|minutes?)?\s*$"


def _opens(words: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{words})", re.IGNORECASE)


# What tells something stays in the text.
PHRASES = (
    (_opens(RECOMMENDING), CaptureKind.RECOMMENDATION, False),
    (_opens(ACTION), CaptureKind.ACTION, False),
    (_opens(DECIDING), CaptureKind.DECISION, False),
    (_opens(INTEREST), CaptureKind.DECLARATION, False),
    (_opens(AT_RISK), CaptureKind.URGENT, True),
    (_opens(AGAIN), CaptureKind.REVIEW, True),
    (ANY, CaptureKind.NOTE, True),
    (_opens(MINUTES), CaptureKind.TIMING, True),
)
