"""What a document is made from: a meeting whole, for one audience."""

from dataclasses import dataclass
from datetime import date, datetime

from models.records.chasing import GroundRow
from models.records.item import ItemRecord
from models.records.masks import Spoken, TextMask
from models.records.meeting import AttendanceRow, DeclarationRow, MeetingRecord, ReturnRow
from models.records.outcomes import ActionRow, MeasureRow, PlanRecord, RecommendationRow
from models.records.panel import AgencyRecord, PanelRecord

Recipient = tuple[str, str | None]
"""Who has a paper, by name, and of which agency."""


@dataclass(frozen=True)
class KnownName:
    """A name or identifier on record that free text is searched for.

    `kind` is child, family, person_of_concern, group, phone, vehicle, online_account or place
    (where someone lives); location is a place of concern, whose name may stand. `whole` is False
    for single-word aliases and initials, which are marked for a person and not replaced.
    """

    subject_id: int
    kind: str
    text: str
    whole: bool = True


@dataclass(frozen=True)
class Approval:
    """Who approved the minutes and when, what their corrections put right, when they were agreed.

    Each correction is its version's number with its words.
    """

    by: str | None = None
    at: datetime | None = None
    corrections: tuple[tuple[int, str], ...] = ()
    agreed_on: date | None = None
    changes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What a correction changed since the version before: each part's title with its changes."""
    since: int | None = None
    """The version of this very paper since which `changes` are told; None where there is none."""


@dataclass(frozen=True)
class CalledPerson:
    """A record of a person of concern: whose it is, and what stands where no name may."""

    subject_id: int
    name: str
    called: str


@dataclass(frozen=True)
class MeetingPapers:
    """Everything of a meeting that one reader may have in a document."""

    panel: PanelRecord
    meeting: MeetingRecord
    attendance: tuple[AttendanceRow, ...]
    declarations: tuple[DeclarationRow, ...]
    whole: bool
    """Whether the reader takes part in all of the meeting: only then is "none" the truth."""
    quorum: str
    items: tuple[ItemRecord, ...]
    earlier_actions: tuple[ActionRow, ...]
    actions: tuple[ActionRow, ...]
    recommendations: tuple[RecommendationRow, ...]
    plans: tuple[PlanRecord, ...]
    agencies: tuple[AgencyRecord, ...]
    every_child: TextMask
    """Initials for children on record, whether or not they are on this agenda."""
    spoken_of: tuple[Spoken, ...]
    """Children on this agenda, on those whose actions are still open, and linked with them."""
    distribution: tuple[Recipient, ...]
    minutes_version: int
    minutes_state: str
    made_at: datetime
    chain_head: str
    working_date: date
    approval: Approval = Approval()
    measures: tuple[MeasureRow, ...] = ()
    """Measures that the meeting agreed, as one agency may have them; else those of the items."""
    dissent_step: str = ""
    """What a disagreement in this meeting asks for first, and by when."""
    returns: tuple[ReturnRow, ...] = ()
    """How agencies' returns stand, where it is read for all the panel."""
    senders: tuple[str, ...] = ()
    """Agencies that sent the meeting something, also where these papers hold nothing of it."""
    grounds: tuple[GroundRow, ...] = ()
    """The lawful bases of items that have one of their own."""


@dataclass(frozen=True)
class ExtractPapers:
    """What one child's file may hold of one item, with the names to search for.

    `tactics` are names of disruption measures, which stand in no child's file.
    """

    panel: PanelRecord
    meeting: MeetingRecord
    item: ItemRecord
    child_system_id: str
    addressed_to: str
    copies_to: tuple[str, ...]
    reply_by: date | None
    reply_to: str
    disagreement: str
    statement: str
    known_names: tuple[KnownName, ...]
    professionals: tuple[str, ...]
    confirmed: bool
    minutes_version: int
    minutes_state: str
    made_at: datetime
    tactics: tuple[str, ...] = ()
    child_uuid: str = ""
    nhs_number: str | None = None
    ground: str = ""
    may_write: bool = False
    may_write_to_parents: bool = False
    changes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    since: int | None = None
    """The version of this very paper since which `changes` are told."""
