"""Items that a meeting did not reach: what becomes of them, and who holds them until then."""

from datetime import date

from models.errors import Refusal
from models.marks import ItemKind, ItemState, Until
from models.records.item import UntilThen
from models.rules.day_words import in_words

TO_COME = frozenset({ItemState.PLANNED, ItemState.PARKED})
LEFT_OVER = TO_COME | {ItemState.DEFERRED, ItemState.NOT_REACHED}
"""Of items that the meeting does not reach, or has not reached yet."""
SPOKEN_OF = frozenset({ItemState.OPEN, ItemState.DISCUSSED})


def left_undecided(state: str, kind: str, *, decided: bool) -> bool:
    """Whether an item that was opened has no decision, and should have one."""
    return state in SPOKEN_OF and not decided and kind != ItemKind.NOTIFICATION


def check_until(until: Until, on: date | None, agency_id: int | None, *, held_on: date) -> None:
    """Raises Refusal where an extraordinary meeting has no day to come, or a check no agency."""
    if until is Until.CONTINUED:
        raise Refusal("Split the meeting, so that the item goes on with what was prepared.")
    if until is Until.EXTRAORDINARY and (on is None or on <= held_on):
        raise Refusal("An extraordinary meeting comes after this one: name its day.", "on")
    if until is Until.CHECK and agency_id is None:
        raise Refusal("Name the agency that checks.", "agency")


def until_words(until: UntilThen) -> str:
    """What becomes of the item: "extraordinary meeting on Thu 19 Nov 2026"."""
    then = until.then or Until.NEXT.value
    if then in (Until.EXTRAORDINARY, Until.CONTINUED) and until.on is not None:
        return f"{then} on {in_words(until.on)}"
    if then == Until.CHECK and until.agency:
        return f"{then} by {until.agency}"
    return then


def holder_of(until: UntilThen) -> str | None:
    """Who holds the item: who was named, else who would, None where nobody does."""
    return until.holder or until.expected


def held_words(holder: str | None) -> str:
    """Who answers for the item in the meantime."""
    return f"{holder} holds it until then" if holder else "nobody holds it until then"
