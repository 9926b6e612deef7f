"""Tiers of the panel: made, set, seated; and what one sends to another."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, Escalation, Meeting, Membership, PanelSeries, Subject
from models.errors import Refusal
from models.queries.tiers import MAIN, tier
from models.records.tiers import SeriesRecord
from models.rules import tiers as rule
from models.services.nameless import check_for, check_words
from models.services.own_template import put
from models.services.signed_in import Service

FIELDS = frozenset({"name", "acronym", "kind", "area", "cadence", "feeds_into_id", "active"})


class TierService(Service):
    """What a person does to the tiers, and between them."""

    def add(self, name: str, kind: str = rule.STRATEGIC, **fields: Any) -> int:
        """A new tier; gives its id. Refusal without a name, or with one that another has.

        Without a short name it is called by its whole one.
        """
        self._check("edit_settings")
        with self._store.work("add_tier", "Add a tier") as session:
            _check_fields(session, 0, {"name": name, "kind": kind, **fields})
            fields["acronym"] = fields.get("acronym") or name.strip()
            series = PanelSeries(name=name.strip(), kind=kind, **fields)
            session.add(series)
            session.flush()
            return series.id

    def change(self, series_id: int, **changes: Any) -> None:
        """Change a tier's name, kind, area, cadence, where it feeds, or whether it is in use."""
        self._check("edit_settings")
        with self._store.work("change_tier", "Change a tier") as session:
            _check_fields(session, series_id, changes)
            series = session.get_one(PanelSeries, series_id)
            for name, value in changes.items():
                setattr(series, name, value)

    def set(self, series_id: int, key: str, value: str) -> None:
        """Keep one setting of a tier; nothing lets it go by the panel's again."""
        self._check("edit_settings")
        with self._store.work("set_tier", "Change a setting of a tier") as session:
            put(session, key, value, series_id)

    def seat(self, series_id: int, member_id: int, seat: str | None = None) -> None:
        """Let a member always sit on a tier, such as in the chair."""
        self._check("manage_people")
        with self._store.work("seat_member", "Seat a member") as session:
            row = _seat(session, series_id, member_id)
            if row is None:
                row = Membership(series_id=series_id, member_id=member_id, since=self._today)
                session.add(row)
            row.core, row.seat = True, seat

    def unseat(self, series_id: int, member_id: int) -> None:
        """Let a member sit on a tier no longer."""
        self._check("manage_people")
        with self._store.work("unseat_member", "Take a seat away") as session:
            row = _seat(session, series_id, member_id)
            if row is not None:
                row.until = self._today

    def escalate(
        self, item_id: int, series_id: int, reason: str, asked: str, title: str | None = None
    ) -> int:
        """Send an item to another tier with its history; gives the id of what was sent.

        A tier that speaks of nobody by name takes it by a title, and none of its words may hold a
        name on record. Refusal where it stands there already.
        """
        self._check("escalate_action" if self._person.role == "chair" else "build_agenda")
        with self._store.work("escalate", "Send to another tier") as session:
            item = session.get_one(AgendaItem, item_id)
            meeting, there = session.get_one(Meeting, item.meeting_id), tier(session, series_id)
            rule.check_escalation(meeting.series_id, there, reason, asked)
            assert there is not None
            if _waits(session, item_id, series_id):
                raise Refusal(f"It has been sent to {there.name} and waits there.", "series")
            own = None if item.subject_id else item.title
            words = {"reason": reason, "asked": asked, "title": title or own}
            nameless = self._goes_without_name(session, item, there, words)
            sent = Escalation(
                item_id=item_id,
                series_id=series_id,
                reason=reason.strip(),
                asked=asked.strip(),
                title=(title or item.title or "").strip() if nameless else None,
                sent_on=self._today,
                sent_by=self._person.name,
            )
            session.add(sent)
            session.flush()
            return sent.id

    def withdraw(self, escalation_id: int) -> None:
        """Take back what was sent, as long as no agenda has taken it."""
        self._check("build_agenda")
        with self._store.work("withdraw_escalation", "Take back what was sent") as session:
            sent = session.get_one(Escalation, escalation_id)
            if sent.there_id is not None:
                raise Refusal("It stands on their agenda already.")
            sent.withdrawn = True

    def answer(self, escalation_id: int, text: str) -> None:
        """Say what the sending tier is told, in other words than the decision's; empty lets it."""
        self._check("build_agenda")
        with self._store.work("answer_escalation", "Answer what was sent") as session:
            sent = session.get_one(Escalation, escalation_id)
            if sent.there_id is None:
                raise Refusal("It has been on no agenda yet.", "answer")
            item = session.get_one(AgendaItem, sent.item_id)
            asking = tier(session, session.get_one(Meeting, item.meeting_id).series_id)
            there = session.get_one(AgendaItem, sent.there_id)
            check_words(session, there, {"answer": text}, self._now)
            check_for(session, asking, item.meeting_id, there.id, {"answer": text}, self._now)
            sent.answer = text.strip() or None
            sent.answered_on = self._today if sent.answer else None
            sent.answered_by = self._person.name if sent.answer else None

    def _goes_without_name(
        self,
        session: Session,
        item: AgendaItem,
        there: SeriesRecord,
        words: Mapping[str, str | None],
    ) -> bool:
        """Whether it goes by a title; Refusal where the words would name somebody after all."""
        subject = session.get(Subject, item.subject_id) if item.subject_id else None
        check_for(session, there, item.meeting_id, item.id, words, self._now)
        if subject is not None and rule.takes(there, subject.kind):
            return False
        if subject is not None and not (words["title"] or "").strip():
            raise Refusal(
                f"{there.name} speaks of nobody by name: call it something else.", "title"
            )
        return True


def _check_fields(session: Session, series_id: int, changes: Mapping[str, Any]) -> None:
    if unknown := set(changes) - FIELDS:
        raise Refusal(f"A tier has no field called {unknown.pop()}.")
    if "name" in changes:
        name = (changes["name"] or "").strip()
        if not name:
            raise Refusal("A tier needs a name.", "name")
        same = select(PanelSeries.id).where(PanelSeries.name == name, PanelSeries.id != series_id)
        if session.scalar(same):
            raise Refusal("There is already a tier of that name.", "name")
    if changes.get("kind", rule.OPERATIONAL) not in rule.KINDS:
        raise Refusal("Choose what kind of tier it is.", "kind")
    if changes.get("active") is False and session.scalar(select(MAIN)) == series_id:
        raise Refusal("The panel itself stays in use.", "active")
    if changes.get("feeds_into_id"):
        feeds = dict(session.execute(select(PanelSeries.id, PanelSeries.feeds_into_id)).all())
        rule.check_feeds(series_id, changes["feeds_into_id"], feeds)


def _seat(session: Session, series_id: int, member_id: int) -> Membership | None:
    return session.scalars(
        select(Membership).where(
            Membership.series_id == series_id,
            Membership.member_id == member_id,
            Membership.until.is_(None),
        )
    ).first()


def _waits(session: Session, item_id: int, series_id: int) -> bool:
    wanted = select(Escalation.id).where(
        Escalation.item_id == item_id,
        Escalation.series_id == series_id,
        Escalation.withdrawn.is_(False),
    )
    return session.scalar(wanted.limit(1)) is not None
