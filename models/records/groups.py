"""Groups as read: members by role, dated assessments, growth between them, who holds the cases."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class MemberRow:
    """A member of a group: who, in what role, since when; `left_on` where they have left."""

    subject_id: int
    kind: str
    label: str
    initials: str
    role: str | None = None
    age: int | None = None
    since: date | None = None
    confidence: str = ""
    confirmed: bool = True
    left_on: date | None = None


@dataclass(frozen=True)
class Growth:
    """Who joined and who left between two looks at a group; no `since` where it is the first."""

    since: date | None
    joined: tuple[MemberRow, ...] = ()
    left: tuple[MemberRow, ...] = ()

    @property
    def young_people(self) -> int:
        """How many children and young people were drawn in: the figure the panel goes by."""
        return sum(one.kind == "child" for one in self.joined)


@dataclass(frozen=True)
class ToldRow:
    """What is told to whom, by whom, and by when or when it was."""

    id: int
    whom: str
    text: str
    teller: str | None
    by_date: date | None
    told_on: date | None
    said_on: date
    """The day of the assessment that it was said with."""


@dataclass(frozen=True)
class GroupVersion:
    """One dated assessment; `growth` is against the one before it that the reader may see."""

    id: int
    assessed_on: date
    author: str | None
    people: str | None
    places: str | None
    risk: str | None
    tension: str | None
    plan: str | None
    plan_lead: str | None
    review_on: date | None
    sharing: str
    members: tuple[MemberRow, ...] = ()
    told: tuple[ToldRow, ...] = ()
    growth: Growth = field(default=Growth(None))


@dataclass(frozen=True)
class SharedPlace:
    """A place, school or street that members share: what it is, and whose it is."""

    label: str
    what: str
    whose: tuple[str, ...]
    subject_id: int | None = None


@dataclass(frozen=True)
class GroupRecord:
    """A group's page: members now, growth since the last assessment, versions, latest first."""

    id: int
    name: str
    type: str | None
    started: date | None
    review_on: date | None
    members: tuple[MemberRow, ...]
    growth: Growth
    places: tuple[SharedPlace, ...]
    versions: tuple[GroupVersion, ...]

    @property
    def latest(self) -> GroupVersion | None:
        """The assessment in force."""
        return self.versions[0] if self.versions else None

    @property
    def telling(self) -> tuple[ToldRow, ...]:
        """What is told to whom: as the assessment in force says, then what is still untold of
        those before it."""
        before = (one for version in self.versions[1:] for one in version.told)
        now = self.latest.told if self.latest else ()
        return (*now, *(one for one in before if one.told_on is None))


@dataclass(frozen=True)
class CaseHolder:
    """Who holds the case of one or more members: how to reach them, and for whom."""

    name: str
    part: str
    team: str | None
    agency: str | None
    email: str | None
    phone: str | None
    members: tuple[MemberRow, ...]


@dataclass(frozen=True)
class CaseHolders:
    """All case holders of a group, and the members for whom nobody is named."""

    holders: tuple[CaseHolder, ...]
    without: tuple[MemberRow, ...]
