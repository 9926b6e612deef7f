"""Every row that goes with a record: in its tables, and in the journal where it was undone."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from models.base import Base
from models.entities import (
    ActionSubject,
    AgencyReturn,
    Chase,
    Child,
    Confirmation,
    KeptOn,
    MentionAnswer,
    MinutesVersion,
    MinutesWords,
    NameAnswer,
    PaperSubject,
    Referral,
    RetentionHold,
    Subject,
    Submission,
    SubmissionMention,
    WrittenMinutes,
)
from models.queries.gone_before import Gone, gone_before
from models.queries.left_loose import loose_contents, loose_drafts
from models.queries.pointers import Pointer, pointers, targets
from models.queries.stood_at import stood_at
from models.rules.parting import CHASED, OWNERS, SUBJECTS, TRACKER, names_in

BATCH = 500


@dataclass
class Parting:
    """What goes, by the table that names the row; what stands on with another pointer; the rest."""

    rows: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    moved: dict[tuple[str, int], dict[str, Any]] = field(default_factory=lambda: defaultdict(dict))
    gone_before: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    """Rows taken out earlier, of which only the journal still holds values."""
    blobs: frozenset[str] = frozenset()
    drafts: frozenset[str] = frozenset()
    papers: int = 0

    @property
    def count(self) -> int:
        """How many rows go."""
        return sum(map(len, self.rows.values()))


def parting(session: Session, about: str, about_id: int, family: tuple[int, ...] = ()) -> Parting:
    """All that goes with one record: subject, meeting, paper, referral, submission or
    minutes_version; `family` are the ids of the records that are the same subject."""
    found = _Gathering(session, about)
    found.take(about, set(family or (about_id,)))
    found.settle()
    return found.told


class _Gathering:
    """Follows the pointers until nothing more goes."""

    def __init__(self, session: Session, about: str) -> None:
        self.session, self.about = session, about
        self.told = Parting()

    def take(self, table: str, ids: set[int]) -> None:
        """Take these rows with every row that is a part of them."""
        new = ids - self.told.rows[table]
        if not new:
            return
        self.told.rows[table] |= new
        for pointer in pointers().get(table, ()):
            column = pointer.table.c[pointer.column]
            for some in batches(new):
                rows = self.session.execute(select(pointer.table).where(column.in_(some)))
                self._follow(pointer, [dict(row) for row in rows.mappings()])

    def settle(self) -> None:
        """Take what no pointer leads to, and let go of what is pointed at no more."""
        if self.about == "minutes_version":
            self._only_comments()
        else:
            self._take_documents()
            self._take_told_of()
            self._take_submissions()
        self._take_papers()
        self._take_gone()
        self._name_tables()
        for table, row_id in [one for one in self.told.moved if one[1] in self._of(one[0])]:
            del self.told.moved[table, row_id]
        self._forget_words()
        self.told.blobs = loose_contents(self.session, self.told.rows, self.told.moved)
        self.told.drafts = loose_drafts(self.session, self.told.rows)
        self.told.papers = len(self.told.rows["paper"])

    def _of(self, table: str) -> set[int]:
        return self.told.rows.get(table, set())

    def _follow(self, pointer: Pointer, rows: list[dict[str, Any]]) -> None:
        name = pointer.table.name
        taken = set()
        for row in rows:
            if not pointer.part or self._stays(name, pointer.column, row):
                self.told.moved[name, row["id"]][pointer.column] = None
            elif not self._shared(name, pointer.column, row):
                taken.add(row["id"])
        if taken:
            self.take("subject" if name in SUBJECTS else name, taken)

    def _stays(self, name: str, column: str, row: dict[str, Any]) -> bool:
        """Whether the row is about somebody whose record stays, or of a plan that does.

        What was said and the tracker go with their meeting, whoever they are about.
        """
        owner = OWNERS.get(name)
        if owner is None or owner == column or self.about == "meeting" and name in TRACKER:
            return False
        if name == "measure" and column != "plan_id" and row["plan_id"] is not None:
            return row["plan_id"] not in self._of("disruption_plan")
        return row[owner] is not None and row[owner] not in self._of("subject")

    def _shared(self, name: str, column: str, row: dict[str, Any]) -> bool:
        """Whether an action is about others as well, and is theirs from now on."""
        if name != "action" or self.about == "meeting":
            return False
        others = select(ActionSubject.subject_id).where(ActionSubject.action_id == row["id"])
        left = [one for one in self.session.scalars(others) if one not in self._of("subject")]
        if left:
            self.told.moved[name, row["id"]].update({column: None, "subject_id": left[0]})
        return bool(left)

    def _only_comments(self) -> None:
        """Comments on the version go, the version stays."""
        rows = self.told.rows
        rows.pop("minutes_version")
        for name in [one for one in rows if one != "minutes_comment"]:
            rows.pop(name)
        self.told.moved.clear()

    def _take_documents(self) -> None:
        """Confirmations of documents that carry a child's number in their name."""
        children = select(Child.system_id, Child.uuid).where(Child.id.in_(self._of("subject")))
        numbers = tuple(one for row in self.session.execute(children) for one in row if one)
        if numbers:
            rows = self.session.execute(select(Confirmation.id, Confirmation.document))
            self.take("confirmation", {one for one, name in rows if names_in(name, numbers)})

    def _take_submissions(self) -> None:
        """Take intelligence that names nobody else: its text would go on naming who went."""
        one, taken = SubmissionMention, self._of("submission_mention")
        named = select(one.submission_id).where(one.id.in_(taken), one.named)
        others = select(one.submission_id).where(one.named, one.id.not_in(taken))
        alone = set(self.session.scalars(named)) - set(self.session.scalars(others))
        self.take("submission", alone)

    def _take_told_of(self) -> None:
        """What says by a table and a number what it is about: no pointer leads to it."""
        for about, table in CHASED.items():
            for some in batches(self._of(table)):
                wanted = select(Chase.id).where(Chase.about == about, Chase.about_id.in_(some))
                self.take("chase", set(self.session.scalars(wanted)))
        for entity in (KeptOn, RetentionHold, MentionAnswer, NameAnswer):
            for about in set(self.session.scalars(select(entity.about).distinct())):
                for some in batches(self._of(about or "")):
                    of_these = entity.about_id.in_(some)
                    wanted = select(entity.id).where(entity.about == about, of_these)
                    self.take(entity.__tablename__, set(self.session.scalars(wanted)))

    def _take_papers(self) -> None:
        """Papers that spoke of nothing but what goes."""
        touched = set[int | None]()
        for wanted, column, table in (
            (select(PaperSubject.paper_id), PaperSubject.subject_id, "subject"),
            (select(Referral.paper_id), Referral.id, "referral"),
            (select(AgencyReturn.paper_id), AgencyReturn.id, "agency_return"),
            (select(Submission.paper_id), Submission.id, "submission"),
        ):
            touched.update(self.session.scalars(wanted.where(column.in_(self._of(table)))))
        self.take("paper", {one for one in touched if one and not self._needed(one)})

    def _needed(self, paper_id: int) -> bool:
        """Whether something that stays still rests on a paper."""
        for entity in (Referral, AgencyReturn, Submission):
            rows = select(entity.id).where(entity.paper_id == paper_id)
            left = set(self.session.scalars(rows)) - self._of(entity.__tablename__)
            if left and (entity is not AgencyReturn or self.about != "subject"):
                return True
        named = select(PaperSubject.subject_id).where(PaperSubject.paper_id == paper_id)
        spoken = set(self.session.scalars(named))
        if self.about == "meeting":
            return False
        if self.about == "referral":
            mine = select(Referral.subject_id).where(Referral.id.in_(self._of("referral")))
            return bool(spoken - set(self.session.scalars(mine)))
        return bool(spoken - self._of("subject"))

    def _take_gone(self) -> None:
        """Rows that were taken out earlier, by undo or by hand: the journal still holds them."""
        left, before = gone_before(self.session), self.told.gone_before
        while found := [one for one in left if self._goes(one)]:
            for one in found:
                before[one.table].add(one.row_id)
            left = [one for one in left if one.row_id not in before[one.table]]

    def _goes(self, one: Gone) -> bool:
        owner = OWNERS.get(one.table)
        by_meeting = self.about == "meeting" and one.table in TRACKER
        if owner and not by_meeting and one.values.get(owner):
            return bool(one.values[owner] & self._everywhere("subject"))
        return any(
            values & self._everywhere(target)
            for column, target in targets(one.table).items()
            if (values := one.values.get(column))
        )

    def _everywhere(self, table: str) -> set[int]:
        before = self.told.gone_before
        if table != "subject":
            return self._of(table) | before.get(table, set())
        return self._of(table).union(*(before.get(one, ()) for one in SUBJECTS))

    def _name_tables(self) -> None:
        """Subjects under the tables that the journal knows them by."""
        rows = self.told.rows
        ids = rows.pop("subject", set())
        kinds = {mapper.polymorphic_identity: mapper.local_table.name
                 for mapper in Subject.__mapper__.self_and_descendants
                 if isinstance(mapper.local_table, Table)}  # fmt: skip
        for some in batches(ids):
            wanted = select(Subject.id, Subject.kind).where(Subject.id.in_(some))
            for row_id, kind in self.session.execute(wanted):
                rows[kinds[kind]].add(row_id)

    def _forget_words(self) -> None:
        """Kept words of minutes that tell of an item or action that goes: not made again."""
        moved, rows = self.told.moved, self.told.rows
        items = rows.get("agenda_item", set())
        item = Base.metadata.tables["agenda_item"]
        meetings = set[int]()
        for some in batches(self._of("action")):
            meetings |= stood_at(self.session, some)
        for some in batches(items):
            meetings.update(
                self.session.scalars(select(item.c.meeting_id).where(item.c.id.in_(some)))
            )
        wanted = select(MinutesVersion.id).where(
            MinutesVersion.meeting_id.in_(meetings), MinutesVersion.text_sha256.is_not(None)
        )
        for version_id in self.session.scalars(wanted):
            if version_id not in rows.get("minutes_version", ()):
                moved["minutes_version", version_id]["text_sha256"] = None
        for one in (WrittenMinutes, MinutesWords):
            told = select(one.id).where(one.meeting_id.in_(meetings))
            rows[one.__tablename__] |= set(self.session.scalars(told))


def batches(ids: set[int]) -> Iterator[list[int]]:
    """Ids in order, so many at a time."""
    ordered = sorted(ids)
    for at in range(0, len(ordered), BATCH):
        yield ordered[at : at + BATCH]
