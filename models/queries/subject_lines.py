"""The lines of the file on one subject, entry by entry, each with whether it goes as it stands."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, case, func, or_, select
from sqlalchemy.orm import Session

from models.entities import (
    Address,
    Agency,
    AgendaItem,
    Alias,
    Child,
    Communication,
    Decision,
    Discussion,
    Escalation,
    Exploitation,
    FlowEntry,
    FlowStepDone,
    InformationLine,
    ItemColumns,
    Meeting,
    MissingCircumstances,
    MissingEpisode,
    MissingInformation,
    Need,
    Paper,
    PaperSubject,
    PersonOfConcern,
    Referral,
    ReturnInterview,
    RiskJudgement,
    Subject,
    Telling,
)
from models.marks import Information, Sharing, SubjectKind
from models.queries.subject_agreed import actions_kept_back, agreed
from models.queries.subject_assessed import assessments, statuses
from models.queries.subject_beside import BESIDE, nrm, services
from models.queries.subject_fields import (
    CRIME,
    HIDDEN,
    ORIGINATOR,
    RESTRICTED,
    Ids,
    day_of,
    fields_of,
    held_back,
    items_of_subject,
)
from models.records.disclosure import FileLine
from models.records.reader import Reader
from models.rules.philomena import PART_1, PART_2

Fields = tuple[tuple[str, str], ...]
RECORD = "The record"
PAPER = "Paper"
OF_CONCERN = frozenset({"person_of_concern", "persons"})
"""Papers about persons of concern: in anybody else's file their kind would tell of one."""
PAPERS = {
    "child": "Referral form",
    "person_of_concern": "Nomination form",
    "return": "What an agency told",
    "missing": "Missing episodes",
    "actions": "Action log",
    "reply": "Reply to recommendations",
    "assessment": "Risk assessment",
    "place_assessment": "Assessment of a place",
    "update": "Update by the worker",
    "message": "E-mail",
    "persons": "List of persons",
    "tracker": "List of children",
}
"""What each kind of paper is called for whoever never saw its form."""

CHILD: Fields = (
    ("label", "Name"), ("system_id", "Case number"), ("birth_date", "Date of birth"),
    ("pronouns", "Pronouns"), ("gender", "Gender"), ("ethnicity", "Ethnicity"),
    ("nationality", "Nationality"), ("first_language", "First language"),
    ("religion", "Religion"), ("disability", "Disability"), ("postcode", "Postcode"),
    ("living_situation", "Living situation"), ("placement", "Placement"), ("school", "School"),
    ("parental_responsibility", "Parental responsibility"), ("note", "Note"),
    ("closed_on", "Closed on"), ("closed_reason", "Why it was closed"),
)  # fmt: skip
PERSON: Fields = (
    ("label", "Name"), ("birth_date", "Date of birth"), ("gender", "Gender"),
    ("postcode", "Postcode"), ("description", "Description"), ("occupation", "Occupation"),
    ("status", "Status"), ("grounds", "Grounds"), ("note", "Note"),
    ("closed_on", "Closed on"), ("closed_reason", "Why it was closed"),
)  # fmt: skip
AT_WORK: Fields = (
    ("lead_name", "Lead professional"), ("team", "Team"), ("iro_or_cp_chair", "IRO or CP chair"),
)  # fmt: skip
OVER_TIME: tuple[tuple[Any, str, str, str, Fields], ...] = (
    (Exploitation, "child_id", "since", "Exploitation", (("worded", ""), ("confidence", ""))),
    (Need, "child_id", "since", "Needs", (("code", ""),)),
    (MissingEpisode, "child_id", "reported_at", "Missing episodes", (
        ("returned_at", "Returned"), ("missing_from", "From"), ("found_where", "Found"),
        ("found_with", "Found with"), ("harm", "Harm"))),
    (MissingInformation, "child_id", "reviewed_on", "For the police when missing",
     tuple(PART_1.items())),
    *BESIDE,
    (FlowEntry, "child_id", "entered_on", "Flow", (
        ("flow_label", "Flow"), ("reason", "Why entered"), ("ended_reason", "Why ended"))),
    (Referral, "subject_id", "received_on", "Referrals", (
        ("referrer_agency", "From"), ("reason", "Reason"), ("ask", "Asked for"),
        ("tried", "Tried before"), ("barrier", "What stood in the way"),
        ("voice", "What the child says"), ("parents_view", "What parents say"),
        ("outcome_reason", "Outcome"))),
)  # fmt: skip
AT_ITEM: tuple[tuple[Any, Fields], ...] = (
    (AgendaItem, (("reason", "Reason on the agenda"),)),
    (Discussion, (
        ("presentation", "Presentation"), ("voice", "What the child says"),
        ("voice_absent_reason", "Why the child was not heard"),
        ("parents_view", "What parents say"), ("protective", "Protective factors"),
        ("analysis", "Analysis"), ("diversity", "Diversity"), ("for_file", "For the file"),
        ("nrm_considered", "NRM considered"))),
    (RiskJudgement, (("before", "Risk before"), ("after", "Risk after"), ("rationale", "Why"))),
    (Decision, (("label", "Decision"), ("rationale", "Why"))),
    (ItemColumns, (("people", "People"), ("places", "Places"), ("risk", "Risk"))),
    (Telling, (("whom", "Who is told"), ("text", "What is told"))),
    (Communication, (("what", "What is said"), ("to_whom", "To whom"))),
    (Escalation, (
        ("reason", "Why it goes to another tier"), ("asked", "What that tier is asked"),
        ("answer", "What it answered"))),
)  # fmt: skip


def all_lines(session: Session, reader: Reader, ids: Ids) -> Iterator[FileLine]:
    """Every line of the file on a subject."""
    yield from _record(session, ids)
    yield from statuses(session, reader, ids)
    yield from assessments(session, ids)
    for entity, owner, day, section, fields in OVER_TIME:
        rows = session.scalars(select(entity).where(getattr(entity, owner).in_(ids)))
        for one in rows:
            yield from fields_of(one, section, day_of(getattr(one, day)), fields)
    yield from nrm(session, ids)
    yield from services(session, ids)
    yield from _steps(session, ids)
    yield from _interviews(session, ids)
    yield from _circumstances(session, ids)
    yield from _meetings(session, ids)
    yield from _lines(session, ids)
    yield from agreed(session, ids)
    yield from _papers(session, ids)


def lines_kept_back(session: Session, ids: Ids) -> Counter[str]:
    """How many lines and actions about a subject are not read, by reason."""
    found: Counter[str] = Counter()
    reason = case((InformationLine.sharing.in_(HIDDEN), RESTRICTED), else_=CRIME)
    wanted = select(reason, func.count()).where(_about(ids), ~_open()).group_by(reason)
    for code, number in session.execute(wanted):
        found[code] += number
    found[RESTRICTED] += actions_kept_back(session, ids)
    return found


def _about(ids: Ids) -> ColumnElement[bool]:
    line = InformationLine
    return or_(line.subject_id.in_(ids),
               line.subject_id.is_(None) & line.item_id.in_(items_of_subject(ids)))  # fmt: skip


def _open() -> ColumnElement[bool]:
    """True for a line that is read: for all or named agencies, and no intelligence."""
    line = InformationLine
    return line.sharing.not_in(HIDDEN) & (line.information != Information.INTELLIGENCE.value)


def _record(session: Session, ids: Ids) -> Iterator[FileLine]:
    for child in session.scalars(select(Child).where(Child.id.in_(ids))):
        yield from fields_of(child, RECORD, None, CHILD)
        yield from fields_of(child, RECORD, None, AT_WORK, professional=True)
    for person in session.scalars(select(PersonOfConcern).where(PersonOfConcern.id.in_(ids))):
        secret = person.information == Information.INTELLIGENCE.value
        fields = tuple(one for one in PERSON if not (secret and one[0] == "grounds"))
        yield from fields_of(person, RECORD, None, fields)
    for alias in session.scalars(select(Alias).where(Alias.subject_id.in_(ids))):
        yield FileLine(f"alias.{alias.id}.name", RECORD, alias.name, said="Other name")
    told = select(Address).where(Address.subject_id.in_(ids), Address.restricted.is_(False))
    for home in session.scalars(told):
        yield FileLine(f"address.{home.id}.text", RECORD, home.text, home.since, "Address")


def _steps(session: Session, ids: Ids) -> Iterator[FileLine]:
    rows = session.execute(
        select(FlowStepDone, FlowEntry.flow_label)
        .join(FlowEntry, FlowEntry.id == FlowStepDone.entry_id)
        .where(FlowEntry.child_id.in_(ids))
        .order_by(FlowStepDone.id)
    )
    told = (("label", "Step"), ("state", "Stands"), ("note", "What came of it"), ("reason", "Why"))
    for step, flow in rows:
        yield from fields_of(step, f"Flow {flow}", step.done_on or step.began_on, told)


def _interviews(session: Session, ids: Ids) -> Iterator[FileLine]:
    rows = session.execute(
        select(ReturnInterview, MissingEpisode.reported_at)
        .join(MissingEpisode, MissingEpisode.id == ReturnInterview.episode_id)
        .where(MissingEpisode.child_id.in_(ids))
    )
    fields = (("learned", "Learned"), ("push_factors", "Push"), ("pull_factors", "Pull"),
              ("harm", "Harm told of"))  # fmt: skip
    for one, reported in rows:
        yield from fields_of(one, "Return interviews", day_of(one.conducted_at or reported), fields)


def _circumstances(session: Session, ids: Ids) -> Iterator[FileLine]:
    rows = session.execute(
        select(MissingCircumstances, MissingEpisode.reported_at)
        .join(MissingEpisode, MissingEpisode.id == MissingCircumstances.episode_id)
        .where(MissingEpisode.child_id.in_(ids))
        .order_by(MissingCircumstances.id)
    )
    for one, reported in rows:
        yield from fields_of(
            one, "For the police when missing", day_of(reported), tuple(PART_2.items())
        )


def _meetings(session: Session, ids: Ids) -> Iterator[FileLine]:
    for entity, fields in AT_ITEM:
        read = select(entity, Meeting.held_on)
        if entity is not AgendaItem:
            read = read.join(AgendaItem, AgendaItem.id == entity.item_id)
        rows = session.execute(
            read.join(Meeting, Meeting.id == AgendaItem.meeting_id)
            .where(AgendaItem.id.in_(items_of_subject(ids)))
            .order_by(Meeting.held_on)
        )
        for one, held_on in rows:
            yield from fields_of(one, "Meetings", held_on, fields)


def _lines(session: Session, ids: Ids) -> Iterator[FileLine]:
    """What agencies told of the subject; for named agencies only once the agency agrees."""
    rows = session.execute(
        select(InformationLine, Agency.name, Meeting.held_on)
        .outerjoin(Agency, Agency.id == InformationLine.agency_id)
        .outerjoin(Meeting, Meeting.id == InformationLine.meeting_id)
        .where(_about(ids), _open(), InformationLine.text.is_not(None))
        .order_by(InformationLine.id)
    )
    for one, agency, held_on in rows:
        said = ", ".join(filter(None, (agency, one.information)))
        text, key = one.text or "", f"information_line.{one.id}.text"
        named = one.sharing == Sharing.NAMED_AGENCIES.value
        why = ORIGINATOR if named or one.disclosable == "no" else held_back(text)
        yield FileLine(key, "What agencies told", text, one.information_date or held_on, said, why)


def _papers(session: Session, ids: Ids) -> Iterator[FileLine]:
    about = session.get_one(Subject, ids[0]).kind
    rows = session.scalars(
        select(Paper)
        .join(PaperSubject, PaperSubject.paper_id == Paper.id)
        .where(PaperSubject.subject_id.in_(ids))
        .order_by(Paper.id)
    )
    for one in dict.fromkeys(rows):
        text = PAPERS.get(one.kind, one.kind.replace("_", " ").capitalize())
        if one.kind in OF_CONCERN and about != SubjectKind.PERSON:
            text = PAPER
        yield FileLine(f"paper.{one.id}.kind", "Papers", text, day_of(one.received_at))
