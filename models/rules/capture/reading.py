"""What the capture bar made of a line."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from models.marks import Information, Sharing, Turn
from models.rules.capture.refs import ActionRef, AgencyRef, MeasureRef, PersonRef, SubjectRef


class CaptureKind(StrEnum):
    """What a line becomes when it is kept."""

    ACTION = "action"
    UPDATE = "update"
    RECOMMENDATION = "recommendation"
    MEASURE = "measure"
    NOTE = "note"
    DECISION = "decision"
    REVIEW = "review"
    RISK = "risk"
    LINK = "link"
    DECLARATION = "declaration"
    ATTENDANCE = "attendance"
    TIMING = "timing"
    URGENT = "urgent"


@dataclass(frozen=True)
class Chip:
    """One thing understood, shown beside the line; `sure` is False where it was inferred."""

    label: str
    value: str
    sure: bool = True


@dataclass(frozen=True)
class Mention:
    """A subject named in the cleaned text, with its place; `sure` for a whole name or alias."""

    subject: SubjectRef
    start: int
    end: int
    sure: bool = True


@dataclass(frozen=True)
class CaptureReading:
    """One entry read from a line; what was not understood is still in `text`.

    `owner` does it (or said it, in a note); `agency` is theirs or the one named; `agencies` are
    those a line is kept to. For a decision `due` is the review date it names. `rationale` is what
    the line says beside its decision, level, review day or measure. `code` is an attendance code;
    `minutes` what a timing line adds or sets. Of an
    urgent matter `told` is who was told, `when` at what time, `reference` under which number.
    `field` is the item's own text that a note belongs into, such as the child's voice;
    `second_person` who agreed to a decision that lets somebody go, or whom a deputy stands in for;
    `unknown` the name of a link's other end that is on no record; `turn` the turn of its agency
    that a note is in whole; `protects` the children that a measure is for. `elsewhere` is why a
    judgement is not kept here: it is laid on another by name, or may be.
    """

    kind: CaptureKind
    text: str
    owner: PersonRef | None = None
    agency: AgencyRef | None = None
    subject: SubjectRef | None = None
    measure: MeasureRef | None = None
    due: date | None = None
    when: time | None = None
    information: Information | None = None
    sharing: Sharing | None = None
    agencies: tuple[AgencyRef, ...] = ()
    warnings: tuple[str, ...] = ()
    chips: tuple[Chip, ...] = ()
    mentions: tuple[Mention, ...] = ()
    action: ActionRef | None = None
    status: str | None = None
    decision: str | None = None
    rationale: str | None = None
    risk: str | None = None
    direction: str | None = None
    plan: str | None = None
    other: SubjectRef | None = None
    relation: str | None = None
    code: str | None = None
    minutes: int | None = None
    told: str | None = None
    reference: str | None = None
    field: str | None = None
    second_person: PersonRef | None = None
    unknown: str | None = None
    turn: Turn | None = None
    protects: tuple[SubjectRef, ...] = ()
    elsewhere: str = ""


def as_form(reading: CaptureReading) -> dict[str, object]:
    """The reading in the published form of `macedesk parse`: names as on record, dates ISO.

    Its subject is whom it is about; of what is judged of another than the item's own, that other.
    """
    about = reading.other if reading.elsewhere and reading.other else reading.subject
    return {
        "kind": reading.kind.value,
        "text": reading.text,
        "owner": reading.owner.name if reading.owner else None,
        "agency": reading.agency.name if reading.agency else None,
        "subject": about.name if about else None,
        "measure": reading.measure.name if reading.measure else None,
        "due": reading.due.isoformat() if reading.due else None,
        "information": reading.information.value if reading.information else None,
        "sharing": reading.sharing.value if reading.sharing else None,
        "warnings": list(reading.warnings),
    }
