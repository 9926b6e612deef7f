"""The log of what leaves: confirmed by a person, recorded before it goes and after."""

from collections.abc import Iterable

from sqlalchemy import select

from models.entities import Confirmation, Issue, MinutesVersion
from models.marks import MinutesState
from models.queries import minutes as query
from models.records.issuing import IssuedDocument
from models.services.signed_in import Service

ISSUING, ISSUED, FAILED = "issuing", "issued", "not issued"


class Issuing(Service):
    """What is recorded of documents as they are confirmed and go."""

    def confirm(self, meeting_id: int, document: str, digest: str) -> None:
        """A person's word that a document may leave, for exactly the contents of this digest."""
        self._check("confirm_document")
        with self._store.work("confirm_document", "Confirm a document") as session:
            known = session.scalars(
                select(Confirmation.id).where(
                    Confirmation.meeting_id == meeting_id,
                    Confirmation.document == document,
                    Confirmation.digest == digest,
                )
            ).first()
            if known is None:
                session.add(
                    Confirmation(
                        meeting_id=meeting_id,
                        document=document,
                        digest=digest,
                        at=self._now,
                        by_name=self._person.name,
                    )
                )

    def begin_issue(self, meeting_id: int, documents: Iterable[IssuedDocument]) -> tuple[int, ...]:
        """Record what is about to be issued with each hash, before any file bears its name."""
        self._check("issue_documents")
        with self._store.work("begin_issue", "Issue documents", barrier=True) as session:
            standing = query.standing(session, meeting_id)
            rows = [self._issue(meeting_id, standing.number, one) for one in documents]
            session.add_all(rows)
            session.flush()
            return tuple(row.id for row in rows)

    def end_issue(self, meeting_id: int, issue_ids: tuple[int, ...], done: bool = True) -> None:
        """Record that these are issued, or were not; approved minutes among them become issued."""
        self._check("issue_documents")
        with self._store.work("end_issue", "Documents issued", barrier=True) as session:
            rows = session.scalars(select(Issue).where(Issue.id.in_(issue_ids))).all()
            for row in rows:
                row.state, row.at = ISSUED if done else FAILED, self._now
            standing = query.standing(session, meeting_id)
            whole = any(row.document == "minutes.docx" for row in rows)
            if done and whole and standing.state == MinutesState.APPROVED.value:
                one = session.get_one(MinutesVersion, standing.version_id)
                one.state, one.state_at = MinutesState.ISSUED.value, self._now

    def _issue(self, meeting_id: int, version: int, one: IssuedDocument) -> Issue:
        return Issue(
            meeting_id=meeting_id,
            subject_id=one.subject_id,
            item_id=one.item_id,
            document=one.document,
            audience=one.audience,
            recipient=one.recipient,
            version=version,
            way="folder",
            state=ISSUING,
            at=self._now,
            sha256=one.sha256,
            by_name=self._person.name,
        )
