"""What a script says, read with care: days, times, texts, lists; what it lacks stays unsaid."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from models.errors import Trouble
from models.marks import Information, Sharing
from models.records.panel import AgencyRecord
from models.rules.dates import spoken_date
from models.rules.told import not_to_be_told

Script = dict[str, Any]
BY_DAY = re.compile(r",?\s*\bby\s+(\d{4}-\d\d-\d\d)\b")
NAME = r"[A-Z][\w'’-]*"
TELLER = re.compile(rf"({NAME}(?:\s+{NAME}){{1,3}})\s+will (?:tell|speak|talk|explain)\b")


def text(value: object) -> str | None:
    """A text that is not empty, else None."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return value.strip() or None if isinstance(value, str) else None


def entries(value: object) -> list[dict[str, Any]]:
    """The objects of a list; anything else in it is left out."""
    found = value if isinstance(value, list) else []
    return [one for one in found if isinstance(one, dict)]


def texts(value: object) -> list[str]:
    """The texts of a list, or of a single text."""
    found = value if isinstance(value, list) else [value]
    return [one for one in map(text, found) if one]


def day(value: object, today: date) -> date | None:
    """An ISO date, or one as people say it, counted from a day."""
    said = text(value)
    if said is None:
        return None
    try:
        return date.fromisoformat(said)
    except ValueError:
        return spoken_date(said, today).value


def who_tells(value: object) -> Script:
    """ "Kay Baines will tell her by 2026-11-17" as who tells, by when, and what of it is text."""
    said = text(value) or ""
    if not_to_be_told(said):
        return {"must_not": said}
    by, teller = BY_DAY.search(said), TELLER.match(said)
    return {
        "text": BY_DAY.sub("", said).strip() or None,
        "by": teller[1] if teller else None,
        "when": by[1] if by else None,
    }


def clock_time(value: object) -> time | None:
    """A time such as 09:34."""
    said = text(value)
    try:
        return time.fromisoformat(said) if said else None
    except ValueError:
        return None


def moments(script: Script) -> tuple[datetime, datetime]:
    """When the meeting of a script begins and should end."""
    meeting = script["meeting"]
    held = day(meeting.get("date"), date.min)
    if held is None:
        raise Trouble("The script does not say on which day the meeting is.")
    starts = clock_time(meeting.get("start")) or time(9, 30)
    begin = datetime.combine(held, starts)
    ends = clock_time(meeting.get("end"))
    return begin, datetime.combine(held, ends) if ends else begin + timedelta(hours=3)


def information(value: object) -> Information:
    """Fact, opinion or intelligence; anything else is not stated."""
    said = (text(value) or "").lower()
    return next((kind for kind in Information if kind.value == said), Information.NOT_STATED)


def sharing(
    value: object, agencies: Iterable[AgencyRecord]
) -> tuple[Sharing | None, tuple[int, ...]]:
    """Whom a line is for, with agency ids where named; None where it cannot be read."""
    said = text(value)
    if said is None:
        return Sharing.ALL_PANEL, ()
    plain = said.lower().rstrip(".")
    for one in (Sharing.ALL_PANEL, Sharing.CHAIR_ONLY, Sharing.NOT_MINUTED):
        if plain == one.value:
            return one, ()
    if plain in {"all", "panel", "everyone"}:
        return Sharing.ALL_PANEL, ()
    by_name = {agency.name.lower(): agency.id for agency in agencies}
    named = [by_name.get(part.strip()) for part in plain.replace(",", ";").split(";")]
    known = tuple(one for one in named if one is not None)
    return (Sharing.NAMED_AGENCIES, known) if known and None not in named else (None, ())
