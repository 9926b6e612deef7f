"""Whether a referral may go to the panel: ten questions, what is missing, immediate risk."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from models.errors import Refusal
from models.marks import SubjectKind

# The ten questions of domain.md 2.2, by code; the wording is the panel's own, in its code list.
QUESTIONS = (
    "area", "age", "informed", "assessment", "immediate", "known", "ask", "tried", "nrm", "lead",
)  # fmt: skip
TELL_NOW = "Tell MASH or the police now; this panel is not an emergency route."
NEEDED = {
    SubjectKind.CHILD: {
        "name": "name",
        "dob": "date of birth",
        "reason": "reason for referral",
        "ask": "what the panel is asked to do",
        "types": "kind of exploitation",
        "lead": "lead professional",
        "assessed": "risk assessment",
        "immediate_risk": "whether any child is at immediate risk",
    },
    SubjectKind.PERSON: {
        "name": "name",
        "grounds": "grounds",
        "ask": "what the panel is asked to do",
    },
    SubjectKind.PLACE: {
        "name": "name",
        "grounds": "grounds",
        "ask": "what the panel is asked to do",
    },
}
NEEDED_OF_OTHERS = {"name": "name", "reason": "reason for referral"}


@dataclass(frozen=True)
class ImmediateRisk:
    """What was done about immediate risk: who was told, when, and the reference they gave."""

    at_risk: bool | None
    told: str = ""
    told_at: datetime | None = None
    reference: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields still to be entered before the referral can move."""
        if not self.at_risk:
            return ()
        given = {
            "told": self.told.strip(),
            "told_at": self.told_at,
            "reference": self.reference.strip(),
        }
        return tuple(name for name, value in given.items() if not value)


@dataclass(frozen=True)
class Outcome:
    """A triage outcome as entered; the flags come from the panel's list of outcomes."""

    code: str
    accepts: bool = False
    holds: bool = False
    declines: bool = False
    reason: str = ""
    chase_by: date | None = None


def missing(kind: SubjectKind, fields: Mapping[str, object]) -> tuple[str, ...]:
    """What a referral still lacks, in words, in the order of the form; False and 0 are answers."""
    needed = NEEDED.get(kind, NEEDED_OF_OTHERS)
    return tuple(words for name, words in needed.items() if fields.get(name) in (None, "", (), []))


def check_outcome(outcome: Outcome, risk: ImmediateRisk, received_on: date | None = None) -> None:
    """Raises Refusal where the outcome may not be kept.

    With immediate risk a referral is neither accepted nor held until it is entered who was told,
    when, and the reference. Declining needs a reason (and a second person: see closing); holding
    a date to chase by.
    """
    if (outcome.accepts or outcome.holds) and risk.missing:
        raise Refusal(f"{TELL_NOW} Enter who was told, when, and the reference.", risk.missing[0])
    if outcome.declines and not outcome.reason.strip():
        raise Refusal("Say why it is declined; it stays visible.", "reason")
    if outcome.holds and outcome.chase_by is None:
        raise Refusal("Give the date by which the missing information is chased.", "chase_by")
    if outcome.holds and received_on and outcome.chase_by and outcome.chase_by < received_on:
        raise Refusal("The chase date is before the referral came.", "chase_by")


def may_build(kind: SubjectKind, fields: Mapping[str, object], risk: ImmediateRisk) -> bool:
    """True if the referral is complete and said to be without immediate risk."""
    return not missing(kind, fields) and risk.at_risk is False


def in_triage_order(
    referrals: Sequence[tuple[int, bool | None, datetime]], told: Collection[int] = ()
) -> tuple[int, ...]:
    """Referral ids with untold immediate risk first, then told ones, then by time received."""

    def rank(row: tuple[int, bool | None, datetime]) -> tuple[int, datetime]:
        identifier, at_risk, received = row
        return (2 if not at_risk else int(identifier in told)), received

    return tuple(row[0] for row in sorted(referrals, key=rank))
