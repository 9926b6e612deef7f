"""Which words of a meeting's record a changed file may mend, and what else they must be."""

from collections.abc import Mapping

TEXTS = (
    "presentation", "voice", "voice_absent_reason", "parents_view", "protective", "analysis",
    "diversity", "for_file", "nrm_considered", "communications_line",
)  # fmt: skip

REWORDED: Mapping[str, Mapping[str, str]] = {
    "discussion": dict.fromkeys(TEXTS, "record_text"),
    "information_line": {"text": "record_contribution"},
    "risk_judgement": dict.fromkeys(("rationale", "dissent"), "record_risk"),
    "decision": dict.fromkeys(("rationale", "dissent", "legal_basis"), "record_decision"),
    "action": dict.fromkeys(("text", "success"), "record_action"),
    "recommendation": {"text": "record_recommendation"},
    "telling": dict.fromkeys(("text", "must_not"), "record_told"),
    "meeting": {
        "other_business": "record_text",
        "previous_minutes_corrections": "amend_previous_minutes",
    },
}
"""By table: the fields, each with the operation that somebody must be allowed who mends it."""

STAY: Mapping[tuple[str, str], str] = {
    ("action", "text"): "take it back in the meeting’s room, at its item",
    ("recommendation", "text"): "take it back in the meeting’s room, at its item",
    ("decision", "rationale"): "a decision keeps its reason; change it in the meeting’s room",
}
"""Words that are never taken out from a file, with what to do instead."""


def may_go(table: str, field: str) -> bool:
    """Whether these words may be taken out altogether."""
    return (table, field) not in STAY
