"""Missing information for the police: written, taken over from the record, reviewed, given."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import MissingCircumstances, MissingEpisode, MissingInformation
from models.errors import Refusal
from models.queries.knowable import all_records_of
from models.queries.philomena import missing_paper, part_1
from models.rules.philomena import PART_1, PART_2
from models.services.as_seen import mend_to
from models.services.register.fields import fitting
from models.services.register.standing_rows import existing_child
from models.services.signed_in import Service


class Ready(Service):
    """What a person keeps ready of a child who may go missing, and tells of the one time."""

    def write_missing(self, child_id: int, field: str, value: Any, seen: Any) -> None:
        """Write one field of part 1; Conflict where it is not what the editor saw."""
        self._check("edit_record")
        if field not in (*PART_1, "review_on"):
            raise Refusal(f"Part 1 has no field called {field}.", field)
        with self._store.work("write_missing", "Change missing information") as session:
            row = _part_1(session, child_id)
            if mend_to(row, field, fitting(row, field, value), value, seen):
                session.add(row)

    def take_known(self, child_id: int) -> int:
        """Fill what is still empty with what is on record; gives how many fields were filled."""
        self._check("edit_record")
        with self._store.work("take_known", "Take over what is known") as session:
            row = _part_1(session, child_id)
            known = missing_paper(session, self._reader(session), child_id).proposed
            for name, text in known.items():
                setattr(row, name, text)
            if known:
                session.add(row)
            return len(known)

    def review_missing(self, child_id: int, again_on: date | None = None) -> None:
        """Part 1 was looked over today by whoever is signed in; to be looked at again on a day."""
        self._check("edit_record")
        if again_on is not None and again_on <= self._today:
            raise Refusal("Give a day to come.", "review_on")
        with self._store.work("review_missing", "Look over missing information") as session:
            row = _part_1(session, child_id)
            if not any(getattr(row, name) for name in PART_1):
                raise Refusal("Nothing is written yet.")
            row.reviewed_on, row.reviewed_by = self._today, self._person.name
            row.review_on = again_on

    def write_circumstances(self, episode_id: int, field: str, value: Any, seen: Any) -> None:
        """Write one field of part 2; Conflict where it is not what the editor saw."""
        self._check("add_missing_episode")
        if field not in PART_2:
            raise Refusal(f"Part 2 has no field called {field}.", field)
        with self._store.work("write_circumstances", "Change how it was this time") as session:
            row = _part_2(session, episode_id)
            if mend_to(row, field, fitting(row, field, value), value, seen):
                session.add(row)

    def gave_to_police(self, episode_id: int, to: str | None = None) -> None:
        """The police have the papers of an episode, from now."""
        self._check("add_missing_episode")
        with self._store.work("gave_to_police", "Papers given to the police") as session:
            row = _part_2(session, episode_id)
            row.given_at = self._now
            row.given_to = (to or "").strip() or row.given_to
            session.add(row)


def _part_1(session: Session, child_id: int) -> MissingInformation:
    ids = all_records_of(session, child_id)
    existing_child(session, ids[0])
    return part_1(session, ids) or MissingInformation(child_id=ids[0])


def _part_2(session: Session, episode_id: int) -> MissingCircumstances:
    if session.get(MissingEpisode, episode_id) is None:
        raise Refusal("There is no such missing episode.")
    asked = select(MissingCircumstances).where(MissingCircumstances.episode_id == episode_id)
    return session.scalars(asked).first() or MissingCircumstances(episode_id=episode_id)
