"""Words of immediate danger in any line, whatever it begins with: happening now, or to be asked."""

import re
from enum import Enum

from models.rules.dates.vocabulary import MONTH


class Danger(Enum):
    """How plainly a line tells of danger: as of now, or so that it is asked."""

    NOW = "now"
    PERHAPS = "perhaps"


SELF = r"(?:her|him|them|their|my|your|his)\s?-?sel(?:f|ves|fs?)\b"
MEANS_TO = (
    r"(?:going\s+to|goin\s+to|gonna|gona|gunna|about\s+to|off\s+to|out\s+to|threat\w*\s+to|wants?\s+to"
    r"|wanting\s+to|wanna|plan\w*\s+to|coming\s+to|tr(?:y|ies|ied|ying)\s+to|will|['’]?ll|intends?\s+to)"
)
WEAPON = (
    r"(?:knife|knives|blade|machete|gun|firearm|shotgun|weapon|axe|acid|hammer|crossbow|sword"
    r"|(?:baseball\s+)?bats?|(?:iron|metal)\s+bar|screwdriver)"
)
# Each by itself says that a life may be at stake.
DIRE = re.compile(
    rf"\b(?:kill?|hang|drown)(?:s|ing)?\s+{SELF}"
    r"|\b(?:end|ending|tak(?:e|ing))\s+(?:it\s+all|(?:her|his|their|my)\s+(?:own\s+)?li(?:fe|ves))\b"
    rf"|\b{MEANS_TO}\s+(?:\w+\s+)?(?:jump|stab|shoot|kill|attack|rape|murder|hurt|harm|burn|batter|top"
    r"|end\s+it|die|od|overdose)\b"
    r"|\bjump(?:ing)?\s+(?:off|from|in\s+front)\b"
    r"|\bsui?cid(?:al|e)\b|\boverdos(?:e[ds]?|ing)\b|\bOD(?:['’]?d|ed)\b|\b(?:has|took|taken)\s+an?\s+OD\b"
    r"|\b(?:taken|took|swallowed)\s+(?:[\w'’]+\s+){0,3}(?:tablets|pills|paracetamol|meds|bleach)\b"
    r"|\b(?:does\s*n['’]?t|does\s+not|do\s*n['’]?t|not)\s+want\s+to\s+(?:live|be\s+here\s+any\s?more|be\s+alive|wake\s+up)\b"
    r"|\bstood\s+on\s+(?:the|a)\s+\w+|\bon\s+(?:the|a)\s+(?:bridge|roof|ledge|railway|train\s+line|(?:train\s+)?tracks|parapet)\b"
    r"|\bgoodbye\s+(?:text|message|note|video|letter|snap)s?\b|\bin\s+labour\b"
    r"|\b(?:been|being|getting|just)\s+(?:stabbed|shot|attacked|raped|beaten|kidnapped|abducted|assaulted|strangled)\b"
    r"|\b(?:threats?|risk)\s+to\s+(?:(?:his|her|their)\s+)?life\b|\bdeath\s+threats?\b|\bosman\s+warning\b"
    r"|\b(?:life|lives)\s+(?:is\s+|are\s+)?(?:at|in)\s+(?:risk|danger)\b"
    r"|\bin\s+(?:immediate|imminent|grave|serious|real)\s+danger\b|\bimmediate(?:ly\s+at)?\s+(?:risk|danger)\b"
    r"|\b(?:held|locked|kept|trapped)\s+(?:in|hostage|captive|prisoner|against\s+(?:his|her|their)\s+will)\b"
    r"|\bnot\s+breathing\b|\bunconscious\b|\bunresponsive\b|\bbleeding\b",
    re.IGNORECASE,
)
ARMED = re.compile(
    rf"\b(?:has|have|got|holding|carrying|carries|with|w|took|taken|pulled|brought|armed\s+with)\s+"
    rf"(?:[\w'’]+\s+){{0,3}}?{WEAPON}\b",
    re.IGNORECASE,
)
MISSING = re.compile(
    r"\b(?:not|nt|hasn['’]?t|haven['’]?t|nobody(?:['’]s|\s+has)?|no\s?one(?:['’]s|\s+has)?)\s+(?:been\s+)?"
    r"(?:seen|heard\s+from|home|back|come\s+home)(?:\s+(?:her|him|them))?\s+since\b"
    r"|\bmissing\s+(?:since|right\s+now|now|again\s+now|tonight|this\s+(?:morning|evening|minute))\b"
    r"|\b(?:currently|still|now)\s+missing\b|\bwhereabouts\s+(?:are\s+|is\s+)?(?:un|not\s+)known\b"
    r"|\b(?:bundled|dragged|forced|taken)\s+into\s+(?:a|the|his)\s+(?:car|van|taxi)\b",
    re.IGNORECASE,
)
# Of today alone: where somebody is to sleep tonight.
UNSAFE = re.compile(
    r"\b(?:not\s+(?:be\s+|feel(?:ing)?\s+)?|(?:is|are|wo)n['’]?t\s+(?:be\s+|feel\s+)?|isnt\s+|un)safe\s+"
    r"(?:to\s+(?:go|return|be|stay|sleep)|going|returning|at|in|with|there|here|now|tonight|overnight)\b"
    r"|\bat\s+(?:\w+\s+)?risk\s+(?:of\s+\w+\s+)?(?:now|tonight)\b",
    re.IGNORECASE,
)
# Whom one tells, and when or under which number: so speaks who reports it now.
REPORTED = re.compile(
    r"\b(?:police|999|101|mash|edt)\s+(?:(?:have|has|been|were|was|now|already)\s+)*(?:told|rung|called|informed"
    r"|notified|aware)\b[^;]{0,30}?(?:\d[.:]\d\d|\b(?:ref|log|cad|inc(?:ident)?)\b)",
    re.IGNORECASE,
)
NOW = re.compile(
    r"\b(?:now|to-?ni(?:ght|te)|2ni(?:ght|te)|today|this\s+(?:morning|am|afternoon|evening|eve|minute|second)"
    r"|at\s+the\s+moment|atm|currently|as\s+we\s+speak|in\s+the\s+next|(?:minutes?|mins?|hours?|hrs?)\s+ago"
    r"|since\s+(?:\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m|hrs)|\d{1,2}[:.]\d\d|\d{4})|on\s+(?:him|her|them)"
    r"|just|outside)\b",
    re.IGNORECASE,
)
# As good as now, of what is meant or done to oneself: "says she'll …", "has taken …".
AS_NOW = re.compile(
    r"\b(?:says?|saying|text(?:s|ing)|threatening|about\s+to|(?:has|have)\s+(?:taken|took|swallowed)"
    r"|(?:is|s?he['’]?s|they['’]?re)\s+(?:going|gonna))\b|^\W*(?:going\s+to|gonna|gunna)\b",
    re.IGNORECASE,
)
CRIES = re.compile(r"\b(?:urgent(?:ly)?|emergency|immediate(?:ly)?|999)\b", re.IGNORECASE)
HISTORY = re.compile(
    r"\b(?:last\s+(?:year|month|term|summer|winter|spring|autumn|time|jan\w*|feb\w*|march|apr\w*|may|june|july"
    r"|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)|previous(?:ly)?|histor\w+|in\s+the\s+past|used\s+to|back\s+(?:in|then)"
    r"|at\s+the\s+time|when\s+(?:she|he|they|mum|dad)\s+(?:was|were)|at\s+(?:age|aged)|aged\s+\d|in\s+(?:19|20)\d\d"
    rf"|(?:in|since|during|of)\s+(?:early\s+|late\s+)?{MONTH}|(?:year|month|week|fortnight|yr|mth)s?\s+ago"
    r"|(?:two|three|few|some|several|many)\s+days\s+ago|once\s+(?:said|had|took)|had\s+(?:said|threatened|taken)"
    r"|formerly|before(?!\s+\w)|as\s+a\s+(?:child|baby|toddler)|past\s+(?:attempts?|overdoses?))\b",
    re.IGNORECASE,
)
ONLY_WHEN = re.compile(r"\W*(?:\w+\W+){0,2}?$")
NOT = re.compile(
    r"(?:\b(?:no|not|never|nobody|none|nothing|den(?:y|ied|ies|ying)|without|neither|nor|cannot|isnt|wasnt"
    r"|hasnt|hadnt|doesnt|didnt|wont|wouldnt|cant|dont|unlikely|ruled\s+out|worr(?:y|ies|ied)\s+about\s+nothing)"
    r"|n['’]t)\b(?:\s+(?:say|said|saying|says)\b)?"
    r"(?:\s+(?!(?:and|but|because|so|then|as|says?|said|saying|text\w*|threat\w*)\b)[\w'’-]+){0,4}\s*$",
    re.IGNORECASE,
)
SUPPOSED = re.compile(
    r"\b(?:if|unless|whether|in\s+case|when(?:ever)?|prevent\w*|to\s+stop|so\s+(?:that\s+)?(?:he|she|they)\s+does?)\b"
    r"[^,;.]*$",
    re.IGNORECASE,
)
OF_WORK = re.compile(
    r"\s*[\s-](?:prevention|awareness|work|crime|arch|programme|sessions?|training|policy|risk\s+(?:assess\w*|screen\w*)"
    r"|screen\w*|support|pathway|bereave\w*|attempts?\s+(?:in|last))\b",
    re.IGNORECASE,
)
TAKEN_BACK = re.compile(
    r"^[^;.]{0,30}?\b(?:denied|denies|ruled\s+out|unfounded|hoax|not\s+(?:found|true|the\s+case)|untrue"
    r"|no\s+longer|found\s+safe|safe\s+(?:now|and\s+well)|returned|since\s+(?:found|returned))\b",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"[,;:(]|[.](?=\s|$)|\s[-–—]\s|\bbut\b", re.IGNORECASE)
SIGNS = (DIRE, ARMED, MISSING, UNSAFE)


def danger_in(text: str) -> Danger | None:
    """The plainest danger that a line tells; none where it is past, denied or only supposed."""
    told = {_of_sign(sign, found, text) for sign in SIGNS for found in sign.finditer(text)}
    return next((one for one in Danger if one in told), None)


def _cries(text: str) -> bool:
    """True where a line says of itself that it cannot wait."""
    return bool(CRIES.search(text))


def _of_sign(sign: re.Pattern[str], found: re.Match[str], text: str) -> Danger | None:
    starts = [one.end() for one in CLAUSE.finditer(text, 0, found.start())]
    start = starts[-1] if starts else 0
    ends = CLAUSE.search(text, found.end())
    clause, before = text[start : ends.start() if ends else len(text)], text[start : found.start()]
    after = text[found.end() :]
    if NOT.search(before) or SUPPOSED.search(before) or OF_WORK.match(after):
        return None
    if TAKEN_BACK.search(after) or _is_history(clause, text[:start]):
        return None
    if sign is UNSAFE and not NOW.search(clause):
        return None
    if sign in (MISSING, UNSAFE):
        return Danger.NOW if _cries(text) or REPORTED.search(after) else Danger.PERHAPS
    now = NOW.search(clause) or _cries(text) or (sign is DIRE and AS_NOW.search(clause))
    return Danger.NOW if now else Danger.PERHAPS


def _is_history(clause: str, before: str) -> bool:
    """ "Last year she said …", "last year, at school, she said …"; but not "… last year, now …"."""
    told = HISTORY.search(clause)
    if told:
        return True
    first = CLAUSE.split(before, maxsplit=1)[0]
    led = HISTORY.match(first.strip())
    return bool(led and ONLY_WHEN.match(first.strip()[led.end() :])) and not NOW.search(clause)
