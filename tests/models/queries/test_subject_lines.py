"""The file on a subject tells of every table that goes with one, or it is said why it does not."""

from models.queries.pointers import pointers
from models.queries.subject_beside import BESIDE
from models.queries.subject_lines import AT_ITEM, OVER_TIME

READ_ALONE = {
    "action", "action_subject", "action_update", "address", "alias", "assessment", "child_status",
    "flow_step", "indicator_answer", "information_line", "missing_circumstances", "nrm_referral",
    "paper_subject", "recommendation", "return_interview", "service_case",
}  # fmt: skip
"""Read by a statement of their own."""
OF_OTHERS = {
    "concern_decision", "declaration", "displacement", "disruption_plan", "group_assessment",
    "guardian", "link", "measure", "mention", "place_assessment", "protected_child",
    "submission_mention",
}  # fmt: skip
"""About other people, the police's work or places: counted or left, never told."""
WORK_ALONE = {
    "agency_turn", "asked_about", "disclosure", "edit_left", "extract_due", "invitation_sent",
    "issue", "item_attendee", "match_question", "meeting_event", "mention_answer",
    "minutes_comment", "person_of_concern", "prompt_answer", "review", "same_as",
    "sharing_ground", "strategy_tag", "transition_point", "triage_answer",
}  # fmt: skip
"""How the panel works: days, ticks and who was there, with no words about the subject."""
FROM = ("subject", "agenda_item", "missing_episode", "assessment", "flow_entry", "action",
        "recommendation", "referral", "nrm_referral")  # fmt: skip


def test_every_table_about_a_subject_is_told_or_it_is_said_why_not() -> None:
    there = {one.table.name for name in FROM for one in pointers().get(name, ()) if one.part}
    told = {entity.__tablename__ for entity, *_ in (*OVER_TIME, *BESIDE, *AT_ITEM)}
    left = there - told - READ_ALONE - OF_OTHERS - WORK_ALONE
    assert not left, "tell of these in models/queries/subject_lines.py, or say here why not"
