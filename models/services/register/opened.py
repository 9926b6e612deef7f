"""Who opened whose record: noted once for each reader, record and sitting."""

from sqlalchemy import insert, select

from models.entities import ReadingLog
from models.services.signed_in import Service


class Opened(Service):
    """Notes of reading; they are no step of work, are not announced and cannot be undone."""

    def reading_of(self, subject_id: int, revealed: bool = False) -> None:
        """Note that this person opened a record, or revealed what the room may not see."""
        self._check("read_records")
        known = select(ReadingLog.id).where(
            ReadingLog.sitting == self._store.sitting,
            ReadingLog.reader == self._person.name,
            ReadingLog.subject_id == subject_id,
            ReadingLog.revealed == revealed,
        )
        with self._store.reading() as session:
            if session.scalar(known) is not None:
                return
        with self._store.work("reading_of", "Open a record") as session:
            session.execute(
                insert(ReadingLog).values(
                    at=self._now,
                    sitting=self._store.sitting,
                    reader=self._person.name,
                    subject_id=subject_id,
                    revealed=revealed,
                )
            )
