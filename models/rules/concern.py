"""A person of concern stands on grounds, a source and a day of review; decisions have reasons."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models import codes
from models.errors import Refusal
from models.rules.listing import listed


class Concern(StrEnum):
    """What may be decided of a person of concern."""

    ADOPTED = "adopted"
    STILL = "still of concern"
    REMOVED = "removed"
    AGAIN = "opened again"


ADOPTED_AS, REMOVED_AS = "Person of concern", "Removed"
REMOVING = "Removing is a decision with its reason and a second person: Remove this person."
UNDOING = "Taken back only by a decision: Remove this person, or undo."
REVIEW_AFTER, REVIEW_MONTHS = "concern_review_months", 3
"""The setting that says after how many months a person or group is looked at, and the usual."""
UNWEIGHED = frozenset({"unverified", "deceased", "removed"})
"""Statuses by which the panel says nothing that grounds must bear out."""
STANDS_ON = ("grounds", "source", "review_on")
"""The fields that somebody of concern stands on."""
NEXT_DAY = "Say when it is looked at again: a day after today."


@dataclass(frozen=True)
class Basis:
    """What a person of concern stands on, as the record and its nomination say."""

    grounds: str | None
    source: str | None
    review_on: date | None

    @property
    def missing(self) -> tuple[str, ...]:
        """What is not there, in words."""
        said = (
            ("grounds", self.grounds),
            ("a source", self.source),
            ("a day of review", self.review_on),
        )
        return tuple(words for words, value in said if not value)


def check_adopting(basis: Basis) -> None:
    """Refuse to adopt somebody without grounds, source or day of review, naming what is missing."""
    if basis.missing:
        field = {"grounds": "grounds", "a source": "source"}.get(basis.missing[0], "review_on")
        raise Refusal(f"Not adopted: {_what_to_do(basis)}.", field)


def check_status(status: str | None, basis: Basis) -> None:
    """Refuse a status that the record does not bear out, or that is a decision of its own."""
    if is_removed(status):
        raise Refusal(REMOVING, "status")
    if is_adopted(status):
        check_adopting(basis)
    if stands(status) and basis.missing:
        raise Refusal(f"Not kept: {_what_to_do(basis)}.", "status")


def check_kept(before: Basis, after: Basis, field: str) -> None:
    """Refuse to take away what somebody stands on; what was missing before stays mendable."""
    gone = [words for words in after.missing if words not in before.missing]
    if gone:
        raise Refusal(f"Not emptied: a person of concern needs {listed(gone)}.", field)


def check_adoption_kept(field: str, value: object) -> None:
    """Refuse to take an adoption back by emptying its day or by a status that forgets it."""
    emptied = field == "adopted_on" and not value
    forgotten = field == "status" and _code(str(value)) == "unverified"
    if emptied or forgotten:
        raise Refusal(UNDOING, field)


def stands(status: str | None, adopted_on: date | None = None) -> bool:
    """Whether somebody is of concern to the panel, not only named or nominated to it."""
    return adopted_on is not None or _code(status) not in (None, *UNWEIGHED)


def _what_to_do(basis: Basis) -> str:
    lacking = basis.missing[:-1] if basis.review_on is None else basis.missing
    first = f"the record lacks {listed(lacking)}, which its Details take" if lacking else ""
    day = "say on which day it is reviewed" if basis.review_on is None else ""
    return "; ".join(filter(None, (first, day)))


def missing_words(basis: Basis) -> str:
    """What the record says of itself where something is missing; empty where nothing is."""
    return f"The record lacks {listed(basis.missing)}." if basis.missing else ""


def check_review(reason: str | None, next_on: date | None, today: date) -> None:
    """Refuse a review without its reason, or without a later day on which the next one is due."""
    if not (reason or "").strip():
        raise Refusal("Say why this person is still of concern.", "reason")
    if next_on is None or next_on <= today:
        raise Refusal(NEXT_DAY, "next_review_on")


def is_adopted(status: str | None) -> bool:
    """Whether a status says that the panel has adopted the person."""
    return _code(status) == "person of concern"


def is_removed(status: str | None) -> bool:
    """Whether a status says that the person was removed from the list."""
    return _code(status) == "removed"


def _code(status: str | None) -> str | None:
    known = codes.recognise("person_statuses", status)
    return known.code if known is not None else None
