"""Words among which it stands on whom a judgement is laid: "step down …", "… to remain"."""

import re

from models.rules.dates.vocabulary import MONTH, WEEKDAY

VERB = (
    r"(?:keep|kept|leave|hold|held|refer|step|stepped|close|take|taken|move|transfer|send|put|escalate|defer"
    r"|bring|hand|pass|adopt|remove|continue|retain|treat|monitor|remain|stay|discharge|de-?escalate|adjourn"
    r"|postpone|carry|review|rev|rvw|revw|judge|assess|rate|score|grade|raise|lower|drop|increase|reduce|set"
    r"|manage|commission|profile|disrupt|accept|decline|discuss|note|sign|escalat|risk|level|rating)"
    r"(?:ing|red|ring|ed|d|s|es)?"
)
JUDGES = re.compile(VERB, re.IGNORECASE)
SMALL = (
    r"(?:the|our|down|up|back|over|off|out|on|again|also|case|item|child|adult|young|person|place|group|and|then"
    r"|to|for|of|re|about|around|regarding|concerning|on|in|respect|is|that|so|ok|right|agreed|we|will|can)"
)
LED_TO = re.compile(
    rf"\b{VERB}\s+(?:(?:the|our|down|up|back|over|off|out|again|case|item|child|for|of|on|re|about)\s+)*$",
    re.IGNORECASE,
)
HEAD = re.compile(rf"[\s,:–—-]*(?:{SMALL}\b[\s,:–—-]*)*", re.IGNORECASE)
FOR_WHOM = re.compile(
    r"\b(?:for|(?:in\s+respect|case|risk|level|rating|review|item)\s+of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "See Amber again", "we'll come back to Slade at the next panel": of whom the panel looks again.
LOOKS_AT = re.compile(
    rf"[\s,:–—-]*(?:(?:{SMALL}|we['’]ll|let['’]?s|please)\b[\s,:–—-]*)*"
    r"(?:see|hear|have|list|re-?list|discuss|revisit|re-?review|look(?:ing)?\s+(?:again\s+)?at|(?:come|go|get)\s+back\s+to"
    r"|return\s+to)\s+(?:the\s+)?",
    re.IGNORECASE,
)
AGAIN = re.compile(r"\s*(?:again|back|once\s+more)\b", re.IGNORECASE)
BESIDE = re.compile(
    r"\b(?:with|of|from|by|at|near|against|via|over|into|under|around|alongside|between|behind|outside|than|like"
    r"|and|or|to|w|w/|by\s+the)\s+(?:the\s+)?$|[&+/]\s*$",
    re.IGNORECASE,
)
RISK_TO = re.compile(r"^\s*(?:the\s+)?(?:risk\s+)?to\s+(?:the\s+)?$", re.IGNORECASE)
# "Amber's case", "Slade's risk": theirs, and so they are judged; "Amber's mum" is somebody else.
OWN_THING = re.compile(
    r"['’]?s?\s+(?:case|risk|level|rating|review|rev|item|score|plan)\b", re.IGNORECASE
)
# Behind it comes why, and no other judgement; "as" also begins what somebody is treated as.
REASON = re.compile(
    r"\b(?:because|as|since|due|given|owing|while|whilst|after|when|where|if|pending|following|now|who|whose"
    r"|until|till|unless|though|although)\b",
    re.IGNORECASE,
)
BREAK = re.compile(r"[,;:.(–—)]|\s-\s|\b(?:but|and|so)\b", re.IGNORECASE)
BETWEEN = re.compile(
    r"(?:['’]s)?[\s,:–—-]*(?:\b(?:to|be|is|are|should|can|will|shall|must|has|been|case|risk|level|rating|item|the"
    r"|and|now|s|it|still|also|agreed|not|no|for|plan|gone|moved|judged|rated|at|as|on|by|in|up|down|same|lower|higher|unchanged|increased|reduced|increasing|reducing|rising|falling|from)\b[\s,:–—-]*)*",
    re.IGNORECASE,
)
DUTY = re.compile(
    r"(?:['’]s)?\s+(?:is\s+|are\s+)?(?:to|should|shall|must|can|will)\b", re.IGNORECASE
)
FOLLOWS = re.compile(
    rf"\s*(?:$|[^\w\s'’]|\d|(?:to|for|as|at|on|in|by|back|down|up|out|off|over|until|till|into|from|under|again|next"
    rf"|today|tomorrow|because|since|due|given|through|open|closed|case|risk|with|same|and|jan|{WEEKDAY}|{MONTH})\b)",
    re.IGNORECASE,
)
THIS_ONE = re.compile(r"\bthis\s+(?:one|item|child|case|place|person|group|theme)\b", re.IGNORECASE)
# "Keep him on panel": of the item's own where it is judged so; in "close Mia, she is safe" of Mia.
THEM = re.compile(r"\b(?:him|her|he|she|them|they)\b", re.IGNORECASE)
