"""Links mended after they were entered: each field, the way they run, their grading, their end."""

from datetime import date
from typing import Any

from models import codes
from models.entities import Link
from models.errors import Refusal
from models.marks import Information, Sharing
from models.rules import access
from models.rules.grading import Grading
from models.rules.links import SOURCELESS, dates_wrong
from models.rules.verifying import kept_reason
from models.services.as_seen import mend_to
from models.services.police import check_conditions, is_own_police, put_grading
from models.services.register.fields import fitting, need
from models.services.register.links import CONFIRMED, NEVER_CONFIRMED, check_direction, open_links
from models.services.signed_in import Service

CHANGEABLE = frozenset({
    "confidence", "confirmed", "information", "sharing", "shared_with", "agency_id", "source",
    "source_date", "first_seen", "last_seen", "expires_on", "note",
})  # fmt: skip
SOURCES = ("source", "agency_id")
SUSPECTED = "suspected"
CONFIRMS = {"confirmed": (True,), "confidence": (CONFIRMED,)}
NOT_POLICE = "Only police grade a link, and only one whose source is their own agency."


class MendingLinks(Service):
    """What a person mends in a link that stands."""

    def change_link(
        self, link_id: int, field: str, value: Any, seen: Any, reason: str | None = None
    ) -> None:
        """Change one field of a link; Conflict where it has moved since it was seen.

        What was intelligence becomes something else only with a reason, which stays with it.
        """
        self._check("edit_link")
        if field not in CHANGEABLE:
            raise Refusal(f"A link has no field called {field} to change.", field)
        with self._store.work("change_link", "Change a link") as session:
            (row,) = open_links(session, (link_id,))
            wanted, was = _fitting(row, field, value), row.information
            if mend_to(row, field, wanted, value, seen):
                row.kind_reason = kept_reason(was, row.information, reason, row.kind_reason)
                _follow(row, field, self._today)

    def share_link(self, link_id: int, sharing: Sharing | str, agencies: tuple[int, ...]) -> None:
        """Say who may read a link: with named agencies, which."""
        self._check("edit_link")
        kind = Sharing(sharing)
        if kind is Sharing.NAMED_AGENCIES and not agencies:
            raise Refusal("Name the agencies that may read it.", "shared_with")
        with self._store.work("share_link", "Say who may read a link") as session:
            (row,) = open_links(session, (link_id,))
            row.sharing = kind.value
            row.shared_with = agencies if kind is Sharing.NAMED_AGENCIES else ()

    def relate_link(self, link_id: int, from_id: int, relation: str, to_id: int) -> None:
        """Say anew how two records are linked, which way, or with whom."""
        self._check("edit_link")
        with self._store.work("relate_link", "Change how records are linked") as session:
            (row,) = open_links(session, (link_id,))
            known = check_direction(session, from_id, relation, to_id)
            row.from_id, row.to_id, row.relation = from_id, to_id, known.code
            row.from_role, row.to_role = known.from_role or None, known.to_role or None

    def reopen_link(self, link_id: int, reason: str) -> None:
        """Let a link that was ended stand again; why it ended stays in its note."""
        self._check("edit_link")
        reason = need(reason, "Say why the link stands again.", "reason")
        with self._store.work("reopen_link", "Let a link stand again") as session:
            row = session.get(Link, link_id)
            if row is None or row.ended_on is None:
                raise Refusal("This link stands already, or is no longer there.")
            row.ended_on = None
            row.note = "\n".join(filter(None, (row.note, f"Stands again: {reason}")))

    def may_grade_link(self, agency_id: int | None) -> bool:
        """Whether the person who is signed in may grade a link with this source agency."""
        if not access.may(self._person.role, "enter_intelligence_grading"):
            return False
        with self._store.reading() as session:
            return is_own_police(session, self._person, agency_id)

    def grade_link(self, link_id: int, given: Grading | None) -> None:
        """Grade a link of intelligence by 3x5x2; None takes the grading off."""
        self._check("enter_intelligence_grading")
        check_conditions(given)
        with self._store.work("grade_link", "Grade a link") as session:
            (row,) = open_links(session, (link_id,))
            if not is_own_police(session, self._person, row.agency_id):
                raise Refusal(NOT_POLICE, "grading")
            if row.information != Information.INTELLIGENCE.value:
                raise Refusal("Only intelligence is graded.", "grading")
            put_grading(row, given)


def _fitting(row: Link, field: str, value: Any) -> Any:
    """The value as it is kept; Refusal for one that is on no list or does not fit."""
    if field == "confidence":
        known = codes.recognise("confidences", str(value or ""))
        if known is None:
            raise Refusal("Say how sure: confirmed, suspected, indicators only or historic.", field)
        return known.code
    if field == "information":
        return Information(value or Information.NOT_STATED).value
    if field == "sharing":
        return Sharing(value).value
    return tuple(value or ()) if field == "shared_with" else fitting(row, field, value)


def _follow(row: Link, field: str, today: date) -> None:
    """What hangs together with a field: days in their order; somebody who says so; intelligence
    alone graded.

    It is never confirmed: a link that becomes intelligence is confirmed no more.
    """
    if wrong := dates_wrong(row.first_seen, row.last_seen, row.expires_on, today):
        raise Refusal(wrong[0], field)
    if field in SOURCES and not row.source and row.agency_id is None:
        raise Refusal(SOURCELESS, field)
    if row.information != Information.INTELLIGENCE.value:
        if field == "information":
            put_grading(row, None)
    elif field == "information":
        row.confirmed = False
        row.confidence = SUSPECTED if row.confidence == CONFIRMED else row.confidence
    elif getattr(row, field) in CONFIRMS.get(field, ()):
        raise Refusal(NEVER_CONFIRMED, field)
    if row.sharing == Sharing.NAMED_AGENCIES.value and not row.shared_with:
        raise Refusal("Name the agencies that may read it.", "shared_with")
    if row.sharing != Sharing.NAMED_AGENCIES.value:
        row.shared_with = ()
