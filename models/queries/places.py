"""Places, groups, themes and things: lists, and the page of each."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Group, OnlineAccount, Phone, Place, Subject, Theme, Vehicle
from models.errors import Refusal
from models.queries.joined import filled, joined
from models.queries.knowable import NOT_THERE, check_knowable, knowable, leads
from models.queries.links import links_of
from models.queries.people import aliases_by_subject
from models.records.reader import Reader
from models.records.subjects import PlaceRecord, SubjectRow

FIXED = frozenset([0, 1, 2, 3])
LABELS = {
    "place_type": "Kind of place",
    "group_type": "Kind of group",
    "platform": "Platform",
    "make": "Make",
    "network": "Network",
    "district": "District",
    "ward": "Ward",
    "map_reference": "Position",
    "address": "Address",
    "postcode": "Postcode",
    "what_happens": "What happens there",
    "assessment": "What is known",
    "description": "Description",
    "guardians": "Who can guard it",
    "assessment_status": "Assessment",
    "adopted_on": "Adopted on",
    "review_on": "Review on",
}
"""Fields of which joined records may say different things, with their labels."""


def places(session: Session, reader: Reader) -> tuple[SubjectRow, ...]:
    """Places of concern the reader may know of, by name; detail: type and district."""
    return _rows(session, reader, Place, Place.place_type, Place.district)


def groups(session: Session, reader: Reader) -> tuple[SubjectRow, ...]:
    """Groups the reader may know of, by name; detail: type of group."""
    return _rows(session, reader, Group, Group.group_type)


def themes(session: Session, reader: Reader) -> tuple[SubjectRow, ...]:
    """Themes, by title."""
    return _rows(session, reader, Theme)


def things(session: Session, reader: Reader) -> tuple[SubjectRow, ...]:
    """Vehicles, phones and online accounts the reader may know of."""
    return (
        *_rows(session, reader, Vehicle, Vehicle.make, Vehicle.colour),
        *_rows(session, reader, Phone, Phone.network, Phone.line_name),
        *_rows(session, reader, OnlineAccount, OnlineAccount.platform, OnlineAccount.display_name),
    )


def _rows(
    session: Session, reader: Reader, kind: type[Subject], *detail: Any
) -> tuple[SubjectRow, ...]:
    rows = session.execute(
        select(kind.id, kind.kind, kind.label, kind.closed_on, *detail)
        .where(knowable(reader, kind.id))
        .order_by(kind.label, kind.id)
    )
    lead = leads(session)
    names = aliases_by_subject(session, kind, lead)
    return tuple(
        SubjectRow(
            subject_id,
            of_kind,
            label,
            label,
            None,
            " · ".join(filter(None, (*said, "closed" if closed else ""))),
            names.get(subject_id, ()),
            bool(closed),
        )
        for subject_id, of_kind, label, closed, *said in filled(map(tuple, rows), lead, FIXED)
    )


def place(session: Session, reader: Reader, subject_id: int) -> PlaceRecord:
    """The page of a place, group, theme or thing; Refusal where it is none of these."""
    ids = check_knowable(session, reader, subject_id)
    family = joined(session, Subject, ids)
    one = family.records[0]
    if one.kind in ("child", "person_of_concern"):
        raise Refusal(NOT_THERE)
    labels = {field: label for field, label in LABELS.items() if hasattr(one, field)}

    def of(*names: str) -> Any:
        """The first of these columns that this kind has and that is filled in."""
        found = (family.value(name) for name in names if hasattr(one, name))
        return next((value for value in found if value is not None), None)

    return PlaceRecord(
        id=one.id,
        uuid=one.uuid,
        kind=one.kind,
        name=one.label,
        type=of("place_type", "group_type", "platform", "make", "network"),
        district=of("district"),
        address=of("address"),
        postcode=of("postcode"),
        what_happens=of("what_happens", "assessment", "description"),
        guardians=of("guardians"),
        assessment_status=of("assessment_status"),
        adopted_on=of("adopted_on"),
        review_on=of("review_on"),
        closed_on=one.closed_on,
        links=links_of(session, reader, ids[0]),
        also_said=family.also(labels),
        ward=of("ward"),
        map_reference=of("map_reference"),
        latitude=of("latitude"),
        longitude=of("longitude"),
    )
