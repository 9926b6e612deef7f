"""The second person who agrees to letting go: another user, or a member by name."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Member, User
from models.errors import Refusal
from models.rules import closing
from models.rules.names import plain
from models.services.signed_in import Person


def check_agreed(session: Session, person: Person, reason: str, second_person: str | None) -> None:
    """Raises Refusal without a reason, or a second person who is not the one recording."""
    name = (second_person or "").strip()
    users, members = check_known(session, name)
    own = {person.member_id} if person.member_id else set()
    if plain(name) == plain(person.name):
        users.add(person.user_id or 0)
    entry = closing.LettingGo(
        reason,
        person.user_id or 0,
        agreed_by=min(users, default=None),
        member_agreeing=min(members, default=None),
        recorder_member=min(own, default=None),
    )
    closing.check_letting_go(entry, members)


def check_known(session: Session, name: str) -> tuple[set[int], set[int]]:
    """The users and the members of a name; Refusal for words that are nobody's name."""
    users, members = _named(session, User, name), _named(session, Member, name)
    if name and not (users or members):
        raise Refusal("The second person must be a user or a member, by name.", "second_person")
    return users, members


def _named(session: Session, kind: type[User] | type[Member], name: str) -> set[int]:
    wanted = plain(name)
    rows = session.execute(select(kind.id, kind.name).where(kind.active)) if wanted else ()
    return {one for one, called in rows if plain(called) == wanted}
