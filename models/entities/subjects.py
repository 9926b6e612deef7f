"""What the panel talks about: children, persons of concern, places, groups, things and themes."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Row
from models.entities.columns import Graded, Shared, Sourced, Verified
from models.marks import SubjectKind


class Subject(Row, Base):
    """Anything with a record of its own; `label` is the name as shown."""

    __tablename__ = "subject"
    kind: Mapped[str] = mapped_column(index=True)
    label: Mapped[str] = mapped_column(index=True)
    note: Mapped[str | None]
    closed_on: Mapped[date | None]
    closed_reason: Mapped[str | None]
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_abstract": True}


class Child(Subject):
    """A child or young person, always a child first."""

    __tablename__ = "child"
    id: Mapped[int] = mapped_column(ForeignKey("subject.id"), primary_key=True)
    system_id: Mapped[str | None] = mapped_column(index=True)
    nhs_number: Mapped[str | None] = mapped_column(index=True)
    single_identifier: Mapped[str | None]
    upn: Mapped[str | None]
    police_reference: Mapped[str | None]
    youth_justice_reference: Mapped[str | None]
    birth_date: Mapped[date | None] = mapped_column(index=True)
    birth_date_note: Mapped[str | None]
    pronouns: Mapped[str | None]
    gender: Mapped[str | None]
    ethnicity: Mapped[str | None]
    ethnicity_code: Mapped[str | None]
    nationality: Mapped[str | None]
    immigration_status: Mapped[str | None]
    first_language: Mapped[str | None]
    interpreter: Mapped[bool | None]
    religion: Mapped[str | None]
    disability: Mapped[str | None]
    postcode: Mapped[str | None]
    living_situation: Mapped[str | None]
    placement: Mapped[str | None]
    placed_by: Mapped[str | None]
    school: Mapped[str | None]
    attendance: Mapped[str | None]
    parental_responsibility: Mapped[str | None]
    lead_name: Mapped[str | None]
    lead_member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    team: Mapped[str | None]
    iro_or_cp_chair: Mapped[str | None]
    other_fora: Mapped[str | None]
    do_not_write: Mapped[bool] = mapped_column(default=False)
    safe_to_write: Mapped[str | None]
    deceased: Mapped[bool] = mapped_column(default=False)
    missing_90_days: Mapped[int | None]
    missing_told_on: Mapped[date | None]
    missing_12_months: Mapped[int | None]
    nrm_status: Mapped[str | None]
    __mapper_args__ = {"polymorphic_identity": SubjectKind.CHILD.value}


class PersonOfConcern(Subject, Sourced, Graded):
    """A person who may harm children; where a child, the child's own record is named."""

    __tablename__ = "person_of_concern"
    id: Mapped[int] = mapped_column(ForeignKey("subject.id"), primary_key=True)
    child_id: Mapped[int | None] = mapped_column(ForeignKey("child.id"))
    system_id: Mapped[str | None] = mapped_column(index=True)
    birth_date: Mapped[date | None] = mapped_column(index=True)
    age_band: Mapped[str | None]
    gender: Mapped[str | None]
    postcode: Mapped[str | None]
    description: Mapped[str | None]
    occupation: Mapped[str | None]
    position_of_trust: Mapped[bool | None]
    police_reference: Mapped[str | None]
    status: Mapped[str] = mapped_column(default="unverified")
    category: Mapped[str | None]
    priority: Mapped[str | None]
    grounds: Mapped[str | None]
    offender_manager: Mapped[str | None]
    adopted_on: Mapped[date | None]
    review_on: Mapped[date | None]
    __mapper_args__ = {
        "polymorphic_identity": SubjectKind.PERSON.value,
        "inherit_condition": id == Subject.id,
    }


class Place(Subject, Sourced):
    """A place of concern, on the ground or online."""

    __tablename__ = "place"
    id: Mapped[int] = mapped_column(ForeignKey("subject.id"), primary_key=True)
    place_type: Mapped[str | None]
    address: Mapped[str | None]
    postcode: Mapped[str | None]
    uprn: Mapped[str | None]
    map_reference: Mapped[str | None]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    ward: Mapped[str | None]
    district: Mapped[str | None]
    owner: Mapped[str | None]
    licence_holder: Mapped[str | None]
    hours: Mapped[str | None]
    harm_type: Mapped[str | None]
    what_happens: Mapped[str | None]
    features: Mapped[str | None]
    guardians: Mapped[str | None]
    assessment_status: Mapped[str | None]
    priority: Mapped[str | None]
    adopted_on: Mapped[date | None]
    review_on: Mapped[date | None]
    __mapper_args__ = {"polymorphic_identity": SubjectKind.PLACE.value}


class Group(Subject, Sourced):
    """A peer group, urban street group or network."""

    __tablename__ = "peer_group"
    id: Mapped[int] = mapped_column(ForeignKey("subject.id"), primary_key=True)
    group_type: Mapped[str | None]
    started: Mapped[date | None]
    tension: Mapped[str | None]
    assessment: Mapped[str | None]
    plan_lead: Mapped[str | None]
    communications_line: Mapped[str | None]
    review_on: Mapped[date | None]
    __mapper_args__ = {"polymorphic_identity": SubjectKind.GROUP.value}


class Vehicle(Subject, Sourced):
    """A vehicle by registration mark; the label is the mark."""

    __tablename__ = "vehicle"
    id: Mapped[int] = mapped_column(ForeignKey("subject.id"), primary_key=True)
    registration: Mapped[str] = mapped_column(index=True)
    make: Mapped[str | None]
    colour: Mapped[str | None]
    keeper: Mapped[str | None]
    taxi_licence: Mapped[str | None]
    marker: Mapped[str | None]
    __mapper_args__ = {"polymorphic_identity": SubjectKind.VEHICLE.value}


class Phone(Subject, Sourced):
    """A telephone by its digits; the label is the number as written."""

    __tablename__ = "phone"
    id: Mapped[int] = mapped_column(ForeignKey("subject.id"), primary_key=True)
    digits: Mapped[str] = mapped_column(index=True)
    imei: Mapped[str | None]
    sim: Mapped[str | None]
    network: Mapped[str | None]
    line_name: Mapped[str | None]
    restriction_order: Mapped[str | None]
    __mapper_args__ = {"polymorphic_identity": SubjectKind.PHONE.value}


class OnlineAccount(Subject, Sourced):
    """An online account or a bank account."""

    __tablename__ = "online_account"
    id: Mapped[int] = mapped_column(ForeignKey("subject.id"), primary_key=True)
    platform: Mapped[str | None]
    handle: Mapped[str] = mapped_column(index=True)
    display_name: Mapped[str | None]
    reported_to: Mapped[str | None]
    evidence_preserved: Mapped[bool | None]
    __mapper_args__ = {"polymorphic_identity": SubjectKind.ACCOUNT.value}


class Theme(Subject, Sourced):
    """A theme or trend."""

    __tablename__ = "theme"
    id: Mapped[int] = mapped_column(ForeignKey("subject.id"), primary_key=True)
    description: Mapped[str | None]
    review_on: Mapped[date | None]
    __mapper_args__ = {"polymorphic_identity": SubjectKind.THEME.value}


class Alias(Row, Base):
    """Another name that a subject goes by."""

    __tablename__ = "alias"
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"), index=True)
    name: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str] = mapped_column(default="alias")
    source: Mapped[str | None]


class Address(Row, Base):
    """An address of a subject over time."""

    __tablename__ = "address"
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"), index=True)
    text: Mapped[str]
    postcode: Mapped[str | None]
    kind: Mapped[str] = mapped_column(default="home")
    since: Mapped[date | None]
    until: Mapped[date | None]
    restricted: Mapped[bool] = mapped_column(default=False)


class Link(Row, Base, Shared, Graded, Verified, Sourced):
    """A typed, directed, dated and sourced link from one subject to another.

    The direction is part of the relation: `from_id` does the verb to `to_id`; `from_role` and
    `to_role` say who is harmed and who causes harm, so that neither can be read the other way.
    """

    __tablename__ = "link"
    from_id: Mapped[int] = mapped_column(ForeignKey("subject.id"), index=True)
    to_id: Mapped[int] = mapped_column(ForeignKey("subject.id"), index=True)
    relation: Mapped[str]
    from_role: Mapped[str | None]
    to_role: Mapped[str | None]
    confidence: Mapped[str] = mapped_column(default="suspected")
    confirmed: Mapped[bool] = mapped_column(default=False)
    agency_id: Mapped[int | None] = mapped_column(ForeignKey("agency.id"))
    first_seen: Mapped[date | None]
    last_seen: Mapped[date | None]
    expires_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    note: Mapped[str | None]
    recorded_on: Mapped[date | None] = mapped_column(index=True)


class SameAs(Row, Base):
    """A person's word that two subjects are, or are not, the same."""

    __tablename__ = "same_as"
    lead_id: Mapped[int] = mapped_column(ForeignKey("subject.id"), index=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("subject.id"), index=True)
    same: Mapped[bool]
    reason: Mapped[str | None]
    decided_by: Mapped[str | None]
    decided_on: Mapped[date | None]
