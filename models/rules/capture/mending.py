"""Mending a kept entry: the sentence that says it, and what a changed sentence changes."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from models.errors import Refusal
from models.marks import Sharing
from models.records.outcomes import (
    ActionRow,
    DecisionRecord,
    MeasureRow,
    RecommendationRow,
    RiskRecord,
)
from models.rules.capture.reading import CaptureKind, CaptureReading

TABLES: Mapping[CaptureKind, str] = {
    CaptureKind.ACTION: "action",
    CaptureKind.MEASURE: "measure",
    CaptureKind.RECOMMENDATION: "recommendation",
}
MARKS = {Sharing.CHAIR_ONLY: "chair only", Sharing.NOT_MINUTED: "not for the minutes"}


def action_sentence(one: ActionRow) -> str:
    """An action as it could have been typed."""
    owner = f"{one.owner}: " if one.owner else ""
    return f"action {_mark(one.sharing)}{owner}{_bare(one.text)}{_by(one.due_on, one.due_words)}"


def recommendation_sentence(one: RecommendationRow) -> str:
    """A recommendation as it could have been typed."""
    return f"rec {_bare(one.text)}{_by(one.by_date)}"


def measure_sentence(one: MeasureRow) -> str:
    """A disruption measure as it could have been typed."""
    against = f" on {one.against}" if one.against else ""
    lead = f", {one.lead}" if one.lead else ""
    return f"disrupt {_mark(one.sharing)}{one.name}{against}{lead}{_by(one.due_on)}"


def decision_sentence(one: DecisionRecord) -> str:
    """A decision as it could have been typed; its review day stands apart."""
    reason = f": {_bare(one.rationale)}" if one.rationale else ""
    return f"decision {one.label}{reason}"


def risk_sentence(one: RiskRecord) -> str:
    """A level of risk as it could have been typed."""
    why = f": {_bare(one.rationale)}" if one.rationale else ""
    return f"risk {(one.after or '').lower()}{why}"


def changes_between(was: CaptureReading, now: CaptureReading) -> dict[str, Any]:
    """The fields that a changed sentence changes; what it does not speak of stays as it is.

    Refusal where it says another kind of thing.
    """
    if now.kind is not was.kind:
        raise Refusal(
            f"This mends a kept {was.kind.value}: leave its first word, or press Esc and type "
            "the other thing by itself."
        )
    before, after = _fields(was), _fields(now)
    changes = {name: value for name, value in after.items() if value != before[name]}
    if "text" in after and not after["text"].strip():
        raise Refusal("Say what is to be done.", "text")
    return changes


def _fields(one: CaptureReading) -> dict[str, Any]:
    owner, agency = one.owner, one.agency
    if one.kind is CaptureKind.RECOMMENDATION:
        to = owner.name if owner else agency.name if agency else None
        return {"text": one.text, "to_plan": one.plan, "addressed_to": to, "by_date": one.due}
    shared: dict[str, Any] = {
        "subject_id": one.subject.id if one.subject else None,
        "due_on": one.due,
        "sharing": (one.sharing or Sharing.ALL_PANEL).value,
        "shared_with": tuple(each.id for each in one.agencies),
    }
    if one.kind is CaptureKind.MEASURE:
        known = one.measure
        return {
            **shared,
            "type_code": known.code if known else None,
            "name": known.name if known else one.text,
            "lead": owner.name if owner else None,
            "lead_agency_id": agency.id if agency else None,
            "conditions": one.rationale,
        }
    return {
        **shared,
        "text": one.text,
        "owner_id": owner.id if owner else None,
        "owner_name": owner.name if owner else None,
        "agency_id": agency.id if agency else None,
        "measure_type_code": one.measure.code if one.measure else None,
    }


def _mark(sharing: str) -> str:
    mark = MARKS.get(Sharing(sharing))
    return f"{mark}: " if mark else ""


def _bare(text: str | None) -> str:
    return (text or "").strip().removesuffix(".")


def _by(day: date | None, words: str | None = None) -> str:
    if day is not None:
        return f" by {day.day} {day:%b %Y}"
    return f" {words}" if words else ""
