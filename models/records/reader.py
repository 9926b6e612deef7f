"""Who reads: a signed-in person, the audience of a document, or everyone in the room."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from models.marks import Role


class ReaderKind(StrEnum):
    """What kind of reader asks."""

    PERSON = "person"
    AUDIENCE = "audience"
    ROOM = "room"


@dataclass(frozen=True)
class Reader:
    """The first argument of every query; what it may not see is not selected.

    `agency_ids` is the reader's own agency; for the room all agencies present, each of which must
    be allowed to read a line. `conflicted_items` and `conflicted_subjects` are never seen.
    `only_items`, where not None, limits the reader to these items. `in_document` leaves out what
    was not to be minuted. `now` is when the reader reads: what is late is late for that moment.
    """

    now: datetime
    kind: ReaderKind = ReaderKind.PERSON
    role: Role = Role.MEMBER
    name: str = ""
    member_id: int | None = None
    agency_ids: tuple[int, ...] = ()
    conflicted_items: frozenset[int] = field(default=frozenset())
    conflicted_subjects: frozenset[int] = field(default=frozenset())
    only_items: frozenset[int] | None = None
    in_document: bool = False
    intelligence: bool = True
    series: frozenset[int] | None = None
    """The tiers whose meetings the reader reads; None for every one."""
    elsewhere: frozenset[int] = field(default=frozenset())
    """Items of the other tiers."""
    register: bool = True
    """Whether the reader reads the register, or only whom their own tiers speak of."""

    @property
    def today(self) -> date:
        """The day on which the reader reads."""
        return self.now.date()

    def at(self, now: datetime) -> "Reader":
        """The same reader at another moment."""
        return replace(self, now=now)

    @property
    def sees_chair_only(self) -> bool:
        """Whether lines for the chair are for this reader: chair, co-chair, coordinator."""
        return self.kind is ReaderKind.PERSON and self.role in {
            Role.ADMINISTRATOR,
            Role.CHAIR,
            Role.SYSTEM,
        }


def system(now: datetime) -> Reader:
    """The program itself, for work that no person sees the reading of."""
    return Reader(now=now, role=Role.SYSTEM, name="MaceDesk")
