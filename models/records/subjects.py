"""Children, persons, places and the links between them as read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from models.marks import Sharing
from models.records.assessing import Entered


@dataclass(frozen=True)
class SubjectRow:
    """Any subject in a list or a look-up."""

    id: int
    kind: str
    label: str
    initials: str
    reference: str | None
    detail: str = ""
    aliases: tuple[str, ...] = ()
    closed: bool = False
    review_on: date | None = None
    missing: tuple[str, ...] = ()
    """What a person of concern's record lacks of grounds, source and day of review."""


@dataclass(frozen=True)
class ChildRow:
    """A child as one row of the tracker."""

    id: int
    uuid: str
    name: str
    initials: str
    system_id: str | None
    birth_date: date | None
    age: int | None
    gender: str | None
    district: str | None
    plan: str | None
    category: str | None
    other_exploitation: bool
    types: tuple[str, ...]
    risk: str | None
    direction: str | None
    assessed_on: date | None
    assessment_overdue: bool
    missing_90_days: int | None
    interviews_late: int
    nrm: str | None
    next_review: date | None
    lead: str | None
    on_panel: bool
    closed_on: date | None = None
    missing_told: int | None = None
    """Episodes in 90 days as a paper told, where that is more than are entered here."""


@dataclass(frozen=True)
class AssessmentRecord:
    """A risk assessment with its present indicators.

    `entered` is how it would be entered, where it has a day; `level` the one that stands: ratified
    at the panel, else judged, else computed from the score.
    """

    id: int
    scheme: str | None
    assessed_on: date | None
    author: str | None
    score: int | None
    level: str | None
    direction: str | None
    due_on: date | None
    in_date: bool
    indicators: tuple[str, ...]
    answers: tuple[tuple[str, str, str | None], ...]
    entered: Entered | None = None
    computed_level: str | None = None
    ratified_level: str | None = None
    previous_level: str | None = None
    screening: bool = False


@dataclass(frozen=True)
class EpisodeRecord:
    """A missing episode with its return interview; hours from return, None where not known.

    `values` and `interview` hold what is entered, field by field, a moment whose hour is not known
    as its day; `stage` and `clock` say how the 72 hours stand, `due` when they are over.
    """

    id: int
    reported_at: datetime | None
    returned_at: datetime | None
    hours_missing: float | None
    police_risk: str | None
    found_where: str | None
    interview_offered_at: datetime | None
    interview_done_at: datetime | None
    interview_declined: str | None
    interview_hours: float | None
    within_72_hours: bool | None
    overdue: bool
    values: Mapping[str, Any] = field(default_factory=dict)
    interview: Mapping[str, Any] = field(default_factory=dict)
    stage: str = ""
    clock: str = ""
    due: datetime | None = None


@dataclass(frozen=True)
class LinkRecord:
    """A link read from one side: the relation is worded from `subject` to `other`.

    `also` holds the ids of links of joined records that say the same; `tonight` the references of
    the other items that name the other. `in_question` says that the other may be on
    record twice, which nobody has settled yet. `out_of_date`: its day of expiry is past. `grading`
    is that of the police, 2BP, on `conditions` where its handling has any.
    """

    id: int
    other_id: int
    other_kind: str
    other_label: str
    other_initials: str
    relation: str
    outgoing: bool
    confidence: str
    confirmed: bool
    information: str
    source: str | None
    first_seen: date | None
    last_seen: date | None
    note: str | None
    tonight: tuple[str, ...] = ()
    also: tuple[int, ...] = ()
    recorded_on: date | None = None
    in_question: bool = False
    expires_on: date | None = None
    out_of_date: bool = False
    ended_on: date | None = None
    sharing: str = Sharing.ALL_PANEL.value
    grading: str | None = None
    conditions: str | None = None
    source_date: date | None = None


@dataclass(frozen=True)
class AlsoSaid:
    """What a joined record says of a field where the record that stands for both says otherwise."""

    field: str
    value: object
    record: str


@dataclass(frozen=True)
class ChildRecord:
    """A child's page."""

    row: ChildRow
    nhs_number: str | None
    birth_date_note: str | None
    pronouns: str | None
    ethnicity: str | None
    first_language: str | None
    disability: str | None
    postcode: str | None
    placement: str | None
    school: str | None
    team: str | None
    iro_or_cp_chair: str | None
    nrm_status: str | None
    do_not_write: bool
    deceased: bool
    closed_on: date | None
    closed_reason: str | None
    note: str | None
    plan_code: str | None
    aliases: tuple[str, ...]
    assessments: tuple[AssessmentRecord, ...]
    episodes: tuple[EpisodeRecord, ...]
    links: tuple[LinkRecord, ...]
    also_said: tuple[AlsoSaid, ...] = ()
    flags: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class ConcernRow:
    """A decision about a person of concern: what, why, when, by whom, and the next review."""

    decision: str
    reason: str
    on: date
    by: str | None
    second_person: str | None
    next_review_on: date | None


@dataclass(frozen=True)
class PersonRecord:
    """A person of concern's page; `missing` says what an adoption would still need."""

    id: int
    uuid: str
    name: str
    initials: str
    code: str
    aliases: tuple[str, ...]
    birth_date: date | None
    is_child: bool
    child_id: int | None
    status: str
    category: str | None
    priority: str | None
    grounds: str | None
    source: str | None
    information: str
    description: str | None
    adopted_on: date | None
    review_on: date | None
    closed_on: date | None
    vehicles: tuple[str, ...]
    phones: tuple[str, ...]
    links: tuple[LinkRecord, ...]
    also_said: tuple[AlsoSaid, ...] = ()
    missing: tuple[str, ...] = ()
    closed_reason: str | None = None


@dataclass(frozen=True)
class PlaceRecord:
    """A place's, group's or theme's page."""

    id: int
    uuid: str
    kind: str
    name: str
    type: str | None
    district: str | None
    address: str | None
    postcode: str | None
    what_happens: str | None
    guardians: str | None
    assessment_status: str | None
    adopted_on: date | None
    review_on: date | None
    closed_on: date | None
    links: tuple[LinkRecord, ...]
    also_said: tuple[AlsoSaid, ...] = ()
    ward: str | None = None
    map_reference: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True)
class HistoryRow:
    """One entry of a record's time line."""

    at: date
    kind: str
    text: str
