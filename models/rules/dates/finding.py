"""Finds the date phrase in a line: the deadline first, then the plainest, then the last."""

import re
from collections.abc import Collection, Iterator
from datetime import date, time

from models.rules.dates import figures, loose, occasions, spans, times, weekdays
from models.rules.dates.forms import Form
from models.rules.dates.reading import DateReading, Frame, Meaning
from models.rules.working_days import NO_CLOSED_DAYS, last_working_day_before

FORMS: tuple[Form, ...] = (
    *figures.FORMS, *weekdays.FORMS, *spans.FORMS, *occasions.FORMS, *times.FORMS, *loose.FORMS,
)  # fmt: skip
BEFORE = ("before", "b4", "bfr", "afore", "ahead of", "prior to")
DEADLINES = (
    "by close of play on", "by close of play", "by close of business on", "by close of business",
    "by close on", "by close", "by cop", "by cob", "cop", "cob", "close of play", "by the latest",
    "by about", "by around", "by",
    *BEFORE, "on or before", "no later than", "not later than", "until", "till", "til", "due by",
    "due on", "due before", "due in", "due", "deadline", "in time for",
    "ready for", "week ending", "wk ending", "w/e", "within", "w/in", "inside", "for completion by",
)  # fmt: skip
LASTING = ("until", "till", "til")
PLACED = ("on", "at", "in", "over", "during")
AROUND = ("for", "to", "of", "after", "around", "between", "and")
# What happened or recurs then is due on no such day.
PAST = (
    "since", "last", "every", "each", "from", "past", "previous", "following", "dated", "born",
    "about", "re", "regarding", "concerning",
)  # fmt: skip
# "Who was in the car on Saturday night": when something was, in a question about it.
ASKED_OF = re.compile(
    r"\b(?:who|whom|whose|which|where|what|when|why|how|whether|that)\s+(?:[\w'’-]+\s+){0,6}?"
    r"(?:was|were|had|did|went|came|saw|seen|met|left|got|took|drove|gave|ran|rang|happened|broke|bought"
    r"|(?<!\bis\s)(?<!\bare\s)(?<!\bbe\s)(?<!\bget\s)(?<!\bgets\s)(?<!\bbeing\s)[a-z]{2,}[^e\W]ed)\b"
    r"(?!\s+to\b)(?:(?!\s[-–—]\s)[^,;:])*$",
    re.IGNORECASE,
)
# "RHI within 72 hours every time", "in 24 hrs of any episode": how soon, each time that it happens.
SPAN = re.compile(r"(?:within|w/in|inside|in)\b", re.IGNORECASE)
EACH_TIME = re.compile(
    r"\s*,?\s*(?:(?:of|after|from|following|for)\s+)?(?:(?:every|each|any)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:times?|episodes?|incidents?|occasions?|absences?|returns?|contacts?|disclosures?|reports?)"
    r"|always|when(?:ever)?\s+(?:he|she|they|reported)|(?:of\s+)?going\s+missing|as\s+standard)\b",
    re.IGNORECASE,
)
OF_ANOTHER = re.compile(r"\b(?:the|his|her|their|that|a|each|every)\s+$", re.IGNORECASE)
GOES_ON = re.compile(r"\s+(?!of\b|after\b|week\b|at\b|by\b|before\b|ne?xt?\b)[a-z]")
PART_OF_DAY = re.compile(r"\s*(?:night|evening|afternoon|morning)\b", re.IGNORECASE)
_WORDS = sorted((*DEADLINES, *PLACED, *AROUND, *PAST), key=len, reverse=True)
LEAD = re.compile(
    r"(?:^|(?<=[\s(,;:–—-]))(?P<lead>"
    + "|".join(word.replace(" ", r"\s+") for word in _WORDS)
    + r"):?\s+(?:the\s+)?$",
    re.IGNORECASE,
)
LATEST = re.compile(r"^,?\s*at\s+the\s+(?:very\s+)?latest\b", re.IGNORECASE)
OPEN_ENDED = "“After” sets no deadline: give a date to finish by."


def spoken_date(
    text: str,
    today: date,
    next_meeting: date | None = None,
    after: date | None = None,
    closed: Collection[date] = NO_CLOSED_DAYS,
) -> DateReading:
    """The date a line gives, as people say dates, with where it stands in the line.

    "Friday" is the coming one, "next Friday" that of the following week, figures are day first;
    "by" a day is that day, "before" it the working day before. A time that names no day has no
    value, `vague` and a warning. A day without its month or year is the first one after `after`.
    """
    readings = spoken_dates(text, Frame(today, next_meeting, after, closed))
    return max(readings, key=_rank, default=DateReading())


def spoken_dates(text: str, frame: Frame) -> tuple[DateReading, ...]:
    """Every date phrase of the line, in its order, none overlapping another."""
    kept: list[DateReading] = []
    for reading in sorted(_candidates(text, frame), key=lambda r: (r.start - r.end, not r.vague)):
        if all(reading.end <= other.start or reading.start >= other.end for other in kept):
            kept.append(reading)
    return tuple(sorted(kept, key=lambda r: r.start))


def _rank(reading: DateReading) -> tuple[int, bool, int]:
    """ "Visit by Friday, Haddow off sick til Monday" is due on Friday."""
    deadline = reading.lead in DEADLINES
    lasts = reading.lead in LASTING
    return (2 * deadline + (reading.value is not None)), not lasts, reading.start


def _candidates(text: str, frame: Frame) -> Iterator[DateReading]:
    for shape in FORMS:
        for found in shape.pattern.finditer(text):
            reading = _read(shape, found, text, frame)
            if reading:
                yield reading


def _read(shape: Form, found: re.Match[str], text: str, frame: Frame) -> DateReading | None:
    ahead = times.AHEAD.search(text[: found.start()])
    start = ahead.start() if ahead else found.start()
    lead = LEAD.search(text[:start])
    word = " ".join(lead["lead"].lower().split()) if lead else ""
    if word in PAST or not _anchored(shape, found, text, word):
        return None
    if SPAN.match(word or found[0]) and EACH_TIME.match(text[found.end() :]):
        return None
    if not word and _tells_of_another(found, text):
        return None
    if word not in DEADLINES and ASKED_OF.search(text[:start]):
        return None
    meaning = shape.meaning(found, frame)
    if meaning is None:
        return None
    beside = times.AFTER.match(text[found.end() :])
    end = found.end() + (beside.end() if beside else 0)
    latest = LATEST.match(text[end:])
    end += latest.end() if latest else 0
    keeps_lead = lead and word not in AROUND
    start = lead.start() if lead and keeps_lead else start
    clock = ahead or beside
    return _reading(meaning, text, (start, end), word, clock, frame)


def _tells_of_another(found: re.Match[str], text: str) -> bool:
    """ "The Friday report", "Friday night incident": when something was, within a sentence."""
    before, after = text[: found.start()], text[found.end() :]
    if not found.groupdict().get("w"):
        return False
    part = PART_OF_DAY.match(after)
    inside = bool(before.strip(" ,;:(")) and bool(part and after[part.end() :].strip(" .,;!?)"))
    return inside or bool(OF_ANOTHER.search(before) and GOES_ON.match(after))


def _anchored(shape: Form, found: re.Match[str], text: str, lead: str) -> bool:
    if weekdays.is_plain_word(found[0]):
        alone = found[0] == text.strip() or _behind_comma(found, text)
        return lead in DEADLINES or lead == "on" or alone or _is_day(found, text)
    if not shape.anchor or lead in DEADLINES or lead in PLACED:
        return True
    at_end = not text[found.end() :].strip(" .,;!?)")
    return shape.anchor == "edge" and not lead and at_end


def _is_day(found: re.Match[str], text: str) -> bool:
    """ "Sat nite", "sun am": with a part of the day it is one; "wed" ends few other sentences."""
    rest = text[found.end() :]
    part = re.match(r"\s*(?:night|nite|eve|evening|afternoon|aft|morning|[ap]m)\b", rest)
    end = rest[part.end() :] if part else rest
    return bool(part or found[0] == "wed") and not end.strip(" .,;!?)")


def _behind_comma(found: re.Match[str], text: str) -> bool:
    """ "Ring home, mon": at the end of a line, behind a comma or a dash, it is a day."""
    before = text[: found.start()].rstrip()
    return before.endswith((",", "-", "–")) and not text[found.end() :].strip(" .!?)")


def _reading(
    meaning: Meaning,
    text: str,
    span: tuple[int, int],
    lead: str,
    clock: re.Match[str] | None,
    frame: Frame,
) -> DateReading:
    value, warning, loose_time = meaning.value, meaning.warning, meaning.vague
    if lead == "after" and value:
        value, warning, loose_time = None, OPEN_ENDED, True
    if (
        lead in BEFORE
        and value
        and not clock
        and not meaning.when
        and not _is_end(text[slice(*span)])
    ):
        value = last_working_day_before(value, frame.closed)
    when = meaning.when or _time_of(clock)
    start, end = span
    raw = text[start:end].rstrip()
    hour = times.hour_words(clock, raw, lead)
    return DateReading(value, when, raw, start, start + len(raw), loose_time, warning, lead, hour)


def _is_end(raw: str) -> bool:
    """ "Before the end of next week": its last day is still in time."""
    return re.search(r"\bend\s+of\b", raw, re.IGNORECASE) is not None


def _time_of(clock: re.Match[str] | None) -> time | None:
    return times.clock_time(clock["t"]) if clock else None
