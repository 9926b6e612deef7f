"""Every column of the tracker: what it shows, how wide it is, and whether it is written in."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from models.records.tracker import TrackedChild, Value
from models.rules.nrm_order import set_back


class Kind(StrEnum):
    """What stands in a column."""

    TEXT = "text"
    CHOICE = "choice"
    DAY = "day"
    NUMBER = "number"
    YES = "yes"


class Write(StrEnum):
    """How a cell is changed: a field of the child, the status, an assessment or a review."""

    FIELD = "field"
    STATUS = "status"
    ASSESSMENT = "assessment"
    REVIEW = "review"
    NOT = ""


@dataclass(frozen=True)
class TrackerColumn:
    """A column by its key; `codes` names the list of its choices, `why` says why none may write."""

    key: str
    title: str
    kind: Kind = Kind.TEXT
    write: Write = Write.NOT
    codes: str = ""
    field: str = ""
    width: int = 12
    why: str = ""

    @property
    def written_as(self) -> str:
        """The field that is written where a cell of this column is changed."""
        return self.field or self.key


NEVER_ON, WAS_ON, NOT_DECIDED = "never put on it", "was on it before", "referred, not decided yet"
"""Why an open child is not on the tracker."""
COUNTED = "It is counted from what is recorded. Enter opens the child."
WORKED_OUT = "It is worked out from other columns."
_text, _choice, _day = Kind.TEXT, Kind.CHOICE, Kind.DAY
_field, _status = Write.FIELD, Write.STATUS
COLUMNS = (
    TrackerColumn("name", "Child", _text, _field, width=22),
    TrackerColumn("system_id", "System id", _text, _field, width=10),
    TrackerColumn("age", "Age", Kind.NUMBER, width=3, why="It follows from the date of birth."),
    TrackerColumn("category", "Category", _choice, _status, "categories", width=9),
    TrackerColumn("types", "Exploitation", width=22,
                  why="Each form is recorded by itself. Enter opens the child."),
    TrackerColumn("plan", "Plan", _choice, _status, "plans", width=9),
    TrackerColumn("risk", "Risk", _choice, _status, "risk_levels", width=8),
    TrackerColumn("direction", "Direction", width=10,
                  why="It compares the last two assessments, or is the panel's word."),
    TrackerColumn("assessed_on", "Assessed", _day, Write.ASSESSMENT, width=10),
    TrackerColumn("due_on", "Due", _day, width=10,
                  why="It follows from the day of the assessment and how long one is in date."),
    TrackerColumn("standing", "Standing", width=8, why=WORKED_OUT),
    TrackerColumn("missing_90_days", "Missing 90 d", Kind.NUMBER, width=4, why=COUNTED),
    TrackerColumn("interviews_late", "RHI", width=7, why=COUNTED),
    TrackerColumn("nrm", "NRM", _choice, _field, "nrm_statuses", "nrm_status", 22),
    TrackerColumn("next_review", "Next review", _day, Write.REVIEW, width=10),
    TrackerColumn("district", "District", _choice, _status, "districts", width=12),
    TrackerColumn("lead", "Lead professional", _text, _field, field="lead_name", width=18),
    TrackerColumn("team", "Team", _text, _field, width=14),
    TrackerColumn("school", "School", _text, _field, width=16),
    TrackerColumn("gender", "Gender", _choice, _field, "genders", width=8),
    TrackerColumn("birth_date", "Born", _day, _field, width=10),
    TrackerColumn("ethnicity", "Ethnicity", _choice, _field, "ethnicity", width=14),
    TrackerColumn("other_exploitation", "Other exploitation", Kind.YES, _status, width=5),
    TrackerColumn("legal_status", "Legal status", _choice, _status, "legal_status", width=14),
    TrackerColumn("placement", "Lives, or is placed", _text, _field, width=16),
    TrackerColumn("postcode", "Postcode", _text, _field, width=9),
    TrackerColumn("iro_or_cp_chair", "IRO or CP chair", _text, _field, width=16),
    TrackerColumn("pronouns", "Pronouns", _text, _field, width=9),
    TrackerColumn("first_language", "First language", _text, _field, width=12),
    TrackerColumn("disability", "Disability or need", _text, _field, width=16),
    TrackerColumn("nhs_number", "NHS number", _text, _field, width=12),
    TrackerColumn("upn", "UPN", _text, _field, width=13),
    TrackerColumn("police_reference", "Police reference", _text, _field, width=12),
    TrackerColumn("tracked", "On the tracker", width=30,
                  why="Trackers taken in and the panel's decisions say who is on it."),
    TrackerColumn("missing_told", "Missing 90 d as imported", Kind.NUMBER, width=8,
                  why="A paper told it; episodes that are entered count."),
    TrackerColumn("on_panel", "On the panel", Kind.YES, width=5,
                  why="The panel's decisions say who is on it."),
    TrackerColumn("since", "Known since", _day, width=10,
                  why="It is the day from which the child stands anywhere on record."),
    TrackerColumn("state", "Open or closed", width=7,
                  why="A closure needs a reason and a second person. Enter opens the child."),
    TrackerColumn("closed_on", "Closed", _day, width=10,
                  why="A closure needs a reason and a second person. Enter opens the child."),
)  # fmt: skip
BY_KEY: Mapping[str, TrackerColumn] = {one.key: one for one in COLUMNS}
AT_FIRST = (
    "name", "system_id", "age", "category", "types", "plan", "risk", "direction", "assessed_on",
    "due_on", "standing", "missing_90_days", "interviews_late", "nrm", "next_review", "district",
    "lead", "team",
)  # fmt: skip
"""The columns of a tracker that nobody has arranged."""
RISK_STANDS = (
    "An assessment or the panel has said the risk. Enter a new day under Assessed, or open the "
    "child with Enter, to assess anew."
)
ARROWS = {"increased": "▲", "decreased": "▼", "same": "●", "the same": "●", "rising": "▲",
          "falling": "▼"}  # fmt: skip


def value_of(child: TrackedChild, key: str) -> Value:
    """What stands in a cell."""
    if key == "standing":
        return standing(child)
    if key == "tracked":
        return tracked(child)
    if key == "state":
        return "Closed" if child.closed_on is not None else "Open"
    value: Value = getattr(child, key)
    return value


def said_of(child: TrackedChild, key: str) -> Value:
    """What stands in a cell as a person reads it, on a sheet as in the grid."""
    if key == "interviews_late":
        return late_in_words(child.interviews_late)
    return value_of(child, key)


def late_in_words(interviews: int) -> str:
    """How many return interviews are late: "2 late"."""
    return f"{interviews} late" if interviews else ""


def standing(child: TrackedChild) -> str:
    """Whether a child's assessment is in date; nothing of a closed record."""
    if child.closed_on is not None:
        return ""
    if child.assessed_on is None:
        return "never"
    return "overdue" if child.assessment_overdue else "in date"


def tracked(child: TrackedChild) -> str:
    """Whether a child is on the tracker, and why not."""
    if child.closed_on is not None:
        return "No: closed"
    return f"No: {child.off_tracker}" if child.off_tracker else "Yes"


def why_not(column: TrackerColumn, child: TrackedChild) -> str:
    """Why nobody writes in this cell; empty where one may."""
    if column.write is Write.NOT:
        return column.why
    if column.key == "risk" and child.risk_stands:
        return RISK_STANDS
    return ""


def why_not_so(column: TrackerColumn, child: TrackedChild, value: Value) -> str:
    """What is asked before this cell says that; empty where it may."""
    return set_back(child.nrm, str(value or "")) if column.key == "nrm" else ""
