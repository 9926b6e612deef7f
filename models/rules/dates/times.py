"""Times of day that stand beside a date: noon, 5pm, close of play, tomorrow morning."""

import re
from datetime import time

from models.rules.dates.forms import form
from models.rules.dates.reading import Frame, Meaning
from models.rules.dates.vocabulary import ONE_TO_TWELVE as HOURS

END_OF_DAY = time(17, 0)
DAY_ENDS = (
    r"(?:the\s+)?(?:close\s+of\s+(?:play|business)|end\s+of\s+(?:play|business|(?:the\s+)?(?:working\s+)?day)"
    r"|c\.?o\.?p\.?|c\.?o\.?b\.?|e\.?o\.?d\.?)"
)
CLOCK = (
    r"(?:\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm|[ap]\.m\.)|(?:[01]?\d|2[0-3]):[0-5]\d|noon|midday"
    r"|12\s+noon)"
)
PAST_HOUR = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "twenty five": 25, "half": 30}
TENS = {"ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_HOUR = rf"(?:{'|'.join(HOURS)}|1[0-2]|[1-9])"
WORDED = (
    rf"(?:(?:an?\s+)?(?:five|ten|quarter|twenty(?:[\s-]five)?|half)\s+(?:past|to)\s+{_HOUR}"
    rf"|(?:{'|'.join(HOURS)})\s+(?:{'|'.join(TENS)})(?:[\s-]five)?(?!\s+(?:min|more|past|to))"
    rf"|{_HOUR}\s+o['’]?clock)(?!\w)"
)
"""A time of day in words: "quarter past ten", "nine forty", "ten o'clock"."""
STATED = rf"(?:{CLOCK}(?!\w)|{WORDED}|(?:[01]?\d|2[0-3])[.:][0-5]\d\b(?![./-]\d))"
"""A clock's time where a line tells when, so "10.15" too, which in a date is none."""
PART = (
    r"(?:first\s+thing|(?:lunch|tea|dinner|bed)[\s-]?time|mid[\s-]?(?:morning|afternoon)|morning"
    r"|afternoon|aft|evening|eve|night|nite|am|pm)"
)
TIME = rf"(?:{DAY_ENDS}|{CLOCK}|{PART})"
AFTER = re.compile(rf"^,?\s*(?:at\s+|by\s+|in\s+the\s+)?(?P<t>{TIME})(?![\w])", re.IGNORECASE)
AHEAD = re.compile(rf"(?:^|(?<=[\s(,;:]))(?P<t>{TIME})\s+(?:on\s+|of\s+|,\s*)?$", re.IGNORECASE)
HOUR = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s?(am|pm|[ap]\.m\.)?", re.IGNORECASE)


SAID_IN = re.compile(
    rf"\b(?:this\s+(?P<part>morning|afternoon|evening)|(?P<night>to-?nite|to-?night)|(?P<clock>{CLOCK}))(?!\w)",
    re.IGNORECASE,
)
BY = frozenset({"by", "before", "b4", "until", "till", "til", "due by", "due before"})
HALF = re.compile(r"[ap]\.?m\.?", re.IGNORECASE)
OWN = re.compile(r"(?:at|by|in\s+the)\s", re.IGNORECASE)


def hour_words(clock: re.Match[str] | None, raw: str, lead: str) -> str:
    """What a date phrase says of the hour: "by 4pm", "at noon"; close of play says no more."""
    found = clock or SAID_IN.search(raw)
    said = next(filter(None, (found.groupdict().values() if found else ())), "")
    if found is None or re.fullmatch(DAY_ENDS, said, re.IGNORECASE):
        return ""
    own = found[0].strip(" ,")
    if OWN.match(own):
        return own
    return f"{lead} {said}" if lead in BY and not HALF.fullmatch(said) else said


def clock_time(words: str) -> time | None:
    """The time meant; a part of the day is none."""
    words = words.lower()
    if "noon" in words and "after" not in words or words == "midday":
        return time(12, 0)
    if re.fullmatch(DAY_ENDS, words):
        return END_OF_DAY
    if re.fullmatch(WORDED, words):
        return _in_words(words)
    found = HOUR.match(words)
    return _of_figures(found) if found else None


def _in_words(words: str) -> time:
    """The time of the day on which a panel sits: "half past two" is in the afternoon."""
    said = re.sub(r"[-\s]+", " ", words.removeprefix("a ").removeprefix("an ")).split(" ")
    if said[-1].replace("’", "'") in ("o'clock", "oclock"):
        return time(_afternoon(_hour_of(said[0])))
    if "past" in said or "to" in said:
        joint = "past" if "past" in said else "to"
        minutes, hour = PAST_HOUR[" ".join(said[: said.index(joint)])], _hour_of(said[-1])
        whole = 60 * _afternoon(hour) + (minutes if joint == "past" else -minutes)
        return time(whole // 60, whole % 60)
    return time(_afternoon(_hour_of(said[0])), TENS[said[1]] + 5 * (len(said) > 2))


def _hour_of(word: str) -> int:
    return int(word) if word.isdigit() else HOURS[word]


def _afternoon(hour: int) -> int:
    return hour + 12 if hour < 7 else hour


def _of_figures(found: re.Match[str]) -> time | None:
    hour, minute, half = (
        int(found[1]),
        int(found[2] or 0),
        (found[3] or "").lower().replace(".", ""),
    )
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 * (half == "pm") if half else hour
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _today(found: re.Match[str], frame: Frame) -> Meaning:
    return Meaning(frame.today, when=clock_time(found[0]))


FORMS = (form(DAY_ENDS, _today, "edge"), form(CLOCK, _today, "lead"))
