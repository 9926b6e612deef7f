"""Why a child who is on record and open is not on the tracker."""

from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import ChildStatus, Referral
from models.queries.many import MANY
from models.rules.tracker.columns import NEVER_ON, NOT_DECIDED, WAS_ON


def off_tracker(
    session: Session, lead: Mapping[int, int], child_ids: Collection[int]
) -> dict[int, str]:
    """The reason for each of these children: they left it, are referred, or nobody put them on."""
    if not child_ids:
        return {}
    found = dict.fromkeys(child_ids, NEVER_ON)
    ids = [*child_ids, *(one for one, stands in lead.items() if stands in found)]
    referred = select(Referral.subject_id, Referral.outcome).order_by(Referral.received_on)
    been = select(ChildStatus.child_id).where(ChildStatus.on_tracker)
    if len(ids) <= MANY:
        referred = referred.where(Referral.subject_id.in_(ids))
        been = been.where(ChildStatus.child_id.in_(ids))
    for subject_id, outcome in session.execute(referred):
        stands = lead.get(subject_id, subject_id)
        if stands in found:
            found[stands] = _referred(outcome)
    for one in session.scalars(been):
        stands = lead.get(one, one)
        if stands in found:
            found[stands] = WAS_ON
    return found


def _referred(outcome: str | None) -> str:
    row = codes.find("triage_outcomes", outcome) if outcome else None
    if not isinstance(row, codes.TriageOutcome):
        return NOT_DECIDED
    if row.accepts:
        return "referred and accepted, not heard yet"
    return f"referred, outcome {row.label.lower()}"
