"""What minutes say, kept as they go to the chair, come back, are approved or are written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from models.entities import EditLeft, MinutesVersion, MinutesWords, PaperContent, WrittenMinutes
from models.marks import MinutesState
from models.queries import minutes as query
from models.queries.minutes import FOR_CHAIR, WITH_CHAIR
from models.services.issuing import Issuing


@dataclass(frozen=True)
class Writing:
    """One document of the minutes as it is written: its name, its sign, its words, its items."""

    document: str
    sign: str
    words: bytes
    items: tuple[int, ...]


class Step(NamedTuple):
    """A step of minutes on their way: what was done with them, when and by whom."""

    meeting_id: int
    step: str
    at: datetime
    by_name: str | None


class KeptWords(Issuing):
    """The words of minutes, which nobody can change any more once they are kept."""

    def keep_words(self, version_id: int, words: bytes) -> None:
        """Keep what a version says, once for each step: to the chair, given back, approved."""
        self._check("export_documents")
        digest = sha256(words).hexdigest()
        with self._store.work("keep_words", "Keep the words of the minutes", step=False) as session:
            one = session.get_one(MinutesVersion, version_id)
            if one.text_sha256 is None and one.state != MinutesState.DRAFT:
                one.text_sha256 = digest
                _keep_content(session, digest, words)
            if one.state in WITH_CHAIR and one.state_at is not None:
                step = Step(one.meeting_id, one.state, one.state_at, one.by_name)
                self._keep_step(session, step, words)

    def keep_for_chair(self, meeting_id: int, words: bytes) -> None:
        """Keep what the minutes say as they are written for the chair alone."""
        self._check("export_documents")
        with self._store.work("keep_words", "Keep the words of the minutes", step=False) as session:
            step = Step(meeting_id, FOR_CHAIR, self._now, self._person.name)
            self._keep_step(session, step, words)

    def _keep_step(self, session: Session, step: Step, words: bytes) -> None:
        """Keep the words of a step, once."""
        there = select(MinutesWords.id).where(
            MinutesWords.meeting_id == step.meeting_id,
            MinutesWords.step == step.step,
            MinutesWords.at == step.at,
        )
        if session.scalar(there) is None:
            digest, number = (
                sha256(words).hexdigest(),
                query.standing(session, step.meeting_id).number,
            )
            _keep_content(session, digest, words)
            session.add(MinutesWords(version=number, text_sha256=digest, **step._asdict()))

    def leave_edit(self, meeting_id: int, digest: str, item_id: int | None = None) -> None:
        """Leave a change from Word as it is on record, until its words are others."""
        self._check("edit_minutes")
        with self._store.work("leave_edit", "Leave a change from Word") as session:
            if _left(session, meeting_id, digest) is None:
                row = EditLeft(meeting_id=meeting_id, item_id=item_id, digest=digest)
                row.at, row.by_name = self._now, self._person.name
                session.add(row)

    def decide_edit_again(self, meeting_id: int, digest: str) -> None:
        """Take back that a change from Word was left."""
        self._check("edit_minutes")
        with self._store.work("decide_edit_again", "Decide on a change again") as session:
            row = _left(session, meeting_id, digest)
            if row is not None:
                session.delete(row)

    def keep_written(self, meeting_id: int, writings: Sequence[Writing]) -> None:
        """Keep what minutes say as they are written to files, which may come back changed."""
        self._check("export_documents")
        with self._store.work("keep_written", "Keep minutes as written", step=False) as session:
            known = set(
                session.scalars(
                    select(WrittenMinutes.sign).where(WrittenMinutes.meeting_id == meeting_id)
                )
            )
            version = query.standing(session, meeting_id).number
            for one in writings:
                if one.sign not in known:
                    known.add(one.sign)
                    session.add(self._written(session, meeting_id, version, one))

    def _written(
        self, session: Session, meeting_id: int, version: int, one: Writing
    ) -> WrittenMinutes:
        digest = sha256(one.words).hexdigest()
        _keep_content(session, digest, one.words)
        return WrittenMinutes(
            meeting_id=meeting_id,
            version=version,
            document=one.document,
            sign=one.sign,
            at=self._now,
            text_sha256=digest,
            item_ids=one.items,
        )


def _left(session: Session, meeting_id: int, digest: str) -> EditLeft | None:
    wanted = select(EditLeft).where(EditLeft.meeting_id == meeting_id, EditLeft.digest == digest)
    return session.scalars(wanted).first()


def _keep_content(session: Session, digest: str, words: bytes) -> None:
    kept = insert(PaperContent).values(sha256=digest, content=words)
    session.execute(kept.on_conflict_do_nothing())
