"""Minutes as they come to stand: draft, with the chair, approved, issued, corrected, agreed."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import (
    AgendaItem,
    ExtractDue,
    Issue,
    Member,
    MinutesComment,
    MinutesVersion,
)
from models.errors import Refusal
from models.marks import MinutesState
from models.queries import minutes as query
from models.rules.finished import REASONS
from models.services.correcting import Correcting
from models.services.issuing import ISSUED
from models.services.kept_words import KeptWords
from models.services.sending import taken_back
from models.storage import chain


class MinutesService(KeptWords, Correcting):
    """What is done with a meeting's minutes and documents; versions are kept for ever."""

    def draft(self, meeting_id: int) -> int:
        """The draft that is worked on, made where there is none; gives its id."""
        self._check("draft_minutes")
        with self._store.work("draft_minutes", "Draft the minutes") as session:
            standing = query.standing(session, meeting_id)
            if standing.state == MinutesState.RECALLED.value:
                raise Refusal(
                    "These minutes were recalled: correct them, and a new version begins."
                )
            if standing.version_id is not None:
                return standing.version_id
            return self._version(session, meeting_id, standing.number)

    def to_chair(self, version_id: int) -> None:
        """Send a draft to the chair."""
        self._check("send_to_chair")
        with self._store.work("minutes_to_chair", "Send the minutes to the chair") as session:
            one = self._step(session, version_id, MinutesState.WITH_CHAIR, {MinutesState.DRAFT})
            one.text_sha256 = None

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
            one.approved_by, one.approved_at = self._approver(session), self._now
            one.text_sha256 = None
            head = chain.head(session.connection())
            one.chain_head = head.hash if head else None

    def _approver(self, session: Session) -> str:
        """The name that the panel knows, which may not be the one that is typed to sign in."""
        member = session.get(Member, self._person.member_id) if self._person.member_id else None
        return member.name if member is not None else self._person.name

    def approve_item(self, item_id: int) -> None:
        """The chair approves one item, so that its extract, sheet and actions may go first."""
        self._check("approve_minutes")
        with self._store.work("approve_item", "Approve an item", barrier=True) as session:
            session.get_one(AgendaItem, item_id).approved_at = self._now

    def open_item(self, item_id: int) -> None:
        """The chair takes back that one item is approved: it can be changed again."""
        self._check("approve_minutes")
        with self._store.work("open_item", "Open an approved item", barrier=True) as session:
            session.get_one(AgendaItem, item_id).approved_at = None

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

    def recall(self, version_id: int, reason: str, *, earlier: bool = False) -> None:
        """Recall issued minutes: whoever has them is asked to destroy them.

        With `earlier`, so is whoever still has papers of a version before.
        """
        self._check("recall_documents")
        if not reason.strip():
            raise Refusal("Say why they are recalled.", "reason")
        with self._store.work("recall_minutes", "Recall the minutes", barrier=True) as session:
            settled = {MinutesState.APPROVED, MinutesState.ISSUED, MinutesState.AGREED}
            one = self._step(session, version_id, MinutesState.RECALLED, settled)
            session.add(self._comment(one.id, reason))
            called = Issue.version <= one.number if earlier else Issue.version == one.number
            gone = select(Issue).where(Issue.meeting_id == one.meeting_id, called)
            recalled = session.scalars(gone.where(Issue.state == ISSUED)).all()
            for row in recalled:
                row.recalled_at = row.recalled_at or self._now
            taken_back(session, recalled, self._today)

    def recall_documents(self, issue_ids: Iterable[int], reason: str) -> None:
        """Recall papers one by one, each from whom it went to; their version stands.

        Of what a sheet asked nothing is awaited once no copy of it is out.
        """
        self._check("recall_documents")
        if not reason.strip():
            raise Refusal("Say why they are recalled.", "reason")
        with self._store.work("recall_documents", "Recall papers", barrier=True) as session:
            rows = session.scalars(select(Issue).where(Issue.id.in_(list(issue_ids)))).all()
            for row in rows:
                if row.state != ISSUED or row.recalled_at is not None:
                    raise Refusal("Only what was issued and is not recalled yet can be recalled.")
                row.recalled_at = self._now
            session.flush()
            back = [row for row in rows if not _has_a_copy_out(session, row)]
            taken_back(session, back, self._today)

    def _comment(self, version_id: int, text: str, item_id: int | None = None) -> MinutesComment:
        return MinutesComment(
            version_id=version_id,
            item_id=item_id,
            at=self._now,
            by_name=self._person.name,
            text=text.strip(),
        )

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


def _due(session: Session, item_id: int) -> ExtractDue | None:
    return session.scalars(select(ExtractDue).where(ExtractDue.item_id == item_id)).first()


def _has_a_copy_out(session: Session, row: Issue) -> bool:
    """Whether the same paper, of this version or a later, is with somebody and not recalled."""
    same = (Issue.document == row.document, Issue.version >= row.version)
    out = (Issue.state == ISSUED, Issue.recalled_at.is_(None))
    asked = select(Issue.id).where(Issue.meeting_id == row.meeting_id, *same, *out)
    return session.scalars(asked.limit(1)).first() is not None
