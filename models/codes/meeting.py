"""Rows of a meeting: triage, sections, attendance, decisions, actions and prompts."""

from dataclasses import dataclass

from models.codes.code import Code


@dataclass(frozen=True, kw_only=True)
class TriageQuestion(Code):
    """One of the ten questions of triage and its answers; without answers it is free text."""

    answers: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CheckPoint(Code):
    """What a referral should bring: of which kinds of exploitation, and which agencies know it.

    `speaks_of` are words by which a referral's own text says something of it.
    """

    types: tuple[str, ...] = ()
    known_by: tuple[str, ...] = ()
    speaks_of: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TriageOutcome(Code):
    """What becomes of a referral; turning away needs a reason and a second person."""

    accepts: bool = False
    holds: bool = False
    declines: bool = False
    urgent: bool = False
    needs_reason: bool = False
    needs_second_person: bool = False


@dataclass(frozen=True, kw_only=True)
class DecisionType(Code):
    """A decision on the kinds of subject it fits; closing brings the child back for a look."""

    subjects: tuple[str, ...]
    closes: bool = False
    defers: bool = False
    needs_reason: bool = False
    needs_second_person: bool = False
    needs_review_date: bool = False
    looks_again: bool = True


@dataclass(frozen=True, kw_only=True)
class AttendanceCode(Code):
    """How someone attended; `present` counts towards the quorum's presence."""

    present: bool = False
    sent_information: bool = False
    item_only: bool = False
    observer: bool = False


@dataclass(frozen=True, kw_only=True)
class ActionType(Code):
    """A type of action; a `tactic` never travels into a child's extract."""

    tactic: bool = False


@dataclass(frozen=True, kw_only=True)
class ExtractReason(Code):
    """Why no extract is due for an item; `when` is what it is offered for by itself."""

    when: str = ""


@dataclass(frozen=True, kw_only=True)
class Handling(Code):
    """Police handling of a line of intelligence; conditions travel with the line."""

    conditions: bool = False


@dataclass(frozen=True, kw_only=True)
class QuorumGroup(Code):
    """A part of the quorum, needed or wished for."""

    required: bool


@dataclass(frozen=True, kw_only=True)
class SectionName(Code):
    """A section of the agenda by its letter, and the subject kinds that stand in it."""

    kinds: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ItemMinutes(Code):
    """Minutes planned for an item: a child by item kind, others by subject kind."""

    minutes: int


@dataclass(frozen=True, kw_only=True)
class Prompt(Code):
    """A prompt of the chair's sheet: for which subjects, from which minute, for which field."""

    kinds: tuple[str, ...]
    minute: int
    field: str
