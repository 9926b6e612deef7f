"""Who may do what: role by operation."""

from collections.abc import Mapping

from models.errors import Refusal
from models.marks import Role

PREPARE = frozenset({
    "import_papers", "mend_import", "add_referral", "edit_referral", "triage_referral",
    "accept_referral", "hold_referral", "decline_referral", "redirect_referral",
    "add_record", "edit_record", "merge_records", "unmerge_records", "add_link", "edit_link",
    "add_assessment", "edit_assessment", "add_missing_episode", "add_return_interview", "add_nrm",
    "plan_meeting", "build_agenda", "edit_agenda", "issue_agenda", "request_information",
    "file_return", "set_sharing", "record_reply", "chase",
})  # fmt: skip
CONDUCT = frozenset({
    "start_meeting", "record_attendance", "record_declaration", "read_script", "open_item",
    "run_clock", "park_item", "defer_item", "add_urgent_item", "record_contribution",
    "record_text", "record_risk", "record_decision", "record_action", "update_action",
    "record_recommendation", "record_measure", "record_review", "record_link", "record_for_file",
    "record_told", "read_back", "close_meeting", "amend_previous_minutes", "keep_draft",
})  # fmt: skip
CHAIRING = frozenset({
    "agree_letting_go", "approve_minutes", "return_minutes", "cancel_action", "escalate_action",
    "decide_inquorate", "withdraw_recommendation", "override_urgent",
})  # fmt: skip
MINUTES = frozenset(
    {"draft_minutes", "edit_minutes", "send_to_chair", "confirm_document", "export_documents"}
)
ISSUING = frozenset(
    {
        "issue_documents",
        "recall_documents",
        "correct_minutes",
        "hand_over",
        "issue_feed",
        "disclose_records",
    }
)
READING = frozenset({
    "read_records", "read_agenda", "read_minutes", "read_actions", "read_reports", "search",
})  # fmt: skip
CLOSE_READING = frozenset(
    {"see_chair_only", "see_not_minuted", "see_all_agencies", "reveal_in_room"}
)
KEEPING = frozenset({
    "manage_people", "manage_roles", "edit_settings", "edit_codes", "edit_wording", "take_backup",
    "restore_backup", "change_keys", "set_legal_hold", "dispose_records", "see_log", "check_file",
})  # fmt: skip
OVERSEEING = frozenset({"see_log", "check_file", "see_reading_log"})
UNDOING = frozenset({"undo", "redo"})
OWN_AGENCY = frozenset({"file_own_return", "update_own_action", "accept_own_action"})
# Only police grade intelligence; the service also checks that the member's agency is police.
POLICE = frozenset({"enter_intelligence_grading"})

TABLE: Mapping[Role, frozenset[str]] = {
    Role.ADMINISTRATOR: (
        PREPARE | CONDUCT | MINUTES | ISSUING | READING | CLOSE_READING | KEEPING | UNDOING
        | OWN_AGENCY | frozenset({"agree_letting_go", "see_reading_log"})
    ),
    Role.CHAIR: (
        CONDUCT | CHAIRING | READING | CLOSE_READING | UNDOING | OWN_AGENCY
        | frozenset({
            "triage_referral", "accept_referral", "hold_referral", "decline_referral",
            "redirect_referral", "edit_agenda", "set_sharing", "edit_minutes", "confirm_document",
            "export_documents", "issue_documents", "recall_documents", "correct_minutes", "see_log",
        })
    ),
    Role.MINUTE_TAKER: (
        CONDUCT | MINUTES | READING | UNDOING | OWN_AGENCY
        | frozenset({"see_not_minuted", "reveal_in_room"})
    ),
    Role.MEMBER: (
        OWN_AGENCY | POLICE | READING | UNDOING | frozenset({"add_referral", "agree_letting_go"})
    ),
    Role.AUDITOR: READING | OVERSEEING,
    Role.SYSTEM: PREPARE | CONDUCT | MINUTES | READING | KEEPING | OWN_AGENCY,
}  # fmt: skip
OPERATIONS: frozenset[str] = frozenset().union(*TABLE.values(), CHAIRING)


def may(role: Role, operation: str) -> bool:
    """True if that role may do it; an operation nobody has named is a bug and raises KeyError."""
    if operation not in OPERATIONS:
        raise KeyError(operation)
    return operation in TABLE[role]


def check(role: Role, operation: str) -> None:
    """Raises Refusal, naming the roles that may, if that role may not do it."""
    if not may(role, operation):
        able = [
            other.value for other in Role if operation in TABLE[other] and other is not Role.SYSTEM
        ]
        what = operation.replace("_", " ")
        raise Refusal(f"As {role.value} you cannot {what}. This is for: {', '.join(able)}.")
