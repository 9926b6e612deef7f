"""What a person keeps of champions and of training."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from models import codes
from models.entities import Agency, Champion, Training
from models.errors import Refusal
from models.queries.learning import COURSES
from models.rules.local import check_spell
from models.services.as_seen import mend
from models.services.signed_in import Service

OF_CHAMPION = frozenset({"agency_id", "name", "contact", "since", "until"})
OF_TRAINING = frozenset({"agency_id", "name", "course", "done_on", "note"})


class LearningService(Service):
    """Champions of agencies, and training done."""

    def add_champion(self, agency_id: int, name: str, **fields: Any) -> int:
        """A champion of an agency; gives its id. Refusal without a name or an agency."""
        self._check("manage_people")
        if unknown := set(fields) - OF_CHAMPION:
            raise Refusal(f"A champion has no field called {unknown.pop()}.")
        with self._store.work("add_champion", "Enter a champion") as session:
            row = Champion(agency_id=agency_id, name=name.strip(), **fields)
            _check_champion(session, row)
            session.add(row)
            session.flush()
            return row.id

    def change_champion(self, champion_id: int, field: str, value: Any, seen: Any) -> None:
        """Mend one field; Conflict where it has moved since it was seen."""
        self._check("manage_people")
        if field not in OF_CHAMPION:
            raise Refusal(f"A champion has no field called {field}.", field)
        with self._store.work("change_champion", "Change a champion") as session:
            row = session.get_one(Champion, champion_id)
            if mend(row, field, value, seen):
                _check_champion(session, row)

    def add_training(
        self, agency_id: int, name: str, course: str, done_on: date | None, note: str | None = None
    ) -> int:
        """A course that somebody did; gives its id. Refusal where it lies ahead."""
        self._check("manage_people")
        with self._store.work("add_training", "Enter training") as session:
            if done_on is None:
                raise Refusal("Say when it was done.", "done_on")
            row = Training(
                agency_id=agency_id, name=name.strip(), course=course, done_on=done_on, note=note
            )
            self._check_training(session, row)
            session.add(row)
            session.flush()
            return row.id

    def change_training(self, training_id: int, field: str, value: Any, seen: Any) -> None:
        """Mend one field; Conflict where it has moved since it was seen."""
        self._check("manage_people")
        if field not in OF_TRAINING:
            raise Refusal(f"Training has no field called {field}.", field)
        if field == "done_on" and value is None:
            raise Refusal("Say when it was done.", "done_on")
        with self._store.work("change_training", "Change training") as session:
            row = session.get_one(Training, training_id)
            if mend(row, field, value, seen):
                self._check_training(session, row)

    def remove_training(self, training_id: int) -> None:
        """Take out training that was entered by mistake; undo brings it back."""
        self._check("manage_people")
        with self._store.work("remove_training", "Take out training") as session:
            session.delete(session.get_one(Training, training_id))

    def _check_training(self, session: Session, row: Training) -> None:
        _check_who(session, row.agency_id, row.name)
        if codes.find(COURSES, row.course or "") is None:
            raise Refusal("Choose the course.", "course")
        if row.done_on > self._today:
            raise Refusal("This day is still to come.", "done_on")


def _check_champion(session: Session, row: Champion) -> None:
    _check_who(session, row.agency_id, row.name)
    check_spell(row.since, row.until)


def _check_who(session: Session, agency_id: int | None, name: str | None) -> None:
    if session.get(Agency, agency_id or 0) is None:
        raise Refusal("Choose the agency.", "agency_id")
    if not (name or "").strip():
        raise Refusal("Say who it is.", "name")
