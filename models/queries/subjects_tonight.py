"""Who and what a meeting speaks of: its subjects, whoever they are linked to, and their things."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import AgendaItem, Alias, Child, Link, Subject
from models.marks import SubjectKind
from models.queries.knowable import may_know_of
from models.queries.once import once
from models.queries.prepared import for_reader
from models.queries.reach import born_and_held
from models.queries.running_order import references
from models.queries.visible import visible_to
from models.records.reader import Reader
from models.rules.capture import SubjectRef

THINGS = {"vehicle", "phone", "online_account"}
SPOKEN_OF = {kind.value for kind in SubjectKind} - THINGS
_child = Child.__table__
_IDS: BindParameter[int] = bindparam("ids", expanding=True)
_KNOWN: Select[*tuple[Any, ...]] = (
    select(
        Subject.id,
        Subject.label,
        Subject.kind,
        _child.c.system_id,
        _child.c.lead_member_id,
        _child.c.gender,
    )
    .outerjoin(_child, _child.c.id == Subject.id)
    .where(Subject.id.in_(_IDS), Subject.kind.in_(SPOKEN_OF))
    .order_by(Subject.id)
)
_THINGS = (
    select(Subject.id, Subject.label, Subject.kind)
    .where(Subject.id.in_(_IDS), Subject.kind.in_(THINGS))
    .order_by(Subject.id)
)
_ALIASES = select(Alias.subject_id, Alias.name).where(Alias.subject_id.in_(_IDS)).order_by(Alias.id)
CALLED = {"male": "he", "trans_male": "he", "female": "she", "trans_female": "she"}


@once
def subjects_tonight(session: Session, reader: Reader, meeting_id: int) -> tuple[SubjectRef, ...]:
    """Tonight's subjects and whoever they are linked to."""
    tonight = _on_agenda(session, meeting_id)
    ids = {one for one, _ in tonight}
    near = _linked_to(session, reader, ids)
    wanted = _own(session, reader, (ids | near) - reader.conflicted_subjects)
    return _refs(session, reader, frozenset(wanted), tonight)


@once
def _on_agenda(session: Session, meeting_id: int) -> tuple[tuple[int, str], ...]:
    """Each subject of a meeting, with the reference of its last item there."""
    names = references(session, meeting_id)
    items = session.execute(
        select(AgendaItem.id, AgendaItem.subject_id).where(
            AgendaItem.meeting_id == meeting_id, AgendaItem.removed.is_(False)
        )
    )
    return tuple({subject: names.get(one, "") for one, subject in items if subject}.items())


# Told by other tables than the links: one that is kept between people known has this stand.
@once
def _refs(
    session: Session, reader: Reader, ids: frozenset[int], tonight: tuple[tuple[int, str], ...]
) -> tuple[SubjectRef, ...]:
    """These people, places and groups by all that is known of them in the room."""
    referred = dict(tonight)
    aliases, held = _aliases(session, ids), born_and_held(session, reader, ids)
    return tuple(
        SubjectRef(
            one,
            label,
            SubjectKind(kind),
            aliases.get(one, ()),
            referred.get(one, ""),
            system_id or "",
            lead,
            *held.get(one, (None, None)),
            _called(gender),
        )
        for one, label, kind, system_id, lead, gender in session.execute(_KNOWN, {"ids": list(ids)})
    )


@once
def things_near(
    session: Session, reader: Reader, subjects: tuple[SubjectRef, ...]
) -> tuple[SubjectRef, ...]:
    """What those spoken of are linked to and is no subject of a meeting: cars, phones, accounts."""
    near = {one.id for one in subjects}
    linked = _own(session, reader, _linked_to(session, reader, near) - near)
    rows = session.execute(_THINGS, {"ids": list(linked)})
    return tuple(SubjectRef(one, label, SubjectKind(kind)) for one, label, kind in rows)


def _called(gender: str | None) -> str:
    """ "he" or "she" where the record tells which."""
    row = codes.recognise("genders", gender)
    return CALLED.get(row.code, "") if row else ""


def _own(session: Session, reader: Reader, ids: set[int]) -> set[int]:
    """Those of these that a reader of single tiers knows; every other reader knows them all."""
    if reader.register:
        return ids
    return set(filter(may_know_of(session, reader), ids))


def _linked_to(session: Session, reader: Reader, ids: set[int]) -> set[int]:
    """Both ends of every link that leads to or from one of these."""
    pairs = session.execute(_ends(reader), {"ids": list(ids)})
    return {one for pair in pairs for one in pair}


@for_reader
def _ends(reader: Reader) -> Select[int, int]:
    """The ends of every link at one of the ids it is asked with."""
    return select(Link.from_id, Link.to_id).where(
        visible_to(reader, Link), Link.from_id.in_(_IDS) | Link.to_id.in_(_IDS)
    )


def _aliases(session: Session, ids: Collection[int]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for subject, name in session.execute(_ALIASES, {"ids": list(ids)}):
        found[subject] = (*found.get(subject, ()), name)
    return found
