"""Papers and referrals as read: the inbox, the triage card, what was imported."""

from dataclasses import dataclass, field
from datetime import date, datetime

from models.records.duplicates import AskedPair


@dataclass(frozen=True)
class MatchReason:
    """One thing that speaks for (above 0) or against sameness, in plain words."""

    field: str
    weight: float
    note: str


@dataclass(frozen=True)
class MatchRecord:
    """Someone on record who may be the same, with a reason in plain words.

    `weight` is in bits of evidence, `probability` between 0 and 1; `why` is `reasons` in one line.
    """

    subject_id: int
    label: str
    reference: str | None
    weight: float
    why: str
    kind: str = "child"
    birth_date: date | None = None
    probability: float = 0.0
    reasons: tuple[MatchReason, ...] = ()


@dataclass(frozen=True)
class PairRecord:
    """Two records that may be of one person, `likely` or only possible, and why.

    `torn`: one of them is as likely another, which contradicts the other.
    """

    subject_id: int
    label: str
    reference: str | None
    with_id: int
    with_label: str
    with_reference: str | None
    kind: str
    weight: float
    probability: float
    likely: bool
    why: str
    torn: bool = False


@dataclass(frozen=True)
class ImportedFile:
    """What became of one file of an import."""

    file: str
    kind: str
    status: str
    reason: str | None = None
    records: tuple[dict[str, object], ...] = ()
    not_understood: tuple[tuple[str, str], ...] = ()
    matches: tuple[MatchRecord, ...] = ()
    subject_ids: tuple[int, ...] = ()
    unchanged: tuple[tuple[str, str], ...] = ()
    """Rows that said only what stands, each with its place."""
    told: tuple[tuple[str, str], ...] = ()
    """What is still to be asked about rows that were taken, each with its place."""
    notes: tuple[tuple[str, str], ...] = ()
    """What a person should look at of what was read, each with its place; of the whole, none."""


@dataclass(frozen=True)
class ReferralRow:
    """A referral in the inbox."""

    id: int
    subject_id: int
    subject_kind: str
    label: str
    reference: str | None
    received_on: date | None
    referrer: str | None
    agency: str | None
    immediate_risk: bool
    immediate_risk_settled: bool
    complete: bool
    missing: tuple[str, ...]
    outcome: str | None
    state: str
    risk: str | None


@dataclass(frozen=True)
class TriageQuestion:
    """One of the ten questions with its proposed or given answer."""

    code: str
    text: str
    answer: str | None
    note: str | None
    proposed: str | None


@dataclass(frozen=True)
class CheckRow:
    """A point that a referral should bring: whether it does, who would know, and who was asked.

    `said` where the referral's own words speak of it; `answer` is a person's word.
    """

    code: str
    label: str
    said: bool
    answer: str | None
    agency_id: int | None
    agency: str
    asked: str = ""
    due_on: date | None = None

    @property
    def open(self) -> bool:
        """True for a gap: neither said nor answered."""
        return not self.said and not self.answer


@dataclass(frozen=True)
class ReferralRecord:
    """The triage card of one referral."""

    row: ReferralRow
    reason: str | None
    ask: str | None
    tried: str | None
    voice: str | None
    parents_view: str | None
    informed_child: str | None
    informed_parents: str | None
    told: str | None
    told_at: datetime | None
    told_reference: str | None
    outcome_reason: str | None
    outcome_by: str | None
    outcome_at: datetime | None
    second_person: str | None
    chase_on: date | None
    paper_id: int | None
    questions: tuple[TriageQuestion, ...]
    unread: tuple[tuple[str, str], ...]
    matches: tuple[MatchRecord, ...]
    earlier: int
    linked: tuple[str, ...] = field(default=())
    repeats: str = ""
    checklist: tuple[CheckRow, ...] = ()
    reason_code: str | None = None


@dataclass(frozen=True)
class PaperRow:
    """A kept paper."""

    id: int
    name: str
    kind: str
    received_at: datetime
    lines_removed: int
    sender: str | None = None
    sent_at: datetime | None = None


@dataclass(frozen=True)
class UnreadRow:
    """A text of a kept paper that was not understood, with its place."""

    id: int
    place: str
    text: str
    settled: bool


@dataclass(frozen=True)
class MatchQuestionRow(AskedPair):
    """Two records that a paper asked about."""

    id: int
    paper_id: int | None = None
