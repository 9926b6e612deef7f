"""Who and what a meeting speaks of: its subjects, whoever they are linked to, and their things."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import AgendaItem, Alias, Child, Link, Subject
from models.marks import SubjectKind
from models.queries.knowable import may_know_of
from models.queries.once import once
from models.queries.reach import born_and_held
from models.queries.running_order import references
from models.queries.visible import visible_to
from models.records.reader import Reader
from models.rules.capture import SubjectRef

THINGS = {"vehicle", "phone", "online_account"}
SPOKEN_OF = {kind.value for kind in SubjectKind} - THINGS
_child = Child.__table__
CALLED = {"male": "he", "trans_male": "he", "female": "she", "trans_female": "she"}


@once
def subjects_tonight(session: Session, reader: Reader, meeting_id: int) -> tuple[SubjectRef, ...]:
    """Tonight's subjects and whoever they are linked to."""
    names = references(session, meeting_id)
    tonight = {
        subject: names.get(item_id, "")
        for item_id, subject in session.execute(
            select(AgendaItem.id, AgendaItem.subject_id).where(
                AgendaItem.meeting_id == meeting_id, AgendaItem.removed.is_(False)
            )
        )
        if subject
    }
    near = _linked_to(session, reader, set(tonight))
    wanted = _own(session, reader, (set(tonight) | near) - reader.conflicted_subjects)
    aliases, held = _aliases(session, wanted), born_and_held(session, reader, wanted)
    rows = session.execute(
        select(
            Subject.id,
            Subject.label,
            Subject.kind,
            _child.c.system_id,
            _child.c.lead_member_id,
            _child.c.gender,
        )
        .outerjoin(_child, _child.c.id == Subject.id)
        .where(Subject.id.in_(wanted), Subject.kind.in_(SPOKEN_OF))
        .order_by(Subject.id)
    )
    return tuple(
        SubjectRef(
            one,
            label,
            SubjectKind(kind),
            aliases.get(one, ()),
            tonight.get(one, ""),
            system_id or "",
            lead,
            *held.get(one, (None, None)),
            _called(gender),
        )
        for one, label, kind, system_id, lead, gender in rows
    )


@once
def things_near(
    session: Session, reader: Reader, subjects: tuple[SubjectRef, ...]
) -> tuple[SubjectRef, ...]:
    """What those spoken of are linked to and is no subject of a meeting: cars, phones, accounts."""
    near = {one.id for one in subjects}
    linked = _own(session, reader, _linked_to(session, reader, near) - near)
    rows = session.execute(
        select(Subject.id, Subject.label, Subject.kind)
        .where(Subject.id.in_(linked), Subject.kind.in_(THINGS))
        .order_by(Subject.id)
    )
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
    pairs = session.execute(
        select(Link.from_id, Link.to_id).where(
            visible_to(reader, Link), Link.from_id.in_(ids) | Link.to_id.in_(ids)
        )
    )
    return {one for pair in pairs for one in pair}


def _aliases(session: Session, ids: set[int]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    rows = session.execute(
        select(Alias.subject_id, Alias.name).where(Alias.subject_id.in_(ids)).order_by(Alias.id)
    )
    for subject, name in rows:
        found[subject] = (*found.get(subject, ()), name)
    return found
