"""What comes between referrals: risk assessments, lead professionals' updates."""

from datetime import date

from models.services.papers.agencies import find_agency
from models.services.papers.assessing import add_assessment
from models.services.papers.children import (
    add_types,
    fill_child,
    meet_child,
)
from models.services.papers.facts import Facts
from models.services.papers.filing import Filing, source
from models.services.papers.returns import add_line, meeting_on
from models.services.papers.statuses import add_status, said_status

SPOKEN = {
    "changes": "",
    "text": "",
    "barrier": "Barrier: ",
    "voice": "Child's voice: ",
    "parent": "Parents' view: ",
    "protective": "Protective factors: ",
}


def file_assessment(filing: Filing, facts: Facts) -> None:
    """A completed risk assessment: child, assessment with its indicators, how the child stands."""
    if not (facts.text("name") or facts.text("la_id")):
        filing.leave(facts)
        return
    met = meet_child(filing, facts)
    assessed = facts.day("assessed")
    fill_child(filing, met.id, facts, assessed)
    add_types(filing, met.id, facts, assessed)
    add_assessment(filing, met.id, facts)
    _status(filing, met.id, assessed, facts)
    filing.leave(facts)


def _status(filing: Filing, child_id: int, on: date | None, facts: Facts) -> None:
    said = said_status(facts)
    if any(value is not None for value in said.values()):
        add_status(filing, child_id, on or filing.today, said, source(filing))


def file_update(filing: Filing, facts: Facts) -> None:
    """A lead professional's update: child, assessment, and what was said as lines."""
    if not (facts.text("name") or facts.text("la_id")):
        filing.leave(facts)
        return
    met = meet_child(filing, facts)
    on = facts.day("date")
    fill_child(filing, met.id, facts, on)
    add_assessment(filing, met.id, facts)
    _status(filing, met.id, on, facts)
    agency = facts.text("agency")
    agency_id = find_agency(filing, agency) if agency else None
    meeting_id = meeting_on(filing, facts.day("meeting"))
    for name, lead in SPOKEN.items():
        text = facts.text(name)
        if text:
            add_line(
                filing,
                facts,
                agency_id=agency_id,
                subject_id=met.id,
                origin="update",
                meeting_id=meeting_id,
                text=lead + text,
            )
    filing.leave(facts)
