"""Several subjects over time, side by side, as far as the reader may see what happened to each."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import (
    Action,
    ActionSubject,
    AgendaItem,
    Child,
    DisruptionPlan,
    InformationLine,
    Measure,
    Meeting,
    MissingEpisode,
    ProtectedChild,
    Subject,
)
from models.marks import PEOPLE, Sharing
from models.queries.groups import MEMBER, members
from models.queries.history import happened
from models.queries.knowable import all_records_of, check_knowable, families, leads, may_know_of
from models.queries.links import links_of
from models.queries.links_over_time import links_told, said_on
from models.queries.short_labels import short_label
from models.queries.together import About, Ids, foresee
from models.queries.visible import takes_part, visible_to
from models.records.reader import Reader
from models.records.subjects import LinkRecord, SubjectRow
from models.records.timeline import Happening, Mark, TimelineRow
from models.rules.day_words import short

MOST = 60
"""How many subjects are read beside one another at most."""
MARKS = {
    "assessment": Mark.ASSESSMENT,
    "nrm": Mark.ASSESSMENT,
    "interview": Mark.CONTACT,
    "meeting": Mark.MEETING,
    "triage": Mark.MEETING,
    "action": Mark.ACTION,
    "recommendation": Mark.ACTION,
    "disruption": Mark.MEASURE,
}
"""Kinds of a history by their mark; any other is other. Episodes have their own length."""


def timeline(
    session: Session, reader: Reader, subject_ids: Sequence[int]
) -> tuple[TimelineRow, ...]:
    """A row for each of these subjects that the reader may know of, in the order given."""
    asked = _known(session, reader, subject_ids)[:MOST]
    lead = families(session, tuple(asked))
    foresee(session, About.SUBJECT, asked)
    found: dict[int, set[Happening]] = {one: set() for one in asked}
    for one in _happenings(session, reader, lead, asked):
        found[one.subject_id].add(one)
    return tuple(
        TimelineRow(
            _subject(session, one),
            tuple(sorted(found[one], key=lambda each: (each.at, each.mark, each.text))),
            session.get_one(Subject, one).closed_on,
        )
        for one in asked
    )


def beside(session: Session, reader: Reader, subject_id: int) -> tuple[int, ...]:
    """A subject with the people linked to it: a child's associates, a group's members.

    After those linked with a child or person themselves come the other members of their groups.
    Of a place or a group the subject itself comes last: what happened to people leads.
    """
    own, *_ = check_knowable(session, reader, subject_id)
    links = links_of(session, reader, own)
    linked = _people(links)
    if session.get_one(Subject, own).kind not in PEOPLE:
        return (*linked, own)
    belongs = codes.relation_wording(MEMBER, True)
    groups = dict.fromkeys(one.other_id for one in links if one.relation == belongs)
    with_it = (
        one.subject_id
        for group in groups
        for one in members(session, reader, check_knowable(session, reader, group))
    )
    return tuple(dict.fromkeys((own, *linked, *with_it)))


def _people(links: Iterable[LinkRecord]) -> tuple[int, ...]:
    """Children first, then persons of concern, each by name."""
    order = {kind: at for at, kind in enumerate(PEOPLE)}
    found = {(order[one.other_kind], one.other_label, one.other_id) for one in links
             if one.other_kind in order}  # fmt: skip
    return tuple(one for *_, one in sorted(found))


def on_agenda(session: Session, reader: Reader, meeting_id: int) -> tuple[int, ...]:
    """The subjects of a meeting's items, in the order in which they were put on it."""
    rows = session.scalars(
        select(AgendaItem.subject_id)
        .where(
            AgendaItem.meeting_id == meeting_id,
            AgendaItem.removed.is_(False),
            AgendaItem.subject_id.is_not(None),
            takes_part(reader, AgendaItem.id, AgendaItem.subject_id),
        )
        .order_by(AgendaItem.section, AgendaItem.position, AgendaItem.id)
    )
    return tuple(_known(session, reader, (one for one in rows if one is not None)))


def _known(session: Session, reader: Reader, asked: Iterable[int]) -> list[int]:
    """The records that stand for these, each once, without those the reader may not know of."""
    folded, knows = leads(session), may_know_of(session, reader)
    lead = dict.fromkeys(folded.get(one, one) for one in asked)
    there = set(session.scalars(select(Subject.id).where(Subject.id.in_(tuple(lead)))))
    return [one for one in lead if one in there and knows(one)]


def _happenings(
    session: Session, reader: Reader, lead: dict[int, int], asked: Ids | list[int]
) -> Iterator[Happening]:
    ids = tuple(lead)
    for owner, at, kind, text in happened(session, reader, ids):
        if at is not None and owner is not None and kind != "missing":
            yield Happening(lead[owner], MARKS.get(kind, Mark.OTHER), _day(at), text)
    yield from _episodes(session, lead)
    yield from _lines(session, reader, lead)
    yield from _in_force(session, reader, lead)
    yield from _also_about(session, reader, lead)
    for one in asked:
        yield from _contacts(session, reader, one)


def _episodes(session: Session, lead: dict[int, int]) -> Iterator[Happening]:
    rows = session.scalars(
        select(MissingEpisode).where(
            MissingEpisode.child_id.in_(tuple(lead)), MissingEpisode.reported_at.is_not(None)
        )
    )
    for one in rows:
        if one.reported_at is None:
            continue
        back = one.returned_at
        at = "" if one.returned_by_day or not back else f", {back:%H:%M}"
        told = f"back {short(back)}{at}" if back else "not known to be back"
        yield Happening(
            lead[one.child_id],
            Mark.EPISODE,
            one.reported_at.date(),
            f"{one.kind.capitalize()}, {told}",
            back.date() if back else None,
            lasts=back is None,
        )


def _lines(session: Session, reader: Reader, lead: dict[int, int]) -> Iterator[Happening]:
    """What agencies told of a subject, on the day of which they told it."""
    one = InformationLine
    rows = session.execute(
        select(one.subject_id, one.information_date, one.said_at, Meeting.held_on, one.text,
               one.information)
        .outerjoin(Meeting, Meeting.id == one.meeting_id)
        .where(
            one.subject_id.in_(tuple(lead)),
            visible_to(reader, one),
            one.sharing != Sharing.NOT_SHARED.value,
            one.withdrawn.is_(False),
            one.text.is_not(None),
        )
    )  # fmt: skip
    for owner, told, said, held, text, kind in rows:
        day: date | datetime | None = told or said or held
        if day is not None and owner is not None:
            yield Happening(lead[owner], Mark.INCIDENT, _day(day), f"{kind.capitalize()}: {text}")


def _in_force(session: Session, reader: Reader, lead: dict[int, int]) -> Iterator[Happening]:
    rows = session.scalars(
        select(Measure).where(
            Measure.subject_id.in_(tuple(lead)),
            Measure.in_force_from.is_not(None),
            visible_to(reader, Measure),
        )
    )
    for one in rows:
        if one.in_force_from is not None and one.subject_id is not None:
            yield Happening(lead[one.subject_id], Mark.MEASURE, one.in_force_from,
                            f"{one.name} in force", one.in_force_to,
                            lasts=one.in_force_to is None)  # fmt: skip


def _also_about(session: Session, reader: Reader, lead: dict[int, int]) -> Iterator[Happening]:
    """Actions that are about a child among others, and measures that should make it safer."""
    ids = tuple(lead)
    actions = session.execute(
        select(ActionSubject.subject_id, ActionSubject.part_text, Action)
        .join(Action, Action.id == ActionSubject.action_id)
        .where(
            ActionSubject.subject_id.in_(ids),
            Action.made_on.is_not(None),
            visible_to(reader, Action),
        )
    )
    for owner, part, one in actions:
        if one.made_on is not None:
            said = f"Action {one.reference}: {part or one.text}"
            yield Happening(lead[owner], Mark.ACTION, one.made_on, said)
    measures = session.execute(
        select(ProtectedChild.child_id, Measure)
        .join(Measure, Measure.plan_id == ProtectedChild.plan_id)
        .join(DisruptionPlan, DisruptionPlan.id == ProtectedChild.plan_id)
        .where(
            visible_to(reader, DisruptionPlan),
            ProtectedChild.child_id.in_(ids),
            Measure.made_on.is_not(None),
            visible_to(reader, Measure),
        )
    )
    for owner, each in measures:
        if each.made_on is not None:
            said = f"To protect: {each.name}, {each.status}"
            yield Happening(lead[owner], Mark.MEASURE, each.made_on, said)


def _contacts(session: Session, reader: Reader, subject_id: int) -> Iterator[Happening]:
    """Days on which a link was seen, put on record and changed, each with what it said then.

    That two were seen so is no contact with an agency or of a worker: it counts to no cluster.
    """
    links, own = links_of(session, reader, subject_id), all_records_of(session, subject_id)
    for one, told in links_told(session, reader, links, own):
        for day in dict.fromkeys((one.first_seen, one.last_seen)):
            if day is not None:
                yield Happening(subject_id, Mark.OTHER, day, f"Seen: {said_on(told, day)}")
        if one.recorded_on is not None:
            first = f"Link recorded: {told[0].words}"
            yield Happening(subject_id, Mark.OTHER, one.recorded_on, first)
        for later in told[1:]:
            said = f"Link changed: {later.words}"
            yield Happening(subject_id, Mark.OTHER, later.since, said)


def _subject(session: Session, subject_id: int) -> SubjectRow:
    one = session.get_one(Subject, subject_id)
    number = None
    for each in all_records_of(session, subject_id):
        found = session.get(Subject, each)
        number = number or (found.system_id if isinstance(found, Child) else None)
    return SubjectRow(
        one.id, one.kind, one.label, short_label(session, one.kind, one.label), number
    )


def _day(at: date | datetime) -> date:
    return at.date() if isinstance(at, datetime) else at
