"""The disruption plans of a meeting, each for its lead and the police."""

import io
from collections.abc import Iterator
from dataclasses import replace

from exports import disruption_plan, filing
from exports.audience import Document, slug
from exports.making import CHAIR, POLICE, Making
from exports.naming import naming_of
from exports.rewriting import rewritten
from models.records.documents import MeetingPapers
from models.records.outcomes import PlanRecord
from models.records.panel import AgencyRecord
from models.records.reader import Reader
from models.rules.asking import kind_of


def plan_documents(making: Making) -> Iterator[Document]:
    """Each plan that the meeting worked on; with codes for a lead who may not know its target."""
    for plan in making.audiences.panel.meeting_plans(making.audiences.meeting_id):
        readers = [one for one in making.papers.agencies if _receives(making, one, plan)]
        seeing = [one for one in readers if one.sees_persons_of_concern]
        if not readers and _is_free_of(making.audiences.chair().reader(), plan):
            yield _plan(making, plan, CHAIR)
        for group, apart in (
            (seeing, ""),
            ([one for one in readers if one not in seeing], "codes"),
        ):
            yield from _plan_for(making, plan, group, apart)


def _plan_for(
    making: Making, plan: PlanRecord, readers: list[AgencyRecord], apart: str
) -> Iterator[Document]:
    """A plan for the agencies that may, or may not, know persons of concern."""
    if not readers:
        return
    ids = [one.id for one in readers]
    for one in making.audiences.agencies(*ids).meeting_plans(making.audiences.meeting_id):
        if one.id == plan.id:
            shown = making.persons.hidden_in(one, [one.subject_id]) if apart else one
            yield _plan(making, shown, " and ".join(each.name for each in readers), apart)


def _receives(making: Making, agency: AgencyRecord, plan: PlanRecord) -> bool:
    """The plan's lead agency and the police, where they may have all that the plan touches."""
    kind = kind_of(agency.kind, agency.name)
    if agency.name != plan.lead_agency and not (kind and kind.code == POLICE):
        return False
    return _is_free_of(making.audiences.agencies(agency.id).reader(), plan)


def _is_free_of(held: Reader, plan: PlanRecord) -> bool:
    """Whether a reader declared no interest in anything that a plan touches."""
    touched = {plan.subject_id, *(child for child, _, _ in plan.children)}
    items = {one.item_id for one in plan.measures}
    return not (touched & held.conflicted_subjects or items & held.conflicted_items)


def _as_agreed(plan: PlanRecord, papers: MeetingPapers) -> PlanRecord:
    """A plan with what the meeting said of it: what was asked, when it comes back, who leads.

    What the plan itself says goes before.
    """
    touched = {one.item_id for one in plan.measures}
    own = [one for one in papers.items if one.row.subject_id == plan.subject_id]
    items = own or [one for one in papers.items if one.row.id in touched]
    back = [one.returns_on for one in items if one.returns_on]
    leads = {one.lead for one in plan.measures if one.lead}
    agency = plan.lead_agency or (min(leads) if len(leads) == 1 and not plan.lead else None)
    return replace(
        plan,
        review_on=plan.review_on or min(back, default=None),
        lead_agency=agency,
        # What was asked about a child is no word on the person or place of the plan.
        asked=next((one.header.ask or one.row.ask for one in own), None),
    )


def _plan(making: Making, plan: PlanRecord, audience: str, apart: str = "") -> Document:
    papers = making.whole
    names = naming_of(papers)
    shown = rewritten(_as_agreed(plan, papers), names.rewrite)

    def make(passphrase: str | None) -> bytes:
        to = io.BytesIO()
        disruption_plan.write(
            papers.panel,
            shown,
            papers.meeting,
            to,
            made_at=papers.made_at,
            issued_to=audience,
            minutes_state=papers.minutes_state,
            version=papers.minutes_version,
            template=making.template,
            passphrase=passphrase,
        )
        return to.getvalue()

    return Document(
        making.names.take("plans/", slug(plan.reference), apart),
        "plans",
        audience,
        make,
        filing.sha256(make(None)),
        final=making.approved,
        recipient=audience,
        subject_id=plan.subject_id,
        marking=disruption_plan.of_plan(papers.panel, shown).marking,
    )
