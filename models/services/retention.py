"""Retention: holds, decisions to keep on, and disposal by two people, which nothing takes back."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.base import Base
from models.entities import Alias, Child, Disposal, KeptOn, PaperContent, RetentionHold, Subject
from models.errors import Refusal
from models.marks import RetentionState
from models.queries.kept_settings import kept_settings
from models.queries.parting import Parting, parting
from models.queries.retention import Listing
from models.queries.retention_clocks import family_of
from models.queries.retention_log import scopes
from models.records.retention import RetentionRow
from models.rules.retention import BACKUPS_KEPT, backups_left, check_until, check_words
from models.services.second_person import check_agreed
from models.services.signed_in import Service
from models.storage.disposing import Outgoing, dispose

NOT_DUE = "Only a record that is due can be disposed of."
Record = tuple[str, int]
Told = Callable[[int, int], object]


class RetentionService(Service):
    """What a person decides about how long records are kept."""

    def hold(
        self,
        reason: str,
        *,
        record: Record | None = None,
        scope: str = "",
        until: date | None = None,
    ) -> int:
        """Stop all disposal of one record, or of all that a scope covers; gives the hold's id."""
        self._check("set_legal_hold")
        if not reason.strip():
            raise Refusal("Give the reason: an inquiry, a claim, a request.", "reason")
        if record is None and scope not in {key for key, _ in scopes()}:
            raise Refusal("Say what the hold covers.", "scope")
        check_until(until, self._today)
        about, about_id = record or ("", None)
        with self._store.work("set_hold", "Put records on hold") as session:
            row = RetentionHold(
                scope="" if record else scope, about=about, about_id=about_id,
                reason=reason.strip(), by_name=self._person.name, made_at=self._now, until=until,
            )  # fmt: skip
            session.add(row)
            session.flush()
            return row.id

    def lift(self, hold_id: int, reason: str) -> None:
        """End a hold, with the reason."""
        self._check("set_legal_hold")
        if not reason.strip():
            raise Refusal("Give the reason why it ends.", "reason")
        with self._store.work("lift_hold", "Lift a hold") as session:
            row = session.get_one(RetentionHold, hold_id)
            if row.lifted_at is not None:
                raise Refusal("This hold was lifted already.")
            row.lifted_at, row.lifted_by = self._now, self._person.name
            row.lifted_reason = reason.strip()

    def keep_on(self, record: Record, until: date, reason: str) -> None:
        """Keep a record beyond its day, until another."""
        self._check("dispose_records")
        if not reason.strip():
            raise Refusal("Give the reason.", "reason")
        check_until(until, self._today)
        with self._store.work("keep_on", "Keep a record on") as session:
            session.add(
                KeptOn(
                    about=record[0],
                    about_id=record[1],
                    until=until,
                    reason=reason.strip(),
                    by_name=self._person.name,
                    made_at=self._now,
                )  # fmt: skip
            )

    def dispose(
        self,
        records: Sequence[Record],
        reason: str,
        second_person: str | None,
        *,
        backups: int | None = None,
        tell: Told = lambda done, of: None,
        sweeping: Callable[[], object] = lambda: None,
    ) -> tuple[str, ...]:
        """Take records out for good, two people agreeing; gives the certificates' references.

        All of them go or none does, and nothing brings them back. `tell` hears how far it is and
        may raise to stop it while nothing is gone yet; `sweeping` is called once they are;
        `backups` is how many lie in the folder for them. Refusal for a record that is not due, is
        on hold or kept on; for a reason that names it; while another window has the file open.
        """
        self._check("dispose_records")
        references: list[str] = []

        def gather(session: Session) -> Iterator[Outgoing]:
            days = kept_settings(session).get(BACKUPS_KEPT, "")
            left = backups_left(backups, self._today, int(days) if days.isdigit() else None)
            for number, (row, family) in enumerate(
                self._agreed(session, records, reason, second_person)
            ):
                tell(number, len(records))
                told = parting(session, row.about, row.about_id, family)
                references.append(
                    self._certify(session, row, told, reason, second_person or "", left)
                )
                yield _outgoing(told)

        dispose(self._store, "dispose", "Dispose of records", gather, sweeping)
        return tuple(references)

    def check_disposal(
        self, records: Sequence[Record], reason: str, second_person: str | None
    ) -> None:
        """Refusal, beside its field, for whatever would stop this disposal; changes nothing."""
        self._check("dispose_records")
        with self._store.reading() as session:
            self._agreed(session, records, reason, second_person)

    def _agreed(
        self,
        session: Session,
        records: Sequence[Record],
        reason: str,
        second_person: str | None,
    ) -> list[tuple[RetentionRow, tuple[int, ...]]]:
        """The records that two people agree may go, each with all that is the same subject."""
        check_agreed(session, self._person, reason, second_person)
        listing = Listing(session, self._today)
        rows = {(one.about, one.about_id): one for one in listing.rows()}
        found = []
        for record in records:
            row = rows.get(record)
            if row is None or row.state is not RetentionState.DUE:
                raise Refusal(_why_not(row))
            family = family_of(session, *record)
            check_words(reason, _names(session, record[0], family))
            found.append((row, family))
        return found

    def _certify(
        self,
        session: Session,
        row: RetentionRow,
        told: Parting,
        reason: str,
        second_person: str,
        backups: str,
    ) -> str:
        year = self._today.year
        known = select(func.count(Disposal.id)).where(Disposal.reference.like(f"D{year}-%"))
        reference = f"D{year}-{(session.scalar(known) or 0) + 1:04}"
        session.add(
            Disposal(
                reference=reference,
                kind=row.kind,
                record_uuid=row.uuid,
                class_code=row.code,
                basis=row.basis,
                due_on=row.due_on,
                reason=reason.strip(),
                by_name=self._person.name,
                second_person=second_person.strip(),
                at=self._now,
                rows=told.count,
                papers=told.papers,
                backups=backups,
            )  # fmt: skip
        )
        session.flush()
        return reference


def _names(session: Session, about: str, family: tuple[int, ...]) -> list[str]:
    """What a record is known by."""
    if about != "subject":
        return []
    found = [*session.scalars(select(Subject.label).where(Subject.id.in_(family)))]
    found += session.scalars(select(Alias.name).where(Alias.subject_id.in_(family)))
    numbers = select(Child.system_id, Child.nhs_number).where(Child.id.in_(family))
    return found + [one for row in session.execute(numbers) for one in row if one]


def _outgoing(told: Parting) -> Outgoing:
    contents = Base.metadata.tables[PaperContent.__tablename__]
    return Outgoing(
        told.rows, told.moved, told.gone_before, (contents, told.blobs), told.drafts
    )  # fmt: skip


def _why_not(row: RetentionRow | None) -> str:
    if row is None:
        return "This record is not there any more."
    if row.state is RetentionState.HELD:
        return "This record is on hold: lift the hold first."
    if row.state is RetentionState.KEPT_ON:
        return "It was decided to keep this record on: wait for its day."
    return NOT_DUE
