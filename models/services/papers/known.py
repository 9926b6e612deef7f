"""Who and what is on record already, looked up by number and name while papers are filed."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import (
    Agency,
    Child,
    ChildStatus,
    District,
    Group,
    Link,
    MatchQuestion,
    Member,
    OnlineAccount,
    Phone,
    Place,
    Theme,
    Vehicle,
)
from models.queries.settled import put_aside, settled
from models.rules.asking import kind_of
from models.rules.districts import by_key, district_key
from models.rules.names import name_key, plain
from models.rules.near_names import near_name
from models.rules.partial_marks import is_partial
from models.services.papers.known_children import KnownChildren
from models.services.papers.known_persons import KnownPersons
from models.services.papers.same import tight


class Known:
    """Every record by what it is found by; kept up as new ones are made."""

    def __init__(self, session: Session) -> None:
        self.children = KnownChildren(session)
        self.persons = KnownPersons(session)
        self.places = _Named(session.execute(select(Place.id, Place.label)))
        self.groups = _Named(session.execute(select(Group.id, Group.label)))
        self.themes = _Named(session.execute(select(Theme.id, Theme.label)))
        self.vehicles = _Named(session.execute(select(Vehicle.id, Vehicle.registration)))
        self.marks_in_part = _marks_in_part(session)
        self.phones = _Named(session.execute(select(Phone.id, Phone.digits)))
        self.accounts = _Named(
            (one, f"{platform or ''} {handle}")
            for one, platform, handle in session.execute(
                select(OnlineAccount.id, OnlineAccount.platform, OnlineAccount.handle)
            )
        )
        self._districts = by_key(reversed(_districts(session)))
        self.agencies = _Named(session.execute(select(Agency.id, Agency.name)))
        self._called = list(session.scalars(select(Agency.name).where(Agency.active)))
        self._teams = {plain(one): one for one in _teams(session)}
        self.of_kind: dict[str, list[int]] = defaultdict(list)
        self.at_domain: dict[str, set[int]] = defaultdict(set)
        self._read_agencies(session)
        self.members: dict[str, list[tuple[int, int | None]]] = defaultdict(list)
        for member_id, name, agency in session.execute(
            select(Member.id, Member.name, Member.agency_id).where(Member.active)
        ):
            self.members[name_key(name)].append((member_id, agency))

        asked = select(MatchQuestion.subject_id, MatchQuestion.with_id)
        rows = session.execute(asked.where(MatchQuestion.answer.is_(None)))
        self._asked = (
            {frozenset(pair) for pair in rows} | settled(session) | put_aside(session).keys()
        )

    def district(self, worded: str) -> str:
        """The district as the panel writes it, else as it was first written here."""
        return self._districts.setdefault(district_key(worded), worded)

    def near_district(self, worded: str) -> str | None:
        """A district known here that a new one is nearly named like: it may be the same."""
        known = self._districts
        return None if district_key(worded) in known else near_name(worded, known.values())

    def add_agency(self, agency_id: int, name: str) -> None:
        """A new agency, found by its name from now on."""
        self.agencies.add(agency_id, name)
        self._called.append(name)

    def near_agency(self, worded: str) -> str | None:
        """An agency on record that a new one is nearly named like: it may be the same."""
        return near_name(worded, self._called)

    def near_team(self, worded: str) -> str | None:
        """A team of children on record, or an agency, that a new team is nearly named like."""
        if plain(worded) in self._teams:
            return None
        known = [*self._teams.values(), *self._called]
        return None if worded in known else near_name(worded, known)

    def _read_agencies(self, session: Session) -> None:
        for one in session.scalars(select(Agency).where(Agency.active)):
            if one.short_name:
                self.agencies.add(one.id, one.short_name)
            kind = kind_of(one.kind, one.name)
            if kind is not None:
                self.of_kind[kind.code].append(one.id)
            domain = one.email_domain or (one.email or "").rpartition("@")[2]
            if domain:
                self.at_domain[domain.casefold()].add(one.id)

    def first_asked(self, one: int, other: int) -> bool:
        """True the first time that two records are asked about; an answer holds till a new fact."""
        pair = frozenset((one, other))
        if one == other or pair in self._asked:
            return False
        self._asked.add(pair)
        return True

    def member(self, name: str | None) -> tuple[int, int | None] | None:
        """The member of that very name with the agency's id; two of one name are nobody."""
        found = self.members.get(name_key(name), []) if name else []
        return found[0] if len(found) == 1 else None

    def settle(self) -> None:
        """A paper is filed: its rows are now rows like all others."""
        self.children.settle()
        self.persons.settle()


def _marks_in_part(session: Session) -> dict[tuple[int, str], int]:
    """Vehicles of whose marks a part was seen, by whose they are and by what was seen."""
    rows = session.execute(
        select(Link.from_id, Vehicle.registration, Vehicle.id)
        .join(Vehicle, Vehicle.id == Link.to_id)
        .where(Link.ended_on.is_(None))
    )
    return {(whose, key): one for whose, key, one in rows if key and is_partial(key)}


class _Named:
    """Things by their title or mark, compared without case and signs."""

    def __init__(self, rows: Iterable[tuple[int, str]]) -> None:
        self._ids: dict[str, int] = {}
        for row_id, title in rows:
            self.add(row_id, title)

    def add(self, row_id: int, title: str) -> None:
        """A new one; the first of a title stays the one that is found."""
        self._ids.setdefault(tight(title), row_id)

    def find(self, title: str) -> int | None:
        """The one of that very title."""
        return self._ids.get(tight(title))

    def titles(self) -> dict[str, int]:
        """Compared title to id."""
        return self._ids


def _teams(session: Session) -> list[str]:
    """The teams that children on record are with, as they are written."""
    rows = session.scalars(select(Child.team).where(Child.team.is_not(None)).distinct())
    return sorted(one for one in rows if one)


def _districts(session: Session) -> list[str]:
    """Every spelling of a district in use; the panel's own comes last, so that it stands."""
    stood = select(ChildStatus.district).where(ChildStatus.district.is_not(None)).distinct()
    used = [one for one in session.scalars(stood) if one]
    return [*sorted(used, reverse=True), *session.scalars(select(District.name))]
