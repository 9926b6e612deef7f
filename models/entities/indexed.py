"""What is searched: every name and number, and all that is said, asked, decided and agreed."""

from models.entities.children import Assessment, MissingEpisode, NrmReferral, ReturnInterview
from models.entities.disruption import DisruptionPlan, Measure
from models.entities.meetings import AgendaItem, Discussion, InformationLine, Meeting
from models.entities.minutes import MinutesComment, MinutesVersion
from models.entities.outcomes import (
    Action,
    ActionSubject,
    ActionUpdate,
    Decision,
    Recommendation,
    RiskJudgement,
    Telling,
)
from models.entities.referrals import Referral, TriageAnswer
from models.entities.subjects import (
    Address,
    Alias,
    Child,
    Group,
    Link,
    OnlineAccount,
    PersonOfConcern,
    Phone,
    Place,
    Theme,
    Vehicle,
)
from models.storage import derived
from models.storage.index.index import Index
from models.storage.index.sources import source

# The codes are in the file: a source that goes leaves a gap, a changed one needs a new version.
SUBJECTS = (
    source(1, Child, "label", "system_id", "nhs_number", "single_identifier", "upn",
           "police_reference", "youth_justice_reference", "postcode", people=True),
    source(2, PersonOfConcern, "label", "system_id", "police_reference", "postcode", people=True),
    source(3, Place, "label", "address", "postcode", "uprn", "owner", "licence_holder"),
    source(4, Group, "label"),
    source(5, Vehicle, "label", "registration", "taxi_licence", "keeper"),
    source(6, Phone, "label", "digits", "imei", "sim", "line_name"),
    source(7, OnlineAccount, "label", "handle", "display_name"),
    source(8, Theme, "label"),
)  # fmt: skip
ALIAS = source(9, Alias, "name", people=True)
ADDRESS = source(10, Address, "text", "postcode")

CHILD = source(21, Child, "note", "school", "placement", "closed_reason")
PERSON = source(22, PersonOfConcern, "note", "grounds", "description", "occupation",
                "closed_reason")  # fmt: skip
PLACE = source(23, Place, "note", "what_happens", "features", "guardians", "closed_reason")
GROUP = source(24, Group, "note", "assessment", "tension", "communications_line", "closed_reason")
THEME = source(25, Theme, "note", "description", "closed_reason")
VEHICLE = source(26, Vehicle, "note", "make", "colour", "marker", "closed_reason")
PHONE = source(27, Phone, "note", "network", "closed_reason")
ACCOUNT = source(28, OnlineAccount, "note", "platform", "closed_reason")
REFERRAL = source(31, Referral, "reference", "reason", "ask", "tried", "barrier", "voice",
                  "parents_view", "immediate_risk_told", "immediate_risk_reference",
                  "outcome_reason", "referrer_name", "referrer_agency")  # fmt: skip
TRIAGE = source(32, TriageAnswer, "note")
ITEM = source(41, AgendaItem, "title", "ask", "reason", "deferred_reason")
DISCUSSION = source(42, Discussion, "presentation", "voice", "voice_absent_reason", "parents_view",
                    "protective", "analysis", "diversity", "for_file", "nrm_considered",
                    "communications_line")  # fmt: skip
LINE = source(43, InformationLine, "text")
RISK = source(44, RiskJudgement, "rationale", "dissent")
DECISION = source(45, Decision, "label", "rationale", "dissent", "legal_basis")
TELLING = source(46, Telling, "teller", "text", "must_not")
MEETING = source(47, Meeting, "previous_minutes_corrections", "other_business")
ACTION = source(51, Action, "reference", "text", "success", "owner_name")
ACTION_PART = source(52, ActionSubject, "part_text")
UPDATE = source(53, ActionUpdate, "text", "reason", "evidence")
RECOMMENDATION = source(54, Recommendation, "reference", "text", "outcome_sought",
                        "evidence_sought", "addressed_to", "modified_text", "reply_reason",
                        "plan_evidence", "earlier_answers")  # fmt: skip
PLAN = source(61, DisruptionPlan, "reference", "objective", "intelligence_gaps", "risks",
              "family_views", "family_can_do", "community_impact", "communications_line",
              "outcome", "displacement")  # fmt: skip
MEASURE = source(62, Measure, "name", "against", "lead", "court", "reference", "conditions",
                 "effect", "not_pursued_reason")  # fmt: skip
LINK = source(63, Link, "note", "source")
ASSESSMENT = source(71, Assessment, "rationale", "author")
EPISODE = source(72, MissingEpisode, "missing_from", "found_where", "found_with", "harm",
                 "police_reference")  # fmt: skip
INTERVIEW = source(73, ReturnInterview, "learned", "push_factors", "pull_factors", "place", "harm")
NRM = source(74, NrmReferral, "reference", "reason", "as_worded", "section_45_note")
MINUTES = source(81, MinutesVersion, "corrections")
COMMENT = source(82, MinutesComment, "text")

NAMES = (*SUBJECTS, ALIAS, ADDRESS)
TEXTS = (
    CHILD, PERSON, PLACE, GROUP, THEME, VEHICLE, PHONE, ACCOUNT, REFERRAL, TRIAGE, ITEM,
    DISCUSSION, LINE, RISK, DECISION, TELLING, MEETING, ACTION, ACTION_PART, UPDATE,
    RECOMMENDATION, PLAN, MEASURE, LINK, ASSESSMENT, EPISODE, INTERVIEW, NRM, MINUTES, COMMENT,
)  # fmt: skip

INDEX = derived.register(Index(NAMES, TEXTS).derived())
