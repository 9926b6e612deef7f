"""Asking agencies for what they know: who is asked about whom, and by when."""

from datetime import date

from sqlalchemy import select

from models.entities import (
    Agency,
    AgendaItem,
    AskedAbout,
    Meeting,
    PersonOfConcern,
    Subject,
)
from models.errors import Refusal
from models.queries import asking as asking_query
from models.records.reader import system
from models.rules.timetable import check_returns_due
from models.services.papers.waiting_returns import attach_waiting
from models.services.sending import keep_about, return_of
from models.services.signed_in import Service


class Asking(Service):
    """Requests to agencies for a meeting."""

    def request(self, meeting_id: int, agency_ids: tuple[int, ...], due_on: date) -> None:
        """Record that agencies were asked for their returns by a day.

        Whose return is in is asked about the rest, once a request for that went. Refusal where none
        of them is asked about anything on the agenda, and where the day is past or after the
        meeting.
        """
        self._check("request_information")
        with self._store.work("request_returns", "Ask for returns") as session:
            held_on = session.get_one(Meeting, meeting_id).held_on
            check_returns_due(due_on, held_on, self._today)
            rows = asking_query.asked(session, system(self._now), meeting_id)
            wanted = {one.agency_id for one in rows if one.asked} & set(agency_ids)
            if not wanted:
                raise Refusal("None of these agencies is asked about anything on this agenda.")
            for agency_id in sorted(wanted):
                asked = return_of(session, meeting_id, agency_id)
                if asked.received_at is None or asked.requested_on is None:
                    asked.requested_on, asked.due_on = self._today, due_on
                if asked.received_at is None:
                    keep_about(session, asked)

    def take_returns(self, meeting_id: int, day: date | None) -> int:
        """Take the returns that came for a day without a meeting as this meeting's.

        Gives how many there were.
        """
        self._check("request_information")
        with self._store.work("take_returns", "Take returns for this meeting") as session:
            meeting = session.get_one(Meeting, meeting_id)
            return attach_waiting(session, meeting, day)

    def ask_about(self, item_id: int, agency_id: int, asked: bool) -> None:
        """Say whether an agency is asked about an item, whatever its kind is asked about."""
        self._check("request_information")
        with self._store.work("ask_about", "Choose who is asked") as session:
            sees = session.get_one(Agency, agency_id).sees_persons_of_concern
            subject = session.get(Subject, session.get_one(AgendaItem, item_id).subject_id or 0)
            if asked and isinstance(subject, PersonOfConcern) and not sees:
                raise Refusal("This agency is not asked about persons of concern; see Settings.")
            found = select(AskedAbout).where(
                AskedAbout.item_id == item_id, AskedAbout.agency_id == agency_id
            )
            row = session.scalars(found).first() or AskedAbout(item_id=item_id, agency_id=agency_id)
            row.asked = asked
            session.add(row)
