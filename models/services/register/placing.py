"""What a person keeps of a place: where it lies, who looks after it, and its assessments."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Guardian, Place, PlaceAssessment, PostcodePosition
from models.errors import Conflict, Refusal
from models.marks import Sharing
from models.rules.addresses import postcode_key
from models.rules.place_assessment import FIELDS, WEIGHTINGS, weighting
from models.rules.positions import degrees, position
from models.services.as_seen import mend_to
from models.services.register.adding import existing
from models.services.register.fields import fitting, need, put
from models.services.register.place_versions import (
    begun_from,
    latest,
    says_nothing_new,
    versions,
)
from models.services.signed_in import Service

NOT_YET = "An assessment is dated today or earlier."
BEGUN = "A version of today is begun: say in it what is so now."
STANDS = "This version stands as it was. Begin a new one to say what is so now."


class Placing(Service):
    """Positions, guardians and assessments of places."""

    def locate(self, place_id: int, text: str, seen: Any = ...) -> None:
        """Where a place lies, in any common writing; no text takes its position away.

        Conflict where it is no longer what the editor started from (`seen`, where given).
        """
        self._check("edit_record")
        found = position(text) if text.strip() else None
        with self._store.work("locate_place", "Say where a place lies") as session:
            row = _place(session, place_id)
            if seen is not ... and (row.map_reference or None) != (seen or None):
                raise Conflict("map_reference", row.map_reference, text)
            row.map_reference = text.strip() or None
            row.latitude, row.longitude = degrees(found) if found is not None else (None, None)

    def add_guardian(self, place_id: int, name: str, **fields: Any) -> int:
        """Somebody who looks after a place; may have `role`, `contact`, `since`. Gives the id."""
        self._check("edit_record")
        name = need(name, "Enter the name.", "name")
        with self._store.work("add_guardian", "Add a guardian of a place") as session:
            row = Guardian(subject_id=_place(session, place_id).id, name=name)
            put(row, fields)
            session.add(row)
            session.flush()
            return row.id

    def end_guardian(self, guardian_id: int) -> None:
        """This one looks after the place no longer, from today."""
        self._check("edit_record")
        with self._store.work("end_guardian", "End a guardian's task") as session:
            row = session.get(Guardian, guardian_id)
            if row is None or row.until is not None:
                raise Refusal("This guardian is not there any more.")
            row.until = self._today

    def assess_place(self, place_id: int) -> int:
        """A new version of a place's assessment, begun with what the last said. Gives its id.

        Refused where one was begun today in which nothing new is said yet.
        """
        self._check("edit_record")
        with self._store.work("assess_place", "Assess a place") as session:
            row = _place(session, place_id)
            those = versions(session, row.id)
            if those and those[0].assessed_on == self._today and says_nothing_new(*those[:2]):
                raise Refusal(BEGUN, "lead")
            made = begun_from(next(iter(those), None), row.id, self._today, self._person.name)
            session.add(made)
            session.flush()
            return made.id

    def change_assessment(self, assessment_id: int, field: str, value: Any, seen: Any) -> None:
        """Change one field of a place's latest assessment; Conflict where it has moved since."""
        self._check("edit_record")
        if field not in (*FIELDS, "sharing"):
            raise Refusal(f"An assessment has no field called {field}.", field)
        with self._store.work("change_assessment", "Change a place's assessment") as session:
            row = session.get(PlaceAssessment, assessment_id)
            if row is None:
                raise Refusal("This assessment is not there any more.")
            if latest(session, row.subject_id) is not row:
                raise Refusal(STANDS, field)
            wanted = self._fit(row, field, value)
            if mend_to(row, field, wanted, value, seen) and field == "review_on":
                session.get_one(Place, row.subject_id).review_on = wanted

    def _fit(self, row: PlaceAssessment, field: str, value: Any) -> Any:
        if field == "sharing":
            return Sharing(value).value
        if field == "assessed_on" and isinstance(value, date) and value > self._today:
            raise Refusal(NOT_YET, field)
        if field == "weighting" and value:
            weighed = weighting(str(value))
            if weighed is None:
                raise Refusal(f"This was not understood. Choose: {'; '.join(WEIGHTINGS)}.", field)
            return weighed
        return fitting(row, field, value)

    def take_postcodes(self, found: Mapping[str, tuple[float, float]], source: str) -> int:
        """Keep where these postcodes lie, from a file of that name; gives how many are new."""
        self._check("edit_record")
        with self._store.work("take_postcodes", "Keep where postcodes lie") as session:
            known = {one.postcode: one for one in session.scalars(select(PostcodePosition))}
            fresh = 0
            for code, (easting, northing) in found.items():
                key = postcode_key(code)
                row = known.get(key)
                if row is None:
                    row = PostcodePosition(postcode=key)
                    session.add(row)
                    fresh += 1
                row.easting, row.northing, row.source = easting, northing, source
            return fresh


def _place(session: Session, place_id: int) -> Place:
    row = existing(session, place_id)
    if not isinstance(row, Place):
        raise Refusal("This record is no place.")
    return row
