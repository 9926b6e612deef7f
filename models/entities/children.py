"""What is known of a child over time: status, exploitation, assessments, missing episodes, NRM."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Row
from models.entities.columns import Sourced


class ChildStatus(Row, Base, Sourced):
    """How a child stood from a day on; no day means since before records began.

    Figures of a day take the latest row on or before it, so past quarters stay as they were.
    """

    __tablename__ = "child_status"
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id"), index=True)
    since: Mapped[date | None]
    plan: Mapped[str | None]
    plan_code: Mapped[str | None]
    legal_status: Mapped[str | None]
    district: Mapped[str | None]
    category: Mapped[str | None]
    other_exploitation: Mapped[bool] = mapped_column(default=False)
    risk: Mapped[str | None]
    on_tracker: Mapped[bool] = mapped_column(default=True)
    on_panel: Mapped[bool] = mapped_column(default=False)


class Exploitation(Row, Base, Sourced):
    """A type of exploitation or harm for a child, as worded and as coded."""

    __tablename__ = "exploitation"
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id"), index=True)
    worded: Mapped[str]
    code: Mapped[str | None]
    group_based: Mapped[bool] = mapped_column(default=False)
    role_in_harm: Mapped[str] = mapped_column(default="harmed")
    confidence: Mapped[str | None]
    since: Mapped[date | None]
    until: Mapped[date | None]


class Need(Row, Base, Sourced):
    """A need or factor flag of a child."""

    __tablename__ = "need"
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id"), index=True)
    code: Mapped[str]
    since: Mapped[date | None]
    until: Mapped[date | None]


class Assessment(Row, Base, Sourced):
    """A risk assessment by a scheme: score, computed level, professional judgement, direction.

    A `screening` of a contact is kept among them and counts as none. `previous_level` and
    `direction` are what was told with it; where nothing was, they follow from the one before.
    """

    __tablename__ = "assessment"
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id"), index=True)
    scheme_code: Mapped[str | None]
    scheme_version: Mapped[str | None]
    assessed_on: Mapped[date | None] = mapped_column(index=True)
    author: Mapped[str | None]
    assessors_present: Mapped[str | None]
    with_child: Mapped[bool | None]
    with_family: Mapped[bool | None]
    score: Mapped[int | None]
    computed_level: Mapped[str | None]
    judgement_level: Mapped[str | None]
    rationale: Mapped[str | None]
    previous_level: Mapped[str | None]
    direction: Mapped[str | None]
    due_on: Mapped[date | None]
    ratified_level: Mapped[str | None]
    paper_id: Mapped[int | None] = mapped_column(ForeignKey("paper.id"))
    screening: Mapped[bool | None]


class IndicatorAnswer(Row, Base):
    """One indicator's answer in an assessment, as worded and as coded."""

    __tablename__ = "indicator_answer"
    assessment_id: Mapped[int] = mapped_column(ForeignKey("assessment.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    worded: Mapped[str]
    code: Mapped[str | None]
    answer: Mapped[str]
    window: Mapped[str | None]
    evidence: Mapped[str | None]
    source: Mapped[str | None]


class MissingEpisode(Row, Base, Sourced):
    """A time when a child was missing or absent.

    `strategy_meeting` is the day of a strategy meeting that followed it, `strategy_reason` why none
    is needed. A moment whose hour is not known is so by its `_by_day` (`models/rules/by_day.py`).
    """

    __tablename__ = "missing_episode"
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id"), index=True)
    kind: Mapped[str] = mapped_column(default="missing")
    missing_from: Mapped[str | None]
    reported_at: Mapped[datetime | None] = mapped_column(index=True)
    reported_by_day: Mapped[bool | None]
    reported_by: Mapped[str | None]
    returned_at: Mapped[datetime | None] = mapped_column(index=True)
    returned_by_day: Mapped[bool | None]
    police_risk: Mapped[str | None]
    police_reference: Mapped[str | None]
    found_where: Mapped[str | None]
    found_with: Mapped[str | None]
    harm: Mapped[str | None]
    prevention_check: Mapped[bool | None]
    strategy_meeting: Mapped[date | None]
    found_by: Mapped[str | None]
    strategy_reason: Mapped[str | None]
    strategy_by: Mapped[str | None]
    strategy_on: Mapped[date | None]


class ReturnInterview(Row, Base, Sourced):
    """The return home interview of an episode: offered, accepted or declined, done.

    `gone_through_on`: that day a person had answered every name and place that it tells of.
    """

    __tablename__ = "return_interview"
    episode_id: Mapped[int] = mapped_column(ForeignKey("missing_episode.id"), index=True)
    offered_at: Mapped[datetime | None]
    offered_by_day: Mapped[bool | None]
    provider: Mapped[str | None]
    accepted: Mapped[bool | None]
    declined_reason: Mapped[str | None]
    conducted_at: Mapped[datetime | None]
    conducted_by_day: Mapped[bool | None]
    independent: Mapped[bool | None]
    place: Mapped[str | None]
    push_factors: Mapped[str | None]
    pull_factors: Mapped[str | None]
    learned: Mapped[str | None]
    shared_on: Mapped[date | None]
    harm: Mapped[str | None]
    gone_through_on: Mapped[date | None]


class NrmReferral(Row, Base, Sourced):
    """National Referral Mechanism: considered, referred and decided.

    `to_refer` says, where nobody has referred yet, whether somebody is to; `reason` why or why not.
    """

    __tablename__ = "nrm_referral"
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id"), index=True)
    considered: Mapped[bool | None]
    reason: Mapped[str | None]
    referred_on: Mapped[date | None]
    first_responder: Mapped[str | None]
    reference: Mapped[str | None]
    deciding_body: Mapped[str | None]
    reasonable_grounds: Mapped[str | None]
    reasonable_grounds_on: Mapped[date | None]
    conclusive_grounds: Mapped[str | None]
    conclusive_grounds_on: Mapped[date | None]
    exploitation_type: Mapped[str | None]
    county_lines: Mapped[bool | None]
    guardian: Mapped[str | None]
    section_45: Mapped[bool | None]
    as_worded: Mapped[str | None]
    considered_on: Mapped[date | None]
    considered_by: Mapped[str | None]
    to_refer: Mapped[bool | None]
    guardian_on: Mapped[date | None]
    section_45_note: Mapped[str | None]
    disqualified: Mapped[bool | None]
    reconsideration_on: Mapped[date | None]
    reconsideration: Mapped[str | None]
    review_on: Mapped[date | None]
