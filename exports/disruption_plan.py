"""A disruption plan for its lead and the police: target, objective, measures, risks, review."""

from datetime import datetime

from exports import basis, disruption_parts, filing, phrases, protection, tables
from exports.filing import Target
from exports.imprint import Imprint, status_words
from exports.naming import Naming
from exports.sheet import Sheet
from exports.template import Template
from exports.wordml import Text
from models.records.meeting import MeetingRecord
from models.records.outcomes import MeasureRow, PlanRecord
from models.records.panel import PanelRecord


def write(
    panel: PanelRecord,
    plan: PlanRecord,
    meeting: MeetingRecord,
    to: Target,
    *,
    made_at: datetime,
    issued_to: str = "Plan lead and police",
    minutes_state: str = "draft",
    version: int = 1,
    template: Template | None = None,
    passphrase: str | None = None,
) -> str:
    """The plan as a Word file at `to`; gives its sha256. Children stand in it by number only."""
    about = Imprint(
        of_plan(panel, plan),
        "Disruption plan",
        issued_to,
        made_at,
        version=version,
        status=status_words(minutes_state),
        reference=plan.reference,
    )
    naming = Naming(panel.full_names)
    sheet = Sheet(about, template)
    sheet.title(f"Disruption plan {plan.reference}", naming.shown(plan.subject_kind, plan.subject))
    sheet.facts(_facts(plan, meeting), "The plan")
    disruption_parts.effect(sheet, plan)
    _measures(sheet, plan.measures, naming)
    sheet.part("plan.actions", 1)
    tables.agreed_actions(sheet, plan.actions, naming, of=plan.subject_id)
    _risks(sheet, plan)
    disruption_parts.moved(sheet, plan, naming)
    basis.of_panel(sheet, panel)
    sheet.end(f"End of disruption plan {plan.reference}.")
    return filing.put(sheet.to_bytes(), to, passphrase=passphrase)


def of_plan(panel: PanelRecord, plan: PlanRecord) -> PanelRecord:
    """The panel as the plan's head and foot have it."""
    return protection.following(panel, (*plan.measures, *plan.actions))


def _facts(plan: PlanRecord, meeting: MeetingRecord) -> list[tuple[str, Text | None]]:
    return [
        ("Objective", phrases.sentence(plan.objective)),
        ("Asked of the panel", None if plan.objective else phrases.sentence(plan.asked)),
        ("Strand", plan.strand),
        ("Lead", phrases.who_and_agency(plan.lead, plan.lead_agency, "no lead named yet")),
        ("Children protected", _children(plan)),
        ("Started", phrases.day(plan.started_on)),
        ("Discussed on", phrases.day(meeting.held_on)),
        ("Review", phrases.day(plan.review_on, "no date set")),
        ("Closed", phrases.day(plan.closed_on)),
        ("Outcome", plan.outcome),
        ("Cost", plan.cost),
    ]


def _children(plan: PlanRecord) -> str:
    numbered = [number for _, _, number in plan.children if number]
    unnumbered = len(plan.children) - len(numbered)
    rest = phrases.counted(unnumbered, "child", "children") + " without a system number"
    return phrases.joined(*numbered, rest if unnumbered else "") or "none named"


def _measures(sheet: Sheet, measures: tuple[MeasureRow, ...], naming: Naming) -> None:
    sheet.part("plan.measures", 1)
    tables.measures(sheet, measures, naming, "Measures")
    if not measures:
        sheet.paragraph("No measures yet.")
    disruption_parts.in_force(sheet, measures)
    disruption_parts.not_pursued(sheet, measures)


def _risks(sheet: Sheet, plan: PlanRecord) -> None:
    sheet.part("plan.risks", 1)
    sheet.paragraph(phrases.sentence(plan.risks))
    sheet.paragraph(phrases.sentence(plan.mitigation), lead="How these are met:")
    sheet.part("plan.unknown", 1)
    sheet.paragraph(phrases.sentence(plan.intelligence_gaps))
    sheet.part("plan.family", 1)
    sheet.paragraph(phrases.sentence(plan.family_views), lead="Views:")
    sheet.paragraph(phrases.sentence(plan.family_can_do), lead="What the family can do:")
    sheet.part("plan.community", 1)
    sheet.paragraph(phrases.sentence(plan.community_impact), lead="Impact:")
    sheet.paragraph(phrases.sentence(plan.communications_line), lead="What may be said:")
