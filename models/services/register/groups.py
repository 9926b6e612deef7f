"""What a person keeps of a group: its assessment, the roles of its members, who was told what."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Group, GroupAssessment, GroupMember, GroupTelling, Link
from models.errors import Refusal
from models.marks import Sharing
from models.queries.groups import MEMBER
from models.queries.knowable import all_records_of
from models.rules.groups import TEXTS
from models.services.register.adding import existing
from models.services.register.fields import need, put
from models.services.signed_in import Service

NOTHING = "Say something of people, places, risk, tension or the plan."
NOT_YET = "An assessment is dated today or earlier."


class Grouping(Service):
    """Assessments of groups; a version that stands is never changed, the next one is added."""

    def assess_group(
        self,
        group_id: int,
        *,
        assessed_on: date | None = None,
        author: str | None = None,
        roles: Mapping[int, str | None] | None = None,
        sharing: Sharing | str = Sharing.ALL_PANEL,
        shared_with: tuple[int, ...] = (),
        **texts: Any,
    ) -> int:
        """A new version of a group's assessment, with who is a member now. Gives its id.

        `roles` names roles by member; whoever is not in it keeps the role they had. Texts:
        people, places, risk, tension, plan, plan_lead, review_on.
        """
        self._check("edit_record")
        day = assessed_on or self._today
        if day > self._today:
            raise Refusal(NOT_YET, "assessed_on")
        if unknown := set(texts) - set(TEXTS):
            raise Refusal(f"An assessment has no field called {unknown.pop()}.")
        said = {one.code for one in map(_role, (roles or {}).values()) if one is not None}
        if not said and not any(str(one or "").strip() for one in texts.values()):
            raise Refusal(NOTHING, "people")
        with self._store.work("assess_group", "Assess a group") as session:
            row = existing(session, group_id)
            if not isinstance(row, Group):
                raise Refusal("This record is no group.")
            made = GroupAssessment(group_id=row.id, assessed_on=day, made_at=self._now)
            made.author = (author or "").strip() or self._person.name
            made.sharing, made.shared_with = Sharing(sharing).value, shared_with
            put(made, texts)
            session.add(made)
            session.flush()
            _keep_members(session, made, all_records_of(session, row.id), roles or {})
            if made.review_on is not None or (row.review_on and row.review_on <= day):
                row.review_on = made.review_on
            return made.id

    def tell_of_group(
        self,
        assessment_id: int,
        whom: str,
        text: str,
        teller: str | None = None,
        by_date: date | None = None,
    ) -> int:
        """What is told to whom of a group, by whom and by when. Gives its id."""
        self._check("edit_record")
        whom = need(whom, "Say who is told.", "whom")
        text = need(text, "Say what they are told.", "text")
        with self._store.work("tell_of_group", "Say who is told of a group") as session:
            session.get_one(GroupAssessment, assessment_id)
            made = GroupTelling(assessment_id=assessment_id, whom=whom, text=text)
            made.teller, made.by_date = (teller or "").strip() or None, by_date
            session.add(made)
            session.flush()
            return made.id

    def told_of_group(self, telling_id: int, on: date | None = None) -> None:
        """They have been told, today or on a day."""
        self._check("edit_record")
        day = on or self._today
        if day > self._today:
            raise Refusal("Nobody has been told on a day to come.", "told_on")
        with self._store.work("told_of_group", "Note that somebody was told") as session:
            session.get_one(GroupTelling, telling_id).told_on = day


def _role(word: str | None) -> Any:
    if not word:
        return None
    row = codes.recognise("group_member_roles", word)
    if row is None:
        raise Refusal("That role is not on the panel's list.", "roles")
    return row


def _keep_members(
    session: Session, made: GroupAssessment, ids: tuple[int, ...], roles: Mapping[int, str | None]
) -> None:
    """Note every open membership, whoever may see it, with its role: as said, or as it was."""
    open_links = session.scalars(
        select(Link)
        .where(Link.to_id.in_(ids), Link.relation == MEMBER, Link.ended_on.is_(None))
        .order_by(Link.id)
    ).all()
    before = _roles_before(session, made, ids)
    for link in open_links:
        lead = all_records_of(session, link.from_id)[0]
        role = _role(roles[lead]) if lead in roles else None
        kept = before.get(lead) if lead not in roles else (role.code if role else None)
        session.add(GroupMember(assessment_id=made.id, link_id=link.id, role=kept))


def _roles_before(
    session: Session, made: GroupAssessment, ids: tuple[int, ...]
) -> Mapping[int, str | None]:
    rows = session.execute(
        select(Link.from_id, GroupMember.role)
        .join(GroupMember, GroupMember.link_id == Link.id)
        .join(GroupAssessment, GroupAssessment.id == GroupMember.assessment_id)
        .where(GroupAssessment.group_id.in_(ids), GroupAssessment.id != made.id)
        .order_by(GroupAssessment.assessed_on, GroupAssessment.id)
    )
    return {all_records_of(session, member)[0]: role for member, role in rows}
