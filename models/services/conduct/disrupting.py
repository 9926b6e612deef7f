"""Disrupting: measures against whoever does harm, the plans they join, and links named."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from models.entities import (
    AgendaItem,
    DisruptionPlan,
    Meeting,
    Subject,
)
from models.errors import Refusal
from models.marks import Sharing
from models.services.conduct.deciding import Deciding
from models.services.conduct.items import SOURCE
from models.services.measuring import measure_row
from models.services.plan_joining import plan_of, tell_plan
from models.services.register.links import new_link


class Disrupting(Deciding):
    """What the meeting agrees against harm, and who it finds belongs together."""

    def disrupt(
        self,
        item_id: int,
        measure: str,
        *,
        against_id: int | None = None,
        against: str | None = None,
        lead_agency_id: int | None = None,
        lead: str | None = None,
        due_on: date | None = None,
        conditions: str | None = None,
        sharing: Sharing = Sharing.ALL_PANEL,
        shared_with: tuple[int, ...] = (),
        aimed: bool = True,
        protects: Collection[int] = (),
    ) -> int:
        """A measure by catalogue code or name; joins or opens the subject's plan. Gives its id.

        Without a target it is against the item's subject, unless it is not `aimed` at all; its plan
        protects the item's child, those linked and those given.
        """
        self._check("record_measure")
        if not measure.strip():
            raise Refusal("Name the measure.", "measure")
        with self._store.work("disrupt", "Record disruption measure") as session:
            item = session.get_one(AgendaItem, item_id)
            own = item.subject_id if aimed else None
            target = session.get(Subject, against_id or own or 0)
            told = (sharing.value, shared_with, lead_agency_id, {item.subject_id or 0, *protects})
            plan = self._plan(session, target, *told) if target else None
            row = measure_row(
                measure,
                target,
                self._today,
                plan_id=plan.id if plan else None,
                item_id=item_id,
                against=against,
                lead=lead,
                lead_agency_id=lead_agency_id,
                due_on=due_on,
                conditions=conditions,
                status="agreed",
                sharing=sharing.value,
                shared_with=shared_with,
            )
            session.add(row)
            session.flush()
            return row.id

    def _plan(
        self,
        session: Session,
        target: Subject,
        sharing: str,
        shared_with: tuple[int, ...],
        lead_agency_id: int | None = None,
        safer: Collection[int] = (),
    ) -> DisruptionPlan:
        """The plan that a measure against this subject joins, told of what it adds."""
        found = plan_of(session, target, self._today, sharing, shared_with)
        tell_plan(session, found, sharing, lead_agency_id, safer)
        return found

    def link(
        self,
        item_id: int | None,
        from_id: int,
        relation: str,
        to_id: int,
        *,
        confidence: str = "suspected",
        note: str | None = None,
        sharing: Sharing = Sharing.ALL_PANEL,
        shared_with: tuple[int, ...] = (),
        agency_id: int | None = None,
    ) -> int:
        """A link named in the room, with the meeting as its source; gives its id."""
        self._check("record_link")
        with self._store.work("link", "Record a link") as session:
            return self._put_link(
                session,
                item_id,
                (from_id, relation, to_id),
                confidence=confidence,
                note=note,
                sharing=sharing.value,
                shared_with=shared_with,
                agency_id=agency_id,
            )

    def _put_link(
        self, session: Session, item_id: int | None, said: tuple[int, str, int], **facts: Any
    ) -> int:
        """Who does what to whom, as a link within a step; the meeting is its source."""
        item = session.get(AgendaItem, item_id) if item_id else None
        held = session.get_one(Meeting, item.meeting_id).held_on if item else self._today
        row = new_link(
            session,
            *said,
            self._today,
            source=SOURCE,
            source_date=held,
            last_seen=held,
            **facts,
        )
        return row.id
