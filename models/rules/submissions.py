"""Submissions of intelligence: who gives them, what they need, and what may become of them."""

from datetime import date
from enum import StrEnum

from models.errors import Refusal


class GivenBy(StrEnum):
    """Where a submission comes from; whoever is not named stays without a name."""

    AGENCY = "an agency"
    COMMUNITY = "somebody of the community"
    ANONYMOUS = "somebody who is not named"


class Outcome(StrEnum):
    """What becomes of a submission in triage."""

    ACCEPTED = "accepted"
    NOT_TAKEN = "not taken"
    POLICE = "passed to the police"


NEW = "to triage"
LINKED_FROM = frozenset({Outcome.ACCEPTED, Outcome.POLICE})
"""Only what was taken is made into links."""


def check_given(
    given_by: GivenBy, agency: str | None, name: str | None, contact: str | None
) -> None:
    """Refuse an agency that is not named, or a name where nobody is to be named."""
    if given_by is GivenBy.AGENCY and not agency:
        raise Refusal("Say which agency submits it.", "from_agency")
    if given_by is GivenBy.ANONYMOUS and (agency or name or contact):
        raise Refusal(
            "Who is not to be named has no name here: empty agency, name and contact.", "from_name"
        )


def check_said(text: str | None, received_on: date, of: date | None, today: date) -> None:
    """Refuse a submission that says nothing, or days that are still to come."""
    if not (text or "").strip():
        raise Refusal("Write what is submitted.", "text")
    for field, day in (("received_on", received_on), ("information_date", of)):
        if day is not None and day > today:
            raise Refusal("This day is still to come.", field)


def check_outcome(outcome: Outcome, reason: str | None) -> None:
    """Refuse to turn a submission away without the reason."""
    if outcome is Outcome.NOT_TAKEN and not (reason or "").strip():
        raise Refusal("Say why it is not taken.", "outcome_reason")


def reference_of(number: int) -> str:
    """What a submission is called: I-0007."""
    return f"I-{number:04d}"


def source_of(reference: str) -> str:
    """The source that a link made of a submission names: never who gave it."""
    return f"Intelligence submission {reference}"
