"""Letting a child go: a reason, a second person, and a look again in three months."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from models.errors import Refusal
from models.rules.months import add_months
from models.rules.working_days import NO_CLOSED_DAYS, next_working_day

ANOTHER = "The second person must be another than the one who records it."
LOOK_AGAIN_MONTHS = 3
SAY_A_LEVEL = """
    risk risks level levels category categories cat cse cce score scored scores points point band
    low lower lowest medium high higher standard moderate mild significant none no minimal green
    amber red increased decreased reduced fallen fell dropped down gone same unchanged
    is are was were now only very the a an at of by to from in has have been and it this that
    assessed assessment rated rating seraf ceraf rfm matrix
"""
"""Words that say how high a risk is, and those around them: alone they are no reason."""
LOOKED_AT_AGAIN = "Looked at again three months after closing"


@dataclass(frozen=True)
class LettingGo:
    """A close, step down, decline or removal as entered.

    `recorded_by` is the user who enters it; the second person is another user who agrees signed
    in (`agreed_by`), or a named member present recorded as agreeing (`member_agreeing`). A member
    who is the recorder is no second person, so the recorder's own member id goes in
    `recorder_member`.
    """

    reason: str
    recorded_by: int
    agreed_by: int | None = None
    member_agreeing: int | None = None
    recorder_member: int | None = None


def check_letting_go(entry: LettingGo, present: Collection[int]) -> None:
    """Raises Refusal without a reason, or without a second person who is not the recorder.

    `present` holds the member ids in the room. The level of risk is no reason: it is not even
    an argument here.
    """
    if not _is_reason(entry.reason):
        raise Refusal(
            "Give the reason in words: a risk level alone never closes or declines.", "reason"
        )
    if entry.agreed_by is not None:
        _check_user(entry)
    elif entry.member_agreeing is not None:
        _check_member(entry, present)
    else:
        raise Refusal(
            "A second person must agree: another user, or a member who is here.", "second_person"
        )


def _is_reason(reason: str) -> bool:
    words = re.findall(r"[a-z]+", reason.lower())
    return bool(set(words) - set(SAY_A_LEVEL.split()))


def _check_user(entry: LettingGo) -> None:
    if entry.agreed_by == entry.recorded_by:
        raise Refusal(ANOTHER, "second_person")


def _check_member(entry: LettingGo, present: Collection[int]) -> None:
    if entry.member_agreeing == entry.recorder_member:
        raise Refusal(ANOTHER, "second_person")
    if entry.member_agreeing not in present:
        raise Refusal("The member who agrees must be here.", "second_person")


def look_again_on(day: date, closed: Collection[date] = NO_CLOSED_DAYS) -> date:
    """The same day three months later (month ends clamp), or the next working day after it."""
    return next_working_day(add_months(day, LOOK_AGAIN_MONTHS), closed)
