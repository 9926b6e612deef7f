"""What on record names a place: missing episodes, return interviews and information lines."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import and_, case, or_, select
from sqlalchemy.orm import Session

from models.entities import (
    Alias,
    Child,
    InformationLine,
    Meeting,
    MissingEpisode,
    Place,
    ReturnInterview,
    Subject,
)
from models.marks import SubjectKind
from models.queries.knowable import knowable, leads
from models.queries.once import once
from models.queries.visible import visible_to
from models.records.incidents import Incident, IncidentKind
from models.records.reader import Reader
from models.rules.addresses import postcode_key
from models.rules.naming_places import PlaceNames, street_of


class Told(NamedTuple):
    """Texts of one row that may name a place, and what is said where they do."""

    kind: IncidentKind
    row_id: int
    day: date | None
    at: datetime | None
    texts: tuple[str | None, ...]
    subject: tuple[int | None, str, str]
    about: int | None = None


@once
def incidents(
    session: Session, reader: Reader, place_id: int | None = None
) -> tuple[Incident, ...]:
    """What names a place, or this one, as far as the reader may see it, the latest first.

    A return interview that says what its episode says already does not count again.
    """
    lead = leads(session)
    names = _names(session, reader, lead)
    told = (*_episodes(session, reader), *_interviews(session, reader), *_lines(session, reader))
    found: dict[tuple[int, object], Incident] = {}
    for one in told:
        places = names.named_in(*one.texts)
        if one.about is not None:
            places.add(lead.get(one.about, one.about))
        for place in places if place_id is None else places & {place_id}:
            found.setdefault((place, _once(one)), _incident(place, one, lead))
    return tuple(sorted(found.values(), key=lambda one: one.day or date.min, reverse=True))


def _names(session: Session, reader: Reader, lead: Mapping[int, int]) -> PlaceNames:
    """Of all places, also where one is asked for: a longer name of another is no name of it."""
    rows = session.execute(
        select(Place.id, Place.label, Place.address, Place.postcode).where(
            knowable(reader, Place.id)
        )
    ).all()
    others = session.execute(
        select(Alias.subject_id, Alias.name).where(Alias.subject_id.in_(select(Place.id)))
    ).all()
    known = {row[0] for row in rows}
    named: list[tuple[int, str]] = [(row[0], row[1]) for row in rows]
    named += [(place, name) for place, name in others]
    named += [(row[0], street) for row in rows if (street := street_of(row[2]))]
    shared = Counter(postcode_key(row[3]) for row in rows if row[3])
    named += [(row[0], row[3]) for row in rows if row[3] and shared[postcode_key(row[3])] == 1]
    return PlaceNames((lead.get(one, one), name) for one, name in named if one in known)


def _once(one: Told) -> object:
    """What makes two rows one incident: an interview is of its episode."""
    return (IncidentKind.LINE, one.row_id) if one.kind is IncidentKind.LINE else one.row_id


def _incident(place: int, one: Told, lead: Mapping[int, int]) -> Incident:
    text = "; ".join(dict.fromkeys(filter(None, one.texts)))
    return Incident(place, one.kind, one.row_id, one.day, one.at, text, *_subject(place, one, lead))


def _subject(place: int, one: Told, lead: Mapping[int, int]) -> tuple[int | None, str, str]:
    subject_id, kind, label = one.subject
    stands = lead.get(subject_id, subject_id) if subject_id is not None else None
    return (None, "", "") if stands == place else (stands, kind, label)


def _episodes(session: Session, reader: Reader) -> Iterator[Told]:
    """Children found at a place: the hour is when they were found, else when they were missed."""
    one = MissingEpisode
    rows: Iterable[Any] = session.execute(
        select(one.id, _at(one.reported_at, one.reported_by_day), one.reported_at,
               _at(one.returned_at, one.returned_by_day), one.returned_at, one.found_where,
               one.found_with, one.harm, one.child_id, Child.label)
        .join(Child, Child.id == one.child_id)
        .where(knowable(reader, one.child_id))
    )  # fmt: skip
    for row_id, missed, reported, found, returned, *texts, child_id, label in rows:
        if any(texts):
            day, at = returned or reported, found if returned else missed
            yield Told(IncidentKind.EPISODE, row_id, day and day.date(), at, tuple(texts),
                       (child_id, SubjectKind.CHILD.value, label))  # fmt: skip


def _at(moment: Any, by_day: Any) -> Any:
    """The moment in SQL, or nothing where its hour is not known."""
    return case((by_day.is_(True), None), else_=moment)


def _interviews(session: Session, reader: Reader) -> Iterator[Told]:
    """What a child told of a place; the hour is when the child was missed."""
    one, episode = ReturnInterview, MissingEpisode
    rows: Iterable[Any] = session.execute(
        select(episode.id, _at(episode.reported_at, episode.reported_by_day), episode.reported_at,
               one.conducted_at, one.learned, one.push_factors, one.pull_factors, episode.child_id,
               Child.label)
        .join(episode, episode.id == one.episode_id)
        .join(Child, Child.id == episode.child_id)
        .where(knowable(reader, episode.child_id),
               or_(one.learned.is_not(None), one.push_factors.is_not(None),
                   one.pull_factors.is_not(None)))
    )  # fmt: skip
    for row_id, missed, reported, conducted, *texts, child_id, label in rows:
        day = reported or conducted
        yield Told(IncidentKind.INTERVIEW, row_id, day and day.date(), missed, tuple(texts),
                   (child_id, SubjectKind.CHILD.value, label))  # fmt: skip


def _lines(session: Session, reader: Reader) -> Iterator[Told]:
    """Lines of returns and of the room; most tell a day and no hour."""
    one = InformationLine
    rows: Iterable[Any] = session.execute(
        select(one.id, one.information_date, one.said_at, Meeting.held_on, one.text,
               one.subject_id, Subject.kind, Subject.label)
        .outerjoin(Meeting, Meeting.id == one.meeting_id)
        .outerjoin(Subject, Subject.id == one.subject_id)
        .where(visible_to(reader, one), one.withdrawn.is_(False), one.text.is_not(None),
               or_(one.subject_id.is_(None),
                   and_(one.subject_id.is_not(None), knowable(reader, one.subject_id))))
    )  # fmt: skip
    for row_id, told, said, held, text, subject_id, kind, label in rows:
        day = told or (said.date() if said else held)
        about = subject_id if kind == SubjectKind.PLACE else None
        yield Told(IncidentKind.LINE, row_id, day, None, (text,),
                   (subject_id, kind or "", label or ""), about)  # fmt: skip
