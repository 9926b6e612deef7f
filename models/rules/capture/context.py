"""What is known in the room when a line is typed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any

from models.rules.capture.action_book import ActionBook
from models.rules.capture.agencies import agency_book
from models.rules.capture.catalogue import decision_book, measure_book
from models.rules.capture.people import name_book, role_book
from models.rules.capture.phrases import Phrasebook
from models.rules.capture.refs import (
    ActionRef,
    AgencyRef,
    DecisionRef,
    MeasureRef,
    PersonRef,
    SubjectRef,
)
from models.rules.capture.subjects import subject_book
from models.rules.capture.vocabulary import SHORT_NAME, Vocabulary
from models.rules.dates import DateReading, lately_past, spoken_date
from models.rules.language import Term
from models.rules.names import plain

MOST_KEPT = 200
LEAD_WORDS = (
    "lead professional", "the lead professional", "allocated social worker", "allocated worker",
    "her social worker", "his social worker", "their social worker", "lead worker",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class CaptureContext:
    """The room, the item and the lists that a line is read against; make one per item and change.

    `people` are those who may own something (before attendance is taken all members, `present`);
    `subject` is the item's own; `subjects` are all that the meeting may speak of, itself included;
    `things` are the vehicles, phones and accounts of these, which only a link speaks of;
    `measures_agreed` are the item's by code (or name) and target, `risks_kept` the words of its
    immediate risks; `guests` who stands in the list and is no member, by name; `items` are the
    references of the running order;
    `about` are the earlier actions about the subject, `actions` the open ones of all and those that
    ended lately.
    The phrase books are made once, at the first line, and live as long as the context.
    """

    today: date
    people: tuple[PersonRef, ...] = ()
    agencies: tuple[AgencyRef, ...] = ()
    subject: SubjectRef | None = None
    subjects: tuple[SubjectRef, ...] = ()
    things: tuple[SubjectRef, ...] = ()
    measures: tuple[MeasureRef, ...] = ()
    decisions: tuple[DecisionRef, ...] = ()
    about: tuple[ActionRef, ...] = ()
    actions: tuple[ActionRef, ...] | ActionBook = ()
    risk_levels: tuple[str, ...] = ("Low", "Medium", "High", "Very high")
    terms: Sequence[Term] = ()
    next_meeting: date | None = None
    review: date | None = None
    closed: frozenset[date] = frozenset()
    actions_so_far: int = 0
    measures_agreed: tuple[tuple[str, int | None], ...] = ()
    risks_kept: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    items: tuple[str, ...] = ()

    @property
    def measures_so_far(self) -> int:
        """How many measures the item holds."""
        return len(self.measures_agreed)

    @cached_property
    def names(self) -> Phrasebook[PersonRef]:
        """People by what they are called; the item's lead professional also by that word."""
        return name_book((*self.people, *self._lead()))

    @cached_property
    def roles(self) -> Phrasebook[PersonRef]:
        """People by the role they hold."""
        return role_book(self.people)

    @cached_property
    def agency_names(self) -> Phrasebook[AgencyRef]:
        """Agencies by what they are called."""
        return agency_book(self.agencies)

    @cached_property
    def subject_names(self) -> Phrasebook[SubjectRef]:
        """Subjects by name, alias, initials, reference and the telling part of a place's name."""
        return subject_book(self._all_subjects())

    @cached_property
    def linkable_names(self) -> Phrasebook[SubjectRef]:
        """Subjects as `subject_names`, and the things that one of them may drive or use."""
        if not self.things:
            return self.subject_names
        return subject_book((*self._all_subjects(), *self.things))

    @cached_property
    def measure_names(self) -> Phrasebook[MeasureRef]:
        """Disruption measures by name, part of a name and letters."""
        return measure_book(self.measures)

    @cached_property
    def measure_words(self) -> frozenset[str]:
        """The long words that the names of measures are made of, to find one spelt wrong."""
        return self.measure_names.long_words(5)

    @cached_property
    def decision_names(self) -> Phrasebook[DecisionRef]:
        """Decisions open to the item's subject, by label and synonym."""
        kind = self.subject.kind if self.subject else None
        return decision_book(d for d in self.decisions if not d.kinds or kind in d.kinds)

    @cached_property
    def action_books(self) -> tuple[ActionBook, ActionBook]:
        """The actions about the subject, then all: what is asked of the first counts."""
        whole = self.actions if isinstance(self.actions, ActionBook) else ActionBook(self.actions)
        return ActionBook(self.about), whole

    @cached_property
    def action_letters(self) -> frozenset[str]:
        """The letters that references of actions begin with here."""
        return frozenset().union(*(book.letters for book in self.action_books)) or frozenset({"A"})

    def action_numbered(self, letters: str, number: int) -> ActionRef | None:
        """The action of that number, zeros or none before it; an open one before a finished."""
        return next(
            filter(None, (book.numbered(letters, number) for book in self.action_books)), None
        )

    def action_saying(self, text: str) -> ActionRef | None:
        """The open action that says just this."""
        return next(filter(None, (book.saying(text) for book in self.action_books)), None)

    def still_open(self) -> list[ActionRef]:
        """The open actions, each once."""
        return list(
            {one.ref: one for book in self.action_books for one in book.still_open()}.values()
        )

    @cached_property
    def settled(self) -> dict[str, Any]:
        """Lines of which the kind has been told already: one keystroke asks it many times."""
        return {}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words that a line is understood by, to find one spelt wrong."""
        books = (self.roles, self.agency_names, self.subject_names, self.measure_names)
        people = (plain(one.name).split() for one in self.people)
        names = (book.long_words(SHORT_NAME) for book in books)
        decisions = self.decision_names.long_words(5)
        return Vocabulary(chain.from_iterable((*names, *people, decisions)))

    @cached_property
    def spelt(self) -> dict[str, Any]:
        """Words as typed that have been looked for in the vocabulary already."""
        return {}

    @cached_property
    def days(self) -> dict[str, DateReading]:
        """Texts whose day has been read already."""
        return {}

    def day_in(self, text: str) -> DateReading:
        """The day that a text names, as said in this room."""
        if len(self.days) > MOST_KEPT:
            self.days.clear()
        if text not in self.days:
            read = spoken_date(text, self.today, self.next_meeting, None, self.closed)
            self.days[text] = lately_past(read, self.today)
        return self.days[text]

    def agency_of(self, person: PersonRef) -> AgencyRef | None:
        """The person's agency as one of the context's."""
        return next((agency for agency in self.agencies if agency.id == person.agency_id), None)

    def _all_subjects(self) -> tuple[SubjectRef, ...]:
        own = (self.subject,) if self.subject and self.subject not in self.subjects else ()
        return (*own, *self.subjects)

    def _lead(self) -> Iterator[PersonRef]:
        lead_id = self.subject.lead_id if self.subject else None
        for person in self.people:
            if person.id == lead_id:
                also = (*person.also, *LEAD_WORDS)
                yield PersonRef(**{**vars(person), "also": also})
