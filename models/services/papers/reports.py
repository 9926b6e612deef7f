"""What comes between referrals: risk assessments, lead professionals' updates, intelligence."""

from datetime import date

from models import codes
from models.marks import Information, Sharing
from models.services.papers.agencies import find_agency
from models.services.papers.assessing import add_assessment
from models.services.papers.children import (
    add_types,
    fill_child,
    meet_child,
    source,
)
from models.services.papers.facts import Facts
from models.services.papers.filing import Filing
from models.services.papers.people import meet_place
from models.services.papers.returns import add_line, meeting_on, sharing_of
from models.services.papers.statuses import add_status, said_status
from models.services.papers.things import meet_vehicle

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


def file_intelligence(filing: Filing, facts: Facts) -> None:
    """An intelligence form: a line of intelligence on each child it names on record.

    Names that are not on record, places and vehicles are kept as text: intelligence makes nobody
    a record.
    """
    agency, text = facts.text("agency"), facts.text("text")
    agency_id = find_agency(filing, agency) if agency else None
    meeting_id = meeting_on(filing, facts.day("meeting"))
    known = [
        found[0]
        for name in (*facts.words("children"), *facts.words("persons"))
        if len(found := _named(filing, name, facts)) == 1
    ]
    for subject_id in dict.fromkeys(known):
        filing.speaks_of(subject_id)
        add_line(
            filing,
            facts,
            agency_id=agency_id,
            subject_id=subject_id,
            origin="intelligence",
            meeting_id=meeting_id,
            text=text,
            information=Information.INTELLIGENCE,
        )
    held_back = sharing_of(facts) is Sharing.NOT_SHARED
    if not known and text and not held_back:
        filing.unread(facts.where, f"Intelligence about nobody on record: {text}")
    _places_and_marks(filing, facts)
    filing.leave(facts)


def _named(filing: Filing, name: str, facts: Facts) -> list[int]:
    found = [*filing.known.children.named(name), *filing.known.persons.named(name)]
    if len(found) != 1:
        filing.unread(facts.where, f"Named, not joined: {name}")
    return found


def _places_and_marks(filing: Filing, facts: Facts) -> None:
    for title in facts.words("places"):
        if filing.known.places.find(title) is not None:
            filing.speaks_of(meet_place(filing, title))
        else:
            filing.unread(facts.where, f"Place: {title}")
    mark = facts.text("vehicle")
    if mark and filing.known.vehicles.find(mark) is not None:
        filing.speaks_of(meet_vehicle(filing, mark))
    elif mark:
        filing.unread(facts.where, f"Vehicle: {mark}")
    if codes.recognise("sharing", facts.text("sharing")) is None and facts.raw("sharing"):
        filing.unread(facts.where, f"Share with: {facts.raw('sharing')}")
