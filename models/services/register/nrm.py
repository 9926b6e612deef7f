"""The National Referral Mechanism for a child: considered, referred, decided, and what follows."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Child, NrmReferral
from models.errors import Conflict, Refusal
from models.queries.knowable import all_records_of
from models.queries.nrm import KEPT
from models.rules.nrm import status_words
from models.rules.nrm_order import set_back
from models.services.register.fields import fitting
from models.services.register.standing_rows import existing_child, keep
from models.services.signed_in import Service

ENTERED = frozenset(KEPT) - {"id", "child_id", "as_worded", "considered_by"}
DAYS = (
    "considered_on", "referred_on", "reasonable_grounds_on", "conclusive_grounds_on",
    "reconsideration_on", "guardian_on",
)  # fmt: skip
LISTED = {
    "deciding_body": "nrm_bodies",
    "reasonable_grounds": "nrm_grounds",
    "conclusive_grounds": "nrm_grounds",
    "reconsideration": "nrm_grounds",
}
BY_CODE = frozenset({"deciding_body"})
AFTER = {
    "referred_on": ("reasonable_grounds_on", "The decision lies before the referral."),
    "reasonable_grounds_on": ("conclusive_grounds_on", "Conclusive grounds come after reasonable."),
}


class Referred(Service):
    """What a person records of a child and the NRM; where the child stands follows from it."""

    def add_nrm(self, child_id: int, **fields: Any) -> int:
        """That the NRM was considered, with the reason where nobody is to refer; gives its id."""
        self._check("add_nrm")
        with self._store.work("add_nrm", "Consider the NRM") as session:
            existing_child(session, child_id)
            row = NrmReferral(child_id=child_id, considered=True)
            row.considered_by = self._person.name
            row.considered_on = min(self._today, fields.get("referred_on") or self._today)
            for name, value in fields.items():
                self._put(row, name, value)
            self._check_row(row)
            nrm_id = keep(session, row)
            _stand(session, row.child_id)
            return nrm_id

    def mend_nrm(self, nrm_id: int, field: str, value: Any, seen: Any) -> None:
        """Change one field of a referral; Conflict where it is not what the editor saw."""
        self._check("add_nrm")
        with self._store.work("change_nrm", "Change what is recorded of the NRM") as session:
            row = session.get(NrmReferral, nrm_id)
            if row is None:
                raise Refusal("This is not there any more.")
            standing = getattr(row, field, None)
            self._put(row, field, value)
            if getattr(row, field) == standing:
                return
            if (standing or None) != (seen or None):
                raise Conflict(field, standing, value)
            self._check_row(row)
            session.flush()
            _stand(session, row.child_id)

    def remove_nrm(self, nrm_id: int) -> None:
        """Take out what was entered by mistake."""
        self._check("add_nrm")
        with self._store.work("remove_nrm", "Take out an entry of the NRM") as session:
            row = session.get(NrmReferral, nrm_id)
            if row is None:
                raise Refusal("This is not there any more.")
            child_id = row.child_id
            session.delete(row)
            session.flush()
            _stand(session, child_id)

    def _put(self, row: NrmReferral, name: str, value: Any) -> None:
        if name not in ENTERED:
            raise Refusal(f"There is no field called {name}.", name)
        if name in LISTED and value:
            found = codes.recognise(LISTED[name], str(value))
            found = codes.find(LISTED[name], str(value)) or found
            if found is None:
                raise Refusal("That is not on the panel's list.", name)
            value = found.code if name in BY_CODE else found.label
        if name in DAYS and isinstance(value, date) and value > self._today:
            raise Refusal("This day is still to come.", name)
        setattr(row, name, fitting(row, name, value))
        if name == "referred_on" and value is not None:
            row.considered, row.to_refer = True, True

    def _check_row(self, row: NrmReferral) -> None:
        if row.to_refer is False and row.referred_on is None and not row.reason:
            raise Refusal("Say why nobody is to refer.", "reason")
        for first, (then, words) in AFTER.items():
            before, after = getattr(row, first), getattr(row, then)
            if before is not None and after is not None and after < before:
                raise Refusal(words, then)


def check_not_back(session: Session, child_id: int, words: Any) -> None:
    """Refusal where words would say less of a child than the entries of the NRM say."""
    ids = all_records_of(session, child_id)
    latest = session.scalars(
        select(NrmReferral).where(NrmReferral.child_id.in_(ids)).order_by(NrmReferral.id.desc())
    ).first()
    if latest is not None and (ask := set_back(status_words(latest), str(words or ""))):
        raise Refusal(ask, "nrm_status")


def _stand(session: Session, child_id: int) -> None:
    """The child's own line says what the latest entry says."""
    ids = all_records_of(session, child_id)
    rows = session.scalars(
        select(NrmReferral).where(NrmReferral.child_id.in_(ids)).order_by(NrmReferral.id)
    ).all()
    for one in session.scalars(select(Child).where(Child.id.in_(ids))):
        if one.id == child_id or one.nrm_status is not None:
            one.nrm_status = status_words(rows[-1]) if rows else None
