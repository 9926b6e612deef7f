"""The lists most asked for, as the records they hold."""

from typing import TYPE_CHECKING

from models import codes
from models.codes.in_force import kept
from models.codes.lists import find, rows_of
from models.errors import Trouble

if TYPE_CHECKING:
    from models.codes.children import ExploitationType, Indicator, LinkRelation, Plan
    from models.codes.meeting import DecisionType, Prompt
    from models.codes.recognising import Recogniser
    from models.codes.risk import Scheme
    from models.codes.stepping import Flow
    from models.codes.times import TimetableStep
    from models.codes.words import LanguageTerm, MeasureType, Wording


@kept
def plans() -> "tuple[Plan, ...]":
    """Plans and statuses, each with its column of the quarterly picture."""
    return rows_of("plans", codes.Plan)


def plan_column(text: str | None) -> str | None:
    """The column of the quarterly picture that a worded plan counts under, or nothing."""
    row = codes.recognise("plans", text)
    return row.column if isinstance(row, codes.Plan) else None


def plan_word(text: str) -> str:
    """A plan as trackers word it: by its column's name, where that is this very plan, else label.

    Words that say more than which plan it is stay as they are.
    """
    row = codes.recognise("plans", text)
    if not isinstance(row, codes.Plan):
        return text
    whole = (row.code, row.label, row.column, *row.synonyms)
    if codes.normalise(text) not in map(codes.normalise, whole):
        return text
    return row.column if codes.recognise("plans", row.column) == row else row.label


@kept
def exploitation_types() -> "tuple[ExploitationType, ...]":
    """Forms of exploitation and harm."""
    return rows_of("exploitation_types", codes.ExploitationType)


@kept
def indicators() -> "tuple[Indicator, ...]":
    """The indicator bank, group by group."""
    return rows_of("indicators", codes.Indicator)


@kept
def schemes() -> "tuple[Scheme, ...]":
    """The shipped risk schemes."""
    return rows_of("schemes", codes.Scheme)


def scheme(code: str) -> "Scheme | None":
    """The shipped scheme of that code, or nothing."""
    row = find("schemes", code)
    return row if isinstance(row, codes.Scheme) else None


@kept
def flows() -> "tuple[Flow, ...]":
    """The flows in use."""
    return rows_of("flows", codes.Flow)


def flow(code: str) -> "Flow | None":
    """The flow of that code, or nothing."""
    row = find("flows", code)
    return row if isinstance(row, codes.Flow) else None


@kept
def measures() -> "tuple[MeasureType, ...]":
    """The catalogue of disruption measures."""
    return rows_of("measures", codes.MeasureType)


def measure(code: str) -> "MeasureType | None":
    """The measure of that code, or nothing."""
    row = find("measures", code)
    return row if isinstance(row, codes.MeasureType) else None


def find_measure(text: str | None) -> "MeasureType | None":
    """The measure that a text names by name, abbreviation or common name, or nothing."""
    row = codes.recognise("measures", text)
    return row if isinstance(row, codes.MeasureType) else None


@kept
def decisions(subject: str) -> "tuple[DecisionType, ...]":
    """The decisions that fit a kind of subject."""
    return tuple(d for d in rows_of("decisions", codes.DecisionType) if subject in d.subjects)


@kept
def _decision_recogniser(subject: str) -> "Recogniser":
    return codes.Recogniser(decisions(subject))


def find_decision(text: str | None, subject: str) -> "DecisionType | None":
    """The decision that a text means for a kind of subject, or nothing."""
    row = _decision_recogniser(subject).recognise(text) if text else None
    return row if isinstance(row, codes.DecisionType) else None


@kept
def relations() -> "tuple[LinkRelation, ...]":
    """How two records may be linked."""
    return rows_of("link_relations", codes.LinkRelation)


@kept
def timetable() -> "tuple[TimetableStep, ...]":
    """The default timetable around a meeting."""
    return rows_of("timetable", codes.TimetableStep)


@kept
def language_terms() -> "tuple[LanguageTerm, ...]":
    """Words that blame, and what to write instead."""
    return rows_of("language", codes.LanguageTerm)


@kept
def prompts(subject: str) -> "tuple[Prompt, ...]":
    """The chair's prompts for a kind of subject, in order."""
    return tuple(p for p in rows_of("prompts", codes.Prompt) if subject in p.kinds)


def wording(code: str) -> "Wording":
    """The standing wording of that code; raises Trouble where there is none."""
    row = find("wordings", code)
    if not isinstance(row, codes.Wording):
        raise Trouble(f"There is no standing wording {code}.")
    return row
