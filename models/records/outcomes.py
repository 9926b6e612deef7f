"""Decisions, actions, recommendations and measures as read."""

from dataclasses import dataclass
from datetime import date

from models.records.disruption import ChildEffect, DisplacedTo


@dataclass(frozen=True)
class RiskRecord:
    """Risk before and after an item."""

    scheme: str | None
    before: str | None
    after: str | None
    direction: str | None
    rationale: str | None
    dissent: str | None


@dataclass(frozen=True)
class JudgedRisk:
    """The level of risk that a meeting judged, on its day; `by` is the panel or tier that met.

    Of a tier that the reader does not read, the level alone.
    """

    level: str
    on: date | None = None
    by: str | None = None


@dataclass(frozen=True)
class DecisionRecord:
    """The decision on an item."""

    code: str
    label: str
    rationale: str | None
    made_by: str | None
    dissent: str | None
    legal_basis: str | None
    second_person: str | None
    review_on: date | None
    closes: bool


@dataclass(frozen=True)
class TellingRecord:
    """Who tells whom what."""

    id: int
    whom: str
    teller: str | None
    by_date: date | None
    text: str | None
    must_not: str | None
    safe_to_write: bool | None


@dataclass(frozen=True)
class ActionRow:
    """An action with its standing in words; `rag` is one of green, amber, red, blue, grey."""

    id: int
    uuid: str
    reference: str
    text: str
    kind: str | None
    owner: str | None
    owner_id: int | None
    agency: str | None
    agency_id: int | None
    due_on: date | None
    due_words: str | None
    success: str | None
    status: str
    finished: bool
    rag: str
    standing: str
    carried_count: int
    made_on: date | None
    meeting_on: date | None
    item_id: int | None
    item_reference: str | None
    subject_id: int | None
    subject_kind: str | None
    subject: str | None
    subject_initials: str | None
    sharing: str
    measure_code: str | None
    disrupts: bool
    last_update: str | None
    last_reason: str | None
    other_subjects: tuple[tuple[int, str, str, str | None], ...] = ()
    changed: str | None = None


@dataclass(frozen=True)
class RecommendationRow:
    """A recommendation and what the plan did with it."""

    id: int
    uuid: str
    reference: str
    child_id: int
    child: str
    child_initials: str
    system_id: str | None
    text: str
    to_plan: str | None
    plan_domain: str | None
    addressed_to: str | None
    outcome_sought: str | None
    by_date: date | None
    evidence_sought: str | None
    made_on: date | None
    reply_by: date | None
    status: str
    standing: str
    overdue: bool
    reply_reason: str | None
    modified_text: str | None
    replied_on: date | None
    plan_updated_on: date | None
    plan_evidence: str | None
    withdrawn: bool
    version: int
    item_id: int | None
    item_reference: str | None
    team: str | None
    sent_on: date | None = None
    earlier_answers: str | None = None
    fed_version: int | None = None
    """Which version the last issued feed carried."""
    recalled_on: date | None = None
    """When its sheet was recalled, until one goes again."""
    plan_by: date | None = None
    """By when its holder says that the plan will have it; `by_date` is what the panel asked."""
    awaited_by: date | None = None
    """By when the next word is due: the answer, or once accepted that the plan shows it."""


@dataclass(frozen=True)
class MeasureRow:
    """A disruption measure and how far it has come."""

    id: int
    uuid: str
    plan_id: int | None
    plan_reference: str | None
    type_code: str | None
    name: str
    legal_basis: str | None
    against: str | None
    subject_id: int | None
    subject_kind: str | None
    lead: str | None
    applicant: str | None
    status: str
    standing: str
    due_on: date | None
    in_force_from: date | None
    in_force_to: date | None
    conditions: str | None
    breaches: int
    sharing: str
    made_on: date | None
    item_id: int | None
    stands: frozenset[str] = frozenset()
    """The filters of the register that it comes under: in force, expiring, breached, …"""
    came_of: str = ""
    """Why it was not pursued, or the last breach and what was done."""
    lead_agency_id: int | None = None
    action_id: int | None = None
    """The action that says the same, where it came to the register from one."""


@dataclass(frozen=True)
class PlanRecord:
    """A disruption plan with its measures; children protected by code, name only for who may."""

    id: int
    uuid: str
    reference: str
    subject_id: int
    subject_kind: str
    subject: str
    objective: str | None
    strand: str | None
    lead: str | None
    lead_agency: str | None
    intelligence_gaps: str | None
    risks: str | None
    family_views: str | None
    family_can_do: str | None
    community_impact: str | None
    communications_line: str | None
    started_on: date | None
    review_on: date | None
    outcome: str | None
    children: tuple[tuple[int, str, str], ...]
    measures: tuple[MeasureRow, ...]
    actions: tuple[ActionRow, ...]
    closed_on: date | None
    asked: str | None = None
    """What was asked of the panel about its subject, as the meeting of a document reads it."""
    mitigation: str | None = None
    displacement: str | None = None
    cost: str | None = None
    sharing: str = "all panel"
    shared_with: tuple[int, ...] = ()
    effects: tuple[ChildEffect, ...] = ()
    moved_to: tuple[DisplacedTo, ...] = ()


@dataclass(frozen=True)
class MarkedLine:
    """A line marked for the police: what, from whom, how sure, and how it is to be handled."""

    item: str
    subject: str | None
    text: str
    information: str
    agency: str | None
    by_name: str | None
    on: date | None
    source: str | None
    assessment: str | None
    handling: str | None
    conditions: str | None
