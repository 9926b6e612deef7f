"""Papers coming in: looked at first, then kept whole as one step that can be undone."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from sqlalchemy import insert, select

from models.entities import LabelMemory, Paper, PaperContent, PaperSubject, ReadingLog, UnreadText
from models.errors import Refusal
from models.intake.batch import Source, open_files
from models.intake.hearing import Hearing, heard
from models.queries.interests import conflicts
from models.records.papers import ImportedFile
from models.services.papers.comparing import compared
from models.services.papers.filing import Filing
from models.services.papers.filing_batch import Tell, file_batch, tell_nobody
from models.services.papers.looking import Memory, look_again, look_at
from models.services.papers.mending import Mended
from models.services.papers.previewed import PreviewedFile
from models.services.signed_in import Service

NO_MENDING: Mended = {}
KEPT = ("imported", "updated")


class PaperService(Service):
    """What a person does with the papers that reach the panel."""

    def preview(
        self,
        files: Iterable[Source],
        progress: Callable[[int, int, str], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        within: Hearing | None = None,
    ) -> tuple[PreviewedFile, ...]:
        """What each file says, how sure, and who may be the same; nothing is written.

        May run outside the window's own thread: the store is only read, shortly, before and after.
        `within` hears how far a long paper is read, and may raise to stop there.
        """
        self._check("import_papers")
        memory, today = self._memory(), self._today
        with heard(within):
            looked = [look_at(one, memory, today) for one in open_files(files, progress, cancelled)]
        with self._store.reading() as session:
            return compared(session, looked)

    def read_only(self, file: Source) -> PreviewedFile:
        """What one file says, compared with nobody; nothing is written."""
        self._check("import_papers")
        (opened,) = open_files([file], None, None)
        return look_at(opened, self._memory(), self._today)

    def read_as(
        self, previews: Sequence[PreviewedFile], place: int, kind: str
    ) -> tuple[PreviewedFile, ...]:
        """The previews with one of them read as the kind of paper that a person says it is."""
        self._check("mend_import")
        told = list(previews)
        told[place] = look_again(told[place], kind, self._memory(), self._today)
        with self._store.reading() as session:
            return compared(session, told)

    def keep(
        self,
        previews: Sequence[PreviewedFile],
        mended: Mended = NO_MENDING,
        tell: Tell = tell_nobody,
    ) -> tuple[ImportedFile, ...]:
        """File what was previewed, as mended: one unit of work, one step of undo.

        `tell` hears how many of all records are filed; where it raises, nothing is kept.
        """
        self._check("import_papers")
        if mended:
            self._check("mend_import")
        told: tuple[ImportedFile, ...] = ()
        with self._store.work("import_papers", lambda: _label(told)) as session:
            filing = Filing(session, self._now, self._person.name)
            with session.no_autoflush:
                told = file_batch(filing, previews, mended, tell)
        return told

    def rehearse(
        self, previews: Sequence[PreviewedFile], mended: Mended = NO_MENDING
    ) -> tuple[ImportedFile, ...]:
        """What keeping them would do, found out by doing it and taking all of it back."""
        self._check("import_papers")
        told: tuple[ImportedFile, ...] = ()
        try:
            with self._store.work("import_papers", _label(())) as session:
                filing = Filing(session, self._now, self._person.name)
                told = file_batch(filing, previews, mended)
                raise _OnlyRehearsed
        except _OnlyRehearsed:
            return told

    def import_files(self, paths: Iterable[Source]) -> tuple[ImportedFile, ...]:
        """Preview and keep in one go, folders with all that is in them."""
        return self.keep(self.preview(paths))

    def content(self, paper_id: int) -> bytes:
        """A kept paper's bytes, for reading inside the program; the reading is logged.

        Papers hold lines for the chair and names of many: they are for who may see those, and for
        nobody with a declared interest in somebody they speak of.
        """
        self._check("see_chair_only")
        with self._store.reading() as session:
            paper = session.get_one(Paper, paper_id)
            subjects = set(
                session.scalars(
                    select(PaperSubject.subject_id).where(PaperSubject.paper_id == paper_id)
                )
            )
            if subjects & conflicts(session, self._person.member_id)[1]:
                raise Refusal("You have declared an interest in somebody this paper speaks of.")
            kept = paper.kept_sha256 or paper.sha256
            data = session.scalar(select(PaperContent.content).where(PaperContent.sha256 == kept))
        if data is None:
            raise Refusal("This paper's content is not in the file.")
        self._log(subjects)
        return data

    def settle_unread(self, unread_id: int) -> None:
        """A text that was not understood has been dealt with; it stays with the paper."""
        self._check("mend_import")
        with self._store.work("settle_unread", "Settle a text not understood") as session:
            session.get_one(UnreadText, unread_id).settled = True

    def _log(self, subjects: Iterable[int]) -> None:
        rows = [
            {
                "at": self._now,
                "sitting": self._store.sitting,
                "reader": self._person.name,
                "subject_id": subject_id,
                "revealed": True,
            }
            for subject_id in sorted(subjects)
        ]
        if rows:
            with self._store.work("read_paper", "Read a paper") as session:
                session.execute(insert(ReadingLog), rows)

    def _memory(self) -> Memory:
        """How labels were mended before, by the form's fingerprint."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        with self._store.reading() as session:
            rows = session.execute(
                select(LabelMemory.fingerprint, LabelMemory.label, LabelMemory.field)
            )
            for fingerprint, label, name in rows:
                found[fingerprint][label] = name
        return found


class _OnlyRehearsed(Exception):
    """Rolls a rehearsal back."""


def _label(told: Sequence[ImportedFile]) -> str:
    """What undo takes back, by how many papers were kept."""
    count = sum(one.status in KEPT for one in told)
    return f"Import {count:,} papers" if count > 1 else "Import a paper"
