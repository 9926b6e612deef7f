"""The second person who agrees to letting go: another user, or a member by name."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.entities import Member, User
from models.errors import Refusal
from models.rules import closing
from models.services.signed_in import Person


def check_agreed(session: Session, person: Person, reason: str, second_person: str | None) -> None:
    """Raises Refusal without a reason, or a second person who is not the one recording."""
    name = (second_person or "").strip()
    check_known(session, name)
    users = set(session.scalars(_named(User, name)))
    members = set(session.scalars(_named(Member, name)))
    own = {person.member_id} if person.member_id else set()
    if name.casefold() == person.name.casefold():
        users.add(person.user_id or 0)
    entry = closing.LettingGo(
        reason,
        person.user_id or 0,
        agreed_by=min(users, default=None),
        member_agreeing=min(members, default=None),
        recorder_member=min(own, default=None),
    )
    closing.check_letting_go(entry, members)


def check_known(session: Session, name: str) -> None:
    """Raises Refusal for words that are no user's and no member's name."""
    found = (session.scalars(_named(kind, name)).first() for kind in (User, Member))
    if name and not any(found):
        raise Refusal("The second person must be a user or a member, by name.", "second_person")


def _named(kind: type[User] | type[Member], name: str) -> Any:
    return select(kind.id).where(func.lower(kind.name) == name.lower(), kind.active)
