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
# Who decides on the child's plan, elsewhere: what the panel asks of them is a recommendation.
PLANNING = (
    r"(?:core\s+group|care\s+team|(?:child\s+protection\s+|review\s+)?conference|icpc|rcpc"
    r"|(?:strategy|planning|network|professionals?['’]?|cin|lac|cla|tac|taf|looked\s+after)\s+(?:meeting|review))"
)
# "Can we have an action for …", "let's put down a recommendation that …": to be written down.
PUT_DOWN = (
    r"(?:(?:so|ok(?:ay)?|and|then|right|well|please)[\s,]+)*"
    r"(?:(?:(?:can|could|may|shall|should)\s+(?:we|i|you)|let['’]?s|let\s+us|(?:we|i)(?:['’]ll|\s+will|\s+should))\s+"
    r"(?:(?:please|just|also|then)\s+)*(?:have|get|put|record|log|take|add|minute|make|raise|set|write)(?:\s+(?:down|in|up))?"
    r"|(?:we|i)(?:['’]d|\s+would|\s+also|\s+do)*\s+(?:like|need|want|have)|there(?:['’]?s|\s+is|\s+will\s+be))\s+"
    r"(?:as\s+)?(?:(?:an?|one|another|new|further|more|separate)\s+)+"
)
RECOMMENDING = (
    rf"(?:(?:so|ok|and|then)[\s,]+)*{WE}\s+(?:recommends?(?:\s+to|\s+that)?|recommended\s+that)\s+"
    rf"|{WE}\s+(?:ask(?:s|ed)?|request(?:s|ed)?)\s+(?=(?:that\s+)?(?:(?:the|his|her|their)\s+)?{PLANNING}\s+to\b)"
    r"|(?:(?:my|our|the|one|another)\s+)?recommendations?\s+(?:is|would\s+be|will\s+be)\s+(?:that|to|for)\s+"
    r"|(?:(?:we['’]?re|we\s+are|i['’]?m|i\s+am)\s+)?recommending\s+(?=(?:to|that)\b)(?:that\s+)?"
    r"|recommended\s*(?:[:–—-]\s*(?:that\s+)?|that\s+)"
    r"|recommended\s+to\s+(?!(?:his|her|their|an?)\s+(?!conf|core|plan|review))(?=(?:[\w'’/-]+\s+){0,3}[\w'’/-]+\s*:)"
    rf"|recommended\s+(?:to\s+)?(?=(?:(?:the|his|her|their)\s+)?{PLANNING}\s+(?!is\b|was\b|were\b|by\b|to\s+be\b)\w)"
    r"|(?:the\s+)?panel(?:['’]s)?\s+recommendations?\s*[:–—-]\s*"
    r"|(?:an?|new|another|further)\s+recommendation\s*(?:[:–—-]|that\b|is\b|to\b|for\b)\s*"
    rf"|{PUT_DOWN}recommendation\s+(?:down\s+|in\s+)?(?:that\s+|(?=(?:to|for)\b))"
)
ACTION = (
    r"(?:the\s+)?action\s+(?:is|would\s+be|will\s+be)\s+(?:for|on|with)\s+(?:the\s+)?"
    r"|(?:(?:an?|new|another|further|one\s+more|extra|and)\s+)*"
    r"(?:action(?:\s+points?|\s+(?:no|number))?|AP)\s*\d{0,2}\s*[:–—-]+\s*"
    r"|(?:(?:an?\s+)?(?:new|another|further|one\s+more|extra)\s+action|action\s+point)\s+"
    r"(?!(?:is|was|has|plan)\b)"
    rf"|{PUT_DOWN}action\s+(?:(?:point|down|in|there|here|please)\s+)*"
    r"(?:that\s+|(?=(?:for|on)\s+(?:\S+\s+){1,4}?to\b)|(?=to\b))"
)
INTEREST = (
    r"interests?\s+(?:was\s+)?declared\s+(?:by|from)\s+|(?:(?:conflict|declaration)s?(?:\s+of\s+interests?)?|interests?\s+declared|declared\s+interests?"
    r"|DoI)\s*[:–—-]\s*|(?:declarations?|dec?l?s?)\s+of\s+int(?:erest)?s?\.?\s*(?:[:–—-]|from|by)?\s+"
)
DECIDING = (
    r"(?:the\s+)?(?:panel|chair)(?:['’]?s)?\s+decision\s*[:–—-]\s*"
    r"|(?:the\s+)?(?:panel(?:['’]?s)?\s+|our\s+)?decision\s+(?:is|was|today\s+is)\s*"
    r"(?:to\s+|that\s+(?:he|she|they)\s+|(?=(?:he|she|they)\s)|[:–—-]\s*)"
)
AT_RISK = r"immed(?:iate)?(?:ly\s+at)?\s+risk\b(?!\s+(?:is|was|not|question|form|has|no)\b)"
DAY = (
    r"(?=(?:the\s+)?\d|\w+\s+(?:weeks|months|wks|mths)\b|ne?xt\s+(?:panel|meeting|mtg|mace)"
    r"|mon|tue|wed|thu|fri)"
)
# Whom somebody sees again, and not the panel.
NO_NAME = (
    r"(?!(?:mum|mam|mom|dad|nan\w*|gran\w*|mother|father|parents?|carers?|school|college|police|gp"
    r"|sw|camhs|health)\b)"
)
AGAIN = (
    r"(?:date\s+of\s+(?:the\s+)?next\s+review|r/v|ne?xt\s+(?:r/v|re?vw?|rvw|review)(?:\s+date)?|(?:to|will)\s+be\s+(?:reviewed|looked\s+at)(?:\s+again)?)"
    rf"\s*[:–—-]?\s*(?:(?:is|on|by|at|in)\s+)*{DAY}"
    r"|(?:we(?:['’]ll|\s+will)\s+|to\s+)?(?:look\s+at|come\s+back\s+to|bring\s+back|see|discuss"
    rf"|review|bring)\s+(?:(?:this|that)(?:\s+(?:one|item|case))?|him|her|it|them|{NO_NAME}(?-i:[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?))(?:\s+(?:again|back))?\s+"
    r"(?:on|at|in)\s+(?=.*(?:\d|panel|meeting|mtg|weeks?|wks?|months?|mths?|fortnight))"
    rf"|(?:to\s+(?:come\s+)?)?back\s+(?:(?:in|within)\s+(?:{COUNT})\s*(?:weeks|months|wks|mths|w|m)\b|in\s+\d\d?/(?:52|12)(?!\d)|(?:to|at|for)\s+"
    r"(?:the\s+)?next\s+(?:panel|meeting|mtg|mace)\b)"
    r"|(?:he|she|they|(?:(?:the|this)\s+)?(?:child|case))\s+(?:will\s+|to\s+|should\s+)?(?:comes?\s+back|returns?)\s+to\s+"
    r"(?:the\s+)?(?:panel|mace)\b"
    r"|(?:to\s+)?(?:(?:bring|come)\s+back|bring\s+(?:him|her|it|them|this)\s+back|ne?xt\s+(?:panel|meeting|mtg|mace)\s+re?vi?e?w|(?:return|back)\s+to\s+(?:the\s+)?(?:panel|mace)|(?:look|see|discuss)\s+again)\b"
)
URGENT = (
    r"(?:this|it|that)(?:['’]?s|\s+is)\s+(?:(?:really|very|so|an?)\s+)*urgent\b"
    r"(?!\s+(?:care|treatment|app|referr|review))"
)
LINKED = (
    r"(?:there(?:['’]?s|\s+is|\s+are)\s+)?(?:an?\s+|also\s+)*(?:possible\s+)?links?\s+between\s+"
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
    (_opens(URGENT), CaptureKind.URGENT, True),
    (_opens(LINKED), CaptureKind.LINK, False),
    (_opens(AGAIN), CaptureKind.REVIEW, True),
    (ANY, CaptureKind.NOTE, True),
    (_opens(MINUTES), CaptureKind.TIMING, True),
)
