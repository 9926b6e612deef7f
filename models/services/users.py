"""Who may sign in: users with their roles and key slots."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.entities import User
from models.errors import Refusal
from models.marks import Role
from models.services.signed_in import Service
from models.storage.rekeying import rekey
from models.storage.sealing import Cost


class UserService(Service):
    """People who sign in, their roles and their ways into the file."""

    def add(
        self,
        name: str,
        role: Role,
        passphrase: str | None = None,
        member_id: int | None = None,
        cost: Cost | None = None,
    ) -> int:
        """Someone who may sign in, with a key slot of their own; gives the id.

        Only those who may see everything get a slot in a single file: a passphrase opens all of
        it to another tool, and real separation needs a server.
        """
        self._check("manage_roles")
        if not name.strip():
            raise Refusal("Give the name to sign in by.", "name")
        file = self._store.file
        with self._store.work("add_user", "Add a user") as session:
            said, taken = name.strip().casefold(), session.scalars(select(User.name))
            if any(one.casefold() == said for one in taken):
                raise Refusal("Someone signs in by that name already.", "name")
            user = User(
                name=name.strip(), role=role.value, member_id=member_id, created_at=self._now
            )
            if passphrase is not None and file is not None:
                user.slot = file.keys.add_slot(passphrase, name.strip(), cost)
            session.add(user)
            session.flush()
            return user.id

    def change_role(self, user_id: int, role: Role) -> None:
        """Give a user another role; the last administrator stays one."""
        self._check("manage_roles")
        with self._store.work("change_role", "Change a role") as session:
            session.get_one(User, user_id).role = role.value
            session.flush()
            _keep_an_administrator(session)

    def sits_as(self, user_id: int, member_id: int | None) -> None:
        """Say which member of the panel a user is; from their next opening of the file on.

        Who has a member already gets another only from somebody else: a declared interest goes
        with the member, and nobody takes that off themselves.
        """
        self._check("manage_roles")
        with self._store.work("sit_as", "Say whom a user sits as") as session:
            user = session.get_one(User, user_id)
            if user.member_id == member_id:
                return
            if user.id == self._person.user_id and user.member_id is not None:
                raise Refusal("Somebody else must change whom you sit as.", "member_id")
            user.member_id = member_id

    def remove(self, user_id: int) -> None:
        """Someone leaves: their slot is shut and the data key is changed."""
        self._check("manage_roles")
        file = self._store.file
        with self._store.work("remove_user", "Remove a user", barrier=True) as session:
            user = session.get_one(User, user_id)
            if user.id == self._person.user_id:
                raise Refusal("Somebody else must remove you.")
            slot, user.slot, user.active = user.slot, None, False
            session.flush()
            _keep_an_administrator(session)
        if slot is not None and file is not None:
            file.keys.remove_slot(slot)
            rekey(self._store)

    def change_passphrase(self, old: str, new: str) -> None:
        """Give oneself another passphrase."""
        file = self._store.file
        if file is None:
            raise Refusal("A rehearsal in memory has no passphrase.")
        file.keys.change_passphrase(old, new)


def _keep_an_administrator(session: Session) -> None:
    left = session.scalar(
        select(func.count())
        .select_from(User)
        .where(User.role == Role.ADMINISTRATOR.value, User.active)
    )
    if not left:
        raise Refusal("The panel needs at least one administrator who can sign in.", "role")
