"""Papers before a meeting that ask: a request to each agency for what it knows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from exports import information_request
from exports.audience import AudienceReadings, Document, slug
from exports.before_paper import paper
from exports.information_request import Asked
from exports.making import Making
from models.marks import SubjectKind
from models.queries.child_papers import COORDINATOR
from models.records.item import ItemRow
from models.records.panel import AgencyRecord
from models.records.subjects import ChildRecord, PersonRecord, PlaceRecord
from models.rules.timetable import returns_due

NOWHERE = (
    "No address for returns is set: each request asks for them to the panel's coordinator. "
    "Settings, Panel: Answers of plans go to."
)


def requests(making: Making) -> Iterator[Document]:
    """A request for each agency that is asked and has not answered, with only their names.

    Whose return is in is asked about those alone who came on the agenda since.
    """
    audiences, papers = making.audiences, making.papers
    asked = {one.agency_id: one for one in audiences.panel.returns(audiences.meeting_id)}
    about = [one for one in audiences.panel.asked(audiences.meeting_id) if one.asked]
    wanted = [key for key, one in asked.items() if one.requested_on is not None]
    closed = audiences.panel.closed_days()
    for agency in papers.agencies:
        row = asked.get(agency.id)
        mine = [one for one in about if one.agency_id == agency.id]
        answered = row is not None and row.received_at is not None
        if answered:
            mine = [one for one in mine if one.missed or one.awaited]
        due = answered or (agency.id in wanted if wanted else agency.core)
        if not (agency.active and due and mine):
            continue
        due_on = row.due_on if row is not None else None
        due_on = due_on or returns_due(papers.meeting.held_on, papers.made_at.date(), closed)
        yield from _request(making, agency, frozenset(one.item_id for one in mine), due_on)


def _request(
    making: Making, agency: AgencyRecord, items: frozenset[int], due_on: date | None
) -> Iterator[Document]:
    read = making.audiences.agencies(agency.id)
    rows = read.running_order(making.audiences.meeting_id)
    subjects = [
        Asked(row, _asked(making, agency, read, row), _own_ground(read, row.id, agency.id))
        for row in rows
        if row.id in items
    ]
    if not information_request.permitted(agency, subjects):
        return
    papers = making.papers
    write = partial(
        information_request.write,
        papers.panel,
        papers.meeting,
        agency,
        subjects,
        made_at=papers.made_at,
        due_on=due_on,
        return_to=making.audiences.setting("reply_to") or COORDINATOR,
        template=making.template,
    )
    name = making.names.take("requests/", slug(agency.name))
    made = paper(name, "requests", agency.name, write)
    known = making.audiences.setting("reply_to")
    yield made if known else replace(made, notes=(NOWHERE,))


def _own_ground(read: AudienceReadings, item_id: int, agency_id: int) -> str:
    """The ground of an item or of this agency on it, where it has one of its own."""
    held = read.ground(item_id, agency_id)
    return held.words if held.own else ""


def _asked(
    making: Making, agency: AgencyRecord, read: AudienceReadings, row: ItemRow
) -> ChildRecord | PersonRecord | PlaceRecord:
    """The subject's record; a place called after a person is not told to who may not know them."""
    found = _subject(read, row)
    if agency.sees_persons_of_concern or not isinstance(found, PlaceRecord):
        return found
    return making.persons.hidden_in(found)


def _subject(read: AudienceReadings, row: ItemRow) -> ChildRecord | PersonRecord | PlaceRecord:
    subject_id = row.subject_id or 0
    if row.subject_kind == SubjectKind.CHILD:
        return read.child(subject_id)
    if row.subject_kind == SubjectKind.PERSON:
        return read.person(subject_id)
    return read.place(subject_id)
