"""How a link is said: how sure it is, whether it is out of date, and that intelligence is none."""

import re
from datetime import date

from models.marks import Information
from models.records.network import Tie
from models.records.subjects import LinkRecord
from models.rules.day_words import short

SOURCELESS = "Say who says so: the source, or the agency."
NOT_VERIFIED = "intelligence, not verified"
SOLID, DASHED, NEVER = (
    "by a person",
    "not yet",
    "never: intelligence",
)
CONFIRMED, SAID_CONFIRMED = "confirmed", "said to be confirmed"
"""How sure whoever told it is, and the same where nobody here has confirmed it."""
ENDED = "Ended: "
"""What the reason why a link ended follows in its note."""


def out_of_date(expires_on: date | None, ended_on: date | None, day: date) -> bool:
    """Whether a link that stands has passed the day until which it was to be relied on."""
    return ended_on is None and expires_on is not None and expires_on < day


def letters(source: str | None, information: str | None, handling: str | None) -> str | None:
    """A grading as it is written, 2BP; None where any of it is missing."""
    given = (source, information, handling)
    return "".join(part for part in given if part) if all(given) else None


def information_words(
    information: str, grading: str | None = None, conditions: str | None = None
) -> str | None:
    """What kind of information it is; intelligence with its grading, and never as fact."""
    if information == Information.NOT_STATED:
        return None
    if information != Information.INTELLIGENCE:
        return information
    graded = f"graded {grading}" if grading else "not graded"
    parts = (NOT_VERIFIED, graded, f"on conditions: {conditions}" if conditions else "")
    return ", ".join(filter(None, parts))


def kind_words(link: LinkRecord) -> str | None:
    """What kind of information a link is."""
    return information_words(link.information, link.grading, link.conditions)


def solid(link: LinkRecord | Tie) -> bool:
    """Whether it may stand as a solid line: intelligence never does."""
    return link.confirmed and link.information != Information.INTELLIGENCE


def source_words(link: LinkRecord) -> str:
    """Who says so, with the day of the source where its own words do not tell it."""
    day = short(link.source_date) if link.source_date else ""
    source = link.source or ""
    told = not day or re.search(rf"(?<!\d){day}", source)
    return source if told else " · ".join(filter(None, (source, day)))


def why_ended(note: str | None) -> str:
    """Why a link ended, as its note keeps it; nothing where that was not said."""
    said = [line for line in (note or "").splitlines() if line.startswith(ENDED)]
    return said[-1].removeprefix(ENDED) if said else ""


def line_words(link: LinkRecord) -> str:
    """Whether a person confirmed it, in words; intelligence is never a solid line."""
    if link.information == Information.INTELLIGENCE:
        return NEVER
    return SOLID if solid(link) else DASHED


def said_with_doubt(link: LinkRecord) -> str:
    """The relation in words, with what it is where that is no more than intelligence."""
    rumour = link.information == Information.INTELLIGENCE
    return f"{link.relation} ({kind_words(link)})" if rumour else link.relation


def told(link: LinkRecord) -> tuple[str, ...]:
    """What stands beside a link wherever it is read: how sure, what kind, and if out of date."""
    unverified = not link.confirmed and link.information != Information.INTELLIGENCE
    said = (
        SAID_CONFIRMED if link.confidence == CONFIRMED and not solid(link) else link.confidence,
        kind_words(link),
        "unverified" if unverified else None,
        "out of date" if link.out_of_date else None,
    )
    return tuple(one for one in said if one)


def dates_wrong(
    first_seen: date | None, last_seen: date | None, expires_on: date | None, today: date
) -> tuple[str, str] | None:
    """What is wrong with a link's days, and of which field; None where they fit together."""
    for field, day in (("first_seen", first_seen), ("last_seen", last_seen)):
        if day is not None and day > today:
            return "This day is still to come.", field
    if first_seen and last_seen and last_seen < first_seen:
        return "It was last seen before it was first seen.", "last_seen"
    if expires_on and first_seen and expires_on < first_seen:
        return "It expires before it was first seen.", "expires_on"
    return None
