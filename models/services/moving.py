"""What a person does for a child who grows up or moves."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Child, Disclosure, Move, Transition, TransitionPoint
from models.errors import Refusal
from models.queries.knowable import check_knowable
from models.queries.moving import POINTS
from models.rules import moving as rule
from models.services.as_seen import mend
from models.services.signed_in import Service

HANDED = frozenset({
    "adult_service", "adult_lead", "reference", "referred_on", "accepted_on", "plan", "not_needed",
})  # fmt: skip
MOVED = frozenset({
    "way", "moved_on", "authority", "contact", "reason", "told_on", "told_whom", "told_how",
    "asked", "asked_on", "answered_on", "answer", "pack_given_on", "receipt_on", "receipt_by",
})  # fmt: skip
GIVEN = frozenset({"pack_given_on", "receipt_on"})
NOT_WRITTEN = "The transfer pack has not been written: nothing can have been given."


class MovingService(Service):
    """Transitions, and moves over the border."""

    def change_transition(self, child_id: int, field: str, value: Any, seen: Any) -> None:
        """Mend one field of a child's transition; Conflict where it has moved since it was seen."""
        self._check("edit_record")
        if field not in HANDED:
            raise Refusal(f"A transition has no field called {field}.", field)
        with self._store.work("change_transition", "Change a transition") as session:
            row = _transition(session, child_id)
            mend(row, field, value, seen)

    def tick(self, child_id: int, point: str, done: bool = True) -> None:
        """Say that a point of the checklist is done, or not after all."""
        self._check("edit_record")
        if codes.find(POINTS, point) is None:
            raise Refusal("There is no such point.")
        with self._store.work("tick_transition", "Tick a point of a transition") as session:
            row = session.scalars(
                select(TransitionPoint).where(
                    TransitionPoint.child_id == child_id, TransitionPoint.point == point
                )
            ).first()
            if done and row is None:
                row = TransitionPoint(
                    child_id=child_id, point=point, done_on=self._today, by_name=self._person.name
                )
                session.add(row)
            elif row is not None and not done:
                session.delete(row)

    def settle(self, child_id: int, settled: bool = True) -> None:
        """Say that all is in place; Refusal while no adult service is named and none is refused."""
        self._check("edit_record")
        with self._store.work("settle_transition", "Settle a transition") as session:
            row = _transition(session, child_id)
            if settled and not (row.adult_service or row.not_needed):
                raise Refusal("Name the adult service, or say why none is needed.", "adult_service")
            row.settled_on = self._today if settled else None
            row.settled_by = self._person.name if settled else None

    def add_move(self, child_id: int, way: str, authority: str, **fields: Any) -> int:
        """A move over the border; gives its id."""
        self._check("edit_record")
        rule.check_move(way, authority, fields.get("moved_on"), fields.get("told_on"))
        if unknown := set(fields) - MOVED:
            raise Refusal(f"A move has no field called {unknown.pop()}.")
        with self._store.work("add_move", "Enter a move") as session:
            session.get_one(Child, child_id)
            row = Move(child_id=child_id, way=way, authority=authority.strip(),
                       entered_by=self._person.name, **fields)  # fmt: skip
            session.add(row)
            session.flush()
            return row.id

    def change_move(self, move_id: int, field: str, value: Any, seen: Any) -> None:
        """Mend one field of a move; Conflict where it has moved since it was seen."""
        self._check("edit_record")
        if field not in MOVED:
            raise Refusal(f"A move has no field called {field}.", field)
        with self._store.work("change_move", "Change a move") as session:
            row = session.get_one(Move, move_id)
            mend(row, field, value, seen)
            rule.check_move(row.way, row.authority or "", row.moved_on, row.told_on)
            if field in GIVEN and value and not _written(session, row):
                raise Refusal(NOT_WRITTEN, field)

    def remove_move(self, move_id: int) -> None:
        """Take out a move that was entered by mistake; Refusal once its pack was written."""
        self._check("edit_record")
        with self._store.work("remove_move", "Take out a move") as session:
            row = session.get_one(Move, move_id)
            if _written(session, row):
                raise Refusal("Its transfer pack was written: the move stays on record.")
            session.delete(row)

    def begin_pack(self, move_id: int) -> int:
        """Begin the transfer pack of a move, to be looked over and confirmed; gives its id.

        A pack that was begun and not written is the same one. Refusal where the child is not the
        person's to know.
        """
        self._check("disclose_records")
        with self._store.work("begin_pack", "Begin a transfer pack") as session:
            row = session.get_one(Move, move_id)
            check_knowable(session, self._reader(session), row.child_id)
            known = session.get(Disclosure, row.disclosure_id) if row.disclosure_id else None
            if known is not None and known.sent_at is None:
                return known.id
            made = Disclosure(
                subject_id=row.child_id, to_whom=row.authority, requested_on=self._today,
                made_at=self._now, by_name=self._person.name,
            )  # fmt: skip
            session.add(made)
            session.flush()
            row.disclosure_id = made.id
            row.pack_given_on = row.receipt_on = row.receipt_by = None
            return made.id


def _transition(session: Session, child_id: int) -> Transition:
    row = session.scalars(select(Transition).where(Transition.child_id == child_id)).first()
    if row is None:
        session.get_one(Child, child_id)
        row = Transition(child_id=child_id)
        session.add(row)
        session.flush()
    return row


def _written(session: Session, row: Move) -> bool:
    pack = session.get(Disclosure, row.disclosure_id) if row.disclosure_id else None
    return pack is not None and pack.sent_at is not None
