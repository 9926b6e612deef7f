"""Which fields of an entry people change in the room, and what they are called."""

from collections.abc import Mapping

FIELDS: Mapping[str, Mapping[str, str]] = {
    "action": {
        "text": "what",
        "owner_name": "owner",
        "owner_id": "",
        "agency_id": "agency",
        "due_on": "by",
        "due_words": "by",
        "success": "how we will know",
        "subject_id": "about",
        "kind": "",
        "measure_type_code": "",
        "sharing": "sharing",
        "shared_with": "shared with",
    },
    "measure": {
        "name": "measure",
        "type_code": "",
        "against": "against",
        "subject_id": "",
        "plan_id": "",
        "lead": "lead",
        "lead_agency_id": "lead agency",
        "due_on": "by",
        "conditions": "conditions",
        "sharing": "sharing",
        "shared_with": "shared with",
    },
    "recommendation": {
        "text": "what",
        "to_plan": "to the plan",
        "addressed_to": "to",
        "by_date": "by",
        "evidence_sought": "what the plan should show",
        "outcome_sought": "so that",
        "plan_domain": "part of the plan",
    },
    "information_line": {
        "text": "what",
        "information": "kind",
        "kind_reason": "because",
        "by_name": "said by",
        "information_date": "of",
        "sharing": "sharing",
        "shared_with": "shared with",
    },
    "decision": {
        "label": "decision",
        "code": "",
        "rationale": "reason",
        "review_on": "review",
        "second_person": "agreed by",
        "legal_basis": "legal basis",
        "dissent": "dissent",
    },
    "risk_judgement": {
        "after": "risk",
        "rationale": "why",
        "dissent": "dissent",
    },
    "link": {
        "relation": "link",
        "from_id": "from",
        "to_id": "to",
        "confidence": "how sure",
        "confirmed": "confirmed",
        "information": "kind",
        "kind_reason": "because",
        "first_seen": "first seen",
        "last_seen": "last seen",
        "expires_on": "expires",
        "ended_on": "ended",
        "agency_id": "source agency",
        "source": "source",
        "source_date": "date of the source",
        "source_grade": "grading of the source",
        "information_grade": "grading of the information",
        "handling": "handling",
        "handling_conditions": "conditions of handling",
        "sharing": "sharing",
        "shared_with": "shared with",
        "note": "note",
    },
}
"""By table: the fields that history tells and that a restoring puts back; "" is put back only."""

CHANGING: Mapping[str, str] = {
    "action": "record_action",
    "measure": "record_measure",
    "recommendation": "record_recommendation",
    "information_line": "record_contribution",
    "decision": "record_decision",
    "risk_judgement": "record_risk",
    "link": "edit_link",
}
"""By table: the operation that somebody must be allowed who changes an entry."""


def told(table: str) -> tuple[tuple[str, str], ...]:
    """The fields that people are told of, with their names."""
    return tuple((field, name) for field, name in FIELDS[table].items() if name)
