"""Which lists there are, of what rows, and how to get them."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import TypeVar

from models import codes
from models.codes.code import Code
from models.codes.in_force import kept, own_rows, today
from models.codes.reading import raw_list, rows_from, rows_in_force
from models.errors import Trouble

C = TypeVar("C", bound=Code)

PLAIN = """
    plan_columns legal_status living_situation ethnicity genders categories roles_in_harm
    confidences structured_flags admission_criteria referral_methods asks informed_reasons
    information_kinds sharing grading_source grading_information plan_types plan_domains
    group_member_roles place_types group_types person_statuses alias_kinds missing_from
    rhi_providers rhi_declined nrm_statuses nrm_grounds nrm_types
    partner_kinds panel_kinds section_orders running_order minutes_headings fora
    disruption_strands disruption_outcomes directions decision_makers redaction_rules
    decline_reasons capture_words request_words errand_words spelling_words plan_letters
    outsider_words agency_words role_words short_words
    strategy_priorities improvement_sources transition_points move_ways service_statuses
""".split()  # noqa: SIM905

KINDS: Mapping[str, str] = {
    **dict.fromkeys(PLAIN, "Code"),
    **dict.fromkeys(("risk_levels", "rag", "police_risk"), "Ranked"),
    **dict.fromkeys(
        ("action_statuses", "recommendation_statuses", "measure_statuses", "quorum_decisions"),
        "Status",
    ),
    "plans": "Plan",
    "exploitation_types": "ExploitationType",
    "needs": "Need",
    "indicators": "Indicator",
    "missing_kinds": "MissingKind",
    "nrm_bodies": "DecidingBody",
    "first_responders": "FirstResponder",
    "link_relations": "LinkRelation",
    "agency_kinds": "AgencyKind",
    "core_membership": "Seat",
    "schemes": "Scheme",
    "flows": "Flow",
    "triage_questions": "TriageQuestion",
    "triage_outcomes": "TriageOutcome",
    "triage_checklist": "CheckPoint",
    "decisions": "DecisionType",
    "attendance": "AttendanceCode",
    "action_types": "ActionType",
    "grading_handling": "Handling",
    "quorum_groups": "QuorumGroup",
    "sections": "SectionName",
    "item_minutes": "ItemMinutes",
    "timetable": "TimetableStep",
    "agency_facts": "ComparedFact",
    "chase_ladder": "ChaseStep",
    "recommendation_ladder": "ChaseStep",
    "return_ladder": "ChaseStep",
    "dissent_ladder": "ChaseStep",
    "prompts": "Prompt",
    "wordings": "Wording",
    "document_headings": "Wording",
    "practice_tips": "Tip",
    "learning_links": "Tip",
    "courses": "Course",
    "language": "LanguageTerm",
    "smart_warnings": "SmartWarning",
    "no_extract_reasons": "ExtractReason",
    "audiences": "Audience",
    "requesters": "Requester",
    "copy_questions": "CopyQuestion",
    "exemptions": "Exemption",
    "retention": "Retention",
    "measures": "MeasureType",
    "action_templates": "ActionTemplate",
}
"""Each list with the record that its rows are, by name: none is made before its list is asked."""


def names() -> tuple[str, ...]:
    """The names of all shipped lists, sorted."""
    return tuple(sorted(KINDS))


@cache
def shipped(name: str) -> tuple[Code, ...]:
    """The rows of a list as shipped; raises Trouble for an unknown list or a broken file."""
    return rows_from(name, kind_of_rows(name), raw_list(name))


@kept
def load(name: str) -> tuple[Code, ...]:
    """The rows of a list in order, as shipped with what the open panel has changed of them.

    A row that is out of use, or not in its dates, is there and not active. Raises Trouble for an
    unknown list or a broken file.
    """
    own = own_rows(name)
    if not own:
        return shipped(name)
    rows = rows_in_force(name, kind_of_rows(name), raw_list(name), own)
    return tuple(replace(row, active=row.valid(today())) for row in rows)


def kind_of_rows(name: str) -> type[Code]:
    """The record that a list's rows are; raises Trouble for an unknown list."""
    if name not in KINDS:
        raise Trouble(f"There is no code list {name}.")
    kind: type[Code] = getattr(codes, KINDS[name])
    return kind


@cache
def title(name: str) -> str:
    """The list's own title, for settings and headings."""
    return str(raw_list(name).get("title", name))


@cache
def exact_only(name: str) -> bool:
    """Whether a text must be one of the list's words whole, never only contain one."""
    return bool(raw_list(name).get("exact_only", False))


@kept
def _by_code(name: str) -> dict[str, Code]:
    return {row.code: row for row in load(name)}


def find(name: str, code: str) -> Code | None:
    """The row of that very code, or nothing."""
    return _by_code(name).get(code)


def label_of(name: str, code: str) -> str:
    """The label of that very code; what the list has not stands as it is."""
    row = find(name, code)
    return row.label if row is not None else code


def rows_of(name: str, kind: type[C]) -> tuple[C, ...]:
    """The rows of a list that are in use, as the kind of record that it holds."""
    return tuple(row for row in load(name) if isinstance(row, kind) and row.active)
