"""Whose hands a file is in: the first user of a new one, whoever's passphrase opened another."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Member, User
from models.marks import Role
from models.queries.panel import users
from models.records.panel import UserRecord
from models.records.reader import system
from models.services.signed_in import Person
from models.storage.store import Store


def first_user(store: Store, name: str) -> Person:
    """The first user of a new file: its administrator."""
    with store.work("add_user", "Add the first user", barrier=True) as session:
        slot = store.file.keys.slot if store.file else None
        user = User(name=name, role=Role.ADMINISTRATOR.value, slot=slot)
        user.created_at = store.clock.now()
        session.add(user)
        session.flush()
        return Person(user.id, user.name, Role(user.role))


def who_signed_in(store: Store) -> Person:
    """Whose passphrase opened the file; with the recovery key the first administrator."""
    slot = store.file.keys.slot if store.file else None
    with store.reading() as session:
        user = None
        if slot is not None:
            user = session.scalars(select(User).where(User.slot == slot, User.active)).first()
        if user is None:
            administrators = select(User).where(User.role == Role.ADMINISTRATOR.value, User.active)
            user = session.scalars(administrators.order_by(User.id)).first()
        if user is None:
            return Person(None, "", Role.ADMINISTRATOR)
        return _person(session, user)


def others(store: Store, user_id: int | None) -> tuple[UserRecord, ...]:
    """Everyone else who may sign in, in the order in which they were added."""
    with store.reading() as session:
        every = users(session, system(store.clock.now()))
        return tuple(one for one in every if one.active and one.id != user_id)


def takes_seat(store: Store, user_id: int) -> Person:
    """Another of a rehearsal's people, at the beginning of a sitting of their own."""
    store.sit_anew(user_id)
    with store.reading() as session:
        return _person(session, session.get_one(User, user_id))


def _person(session: Session, user: User) -> Person:
    agency = (
        session.scalar(select(Member.agency_id).where(Member.id == user.member_id))
        if user.member_id
        else None
    )
    return Person(user.id, user.name, Role(user.role), user.member_id, agency)
