"""What sentences tell of a child, field by field: how they are worded and what is read."""

import re

from models import codes
from models.intake.understanding.counts_in_parts import counted_in_parts
from models.intake.understanding.dates import read_day
from models.intake.understanding.names import looks_like_name
from models.intake.understanding.numbers import read_count, read_phone, read_postcode
from models.intake.understanding.telling import DENIED, Found, telling
from models.intake.understanding.tellings_of_knowing import KNOWING

_ENDED = re.compile(r"\b(?:previously|formerly|until|used to|no longer|ended|was on)\b", re.I)
_PARTS = re.compile(  # "3 times in September and twice": some more than the first count
    r"\b(?:and|plus|then|,)\s+"
    r"(?:once|twice|(?:\d{1,2}|two|three|four|five|six) (?:more )?times?)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^M(?:r|rs|s|iss)\.? ")
_NAME = r"((?:M(?:r|rs|s|iss)\.? )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})"
_COUNT = r"(\d{1,2}|[a-z]{3,9})"
_TIMES = r"(?:times?|occasions?)"
_LEAD = (
    r"(?:[Ss]ocial worker|[Ss]/[Ww]|SW|[Ll]ead professional|[Ll]ead practitioner|"
    r"[Kk]ey social worker)"
)
_DAYS = r"(?:(?:last|past|previous) (?:90|ninety) days|(?:last|past) (?:three|3) months)"
_ASSESSED = r"(?:assessment|tool|checklist|screening|matrix|scored?|rated|graded|risk)\b"
_LEVEL = r"(low|medium|moderate|high|very high|significant|standard|emerging)"
_BEFORE = rf"\bprev(?:ious(?:ly)?)?\.?(?: (?:level|risk|rating|outcome|grade))?\W{{1,3}}{_LEVEL}\b"
_OVERALL = rf"\b(?:overall|current|total) (?:level of )?risk(?: level| rating)?\W{{1,3}}{_LEVEL}\b"
_PLAN_SINCE = (
    r"\b((?:cp|cin|child protection|child in need) plan)\b(?: \([^)]*\))? "
    r"(?:since|from|started|made|in place)\b"
)
_BORN = (
    r"(?:date of birth(?: is)?|d\.?o\.?b\.?|born(?: on)?):? "
    r"(\d{1,2}(?:st|nd|rd|th)?(?: of)?[ ./-][a-z\d]{1,9},?[ ./-]\d{2,4})"
)
_PLANS = r"child protection|child in need|early help"


def _name(found: Found, this_year: int) -> str | None:
    name = found[1].strip()
    return name if looks_like_name(_TITLE.sub("", name)) else None


def _school(found: Found, this_year: int) -> str:
    return found[1].rstrip(".")


def _postcode(found: Found, this_year: int) -> str | None:
    return read_postcode(found[1])


def _count(found: Found, this_year: int) -> int | None:
    """Return how often; a count that goes on in parts is all of them, or none that is sure."""
    whole = counted_in_parts(found.string)
    return whole if whole is not None or _PARTS.search(found.string) else read_count(found[1])[0]


def _phone(found: Found, this_year: int) -> str | None:
    return read_phone(found[1])


def _level(found: Found, this_year: int) -> str | None:
    known = codes.recognise("risk_levels", found[1])
    return known.label if known else None


def _own_level(found: Found, this_year: int) -> str | None:
    """Return a level in the paper's own word: schemes differ."""
    return found[1].capitalize() if codes.recognise("risk_levels", found[1]) else None


def _plan(found: Found, this_year: int) -> str | None:
    if _ENDED.search(found.string) or DENIED.search(found.string):
        return None
    return getattr(codes.recognise("plans", found[1]), "column", None)


def _worded(found: Found, this_year: int) -> str:
    return found[1].strip()


def _day(found: Found, this_year: int) -> object:
    return read_day(found[1], this_year, born=True).value


def _ethnicity(found: Found, this_year: int) -> str | None:
    return found[1] if codes.recognise("ethnicity", found[1]) else None


def _sex(found: Found, this_year: int) -> str:
    return "Female" if found[1].lower() in ("girl", "young woman") else "Male"


def _kinds(found: Found, this_year: int) -> tuple[str, ...] | None:
    kind = found[1].strip(" .,")
    return (kind,) if codes.recognise("exploitation_types", kind) else None


TELLINGS = (
    telling("missing90", rf"missing (?:on )?(once|twice)\b.{{0,60}}\b{_DAYS}", _count),
    telling("missing90", rf"missing {_COUNT} {_TIMES}\b.{{0,60}}\b{_DAYS}", _count),
    telling("missing90", rf"\b{_DAYS}.{{0,40}}missing(?: on)? {_COUNT} {_TIMES}", _count),
    telling("missing90", rf"\b{_COUNT} missing episodes\b.{{0,30}}\b{_DAYS}", _count),
    telling(
        "postcode",
        r"\bpost ?code\b.{0,12}\b([a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2})\b",
        _postcode,
        names=False,
    ),
    telling(
        "plan",
        r"\b(?:subject (?:to|of)|has|on|under|open to) (?:an? |the )?"
        rf"((?:{_PLANS}) (?:plan|assessment|support))\b",
        _plan,
    ),
    telling(
        "plan",
        rf"\b({_PLANS}) (?:plan|assessment) "
        r"(?:is open|is in place|opened|was opened|started)\b",
        _plan,
        names=False,
    ),
    telling("plan", _PLAN_SINCE, _plan, names=False),
    telling("previous_risk", _BEFORE, _own_level, names=False),
    telling("plan", rf"\bthere is (?:an? )?((?:{_PLANS}) plan)\b", _plan, names=False),
    telling("plan", r"\b(?:is|been) (?:a )?(looked[ -]after)\b", _plan),
    telling("plan", r"\bis (?:currently )?a (child in need)\b", _plan),
    telling(
        "district",
        r"\bin the ((?-i:[A-Z])[\w'’-]+(?: (?-i:[A-Z])[\w'’-]+){0,2}) "
        r"(?:district|ward|borough|locality)\b",
        _worded,
    ),
    telling(
        "district",
        r"\blives in (?:the )?((?-i:[A-Z])[\w'’-]+(?: (?-i:[A-Z])[\w'’-]+)?)\b"
        r"(?! (?:Road|Street|Avenue|Close|Lane|House|Court|Drive|Place|Way)\b),? (?:at|with|and)\b",
        _worded,
    ),
    telling(
        "school",
        r"\bis at (?:the )?((?:(?-i:[A-Z])[\w'’]*\.? ){1,4}"
        r"(?-i:School|High|Academy|College|Primary|Grammar))\b",
        _school,
    ),
    telling(
        "plan",
        r"\bnot (?:currently )?open to (?:children's )?social care\b",
        lambda found, this_year: "Not open",
    ),
    telling(
        "la_id",
        r"\b(?:liquidlogic|mosaic|lcs|eclipse|carefirst|social care|system|case)"
        r"(?: (?:number|no\.?|id|ref(?:erence)?))+ (?:is )?:?\s*([A-Z]{0,5}[-/]?\d[\w/-]{3,12})",
        _worded,
        names=False,
    ),
    telling("lead", rf"{_NAME},? is (?:her|his|their|the) (?:allocated )?{_LEAD}\b", _name, False),
    telling("lead", rf"\b{_LEAD},? (?:is|,) {_NAME}", _name, names=False),
    telling("lead", rf"(?<!\w)(?:[Ss]/[Ww]|SW):? {_NAME}", _name, names=False),
    telling("lead", rf"(?<!ous )(?<!mer )\b[Ss]ocial worker:? {_NAME}", _name, names=False),
    telling(
        "lead_phone",
        r"(?-i:\b[Ss]ocial worker:? [A-Z][\w'’-]+ [A-Z][\w'’-]+)[ ,(:-]{1,3}(0\d[\d ]{8,11}\d)",
        _phone,
        names=False,
    ),
    telling(
        "risk",
        rf"\brisk (?:is |was )?(?:felt|thought|believed|considered)(?: to be| as)? {_LEVEL}\b",
        _level,
        names=False,
    ),
    telling("risk", _OVERALL, _level, names=False),
    telling("lead", rf"\b(?:her|his|their) (?:allocated )?{_LEAD},? {_NAME}", _name),
    telling(
        "school",
        r"\b(?:on roll (?:here )?at|attends|(?:goes|go) to|in year \d+ at|a (?:pupil|student) at|"
        r"enrolled at) (?:the )?"
        r"((?-i:[A-Z])[\w'’.]*(?: (?-i:[A-Z])[\w'’.]*){0,5})",
        _school,
    ),
    telling(
        "ethnicity",
        r"\bis an? ([a-z]+(?: [a-z/]+){0,3}?),? (?:girl|boy|male|female|young)\b",
        _ethnicity,
    ),
    telling(
        "ethnicity",
        r"\bof ([a-z]+(?: [a-z]+){0,3}) (?:background|heritage|origin|ethnicity)\b",
        _ethnicity,
    ),
    telling("ethnicity", r"\bethnicity\b.{0,30}?\b(?:is|as) ((?-i:[A-Z])[\w /-]{3,40})", _worded),
    telling("gender", r"\b(?:he|she|gender)\b.{0,20}?\b(?:is|as) ((?:fe)?male)\b", _worded),
    telling("gender", r"\bis an?\b[^.,]{0,40}\b(girl|boy|young woman|young man)\b", _sex),
    telling(
        "risk",
        rf"\b{_ASSESSED}.{{0,80}}\b(?:is|was|as|at|outcome|of)\W+(?:now |assessed as )?"
        rf"{_LEVEL}\b",
        _level,
        names=False,
    ),
    telling("dob", rf"\b(?:he|she)\b.{{0,40}}\b{_BORN}", _day),
    telling(
        "postcode",
        r"\b(?:lives?|living|address|placed)\b.*\b([a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2})\b",
        _postcode,
    ),
    telling(
        "types",
        r"\b(?:worried about(?: is)?|concerned about(?: is)?|concern is|think this is|"
        r"believe this is|victim of|signs of|at risk of)\s+"
        r"((?:[a-z/-]+ ){0,3}"
        r"(?:exploitation|lines|trafficking|slavery|grooming|cuckooing|abuse))\b",
        _kinds,
        names=False,
    ),
    *KNOWING,
)
