"""The log of what leaves: confirmed by a person, recorded before it goes and after."""

from collections.abc import Iterable
from datetime import datetime
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Confirmation, Issue, Meeting, MinutesVersion, Recommendation, Redaction
from models.errors import Refusal
from models.marks import MeetingState, MinutesState
from models.queries import minutes as query
from models.records.issuing import IssuedDocument
from models.services.running_order import fix_numbers
from models.services.sending import asked, sent
from models.services.signed_in import Person, Service
from models.storage.store import Store

AGENDA = "agenda"
"""How documents begin that give items by their references."""
ISSUING, ISSUED, FAILED = "issuing", "issued", "not issued"
BROKEN_OFF, WRITTEN = "broken off", "written, not issued"
FOLDER, MAIL, HAND = "folder", "e-mail draft", "by hand"
RedactionEntry = tuple[str, str, str, int]
"""Where something was taken out, what kind it was, why, and how often."""


class Issuing(Service):
    """What is recorded of documents as they are confirmed and go."""

    def __init__(self, store: Store, person: Person) -> None:
        super().__init__(store, person)
        # Between the two halves of an issue: what a feed on its way carries.
        self._carried: dict[int, tuple[tuple[int, int], ...]] = {}

    def confirm(
        self,
        meeting_id: int,
        document: str,
        digest: str,
        redactions: Iterable[RedactionEntry] = (),
    ) -> None:
        """A person's word that a document may leave, for exactly the contents of this digest.

        What was taken out of it is kept with that word.
        """
        self._check("confirm_document")
        with self._store.work("confirm_document", "Confirm a document") as session:
            known = session.scalars(
                select(Confirmation.id).where(
                    Confirmation.meeting_id == meeting_id,
                    Confirmation.document == document,
                    Confirmation.digest == digest,
                )
            ).first()
            if known is not None:
                return
            row = Confirmation(
                meeting_id=meeting_id,
                document=document,
                digest=digest,
                at=self._now,
                by_name=self._person.name,
            )
            session.add(row)
            session.flush()
            session.add_all(
                Redaction(confirmation_id=row.id, place=place, what=what, reason=why, times=times)
                for place, what, why, times in redactions
            )

    def begin_issue(
        self,
        meeting_id: int,
        documents: Iterable[IssuedDocument],
        *,
        way: str = FOLDER,
        reason: str | None = None,
        before: bool = False,
    ) -> tuple[int, ...]:
        """Record what is about to be issued with each hash, before any file bears its name.

        Papers from `before` the meeting are no version of its minutes. `reason` says why it goes
        in spite of a warning.
        """
        self._check("issue_agenda" if before else "issue_documents")
        with self._store.work(
            "begin_issue", "Issue documents", barrier=not before, step=not before
        ) as session:
            version = None if before else query.standing(session, meeting_id).number
            batch = uuid4().hex
            known = tuple(documents)
            rows = [self._issue(meeting_id, version, one, ISSUING) for one in known]
            for row, one in zip(rows, known, strict=True):
                row.batch, row.way, row.reason = batch, one.way or way, reason
            planned = session.get_one(Meeting, meeting_id).state == MeetingState.PLANNED
            if planned and any(row.document.startswith(AGENDA) for row in rows):
                fix_numbers(session, meeting_id)
            session.add_all(rows)
            session.flush()
            ids = tuple(row.id for row in rows)
            self._carried.update(zip(ids, (one.carries for one in known), strict=True))
            return ids

    def end_issue(
        self,
        meeting_id: int,
        issue_ids: tuple[int, ...],
        done: bool = True,
        *,
        before: bool = False,
    ) -> None:
        """Record that these are issued, or were not; approved minutes among them become issued.

        An agenda goes on being built when its papers have gone: they bar no undo.
        """
        with self._store.work(
            "end_issue", "Documents issued", barrier=not before, step=not before
        ) as session:
            rows = session.scalars(select(Issue).where(Issue.id.in_(issue_ids))).all()
            for row in rows:
                row.state, row.at = ISSUED if done else FAILED, self._now
            for row_id in issue_ids:
                carried = self._carried.pop(row_id, ())
                _fed(session, carried if done else ())
            if done:
                sent(session, rows, self._today)
                asked(session, rows, self._today)
            standing = query.standing(session, meeting_id)
            whole = any(
                row.document == query.WHOLE and row.version == standing.number for row in rows
            )
            if done and whole and standing.state == MinutesState.APPROVED.value:
                one = session.get_one(MinutesVersion, standing.version_id)
                one.state, one.state_at = MinutesState.ISSUED.value, self._now
                one.by_name = self._person.name

    def note_written(self, meeting_id: int | None, documents: Iterable[IssuedDocument]) -> None:
        """Record final documents that were written to a folder and do not count as issued."""
        self._check("export_documents")
        with self._store.work("note_written", "Documents written", step=False) as session:
            for one in documents:
                session.add(self._issue(meeting_id, None, one, WRITTEN))

    def break_off(self) -> int:
        """Record of what an earlier sitting was issuing as it ended; gives how many documents."""
        ending = select(Issue).where(Issue.state == ISSUING)
        with self._store.reading() as session:
            if session.scalars(ending.limit(1)).first() is None:
                return 0
        with self._store.work("break_off", "An issue was broken off", step=False) as session:
            rows = session.scalars(ending).all()
            for row in rows:
                row.state = BROKEN_OFF
            return len(rows)

    def receive(self, issue_ids: Iterable[int], on: datetime | None = None) -> None:
        """Record that a recipient has said that these came; the first word stands."""
        self._check("issue_agenda")
        with self._store.work("receipt", "Record a receipt") as session:
            for row in session.scalars(select(Issue).where(Issue.id.in_(list(issue_ids)))):
                if row.state != ISSUED:
                    raise Refusal("Only what was issued can have come.")
                row.receipt_at = row.receipt_at or on or self._now

    def _issue(
        self, meeting_id: int | None, version: int | None, one: IssuedDocument, state: str
    ) -> Issue:
        return Issue(
            meeting_id=meeting_id,
            subject_id=one.subject_id,
            item_id=one.item_id,
            document=one.document,
            audience=one.audience,
            recipient=one.recipient,
            version=version,
            way=FOLDER,
            state=state,
            at=self._now,
            sha256=one.sha256,
            by_name=self._person.name,
            address=one.address,
            encrypted=one.encrypted,
        )


def _fed(session: Session, carried: Iterable[tuple[int, int]]) -> None:
    """Keep which version of each recommendation the feed has carried, so that only news go next."""
    for recommendation_id, version in carried:
        session.get_one(Recommendation, recommendation_id).fed_version = version
