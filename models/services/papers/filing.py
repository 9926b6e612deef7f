"""One unit of work's filing: rows are queued, given their ids at once and written parents first."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby
from typing import Any, TypeVar

from sqlalchemy import func, inspect, select
from sqlalchemy.orm import Session

from models.base import Base
from models.entities import (
    Alias,
    Assessment,
    Child,
    ChildStatus,
    Link,
    MatchQuestion,
    MissingCircumstances,
    MissingEpisode,
    Paper,
    PaperSubject,
    PersonOfConcern,
    Referral,
    Subject,
    UnreadText,
)
from models.intake.papers import ReadField
from models.records.papers import MatchRecord
from models.services.papers.facts import Facts
from models.services.papers.known import Known
from models.services.papers.same import Question, Verdict
from models.storage.lots import lots

R = TypeVar("R", bound=Base)
OWNERS: dict[type[Base], str] = {
    Alias: "subject_id",
    Assessment: "child_id",
    ChildStatus: "child_id",
    Link: "from_id",
    MissingCircumstances: "episode_id",
    MissingEpisode: "child_id",
    Referral: "subject_id",
}
FETCHED: tuple[type[Base], ...] = (Alias, Assessment, ChildStatus, MissingEpisode, Referral)
PLACES = {table.name: place for place, table in enumerate(Base.metadata.sorted_tables)}


@dataclass
class Filed:
    """What filing one paper did: whose records it touched, what was asked, what was new."""

    made: int = 0
    subjects: list[int] = field(default_factory=list)
    matches: list[MatchRecord] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)
    unchanged: list[tuple[str, str]] = field(default_factory=list)
    review_on: date | None = None
    """The day of review proposed for whom the paper nominates without one."""


class Filing:
    """Where papers are filed: the session, what is known, and the paper being filed."""

    def __init__(self, session: Session, now: datetime, by: str) -> None:
        self.session = session
        self.now = now
        self.by = by
        self.known = Known(session)
        self.paper: Paper | None = None
        self.filed = Filed()
        self.on: date | None = None
        """The day of what is being filed: the one that it bears, else that of its message."""
        self.where = ""
        """Where in the paper the record being filed stands."""
        self.words: frozenset[str] = frozenset()
        """What the paper being filed says in its lines, each drawn tight."""
        self.said: set[int] = set()
        """Lines on record that the paper says again."""
        self._queue: list[Base] = []
        self._queued: dict[tuple[type[Base], int], Base] = {}
        self._owned: dict[tuple[type[Base], int | None], list[Base]] = defaultdict(list)
        self._next: dict[type[Base], int] = {}
        self._fetched: set[int] = set()
        self._children: list[Child] = []
        self._kept: dict[tuple[type[Base], int], list[Base]] = defaultdict(list)

    @property
    def today(self) -> date:
        """The day of filing."""
        return self.now.date()

    @property
    def paper_id(self) -> int:
        """The id of the paper being filed."""
        assert self.paper is not None
        return self.paper.id

    def begin(self, paper: Paper, words: frozenset[str] = frozenset()) -> None:
        """Start on a paper, whose lines say these words."""
        self.filed = Filed()
        self.words, self.said = words, set()
        self.paper = self.add(paper)
        self._fetched, self._children = set(), []
        self._kept.clear()
        self.flush()

    def finish(self) -> Filed:
        """Write everything queued for the paper; what it did."""
        for subject_id in dict.fromkeys(self.filed.subjects):
            self.add(PaperSubject(paper_id=self.paper_id, subject_id=subject_id))
        for place, text in self.filed.unread:
            self.add(UnreadText(paper_id=self.paper_id, place=place, text=text))
        self.flush()
        self.known.settle()
        return self.filed

    def add(self, row: R) -> R:
        """Queue a new row; it has its id at once."""
        kept: Any = row
        kept.id = self._take(type(row))
        self._queue.append(row)
        self._queued[(type(row), kept.id)] = row
        self._owned[(type(row), None)].append(row)
        owner = OWNERS.get(type(row))
        if owner is not None:
            self._owned[(type(row), getattr(row, owner))].append(row)
        return row

    def get(self, kind: type[R], row_id: int) -> R:
        """A row by its id, whether queued or on record."""
        queued = self._queued.get((kind, row_id))
        if isinstance(queued, kind):
            return queued
        return self.session.get_one(kind, row_id)

    def is_new(self, kind: type[Base], row_id: int) -> bool:
        """True for a row that this paper made, of which nothing else can be on record yet."""
        return (kind, row_id) in self._queued

    def queued(self, kind: type[R], owner: int | None = None) -> tuple[R, ...]:
        """The rows of a kind that are not written yet; those of one owner where one is named.

        The owner is the child, or the subject that an alias, a status or a link belongs to.
        """
        rows = self._owned.get((kind, owner), ())
        return tuple(row for row in rows if isinstance(row, kind))

    def held(self, kind: type[R], owner: int) -> list[R]:
        """An owner's rows of a kind, on record and queued."""
        queued = list(self.queued(kind, owner))
        if self.is_new(Child, owner) or self.is_new(PersonOfConcern, owner):
            return queued
        if owner in self._fetched:
            return [one for one in self._kept[(kind, owner)] if isinstance(one, kind)] + queued
        owned = getattr(kind, OWNERS[kind])
        return [*self.session.scalars(select(kind).where(owned == owner)), *queued]

    def fetch(self, owners: Iterable[int]) -> None:
        """Read in one go what is on record of many, before a long list of them is filed."""
        self._fetched = set(owners)
        for some in lots(sorted(self._fetched)):
            self._children += self.session.scalars(select(Child).where(Child.id.in_(some)))
            for kind in FETCHED:
                owned = getattr(kind, OWNERS[kind])
                for row in self.session.scalars(select(kind).where(owned.in_(some))):
                    self._kept[(kind, getattr(row, OWNERS[kind]))].append(row)

    def flush(self) -> None:
        """Write what is queued, parents before what points at them."""
        self._queue.sort(key=_place)
        for _, rows in groupby(self._queue, key=_place):
            self.session.add_all(rows)
            self.session.flush()
        self._queue.clear()
        self._queued.clear()
        self._owned.clear()

    def speaks_of(self, subject_id: int) -> None:
        """Note that the paper speaks of a subject."""
        self.filed.subjects.append(subject_id)

    def unread(self, place: str, text: str) -> None:
        """Keep a text of the paper that has no place in the register."""
        self.filed.unread.append((place, text))

    def refuse(self, place: str, sentence: str) -> None:
        """Keep why a row of the paper was not taken, and tell whoever brought it in."""
        self.unread(place, sentence)
        self.filed.refused.append((place, sentence))

    def tell(self, place: str, sentence: str) -> None:
        """Keep what is still to be asked about a row that was taken, and say it at once."""
        self.unread(place, sentence)
        self.filed.told.append((place, sentence))

    def leave(self, facts: Facts) -> None:
        """Keep as text whatever the paper says that found no place of its own."""
        for one in facts.left():
            self.unread(one.where, f"{_label(one.name)}: {_shown(one)}")

    def ask(self, subject_id: int, verdict: Verdict) -> None:
        """Ask whether a new record and those named are the same."""
        for one in verdict.questions:
            if not self.known.first_asked(subject_id, one.subject_id):
                continue
            self.add(
                MatchQuestion(
                    paper_id=self.paper_id,
                    subject_id=subject_id,
                    with_id=one.subject_id,
                    weight=one.weight,
                    why=one.why,
                )
            )
            self.show(one)

    def show(self, question: Question) -> None:
        """Report a possible match with the file."""
        label, reference = self.label(question.subject_id)
        self.filed.matches.append(
            MatchRecord(question.subject_id, label, reference, question.weight, question.why)
        )

    def label(self, subject_id: int) -> tuple[str, str | None]:
        """A subject's name and case system id."""
        known = self.known.children.all.get(subject_id)
        if known is not None:
            return known.name, known.facts.system_id
        person = self.known.persons.all.get(subject_id)
        if person is not None:
            return person.name, None
        kinds: list[type[Subject]] = [one.class_ for one in inspect(Subject).self_and_descendants]
        new = next((kind for kind in kinds if self.is_new(kind, subject_id)), Subject)
        return self.get(new, subject_id).label, None

    def _take(self, kind: type[Base]) -> int:
        """The next free id; this unit of work is the only writer."""
        base: Any = inspect(kind).base_mapper.class_
        if base not in self._next:
            self._next[base] = (self.session.scalar(select(func.max(base.id))) or 0) + 1
        self._next[base] += 1
        return self._next[base] - 1


def source(filing: Filing) -> str:
    """Where a row came from, in words that name nobody."""
    kind = filing.paper.kind if filing.paper is not None else "paper"
    words = {
        "return": "agency return", "child": "referral", "location": "nomination",
        "person_of_concern": "nomination", "group": "nomination", "theme": "nomination",
    }  # fmt: skip
    return words.get(kind, kind.replace("_", " "))


def _place(row: Base) -> tuple[int, int, str]:
    mapper: Any = inspect(type(row))
    tables = [PLACES[table.name] for table in mapper.tables]
    return (min(tables), max(tables), mapper.class_.__name__)


def _label(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _shown(one: ReadField) -> str:
    value = one.value
    if isinstance(value, tuple):
        return "; ".join(str(part) for part in value)
    return one.raw or str(value)
