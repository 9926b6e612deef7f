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
from models.codes.lists import find, load, names, rows_of, title
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
    "DecisionType", "ExploitationType", "Handling", "Indicator", "ItemMinutes", "LanguageTerm",
    "Level", "LinkRelation", "MeasureType", "MissingKind", "Need", "Plan", "Points", "Prompt",
    "QuorumGroup", "Ranked", "Recogniser", "Retention", "Scheme", "Seat", "SectionName",
    "SmartWarning", "Status", "TimetableStep", "TriageOutcome", "TriageQuestion", "Validity",
    "Wording", "decisions", "exploitation_types", "find", "find_decision", "find_measure",
    "indicators", "language_terms", "load", "measure", "measures", "mentions", "names",
    "normalise", "plan_column", "plans", "prompts", "recognise", "relation",
    "relation_wording", "relations", "rows_of", "scheme", "schemes", "timetable", "title",
    "wording",
]  # fmt: skip
