"""Code lists, schemes, measures and wordings as shipped, read into frozen records."""

from models.codes.children import (
    AgencyKind,
    ExploitationType,
    Indicator,
    LinkRelation,
    MissingKind,
    Need,
    Plan,
    Seat,
)
from models.codes.code import Code, Ranked, Status
from models.codes.fields import CodeField, fields_of, from_text, raw_of, shown_of, to_text
from models.codes.in_force import OwnRow, adopt, kept
from models.codes.lists import find, load, names, rows_of, shipped, title
from models.codes.meeting import (
    ActionType,
    AttendanceCode,
    ChaseStep,
    DecisionType,
    Handling,
    ItemMinutes,
    Prompt,
    QuorumGroup,
    SectionName,
    TimetableStep,
    TriageOutcome,
    TriageQuestion,
)
from models.codes.recognising import Recogniser, mentions, normalise, recognise
from models.codes.relating import relation, relation_wording
from models.codes.risk import Arithmetic, Level, Points, Scheme, Validity
from models.codes.typed import (
    decisions,
    exploitation_types,
    find_decision,
    find_measure,
    indicators,
    language_terms,
    measure,
    measures,
    plan_column,
    plans,
    prompts,
    relations,
    scheme,
    schemes,
    timetable,
    wording,
)
from models.codes.words import (
    Audience,
    LanguageTerm,
    MeasureType,
    Retention,
    SmartWarning,
    Wording,
)

__all__ = [
    "ActionType", "AgencyKind", "Arithmetic", "AttendanceCode", "Audience", "ChaseStep", "Code",
    "CodeField", "DecisionType", "ExploitationType", "Handling", "Indicator", "ItemMinutes",
    "LanguageTerm", "Level", "LinkRelation", "MeasureType", "MissingKind", "Need", "OwnRow",
    "Plan", "Points", "Prompt", "QuorumGroup", "Ranked", "Recogniser", "Retention", "Scheme",
    "Seat", "SectionName", "SmartWarning", "Status", "TimetableStep", "TriageOutcome",
    "TriageQuestion", "Validity", "Wording", "adopt", "decisions", "exploitation_types",
    "fields_of", "find", "find_decision", "find_measure", "from_text", "indicators", "kept",
    "language_terms", "load", "measure", "measures", "mentions", "names", "normalise",
    "plan_column", "plans", "prompts", "raw_of", "recognise", "relation", "relation_wording",
    "relations", "rows_of", "scheme", "schemes", "shipped", "shown_of", "timetable", "title",
    "to_text", "wording",
]  # fmt: skip
