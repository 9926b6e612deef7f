"""How documents word dates, times, people and what is missing."""

from datetime import date, datetime, time

from models.marks import Information, ItemState
from models.records.attending import Absence
from models.records.item import ItemRecord, LineRecord
from models.rules.capture.english import is_english
from models.rules.listing import counted as counted
from models.rules.listing import listed as listed

NOT_RECORDED = "not recorded"
GAPS = "Not recorded:"
"""What stands before all that is not recorded of an item."""
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT = frozenset({"he", "it", "we"})
"""Words that the list of English does not hold for their length, and that are no names."""
UNSTATED = "not stated whether fact or opinion"
UNDISCUSSED = frozenset({ItemState.PLANNED, ItemState.DEFERRED, ItemState.NOT_REACHED})


def day(on: date | None, otherwise: str = "") -> str:
    """12 November 2026: how sentences and the facts of a paper give a day."""
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}" if on else otherwise


def weekday(on: date) -> str:
    """Thursday 12 November 2026."""
    return f"{WEEKDAYS[on.weekday()]} {day(on)}"


def short_day(on: date | None, otherwise: str = "") -> str:
    """12 Nov 2026: how the rows of a table give a day."""
    return f"{on.day} {MONTHS[on.month - 1][:3]} {on.year}" if on else otherwise


def near_day(on: date, beside: date) -> str:
    """3 Nov, with the year where it is another than that of `beside`."""
    return short_day(on) if on.year != beside.year else f"{on.day} {MONTHS[on.month - 1][:3]}"


def clock(at: time | datetime | None) -> str:
    """09:34."""
    return f"{at:%H:%M}" if at else ""


def absence(one: Absence) -> str:
    """Left 10:40, returned 11:05."""
    back = f", returned {clock(one.returned)}" if one.returned else ""
    return f"left {clock(one.left)}{back}"


def due(on: date | None, words: str | None) -> str:
    """When something is due: the date, else the words that were said, else that there is none."""
    return short_day(on) or (words or "no date")


def returning(item: ItemRecord) -> str | None:
    """When a subject returns to the panel, and when it is looked at again after it was let go."""
    back, again = item.returns_on, item.looked_at_again_on
    look = f"Looked at again on {day(again)}, three months after letting go." if again else None
    agreed = f"Returns to the panel on {day(back)}." if back and back != again else None
    return joined(agreed, look, by=" ") or None


def sentence(text: str | None) -> str:
    """Text with a capital at its start and a full stop at its end."""
    return capital(stopped(text))


def capital(text: str) -> str:
    """Text with a capital at its start."""
    return text[:1].upper() + text[1:]


def going_on(text: str) -> str:
    """Text behind other words: a plain word's capital falls, that of a name stays."""
    first, _, rest = text.partition(" ")
    small = first.casefold()
    plain = (small in SHORT or is_english(small)) and first[1:].islower() and not rest[:1].isupper()
    return text[:1].lower() + text[1:] if plain else text


def within(text: str) -> str:
    """Who somebody is, within a sentence: the capital of an article falls, a name's stays."""
    return text[:1].lower() + text[1:] if text.startswith("The ") else text


def stopped(text: str | None) -> str:
    """Text with a full stop at its end."""
    bare = (text or "").strip()
    return bare if not bare or bare[-1] in '.!?…”"' else f"{bare}."


def moved(direction: str | None) -> str:
    """How a risk moved, in words that stand alone."""
    return "unchanged" if direction == "same" else direction or ""


def joined(*parts: str | None, by: str = ", ") -> str:
    """The parts that are there."""
    return by.join(part for part in parts if part)


def times(number: int) -> str:
    """Once, 2 times."""
    return "once" if number == 1 else f"{number} times"


def who_and_agency(name: str | None, agency: str | None, otherwise: str = "no owner") -> str:
    """Jayden Yates (Police); whichever is known. No bracket stands in a bracket."""
    if name and agency:
        return f"{name}, {agency}" if "(" in agency else f"{name} ({agency})"
    return name or agency or otherwise


def line_kind(line: LineRecord) -> str:
    """Whether a line is fact, opinion or intelligence; what was not stated says so."""
    known = {Information.FACT.value, Information.OPINION.value, Information.INTELLIGENCE.value}
    kind = line.information if line.information in known else UNSTATED
    graded = line.grading if kind == Information.INTELLIGENCE.value else None
    return f"{kind} (graded {graded})" if graded else kind
