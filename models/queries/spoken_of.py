"""Of which children a meeting's papers speak, so that each part of their names is initials."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Action, AgendaItem, Alias, Link, Meeting, Referral, Subject
from models.marks import SubjectKind
from models.queries.free_texts import NARRATIVE
from models.queries.knowable import all_records_of
from models.queries.once import once
from models.queries.overdue import OPEN
from models.queries.tiers import of_meeting
from models.queries.until_renamed import until_renamed
from models.records.masks import Spoken
from models.records.reader import Reader
from models.remembering import remembered
from models.rules.name_parts import spoken
from models.rules.names import UNNAMED
from models.rules.nicknames import with_nicknames

CALLED, TOLD = "children spoken of", Referral.__tablename__


@once
def spoken_of(session: Session, reader: Reader, meeting_id: int) -> tuple[Spoken, ...]:
    """Children on this agenda, on the last one and on those of open actions, and linked children.

    Like the mask of everybody it gives out no name: only initials for one that a text holds. What
    a referral calls one of them beside the surname is known too.
    """
    tonight = frozenset(_subjects(session, {meeting_id}))
    ids = _agreed_of(session, meeting_id) | tonight
    if linked := linked_with(session, tonight) - ids:
        ids |= _children(session, linked)
    return spoken_among(session, frozenset(one for one in ids if one is not None))


@once
def spoken_around(session: Session, reader: Reader, subject_id: int) -> tuple[Spoken, ...]:
    """The children who are linked with somebody or with a place, and it itself where it is one.

    As of a meeting: it gives out no name, and knows of links that the reader may not see.
    """
    ids = frozenset(all_records_of(session, subject_id))
    around = linked_with(session, ids) | ids
    return spoken_among(session, frozenset(one for one in around if one is not None))


def spoken_among(session: Session, ids: frozenset[int]) -> tuple[Spoken, ...]:
    """The children among these by all that they are called, in referrals beside the surname too."""
    return until_renamed(session, CALLED, ids, lambda: _called(session, ids), (TOLD,))


# Told by other tables than the links: one that is kept has this stand.
@once
def _agreed_of(session: Session, meeting_id: int) -> frozenset[int | None]:
    """Who was on the last agenda or is on that of an open action, or whom one is about."""
    ids = set(session.scalars(select(Action.subject_id).where(Action.status.in_(OPEN))))
    return frozenset(ids | _subjects(session, _meetings(session, meeting_id)))


def _called(session: Session, ids: frozenset[int]) -> tuple[Spoken, ...]:
    """The children among these by all that they are called."""
    rows = session.execute(
        select(Subject.id, Subject.label)
        .where(Subject.id.in_(ids), Subject.kind == SubjectKind.CHILD.value)
        .where(Subject.label != UNNAMED)
        .order_by(Subject.id)
    ).all()
    called: dict[int, list[str]] = {one: [] for one, _ in rows}
    aliases = select(Alias.subject_id, Alias.name).where(Alias.subject_id.in_(called))
    for one, name in session.execute(aliases.order_by(Alias.id)):
        called[one].append(name)
    known = tuple(_spoken(one, label, tuple(called[one])) for one, label in rows)
    return with_nicknames(known, _told(session, called))


@remembered(65536)
def _spoken(subject_id: int, label: str, aliases: tuple[str, ...]) -> Spoken:
    return replace(spoken(label, aliases), subject_id=subject_id)


def _told(session: Session, subject_ids: Collection[int | None]) -> Iterable[str]:
    """What the referrals of these say in words."""
    asked = select(*NARRATIVE).where(Referral.subject_id.in_(subject_ids))
    return (text for row in session.execute(asked) for text in row if text)


def _meetings(session: Session, meeting_id: int) -> set[int]:
    """The meeting before, and those from which an action is still open."""
    held_on = select(Meeting.held_on).where(Meeting.id == meeting_id).scalar_subquery()
    tier = of_meeting(meeting_id).scalar_subquery()
    earlier = select(Meeting.id).where(Meeting.held_on < held_on, Meeting.series_id == tier)
    before = earlier.order_by(Meeting.held_on.desc())
    agreed = (
        select(AgendaItem.meeting_id)
        .join(Action, Action.item_id == AgendaItem.id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(Action.status.in_(OPEN), Meeting.series_id == tier)
    )
    return {*session.scalars(before.limit(1)), *session.scalars(agreed.distinct())}


def _subjects(session: Session, meeting_ids: Iterable[int]) -> set[int | None]:
    asked = select(AgendaItem.subject_id).where(
        AgendaItem.meeting_id.in_(meeting_ids), AgendaItem.removed.is_(False)
    )
    return set(session.scalars(asked))


def _children(session: Session, ids: Collection[int | None]) -> set[int]:
    """The children among these: a place that is linked changes nothing here."""
    asked = select(Subject.id).where(Subject.id.in_(ids), Subject.kind == SubjectKind.CHILD.value)
    return set(session.scalars(asked))


def linked_with(session: Session, ids: Collection[int | None]) -> set[int | None]:
    """Both ends of every link that leads to or from one of these."""
    pairs = session.execute(
        select(Link.from_id, Link.to_id).where(Link.from_id.in_(ids) | Link.to_id.in_(ids))
    )
    return {one for pair in pairs for one in pair}
