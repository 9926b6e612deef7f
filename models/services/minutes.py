"""Minutes as they come to stand: draft, with the chair, approved, issued, corrected, agreed."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import (
    AgendaItem,
    Confirmation,
    ExtractDue,
    Issue,
    MinutesComment,
    MinutesVersion,
)
from models.errors import Refusal
from models.marks import MinutesState
from models.queries import minutes as query
from models.records.issuing import IssuedDocument
from models.rules.finished import REASONS
from models.services.signed_in import Service
from models.storage import chain

ISSUING, ISSUED, FAILED = "issuing", "issued", "not issued"


class MinutesService(Service):
    """What is done with a meeting's minutes and documents; versions are kept for ever."""

    def draft(self, meeting_id: int) -> int:
        """The draft that is worked on, made where there is none; gives its id."""
        self._check("draft_minutes")
        with self._store.work("draft_minutes", "Draft the minutes") as session:
            standing = query.standing(session, meeting_id)
            if standing.version_id is not None:
                return standing.version_id
            return self._version(session, meeting_id, standing.number)

    def to_chair(self, version_id: int) -> None:
        """Send a draft to the chair."""
        self._check("send_to_chair")
        with self._store.work("minutes_to_chair", "Send the minutes to the chair") as session:
            self._step(session, version_id, MinutesState.WITH_CHAIR, {MinutesState.DRAFT})

    def give_back(self, version_id: int) -> None:
        """The chair gives the minutes back for changes: they are a draft again."""
        self._check("return_minutes")
        with self._store.work("return_minutes", "Give the minutes back") as session:
            self._step(session, version_id, MinutesState.DRAFT, {MinutesState.WITH_CHAIR})

    def approve(self, version_id: int) -> None:
        """The chair approves the minutes; what came before can no longer be undone."""
        self._check("approve_minutes")
        open_states = {MinutesState.DRAFT, MinutesState.WITH_CHAIR}
        with self._store.work("approve_minutes", "Approve the minutes", barrier=True) as session:
            one = self._step(session, version_id, MinutesState.APPROVED, open_states)
            head = chain.head(session.connection())
            one.chain_head = head.hash if head else None

    def approve_item(self, item_id: int) -> None:
        """The chair approves one item, so that its extract, sheet and actions may go first."""
        self._check("approve_minutes")
        with self._store.work("approve_item", "Approve an item", barrier=True) as session:
            session.get_one(AgendaItem, item_id).approved_at = self._now

    def comment(self, version_id: int, text: str, item_id: int | None = None) -> int:
        """A comment on a version, or on one item of it; gives its id."""
        self._check("edit_minutes")
        if not text.strip():
            raise Refusal("Write the comment.", "text")
        with self._store.work("comment_minutes", "Comment on the minutes") as session:
            row = self._comment(version_id, text, item_id)
            session.add(row)
            session.flush()
            return row.id

    def settle_comment(self, comment_id: int) -> None:
        """Mark a comment as settled."""
        self._check("edit_minutes")
        with self._store.work("settle_comment", "Settle a comment") as session:
            session.get_one(MinutesComment, comment_id).settled = True

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

    def no_extract(self, item_id: int, reason: str, named_lead: str | None = None) -> None:
        """Record why no extract is due for an item, and who carries the child's plan instead."""
        self._check("edit_minutes")
        if not reason.strip():
            raise Refusal("Say why no extract is due.", "reason")
        with self._store.work("no_extract", "No extract is due") as session:
            row = _due(session, item_id) or ExtractDue(item_id=item_id)
            row.reason, row.named_lead = reason.strip(), named_lead
            session.add(row)

    def no_extracts(self, item_ids: Iterable[int], code: str) -> None:
        """Record one reason of the panel's list for several items, as one step."""
        self._check("edit_minutes")
        reason = codes.find(REASONS, code)
        if reason is None:
            raise Refusal("That reason is not on the panel's list.", "reason")
        with self._store.work("no_extract", "No extract is due") as session:
            for item_id in item_ids:
                row = _due(session, item_id) or ExtractDue(item_id=item_id)
                row.reason = reason.label
                session.add(row)

    def extract_due(self, item_id: int) -> None:
        """Take back that no extract is due."""
        self._check("edit_minutes")
        with self._store.work("extract_due", "An extract is due") as session:
            row = _due(session, item_id)
            if row is not None:
                session.delete(row)

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

    def correct(self, version_id: int, corrections: str) -> int:
        """A new version that says what was put right; the old one stays. Gives its id."""
        self._check("correct_minutes")
        if not corrections.strip():
            raise Refusal("Say what is put right.", "corrections")
        with self._store.work("correct_minutes", "Correct the minutes", barrier=True) as session:
            old = session.get_one(MinutesVersion, version_id)
            latest = query.standing(session, old.meeting_id)
            if latest.version_id != version_id or not latest.settled:
                raise Refusal("Only the latest approved minutes can be corrected.")
            old.state, old.state_at = MinutesState.CORRECTED.value, self._now
            return self._version(
                session, old.meeting_id, old.number + 1, corrections=corrections.strip()
            )

    def agree(self, version_id: int) -> None:
        """The next meeting agrees the minutes."""
        self._check("amend_previous_minutes")
        with self._store.work("agree_minutes", "Agree the minutes", barrier=True) as session:
            self._step(
                session,
                version_id,
                MinutesState.AGREED,
                {MinutesState.APPROVED, MinutesState.ISSUED},
            )

    def recall(self, version_id: int, reason: str) -> None:
        """Recall issued minutes: whoever has them is asked to destroy them."""
        self._check("recall_documents")
        if not reason.strip():
            raise Refusal("Say why they are recalled.", "reason")
        with self._store.work("recall_minutes", "Recall the minutes", barrier=True) as session:
            settled = {MinutesState.APPROVED, MinutesState.ISSUED, MinutesState.AGREED}
            one = self._step(session, version_id, MinutesState.RECALLED, settled)
            session.add(self._comment(one.id, reason))
            for row in session.scalars(select(Issue).where(Issue.meeting_id == one.meeting_id)):
                row.recalled_at = row.recalled_at or self._now

    def _comment(self, version_id: int, text: str, item_id: int | None = None) -> MinutesComment:
        return MinutesComment(
            version_id=version_id,
            item_id=item_id,
            at=self._now,
            by_name=self._person.name,
            text=text.strip(),
        )

    def _version(
        self, session: Session, meeting_id: int, number: int, *, corrections: str | None = None
    ) -> int:
        row = MinutesVersion(
            meeting_id=meeting_id,
            number=number,
            made_at=self._now,
            by_name=self._person.name,
            corrections=corrections,
        )
        session.add(row)
        session.flush()
        return row.id

    def _step(
        self,
        session: Session,
        version_id: int,
        after: MinutesState,
        before: set[MinutesState],
    ) -> MinutesVersion:
        one = session.get_one(MinutesVersion, version_id)
        if MinutesState(one.state) not in before:
            raise Refusal(f"Minutes that are {one.state} cannot become {after.value}.")
        one.state, one.state_at, one.by_name = after.value, self._now, self._person.name
        return one

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


def _due(session: Session, item_id: int) -> ExtractDue | None:
    return session.scalars(select(ExtractDue).where(ExtractDue.item_id == item_id)).first()
