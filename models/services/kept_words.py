"""What minutes say, kept as they go to the chair, come back, are approved or are written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from models.entities import EditLeft, MinutesVersion, MinutesWords, PaperContent, WrittenMinutes
from models.marks import MinutesState
from models.queries import minutes as query
from models.queries.minutes import FOR_CHAIR, FROM_WORD, WITH_CHAIR
from models.queries.minutes_written import signs_of
from models.services.issuing import Issuing


@dataclass(frozen=True)
class Writing:
    """One document of the minutes as it is written: its name, its sign, its words, its items."""

    document: str
    sign: str
    words: bytes
    items: tuple[int, ...]


class KeptWords(Issuing):
    """The words of minutes, which nobody can change any more once they are kept."""

    def keep_words(self, version_id: int, words: bytes) -> None:
        """Keep what a version says, once for each step: to the chair, given back, approved."""
        self._check("export_documents")
        with self._store.work("keep_words", "Keep the words of the minutes", step=False) as session:
            one = session.get_one(MinutesVersion, version_id)
            if one.text_sha256 is None and one.state != MinutesState.DRAFT:
                one.text_sha256 = _keep_content(session, words)
            if one.state in WITH_CHAIR and one.state_at is not None:
                _keep_step(session, one.meeting_id, one.number, words,
                           step=one.state, at=one.state_at, by_name=one.by_name)  # fmt: skip

    def keep_for_chair(self, meeting_id: int, words: bytes) -> None:
        """Keep what the minutes say as they are written for the chair alone."""
        self._check("export_documents")
        with self._store.work("keep_words", "Keep the words of the minutes", step=False) as session:
            number = query.standing(session, meeting_id).number
            _keep_step(session, meeting_id, number, words,
                       step=FOR_CHAIR, at=self._now, by_name=self._person.name)  # fmt: skip

    def keep_returned(self, meeting_id: int, file: bytes) -> None:
        """Keep a file that came back from Word with the draft that it is to change.

        Whoever sits here next finds it open; minutes that stand are changed by their correction.
        """
        self._check("edit_minutes")
        with self._store.work("keep_words", "Keep the words of the minutes", step=False) as session:
            now = query.standing(session, meeting_id)
            number = now.number + 1 if now.settled else now.number
            if _came_last(session, meeting_id, number) != sha256(file).hexdigest():
                _keep_step(session, meeting_id, number, file,
                           step=FROM_WORD, at=self._now, by_name=self._person.name)  # fmt: skip

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
            known = set(signs_of(session, meeting_id))
            version = query.standing(session, meeting_id).number
            for one in writings:
                if one.sign not in known:
                    known.add(one.sign)
                    session.add(self._written(session, meeting_id, version, one))

    def _written(
        self, session: Session, meeting_id: int, version: int, one: Writing
    ) -> WrittenMinutes:
        return WrittenMinutes(
            meeting_id=meeting_id,
            version=version,
            document=one.document,
            sign=one.sign,
            at=self._now,
            text_sha256=_keep_content(session, one.words),
            item_ids=one.items,
        )


def _left(session: Session, meeting_id: int, digest: str) -> EditLeft | None:
    wanted = select(EditLeft).where(EditLeft.meeting_id == meeting_id, EditLeft.digest == digest)
    return session.scalars(wanted).first()


def _came_last(session: Session, meeting_id: int, version: int) -> str | None:
    """The digest of the file that came back last to a version."""
    return session.scalar(
        select(MinutesWords.text_sha256)
        .where(MinutesWords.meeting_id == meeting_id, MinutesWords.step == FROM_WORD)
        .where(MinutesWords.version == version)
        .order_by(MinutesWords.id.desc())
        .limit(1)
    )


def _keep_step(
    session: Session,
    meeting_id: int,
    version: int,
    words: bytes,
    *,
    step: str,
    at: datetime,
    by_name: str | None,
) -> None:
    """Keep what a version said at a step of its way, once."""
    digest = _keep_content(session, words)
    there = select(MinutesWords.id).where(
        MinutesWords.meeting_id == meeting_id, MinutesWords.step == step, MinutesWords.at == at
    )
    there = there.where(MinutesWords.text_sha256 == digest) if step == FROM_WORD else there
    if session.scalar(there) is None:
        row = MinutesWords(meeting_id=meeting_id, version=version, step=step, at=at)
        row.by_name, row.text_sha256 = by_name, digest
        session.add(row)


def _keep_content(session: Session, words: bytes) -> str:
    """Keep words by their digest, and give that."""
    digest = sha256(words).hexdigest()
    kept = insert(PaperContent).values(sha256=digest, content=words)
    session.execute(kept.on_conflict_do_nothing())
    return digest
