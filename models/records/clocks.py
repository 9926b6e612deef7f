"""Clocks that run for children: return interviews, the NRM, assessments, reviews."""

from dataclasses import dataclass
from datetime import date, datetime

INTERVIEW, MISSING, STRATEGY = "Return interview", "Missing now", "Strategy meeting"
NRM, ASSESSMENT, REVIEW, READY = "NRM", "Risk assessment", "Review", "Missing information"
FLOW = "Flow step"
TELLING = "To be told"
CLOCKS = (MISSING, INTERVIEW, STRATEGY, NRM, ASSESSMENT, REVIEW, FLOW, TELLING, READY)
"""The kinds of clock, as the board names them."""


@dataclass(frozen=True)
class ClockRow:
    """One running clock: whose, what is awaited, until when, and how that stands in words.

    `urgency` is high once the time is over, medium while little of it is left. `section` is where
    on the child's page it is answered.
    """

    key: tuple[str, int]
    kind: str
    child_id: int
    child: str
    due: datetime | None
    words: str
    detail: str
    urgency: str
    section: str
    lead: str | None = None

    @property
    def on(self) -> date | None:
        """The day until when it runs."""
        return self.due.date() if self.due is not None else None


@dataclass(frozen=True)
class StrategyProposal:
    """A child whose missing episodes call for a strategy meeting; the latest of them answers."""

    child_id: int
    child: str
    episode_id: int
    episodes: int
    days: int
    reported: datetime


@dataclass(frozen=True)
class TellingRow:
    """Who tells a child or the family what was agreed; `not_told` where they are not to be told."""

    id: int
    child_id: int
    meeting_on: date
    whom: str
    teller: str | None
    by_date: date | None
    told_on: date | None
    text: str | None
    must_not: str | None
    not_told: bool


@dataclass(frozen=True)
class NrmRow:
    """A referral to the NRM, or that one was considered: what is entered, and how far it is.

    `warning` is said where whoever is to refer may not, or days stand in the wrong order. Nothing
    is `awaited` of what a later entry tells anew.
    """

    id: int
    child_id: int
    stage: str
    status: str
    considered: bool | None
    considered_on: date | None
    considered_by: str | None
    to_refer: bool | None
    reason: str | None
    referred_on: date | None
    first_responder: str | None
    reference: str | None
    deciding_body: str | None
    exploitation_type: str | None
    county_lines: bool | None
    reasonable_grounds: str | None
    reasonable_grounds_on: date | None
    conclusive_grounds: str | None
    conclusive_grounds_on: date | None
    reconsideration_on: date | None
    reconsideration: str | None
    guardian: str | None
    guardian_on: date | None
    section_45: bool | None
    section_45_note: str | None
    disqualified: bool | None
    review_on: date | None
    as_worded: str | None
    awaited: str = ""
    clock: str = ""
    due: date | None = None
    overdue: bool = False
    warning: str = ""
