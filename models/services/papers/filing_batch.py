"""A batch filed in the order in which papers refer to each other, each paper once."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from models.entities import LabelMemory, Paper, PaperContent, PaperSubject
from models.intake.papers import ReadPaper, ReadRecord, Source
from models.intake.understanding.about import WHOLE
from models.records.papers import ImportedFile
from models.rules.day_words import short
from models.services.papers.action_log import file_action
from models.services.papers.agencies import file_member
from models.services.papers.assessed_place import file_place_assessment
from models.services.papers.by_mail import MESSAGE, join_messages
from models.services.papers.episodes import file_missing
from models.services.papers.facts import Facts
from models.services.papers.filing import Filed, Filing
from models.services.papers.intelligence import file_intelligence
from models.services.papers.listing import file_register_row, file_tracker
from models.services.papers.looking import sha256
from models.services.papers.mending import Mended, learned, mend
from models.services.papers.previewed import PreviewedFile
from models.services.papers.receipts import file_answer
from models.services.papers.referring import (
    file_child,
    file_group,
    file_person,
    file_place,
    file_theme,
)
from models.services.papers.report import records_of, to_look_at
from models.services.papers.reports import file_assessment, file_update
from models.services.papers.returns import file_return
from models.services.papers.same import tight

# In this order: whoever is named by others first, returns last.
WAYS: Mapping[str, Callable[[Filing, Facts], None]] = {
    "members": file_member,
    "child": file_child,
    "tracker": file_tracker,
    "persons": file_register_row,
    "person_of_concern": file_person,
    "location": file_place,
    "place_assessment": file_place_assessment,
    "group": file_group,
    "theme": file_theme,
    "assessment": file_assessment,
    "missing": file_missing,
    "actions": file_action,
    "reply": file_answer,
    "update": file_update,
    "intelligence": file_intelligence,
    "return": file_return,
}
ORDER = {kind: place for place, kind in enumerate(WAYS)}
LONG = 20
ANSWER, RETURN = "reply", "return"
NOTHING = "Nothing was changed."
# Kinds whose papers are about one subject: a second one about the same brings it up to date.
ABOUT_ONE = frozenset({"child", "person_of_concern", "location", "group", "theme"})


Tell = Callable[[int, int], object]
"""Hears how many of all records are filed."""
EACH = 50


def tell_nobody(_done: int, _of: int) -> None:
    """Where nobody waits."""


def file_batch(
    filing: Filing,
    previews: Sequence[PreviewedFile],
    mended: Mended,
    tell: Tell = tell_nobody,
) -> tuple[ImportedFile, ...]:
    """File every paper that can be filed; the reports stand in the order of the batch."""
    done: dict[int, ImportedFile] = {}
    count = _Count(tell, previews)
    for place in in_filing_order(previews):
        done[place] = file_one(filing, previews[place], mended, count)
    join_messages(filing, previews)
    return tuple(done[place] for place in range(len(previews)))


class _Count:
    """Counts the records of a batch as they are filed, and tells of every fiftieth."""

    def __init__(self, tell: Tell, previews: Sequence[PreviewedFile]) -> None:
        papers = [one.paper for one in previews if one.paper is not None]
        self._tell, self._done = tell, 0
        self._of = sum(len(one.records) for one in papers)

    def next(self) -> None:
        """Another record is about to be filed."""
        if self._done % EACH == 0:
            self._tell(self._done, self._of)
        self._done += 1


def in_filing_order(previews: Sequence[PreviewedFile]) -> list[int]:
    """The places of a batch in the order in which it is filed."""
    return sorted(range(len(previews)), key=lambda place: _rank(previews[place]))


def _rank(previewed: PreviewedFile) -> tuple[int, date]:
    """Its kind's place; of several lists the earliest first, as children came to stand so."""
    records = previewed.paper.records if previewed.paper is not None else ()
    days = [day for one in records if isinstance(day := one.get("as_of"), date)]
    return ORDER.get(previewed.kind, len(ORDER)), min(days, default=date.min)


def _of_record(record: ReadRecord) -> tuple[int, date]:
    day = record.get("as_of")
    return ORDER[record.kind], day if isinstance(day, date) else date.min


def file_one(
    filing: Filing, previewed: PreviewedFile, mended: Mended, count: _Count
) -> ImportedFile:
    """File one paper; a refused one, or one that is on record already, is only reported."""
    if previewed.refused is not None or previewed.paper is None:
        return _refused(previewed)
    known = select(Paper.id).where(Paper.sha256 == previewed.sha256)
    if filing.session.scalar(known) is not None:
        reason = "This very paper is on record already; nothing was changed."
        return ImportedFile(previewed.file, previewed.kind, "duplicate", reason)
    _remember(filing, previewed, mended)
    right = mend(previewed, mended, filing.today)
    assert right.paper is not None
    before = _filed_before(filing, right.kind)
    words = frozenset(tight(str(one.get("text") or "")) for one in right.paper.records)
    filing.begin(_keep(filing, right, right.paper), words)
    if len(right.paper.records) > LONG:
        _fetch(filing, right.paper)
    for record in sorted(right.paper.records, key=_of_record):
        count.next()
        filing.on, filing.where = _day(record, right), record.where
        if record.kind != RETURN:
            filing.known.persons.settle()
        WAYS[record.kind](filing, Facts(record))
    for left in right.paper.not_understood:
        filing.unread(left.where, left.text)
    filed = filing.finish()
    return _report(right, right.paper, filed, before)


def _day(record: ReadRecord, previewed: PreviewedFile) -> date | None:
    """The day that a record bears, else that on which its message was sent."""
    source = previewed.content.source if previewed.content is not None else None
    said = record.get("received") or (source.sent_at if source is not None else None)
    if isinstance(said, datetime):
        return said.date()
    return said if isinstance(said, date) else None


def _fetch(filing: Filing, paper: ReadPaper) -> None:
    """Read in one go the children that a long list names by number or by name."""
    children = filing.known.children
    numbers = {str(record.get("la_id") or "") for record in paper.records}
    names = {str(record.get("name") or "") for record in paper.records}
    filing.fetch(
        {one for number in numbers for one in children.by_system(number)}
        | {one for name in names for one in children.named(name)}
    )


def _refused(previewed: PreviewedFile) -> ImportedFile:
    left = previewed.paper.not_understood if previewed.paper is not None else ()
    return ImportedFile(
        previewed.file,
        previewed.kind,
        "refused",
        previewed.refused,
        not_understood=tuple((one.where, one.text) for one in left),
    )


def _remember(filing: Filing, previewed: PreviewedFile, mended: Mended) -> None:
    """Keep how the person read the form and its labels, for the next paper of that form."""
    assert previewed.paper is not None
    fingerprint = previewed.paper.fingerprint
    whole = [(WHOLE, previewed.read_as)] if previewed.read_as else []
    for label, name in (*whole, *learned(previewed, mended)):
        row = filing.session.scalars(
            select(LabelMemory).where(
                LabelMemory.fingerprint == fingerprint, LabelMemory.label == label
            )
        ).first()
        if row is None:
            filing.session.add(LabelMemory(fingerprint=fingerprint, label=label, field=name))
            filing.session.flush()
        else:
            row.field = name


def _keep(filing: Filing, previewed: PreviewedFile, paper: ReadPaper) -> Paper:
    """Keep the paper's bytes under their own name, and say what came."""
    kept = sha256(previewed.data)
    source = (previewed.content and previewed.content.source) or Source()
    filing.session.execute(
        insert(PaperContent).values(sha256=kept, content=previewed.data).on_conflict_do_nothing()
    )
    return Paper(
        sha256=previewed.sha256,
        kept_sha256=kept,
        name=previewed.file,
        kind=paper.kind,
        size=previewed.size,
        lines_removed=previewed.lines_removed,
        fingerprint=paper.fingerprint,
        received_at=filing.now,
        sender=source.sender or None,
        sent_at=source.sent_at,
    )


def _filed_before(filing: Filing, kind: str) -> set[int]:
    """Subjects of whom a paper of this kind is on record."""
    if kind not in ABOUT_ONE:
        return set()
    return set(
        filing.session.scalars(
            select(PaperSubject.subject_id)
            .join(Paper, Paper.id == PaperSubject.paper_id)
            .where(Paper.kind == kind)
        )
    )


def _report(
    previewed: PreviewedFile, paper: ReadPaper, filed: Filed, before: set[int]
) -> ImportedFile:
    status, reason = _became(paper, filed, before)
    if previewed.lines_removed:
        number = previewed.lines_removed
        lines, them = ("line", "it") if number == 1 else ("lines", "them")
        removed = (
            f"Kept without {number} {lines} that the agency does not share; "
            f"the copy outside still holds {them}."
        )
        reason = f"{removed} {reason or ''}".strip()
    if filed.review_on is not None:
        reason = f"{reason or ''} No day of review said: {short(filed.review_on)} is proposed."
    return ImportedFile(
        previewed.file,
        paper.kind,
        status,
        reason and reason.strip(),
        records_of(paper),
        (*((one.where, one.text) for one in paper.not_understood), *filed.refused, *filed.told),
        tuple(filed.matches),
        tuple(dict.fromkeys(filed.subjects)),
        tuple(filed.unchanged),
        tuple(filed.told),
        to_look_at(paper),
    )


def _became(paper: ReadPaper, filed: Filed, before: set[int]) -> tuple[str, str | None]:
    """What became of a filed paper, and which of its rows were not taken.

    Answers of which none was taken changed nothing, and are not told as if they had.
    """
    reason = _untaken(filed)
    if paper.kind in ABOUT_ONE:
        again = bool(filed.subjects and filed.subjects[0] in before)
        return "updated" if again else "imported", reason
    if paper.kind != ANSWER:
        reason = " ".join(filter(None, (reason, _asked(filed)))) or None
    if filed.made or paper.kind == MESSAGE:
        return "imported", reason
    if paper.kind != ANSWER:
        return "updated", reason
    return "refused" if filed.refused else "duplicate", f"{reason or ''} {NOTHING}".strip()


def _asked(filed: Filed) -> str | None:
    rows = len(filed.told)
    if not rows:
        return None
    return f"{rows:,} {'row is' if rows == 1 else 'rows are'} asked about, what beside each."


def _untaken(filed: Filed) -> str | None:
    said = []
    for rows, words in (
        (len(filed.refused), "refused, the reason beside each"),
        (len(filed.unchanged), "on record already or no answer"),
    ):
        if rows:
            said.append(f"{rows} {'row was' if rows == 1 else 'rows were'} {words}.")
    return " ".join(said) or None
