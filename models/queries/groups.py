"""A group's page: members, growth, places shared, and its assessments as a reader may see them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Child, Group, GroupAssessment, GroupMember, GroupTelling, Link, Subject
from models.errors import Refusal
from models.marks import PEOPLE, Information, SubjectKind
from models.queries.joined import joined
from models.queries.knowable import (
    NOT_THERE,
    all_records_of,
    check_knowable,
    knowable,
    leads,
    may_know_of,
)
from models.queries.links import links_of, stands_for
from models.queries.short_labels import short_label
from models.queries.together import About, foresee, grouped
from models.queries.visible import minuted, visible_to
from models.records.groups import (
    GroupRecord,
    GroupVersion,
    Growth,
    MemberRow,
    SharedPlace,
    ToldRow,
)
from models.records.reader import Reader
from models.rules.ages import age
from models.rules.groups import by_role, growth
from models.rules.links import NOT_VERIFIED

MEMBER, RUMOUR = "member of", Information.INTELLIGENCE.value
Ids = tuple[int, ...]


def group(session: Session, reader: Reader, group_id: int) -> GroupRecord:
    """A group's page; Refusal where it is no group that the reader may know of.

    An assessment that speaks of a member of whom the reader may not know is not read at all.
    """
    ids = check_knowable(session, reader, group_id)
    family = joined(session, Group, ids)
    if not family.records:
        raise Refusal(NOT_THERE)
    versions = _versions(session, reader, ids)
    now = members(session, reader, ids, versions[0] if versions else None)
    return GroupRecord(
        id=ids[0],
        name=family.records[0].label,
        type=family.value("group_type"),
        started=family.value("started"),
        review_on=family.value("review_on"),
        members=now,
        growth=_since(versions, now, reader.today),
        places=_places(session, reader, ids, now),
        versions=versions,
    )


def members(
    session: Session, reader: Reader, ids: Ids, latest: GroupVersion | None = None
) -> tuple[MemberRow, ...]:
    """Who is a member now, as far as the reader may know, in the role last assessed."""
    roles = {one.subject_id: one.role for one in latest.members} if latest else {}
    has_member = codes.relation_wording(MEMBER, False)
    # Of a fact and intelligence that say the same the fact stands.
    found = sorted(links_of(session, reader, ids[0]), key=lambda one: one.information == RUMOUR)
    told = {
        one.other_id: one
        for one in reversed(found)
        if one.other_kind in PEOPLE and not one.outgoing and one.relation == has_member
    }
    rows = sorted(told.values(), key=lambda one: one.id)
    born = _births(session, (one.other_id for one in rows))
    return by_role(
        MemberRow(
            one.other_id,
            one.other_kind,
            one.other_label,
            one.other_initials,
            roles.get(one.other_id),
            age(born.get(one.other_id), reader.today),
            one.first_seen or one.recorded_on,
            _sure(one.confidence, one.information),
            one.confirmed,
        )
        for one in rows
    )


def _sure(confidence: str, information: str) -> str:
    """How sure a membership is; that it is only intelligence is said with it."""
    return f"{confidence}, {NOT_VERIFIED}" if information == RUMOUR else confidence


def _since(versions: Sequence[GroupVersion], now: tuple[MemberRow, ...], today: date) -> Growth:
    """What has changed since the last assessment before today."""
    last = next((one for one in versions if one.assessed_on < today), None)
    return _between(last, now)


def _between(last: GroupVersion | None, now: tuple[MemberRow, ...]) -> Growth:
    return growth(last.members, now, last.assessed_on) if last else Growth(None)


def _births(session: Session, subject_ids: Iterable[int]) -> Mapping[int, date | None]:
    wanted = tuple(subject_ids)
    rows = session.execute(select(Child.id, Child.birth_date).where(Child.id.in_(wanted)))
    return dict(rows.all())


def _versions(session: Session, reader: Reader, ids: Ids) -> tuple[GroupVersion, ...]:
    found = session.scalars(
        select(GroupAssessment)
        .where(GroupAssessment.group_id.in_(ids), visible_to(reader, GroupAssessment))
        .order_by(GroupAssessment.assessed_on, GroupAssessment.id)
    ).all()
    found = [one for one in found if minuted(reader, one)]
    asked = tuple(one.id for one in found)
    unknown = of_others(session, reader, asked)
    then, told = _members_then(session, reader, asked), _told(session, found)
    made: list[GroupVersion] = []
    for one in (each for each in found if each.id not in unknown):
        here = _version(one, by_role(then.get(one.id, ())), tuple(told.get(one.id, ())))
        last = made[-1] if made else None
        made.append(replace(here, growth=_between(last, here.members)))
    return tuple(reversed(made))


def _version(
    one: GroupAssessment, then: tuple[MemberRow, ...], told: tuple[ToldRow, ...]
) -> GroupVersion:
    return GroupVersion(
        one.id,
        one.assessed_on,
        one.author,
        one.people,
        one.places,
        one.risk,
        one.tension,
        one.plan,
        one.plan_lead,
        one.review_on,
        one.sharing,
        then,
        told,
    )


def of_others(session: Session, reader: Reader, asked: Ids) -> frozenset[int]:
    """Assessments that found a member in whom the reader has declared an interest."""
    if not reader.conflicted_subjects:
        return frozenset()
    knows = may_know_of(session, replace(reader, only_items=None, register=True))
    rows = session.execute(
        select(GroupMember.assessment_id, Link.from_id)
        .join(Link, Link.id == GroupMember.link_id)
        .where(GroupMember.assessment_id.in_(asked))
    )
    folded = leads(session)
    return frozenset(
        assessment
        for assessment, member in rows
        if not (knows(member) and knows(folded.get(member, member)))
    )


def _members_then(session: Session, reader: Reader, asked: Ids) -> Mapping[int, list[MemberRow]]:
    """Members that each assessment found, by links that the reader may see."""
    rows = session.execute(
        select(GroupMember.assessment_id, GroupMember.role, Link, Subject)
        .join(Link, Link.id == GroupMember.link_id)
        .join(Subject, Subject.id == Link.from_id)
        .where(
            GroupMember.assessment_id.in_(asked),
            visible_to(reader, Link),
            knowable(reader, Link.from_id),
        )
        .order_by(GroupMember.id)
    ).all()
    folded = leads(session)
    found: dict[tuple[int, int], MemberRow] = {}
    for assessment, role, link, subject in rows:
        stands = stands_for(session, folded, subject)
        made = _then(session, stands, role, link)
        known = found.get((assessment, stands.id))
        # Still a member by one of two links is still a member.
        if known is None or (known.left_on is not None and made.left_on is None):
            found[assessment, stands.id] = made
    return grouped((assessment, made) for (assessment, _), made in found.items())


def _then(session: Session, one: Subject, role: str | None, link: Link) -> MemberRow:
    return MemberRow(
        one.id,
        one.kind,
        one.label,
        short_label(session, one.kind, one.label),
        role,
        since=link.first_seen or link.recorded_on,
        confidence=_sure(link.confidence, link.information),
        confirmed=link.confirmed,
        left_on=link.ended_on,
    )


def _told(session: Session, versions: Sequence[GroupAssessment]) -> Mapping[int, list[ToldRow]]:
    said_on = {one.id: one.assessed_on for one in versions}
    rows = session.scalars(
        select(GroupTelling)
        .where(GroupTelling.assessment_id.in_(said_on))
        .order_by(GroupTelling.by_date.is_(None), GroupTelling.by_date, GroupTelling.id)
    )
    return grouped(
        (
            one.assessment_id,
            ToldRow(
                one.id,
                one.whom,
                one.text,
                one.teller,
                one.by_date,
                one.told_on,
                said_on[one.assessment_id],
            ),
        )
        for one in rows
    )


def _places(
    session: Session, reader: Reader, ids: Ids, now: tuple[MemberRow, ...]
) -> tuple[SharedPlace, ...]:
    """Places of the group, and those that two members or more have to do with; schools shared."""
    foresee(session, About.SUBJECT, (one.subject_id for one in now))
    whose: dict[int, list[str]] = {}
    named: dict[int, tuple[str, str]] = {}
    for who, subject_id in (("the group", ids[0]), *((one.label, one.subject_id) for one in now)):
        for link in links_of(session, reader, subject_id):
            if link.other_kind == SubjectKind.PLACE:
                named[link.other_id] = (link.other_label, "place")
                whose.setdefault(link.other_id, []).append(who)
    own = [
        SharedPlace(*named[one], tuple(dict.fromkeys(who)), one)
        for one, who in whose.items()
        if "the group" in who or len(set(who)) > 1
    ]
    found = (*own, *_schools(session, now))
    return tuple(sorted(found, key=lambda one: (-len(one.whose), one.label.casefold())))


def _schools(session: Session, now: tuple[MemberRow, ...]) -> Iterable[SharedPlace]:
    at: dict[str, list[str]] = {}
    for one in now:
        if one.kind == SubjectKind.CHILD:
            family = joined(session, Child, all_records_of(session, one.subject_id))
            if school := family.value("school"):
                at.setdefault(" ".join(school.split()), []).append(one.label)
    return (SharedPlace(name, "school", tuple(who)) for name, who in at.items() if len(who) > 1)
