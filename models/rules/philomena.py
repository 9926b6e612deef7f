"""What police need of a child who goes missing: the fields, and what they may be filled with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from models.clock import elapsed
from models.rules.day_words import in_words

PART_1 = {
    "description": "What the child looks like",
    "marks": "Marks, scars, tattoos",
    "photograph": "Where a recent photograph is",
    "vulnerabilities": "Vulnerabilities and risks",
    "medical": "Health, medicine, allergies",
    "first_steps": "What to do first",
    "contacts": "Who to ring",
    "earlier": "Missing before, and where found",
    "places": "Places the child goes to",
    "associates": "Friends and associates",
    "worries": "People to be worried about",
    "addresses": "Addresses",
    "phones": "Telephones",
    "accounts": "Accounts online",
    "transport": "How the child travels",
    "money": "Money and bank cards",
    "identifiers": "Other names and references",
}
"""Part 1, kept at any time, in the order in which an officer needs it."""
PART_2 = {
    "last_seen": "Last seen: where, when, by whom",
    "clothing": "Clothing",
    "carried": "Carries: telephone, money, bag",
    "circumstances": "How the child came to be missing",
    "concerns": "Why there is worry this time",
    "given_to": "Given to",
}
"""Part 2, of one missing episode."""
HINTS = {
    "photograph": "Who holds it; the picture itself stays where it is.",
    "places": "With what is known of the risk there.",
    "worries": "Only what is known as a fact; no intelligence.",
    "first_steps": "Who looks where, and what helps the child to come back.",
    "transport": "Vehicles, bus or rail pass, bicycle.",
    "given_to": "Officer or control room, and the log number.",
}
MOST_EPISODES, MOST = 6, 12


@dataclass(frozen=True)
class Episode:
    """An earlier episode, as far as it helps to find the child; a day alone has no hour known."""

    reported: date
    returned: date | None
    found_where: str | None
    found_with: str | None


@dataclass(frozen=True)
class Known:
    """What is on record of a child that may be told to the police, and no intelligence."""

    needs: Sequence[str] = ()
    exploitation: Sequence[str] = ()
    risk: str | None = None
    disability: str | None = None
    nrm: str | None = None
    associates: Sequence[str] = ()
    worries: Sequence[str] = ()
    places: Sequence[str] = ()
    addresses: Sequence[str] = ()
    phones: Sequence[str] = ()
    accounts: Sequence[str] = ()
    vehicles: Sequence[str] = ()
    school: str | None = None
    placement: str | None = None
    lead: str | None = None
    team: str | None = None
    names: Sequence[str] = ()
    references: Sequence[str] = ()
    episodes: Sequence[Episode] = field(default=())


def proposed(known: Known) -> dict[str, str]:
    """What each field of part 1 may begin with; what is not known is left out."""
    found = {
        "vulnerabilities": _lines(
            _said("Exploitation", known.exploitation),
            f"Risk: {known.risk}" if known.risk else "",
            _said("Needs", known.needs),
            f"NRM: {known.nrm}" if known.nrm else "",
        ),
        "medical": known.disability or "",
        "contacts": _lines(_joined(known.lead, known.team)),
        "earlier": _lines(*map(_episode, known.episodes[:MOST_EPISODES])),
        "places": _lines(*known.places[:MOST], f"School: {known.school}" if known.school else ""),
        "associates": _lines(*known.associates[:MOST]),
        "worries": _lines(*known.worries[:MOST]),
        "addresses": _lines(*known.addresses, known.placement or ""),
        "phones": _lines(*known.phones),
        "accounts": _lines(*known.accounts),
        "transport": _lines(*known.vehicles),
        "identifiers": _lines(_said("Also called", known.names), *known.references),
    }
    return {name: text for name, text in found.items() if text}


def standing(reviewed_on: date | None, review_on: date | None, today: date) -> tuple[str, str]:
    """How fresh part 1 is, in words, with its tint."""
    if reviewed_on is None:
        return "Never looked over", "medium"
    said = f"Looked over {in_words(reviewed_on)}"
    if review_on is None:
        return said, "low"
    if review_on < today:
        return f"{said}; to be looked at again since {in_words(review_on)}", "high"
    return f"{said}; again by {in_words(review_on)}", "low"


def _episode(one: Episode) -> str:
    day = in_words(one.reported)
    away = ""
    if isinstance(one.reported, datetime) and isinstance(one.returned, datetime):
        hours = round(elapsed(one.reported, one.returned).total_seconds() / 3600)
        away = f", {hours} h"
    where = f", found: {one.found_where}" if one.found_where else ""
    whom = f", with {one.found_with}" if one.found_with else ""
    return f"{day}{away}{where}{whom}"


def _said(label: str, values: Iterable[str]) -> str:
    told = ", ".join(dict.fromkeys(filter(None, values)))
    return f"{label}: {told}" if told else ""


def _joined(*values: str | None) -> str:
    return ", ".join(filter(None, values))


def _lines(*values: str) -> str:
    return "\n".join(dict.fromkeys(filter(None, values)))
