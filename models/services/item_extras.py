"""What a person writes beside an item: people, places, risk; what is said to whom."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, Communication, ItemColumns
from models.errors import Refusal
from models.rules.communications import check_line
from models.services.as_seen import mend_to
from models.services.nameless import check_public, check_words
from models.services.signed_in import Service

COLUMNS = frozenset({"people", "places", "risk"})
FIELDS = frozenset({"what", "to_whom", "public", "approved_by", "approved_on", "said_on"})


class ItemExtras(Service):
    """Columns and lines of communication of an item."""

    def write_column(self, item_id: int, field: str, text: str | None, seen: str | None) -> None:
        """Keep one of the three columns; Conflict where it has moved since it was seen."""
        self._check("record_text")
        if field not in COLUMNS:
            raise Refusal(f"An item has no column called {field}.", field)
        with self._store.work("write_column", f"Write the {field} of an item") as session:
            item = session.get_one(AgendaItem, item_id)
            check_words(session, item, {field: text}, self._now)
            row = session.scalars(select(ItemColumns).where(ItemColumns.item_id == item_id)).first()
            if row is None:
                row = ItemColumns(item_id=item_id)
                session.add(row)
                session.flush()
            wanted = (text or "").strip() or None
            mend_to(row, field, wanted, wanted, seen)

    def add_communication(
        self,
        item_id: int,
        what: str,
        to_whom: str,
        *,
        public: bool = False,
        approved_by: str | None = None,
        approved_on: date | None = None,
    ) -> int:
        """A line of communication; gives its id.

        Refusal where the public is to hear what nobody approved, or what tells of somebody.
        """
        self._check("record_text")
        with self._store.work("add_communication", "Say what is told to whom") as session:
            session.get_one(AgendaItem, item_id)
            row = Communication(
                item_id=item_id, what=what.strip(), to_whom=to_whom.strip(), public=public,
                approved_by=(approved_by or "").strip() or None, approved_on=approved_on,
            )  # fmt: skip
            self._check_row(session, row)
            session.add(row)
            session.flush()
            return row.id

    def change_communication(self, line_id: int, field: str, value: Any, seen: Any) -> None:
        """Mend one field of a line; Conflict where it has moved since it was seen."""
        self._check("record_text")
        if field not in FIELDS:
            raise Refusal(f"A line has no field called {field}.", field)
        with self._store.work("change_communication", "Change what is told") as session:
            row = session.get_one(Communication, line_id)
            mend_to(row, field, value, value, seen)
            self._check_row(session, row)

    def remove_communication(self, line_id: int) -> None:
        """Take out a line that nobody has said; Refusal once it was."""
        self._check("record_text")
        with self._store.work("remove_communication", "Take out what is told") as session:
            row = session.get_one(Communication, line_id)
            if row.said_on is not None:
                raise Refusal("It was said: it stays on record.")
            session.delete(row)

    def _check_row(self, session: Session, row: Communication) -> None:
        item = session.get_one(AgendaItem, row.item_id)
        words = {"what": row.what, "to_whom": row.to_whom}
        check_words(session, item, words, self._now)
        if row.public:
            check_public(session, item, words, self._now)
        check_line(row.what, row.to_whom, row.approved_by, public=row.public)
