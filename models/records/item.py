"""An item as read: its row, header, agency round, and all that was said and decided."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from models.marks import Turn
from models.records.attending import Absence, PointedOut

if TYPE_CHECKING:
    from models.records.item_extras import CommunicationRow, ItemColumnsRecord
    from models.records.outcomes import (
        ActionRow,
        DecisionRecord,
        JudgedRisk,
        MeasureRow,
        RecommendationRow,
        RiskRecord,
        TellingRecord,
    )
    from models.records.since import SinceLast
    from models.records.subjects import LinkRecord


Day = date
"""A date, where a field of that name stands beside it."""


@dataclass(frozen=True)
class UntilThen:
    """What becomes of an item that was not reached, and who holds it; `expected` would, unnamed."""

    then: str | None = None
    on: date | None = None
    agency_id: int | None = None
    agency: str | None = None
    holder: str | None = None
    expected: str | None = None


@dataclass(frozen=True)
class ItemRow:
    """An item in a running order; `reference` is section letter and number, such as V3."""

    id: int
    uuid: str
    reference: str
    section: str
    position: int
    kind: str
    state: str
    subject_id: int | None
    subject_kind: str | None
    label: str
    initials: str
    subject_reference: str | None
    planned_minutes: int
    seconds: int
    clock_started: datetime | None
    slot: time | None
    presenter: str | None
    ask: str | None
    deferred_reason: str | None
    carried_count: int
    decided: bool
    invited: tuple[str, ...] = ()
    until: UntilThen = UntilThen()
    taken_after: int | None = None


@dataclass(frozen=True)
class LineRecord:
    """One line of information that the reader may see.

    `came_after` is the day on which it came where that was after the close of its meeting.
    """

    id: int
    origin: str
    agency_id: int | None
    agency: str | None
    by_name: str | None
    date: date | None
    text: str
    information: str
    sharing: str
    shared_with: tuple[str, ...]
    source: str | None
    grading: str | None
    said_at: datetime | None
    said: bool
    withdrawn: bool
    urgent: bool = False
    to_submit: bool = False
    came_after: Day | None = None


@dataclass(frozen=True)
class AgencyRound:
    """One agency's place on an item: its return, its turn, its lines."""

    agency_id: int
    agency: str
    representative: str | None
    attendance: str | None
    return_state: str
    turn: str | None
    lines: tuple[LineRecord, ...]

    @property
    def heard(self) -> str | None:
        """How the agency was heard on the item: its turn, or that a line of it was said."""
        return self.turn or (Turn.SAID if any(line.said for line in self.lines) else None)


@dataclass(frozen=True)
class ItemHeader:
    """What the chair needs first about an item's subject; tags in reading order, words first.

    `judged` is what a meeting before this one judged last, `assessed_level` what the last
    assessment says; what was decided is that of the tiers that the reader reads.
    """

    name: str
    initials: str
    age: int | None
    reference: str | None
    birth_date: date | None
    plan: str | None
    lead: str | None
    types: tuple[str, ...]
    risk: str | None
    risk_direction: str | None
    assessed_on: date | None
    assessment_overdue: bool
    missing_90_days: int | None
    interviews_late: int
    nrm: str | None
    reason: str | None
    ask: str | None
    last_meeting_on: date | None
    last_decision: str | None
    last_rationale: str | None
    tags: tuple[tuple[str, str], ...]
    assessed_level: str | None = None
    judged: "JudgedRisk | None" = None
    missing_told: int | None = None
    """Episodes in 90 days as a paper told, where that is more than are entered here."""


@dataclass(frozen=True)
class PointRecord:
    """What should stand in an item's record; where it does not, `reason` may say why."""

    code: str
    words: str
    stands: bool
    reason: str | None = None


@dataclass(frozen=True)
class PromptRecord:
    """A prompt of the chair's sheet; `state` is covered, recorded, passed over or nothing yet."""

    code: str
    label: str
    state: str
    reason: str | None = None


@dataclass(frozen=True)
class ItemRecord:
    """An item whole, as far as the reader may see it.

    `referral_voice` is what the child says in the referral that brought it here.
    `returns_on` is the day of its review, `looked_at_again_on` that three months after letting go.
    `stepped_out` is who left for it and when; only documents ask for it. `chair`, too, is
    who took the chair for it. `pointed_out` is who of those present may have an interest; only an
    item read by itself asks for it.
    """

    row: ItemRow
    header: ItemHeader
    presentation: str | None
    voice: str | None
    referral_voice: str | None
    voice_absent_reason: str | None
    parents_view: str | None
    protective: str | None
    analysis: str | None
    diversity: str | None
    for_file: str | None
    nrm_considered: str | None
    communications_line: str | None
    risk: "RiskRecord | None"
    decision: "DecisionRecord | None"
    returns_on: date | None
    looked_at_again_on: date | None
    rounds: tuple[AgencyRound, ...]
    links: "tuple[LinkRecord, ...]"
    actions: "tuple[ActionRow, ...]"
    measures: "tuple[MeasureRow, ...]"
    recommendations: "tuple[RecommendationRow, ...]"
    open_actions: "tuple[ActionRow, ...]"
    earlier_recommendations: "tuple[RecommendationRow, ...]"
    tellings: "tuple[TellingRecord, ...]"
    attending: tuple[str, ...]
    hidden_from_room: bool
    stepped_out: tuple[tuple[str, tuple[Absence, ...]], ...] = ()
    required: tuple[PointRecord, ...] = ()
    prompts: tuple[PromptRecord, ...] = ()
    pointed_out: tuple[PointedOut, ...] = ()
    chair: str | None = None
    since_last: "SinceLast | None" = None
    linked: tuple[str, ...] = ()
    """Of what its subject is linked with, how many: all that a tier without names is told."""
    impersonal: bool = False
    """Whether its tier speaks of nobody by name: no paper tells its subject's history there."""
    columns: "ItemColumnsRecord | None" = None
    communications: "tuple[CommunicationRow, ...]" = ()
    came_with: tuple[str, ...] = ()
    """What was decided and agreed on the tier that sent it, in lines."""

    @property
    def around(self) -> frozenset[int]:
        """The record that it is about, where there is one, and all that are linked with it."""
        own = () if self.row.subject_id is None else (self.row.subject_id,)
        return frozenset((*own, *(one.other_id for one in self.links)))

    @property
    def urgent(self) -> tuple[LineRecord, ...]:
        """The lines kept on it as immediate risk, in the order in which they were said."""
        lines = (line for one in self.rounds for line in one.lines if line.urgent)
        return tuple(sorted(lines, key=lambda line: line.id))

    @property
    def points(self) -> tuple[tuple[str, bool], ...]:
        """What should stand before the item closes, in words, and whether it does."""
        return tuple((one.words, one.stands) for one in self.required)

    def why_not(self, point: str) -> str | None:
        """The reason given for what should stand in the record and does not, by its code."""
        return next((one.reason for one in self.required if one.code == point), None)

    @property
    def lines(self) -> tuple[LineRecord, ...]:
        """All lines of the item in the order of the agency round."""
        return tuple(line for one in self.rounds for line in one.lines)
