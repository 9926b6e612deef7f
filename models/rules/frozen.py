"""What of a meeting is its record, which stands once the chair has approved it."""

from collections.abc import Mapping

from models.marks import MinutesState, Origin

STANDS = frozenset({
    MinutesState.APPROVED.value,
    MinutesState.ISSUED.value,
    MinutesState.CORRECTED.value,
    MinutesState.AGREED.value,
    MinutesState.RECALLED.value,
})  # fmt: skip
"""States of the latest minutes in which only a correction opens the record."""

WHOLE: Mapping[str, frozenset[str]] = {
    "meeting": frozenset(),
    "attendance": frozenset(),
    "meeting_event": frozenset(),
    "agenda_item": frozenset({"approved_at"}),
    "item_attendee": frozenset(),
    "discussion": frozenset(),
    "prompt_answer": frozenset(),
    "item_columns": frozenset(),
    "communication": frozenset({"said_on"}),
    "information_line": frozenset({"to_submit"}),
    "agency_turn": frozenset(),
    "risk_judgement": frozenset(),
    "decision": frozenset(),
    "declaration": frozenset({"ended_on"}),
    "telling": frozenset({"told_on", "safe_to_write"}),
    "review": frozenset({"done_item_id"}),
}
"""Tables of the record, with the columns that live on after it."""

WORDS: Mapping[str, frozenset[str]] = {
    "action": frozenset({
        "item_id", "meeting_id", "subject_id", "text", "sharing", "shared_with", "made_on",
    }),
    "recommendation": frozenset({
        "item_id", "child_id", "text", "to_plan", "plan_domain", "addressed_to", "outcome_sought",
        "by_date", "evidence_sought", "made_on",
    }),
    "measure": frozenset({"item_id", "type_code", "name", "sharing", "shared_with"}),
    "action_update": frozenset(),
}  # fmt: skip
"""What was agreed is followed for months: only the words as agreed are the record."""

OF_THE_MEETING = frozenset({"meeting", "meeting_event", "attendance", "declaration"})
"""What goes on while the meeting does, though one of its items was approved by itself."""
MOVED = frozenset(
    {"state", "position", "slot", "planned_minutes", "seconds"}
    | {"clock_started", "opened_at", "closed_at"}
)
"""Whether an item is on the table, where it stands among the others, and its clock."""

LOGGED_LATER = "revealed"
HEARD = frozenset({Origin.ROOM.value, Origin.URGENT.value})
REFUSED = "The chair has approved these minutes. Open a correction on the page Minutes first."
ITEM_REFUSED = (
    "The chair has approved this item. Take its approval back on the page Minutes, Items, first."
)


def is_record(table: str, row: Mapping[str, object], changed: frozenset[str] | None) -> bool:
    """Whether a change of a row, or its adding and taking out (None), changes the record."""
    if table in WHOLE:
        kept = changed is None or bool(changed - WHOLE[table])
        return kept and _was_heard(table, row, changed)
    if table in WORDS:
        return changed is None or bool(changed & WORDS[table])
    return False


def is_of_item(table: str, changed: frozenset[str] | None) -> bool:
    """Whether such a change of the record is one of what an item says."""
    if table in OF_THE_MEETING:
        return False
    return table != "agenda_item" or changed is None or bool(changed - MOVED - WHOLE[table])


def _was_heard(table: str, row: Mapping[str, object], changed: frozenset[str] | None) -> bool:
    """A late return stands in the papers and not in the minutes; a look is logged at any time."""
    if table == "meeting_event":
        return row.get("kind") != LOGGED_LATER
    if table == "information_line":
        said = row.get("said_at") is not None or "said_at" in (changed or ())
        return said or row.get("origin") in HEARD
    return True
