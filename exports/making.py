"""What every document of an issue is made with, read once for all of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from exports import filing
from exports.audience import AudienceReadings, Audiences, Names
from exports.named import Remembered
from exports.persons import NamedPerson, Persons
from exports.pseudonyms import index_of
from exports.redaction.index import Index
from exports.sheet import Sheet
from exports.template import Template
from models.marks import SubjectKind
from models.queries.minutes import SETTLED
from models.records.documents import KnownName, MeetingPapers
from models.records.minutes_issued import WrittenBefore
from models.rules.wrote_after_all import wrote

CHAIR = "The chair"
POLICE = "police"


@dataclass(frozen=True)
class Making:
    """What every document of an issue is made with.

    `whole` are the meeting's papers as read; `papers` are what goes to all the panel: where one
    agency of it is not to know persons of concern, they stand by initials and code.
    """

    audiences: Audiences
    whole: MeetingPapers
    papers: MeetingPapers
    persons: Persons
    known: tuple[KnownName, ...]
    names: Names
    template: Template | None = None
    fhir: bool = False
    """Whether the feed is asked for as a FHIR bundle too, whatever the panel has set."""
    on_request: bool = True
    """Whether what is written only where it is asked for is put together as well."""
    before: Mapping[str, WrittenBefore] = field(default_factory=dict)
    """What each paper said as it last went in an earlier version, by its name."""
    pause: Callable[[], None] = lambda: None
    """Called between children: whoever has stopped the work need not wait for the next document."""

    @cached_property
    def index(self) -> Index:
        """All names on record as an index, for the nets of all documents."""
        return index_of(self.known)

    @cached_property
    def senders(self) -> tuple[str, ...]:
        """Agencies that sent the meeting something, for papers that hold only a part of it."""
        sent = wrote(self.whole.items, self.whole.returns, self.whole.meeting.held_on)
        return tuple(sorted(sent))

    @property
    def approved(self) -> bool:
        """Whether the chair has approved the minutes as a whole."""
        return self.papers.minutes_state in SETTLED

    def see_persons(self, agency_ids: Iterable[int]) -> bool:
        """Whether the panel lets every one of these agencies, and at least one, know persons."""
        sees = {one.id: one.sees_persons_of_concern for one in self.whole.agencies}
        ids = tuple(agency_ids)
        return bool(ids) and all(sees.get(one, False) for one in ids)

    def for_agencies(self, papers: MeetingPapers, agency_ids: Iterable[int]) -> MeetingPapers:
        """Papers as these agencies may have them, who read them together."""
        return papers if self.see_persons(agency_ids) else self.persons.hidden(papers)

    def named_for(self, read: AudienceReadings) -> tuple[NamedPerson, ...]:
        """Persons who stand in the panel's papers without their names, for one who may know."""
        if self.papers is self.whole:
            return ()
        return self.persons.named_in(self.papers, read.reader())


def making_of(audiences: Audiences, template: Template | None = None) -> Making:
    """What is read once for all documents of a meeting."""
    read = audiences.panel.meeting_papers(audiences.meeting_id)
    came = audiences.panel.returns(audiences.meeting_id)
    whole = replace(read, every_child=Remembered(read.every_child), returns=came)
    known = (*audiences.panel.known_names(), *_nicknames(whole))
    persons = Persons(audiences.panel.called_persons(), known, whole)
    made = Making(audiences, whole, whole, persons, known, Names(), template)
    sat = {one.agency_id for one in whole.attendance if one.agency_id}
    panel = [one.id for one in whole.agencies if one.active and (one.core or one.id in sat)]
    return replace(made, papers=made.for_agencies(whole, panel))


def _nicknames(papers: MeetingPapers) -> Iterator[KnownName]:
    """What texts call children beside their surnames: another name of one word, as on record."""
    for one in papers.spoken_of:
        for name in one.nicknames:
            yield KnownName(one.subject_id or 0, SubjectKind.CHILD, name, whole=False)


def file_of(sheet: Sheet) -> Callable[[str | None], bytes]:
    """What makes a document's file, protected where there is a passphrase."""

    def make(passphrase: str | None) -> bytes:
        blob = sheet.to_bytes()
        return filing.encrypted(blob, passphrase) if passphrase else blob

    return make
