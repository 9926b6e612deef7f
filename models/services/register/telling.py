"""That a child or the family was told what was agreed, and when."""

from datetime import date

from models.entities import AgendaItem, Meeting, Telling
from models.errors import Refusal
from models.services.signed_in import Service


class Tells(Service):
    """What a person records once somebody was told."""

    def told(self, telling_id: int, on: date | None) -> None:
        """They were told on this day; none takes it back. Refusal before the meeting, or ahead."""
        self._check("record_told")
        with self._store.work("told", "Record who was told") as session:
            row = session.get(Telling, telling_id)
            if row is None:
                raise Refusal("This is not there any more.")
            item = session.get_one(AgendaItem, row.item_id)
            if on is not None and on > self._today:
                raise Refusal("This day is still to come.", "told_on")
            if on is not None and on < session.get_one(Meeting, item.meeting_id).held_on:
                raise Refusal("This day lies before the meeting.", "told_on")
            row.told_on = on
