"""What happens at a place: who is met there, when, how often, and what is in force."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from models.entities import Measure, Place
from models.errors import Refusal
from models.marks import SubjectKind
from models.queries.disruption import select_measures
from models.queries.incidents import incidents
from models.queries.joined import joined
from models.queries.knowable import NOT_THERE, check_knowable
from models.queries.labels import labels_of
from models.queries.links import links_of
from models.records.incidents import AtPlace, Incident, PlaceFigures
from models.records.outcomes import MeasureRow
from models.records.reader import Reader
from models.rules.links import said_with_doubt
from models.rules.naming_places import PlaceNames
from models.rules.times_of_week import week


def place_figures(session: Session, reader: Reader, place_id: int) -> PlaceFigures:
    """What a place's page shows of what happens there; Refusal where it is no place."""
    ids = check_knowable(session, reader, place_id)
    if not joined(session, Place, ids).records:
        raise Refusal(NOT_THERE)
    found = incidents(session, reader, ids[0])
    met = _met(session, reader, ids[0], found)
    moments = [one.at for one in found if one.at is not None]
    taken = _measures(session, reader, ids)
    return PlaceFigures(
        tuple(one for one in met if one.kind == SubjectKind.CHILD),
        tuple(one for one in met if one.kind == SubjectKind.PERSON),
        found,
        week(moments),
        len(found) - len(moments),
        tuple(one for one in taken if "in force" in one.stands),
        taken,
    )


def _met(
    session: Session, reader: Reader, place_id: int, found: Iterable[Incident]
) -> list[AtPlace]:
    """Children and persons linked to the place, or whom an incident there is about; most first."""
    by_id: dict[int, dict[str, Any]] = {}
    for one in found:
        if one.subject_id is not None:
            row = by_id.setdefault(
                one.subject_id,
                {"kind": one.subject_kind, "label": one.subject_label, "times": 0, "last": one.day},
            )
            row["times"] += 1
    for link in links_of(session, reader, place_id):
        row = by_id.setdefault(
            link.other_id, {"kind": link.other_kind, "label": link.other_label,
                            "last": link.last_seen or link.first_seen}
        )  # fmt: skip
        row["linked"] = ", ".join(filter(None, (row.get("linked"), said_with_doubt(link))))
    names = labels_of(session, by_id)
    rows = [AtPlace(one, **{**said, "label": names[one]}) for one, said in by_id.items()]
    return sorted(rows, key=lambda one: (-one.times, one.label))


def _measures(session: Session, reader: Reader, ids: tuple[int, ...]) -> tuple[MeasureRow, ...]:
    """Measures of the place, and those whose own words name it."""
    names = session.scalars(select(Place.label).where(Place.id.in_(ids)))
    named = PlaceNames((ids[0], name) for name in names)
    free = and_(Measure.subject_id.is_(None), Measure.against.is_not(None))
    rows = select_measures(session, reader, or_(Measure.subject_id.in_(ids), free))
    return tuple(one for one in rows if one.subject_id in ids or named.named_in(one.against))
