"""Code lists, schemes, measures and wordings in force, each fetched when it is first asked for."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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
    from models.codes.clocks import DecidingBody, FirstResponder
    from models.codes.code import Code, Ranked, Status
    from models.codes.copies import CopyQuestion, Exemption, Requester
    from models.codes.in_force import OwnRow, adopt, kept
    from models.codes.lists import find, label_of, load, names, rows_of, shipped, title
    from models.codes.meeting import (
        ActionType,
        AttendanceCode,
        CheckPoint,
        DecisionType,
        ExtractReason,
        Handling,
        ItemMinutes,
        Prompt,
        QuorumGroup,
        SectionName,
        TriageOutcome,
        TriageQuestion,
    )
    from models.codes.nearly import nearly
    from models.codes.recognising import Recogniser, mentions, normalise, recognise
    from models.codes.relating import relation, relation_wording, reversed_relation
    from models.codes.risk import Arithmetic, Level, Points, Scheme, SchemeIndicator, Validity
    from models.codes.stepping import Flow, FlowStep
    from models.codes.times import ChaseStep, TimetableStep
    from models.codes.typed import (
        decisions,
        exploitation_types,
        find_decision,
        find_measure,
        flow,
        flows,
        indicators,
        language_terms,
        measure,
        measures,
        plan_column,
        plan_word,
        plans,
        prompts,
        relations,
        scheme,
        schemes,
        timetable,
        wording,
    )
    from models.codes.words import (
        ActionTemplate,
        Audience,
        ComparedFact,
        Course,
        LanguageTerm,
        MeasureType,
        Retention,
        SmartWarning,
        Tip,
        Wording,
    )

WHERE = {
    "children": "AgencyKind ExploitationType Indicator LinkRelation MissingKind Need Plan Seat",
    "clocks": "DecidingBody FirstResponder",
    "code": "Code Ranked Status",
    "copies": "CopyQuestion Exemption Requester",
    "stepping": "Flow FlowStep",
    "in_force": "OwnRow adopt kept",
    "lists": "find label_of load names rows_of shipped title",
    "meeting": (
        "ActionType AttendanceCode DecisionType ExtractReason Handling ItemMinutes Prompt "
        "CheckPoint QuorumGroup SectionName TriageOutcome TriageQuestion"
    ),
    "nearly": "nearly",
    "recognising": "Recogniser mentions normalise recognise",
    "relating": "relation relation_wording reversed_relation",
    "risk": "Arithmetic Level Points Scheme SchemeIndicator Validity",
    "times": "ChaseStep TimetableStep",
    "typed": (
        "decisions exploitation_types find_decision find_measure flow flows indicators "
        "language_terms "
        "measure measures plan_column plan_word plans prompts relations scheme schemes timetable "
        "wording"
    ),
    "words": (
        "ActionTemplate Audience ComparedFact Course LanguageTerm MeasureType Retention "
        "SmartWarning Tip Wording"
    ),
}
"""Each module with the names that it gives."""


def __getattr__(name: str) -> Any:
    for module, names in WHERE.items():
        if name in names.split():
            found = getattr(import_module(f"models.codes.{module}"), name)
            globals()[name] = found
            return found
    raise AttributeError(name)


__all__ = [
    "ActionTemplate", "ActionType", "AgencyKind", "Arithmetic", "AttendanceCode", "Audience",
    "ChaseStep",
    "CheckPoint", "Code", "ComparedFact", "CopyQuestion", "Course", "DecidingBody",
    "DecisionType", "Exemption", "ExploitationType", "ExtractReason", "FirstResponder", "Flow",
    "FlowStep",
    "Handling",
    "Indicator", "ItemMinutes",
    "LanguageTerm", "Level", "LinkRelation", "MeasureType", "MissingKind", "Need", "OwnRow",
    "Plan", "Points", "Prompt", "QuorumGroup", "Ranked", "Recogniser", "Requester", "Retention",
    "Scheme",
    "SchemeIndicator", "Seat", "SectionName", "SmartWarning", "Status", "TimetableStep",
    "Tip", "TriageOutcome", "TriageQuestion", "Validity", "Wording", "adopt", "decisions",
    "exploitation_types", "find", "find_decision", "find_measure", "flow", "flows",
    "indicators", "kept", "label_of",
    "language_terms", "load", "measure", "measures", "mentions", "names", "nearly", "normalise",
    "plan_column", "plan_word", "plans", "prompts", "recognise", "relation", "relation_wording",
    "relations", "reversed_relation",
    "rows_of", "scheme", "schemes", "shipped", "timetable", "title",
    "wording",
]  # fmt: skip
