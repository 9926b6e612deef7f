"""What goes with a record that is disposed of, and what stands on without pointing at it."""

from collections.abc import Mapping

PARTS = frozenset({
    ("declaration", "item_id"), ("declaration", "subject_id"), ("invitation_sent", "item_id"),
    ("edit_left", "item_id"),
    ("issue", "meeting_id"), ("issue", "subject_id"), ("issue", "item_id"),
    ("meeting_event", "item_id"), ("minutes_comment", "item_id"), ("agenda_item", "subject_id"),
    ("information_line", "subject_id"), ("information_line", "item_id"),
    ("information_line", "meeting_id"), ("information_line", "agency_return_id"),
    ("action", "subject_id"), ("action", "item_id"), ("action", "meeting_id"),
    ("measure", "subject_id"), ("measure", "plan_id"), ("measure", "item_id"),
    ("recommendation", "item_id"), ("agency_return", "meeting_id"),
    ("strategy_tag", "action_id"), ("strategy_tag", "subject_id"),
    ("person_of_concern", "child_id"), ("redaction", "confirmation_id"),
    ("redaction", "disclosure_id"), ("escalation", "there_id"), ("escalation", "heard_id"),
})  # fmt: skip
"""Pointers that may be empty and yet make a row part of what they point at.

Every pointer that may not be empty does; every other one is emptied and its row stands on.
"""

OWNERS: Mapping[str, str] = {
    "information_line": "subject_id",
    "action": "subject_id",
    "measure": "subject_id",
    "recommendation": "child_id",
    "review": "subject_id",
}
"""The pointer to whom a row is about: where that record stays, the row stays with it."""

TRACKER = frozenset({"action", "information_line"})
"""What was said and agreed goes with its meeting, whoever it is about."""

CHASED: Mapping[str, str] = {
    "return": "agency_return",
    "action": "action",
    "recommendation": "recommendation",
    "dissent": "agenda_item",
    "gap": "referral",
    "assessment": "child",
}
"""What a step of a ladder is about, by table."""

SUBJECTS = frozenset({
    "child", "person_of_concern", "place", "peer_group", "vehicle", "phone", "online_account",
    "theme",
})  # fmt: skip
"""Tables that carry a subject's own columns under the subject's id."""


def is_part(table: str, column: str, nullable: bool) -> bool:
    """Whether a row goes with what this pointer points at."""
    return not nullable or (table, column) in PARTS


def names_in(document: str, numbers: tuple[str, ...]) -> bool:
    """Whether a document's file name carries one of these numbers."""
    bare = plain(document)
    return any(len(one) > 3 and one in bare for one in map(plain, numbers))


def plain(text: str) -> str:
    """Letters and figures of a text, as file names and numbers are compared."""
    return "".join(filter(str.isalnum, text.casefold()))
