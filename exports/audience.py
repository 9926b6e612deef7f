"""Who receives which document of a meeting: readings as each audience, documents as plans."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from exports import filing
from exports.redaction.found import Finding
from exports.sheet import Sheet
from models.queries import (
    annexes,
    audiences,
    child_papers,
    documents,
    feeding,
    inviting,
    marked,
    meeting_actions,
    minutes,
    minutes_written,
    names_on_record,
    persons,
    readers,
)
from models.queries.offered import Readings
from models.queries.reading import reading
from models.records.issuing import Conflicted, Invited
from models.records.reader import Reader
from models.rules.recipients import ENTITLED
from models.workspace import Workspace

WHOLE_PANEL, CORE, EVERYONE = "Panel members", "Core members", "Everyone attending"


@dataclass(frozen=True)
class Document:
    """A document that can be written: its place in the folder, for whom it is, and what it says.

    `digest` is that of its words, for which a person confirms it; `final` says that it may go out,
    approved and confirmed where it must be. `make` gives the file for a passphrase or None,
    `as_confirmed` how it will leave once a person has confirmed it, without its marks.
    """

    name: str
    kind: str
    audience: str
    make: Callable[[str | None], bytes]
    digest: str = ""
    final: bool = False
    confirmed: bool = False
    needs_confirming: bool = False
    findings: tuple[Finding, ...] = ()
    recipient: str | None = None
    address: str | None = None
    """Where it goes, whatever address its recipient has on the panel's lists."""
    subject_id: int | None = None
    item_id: int | None = None
    reference: str = ""
    as_confirmed: Callable[[], bytes] | None = None
    settles: Mapping[str, str] = field(default_factory=dict)
    """What will stand for each mark in it once it is confirmed."""
    carries: tuple[tuple[int, int], ...] = ()
    on_request: bool = False
    """Written only where it is asked for by its kind or name."""
    marking: str = ""
    """What it is marked with, where that may be more than the panel's own marking."""
    notes: tuple[str, ...] = ()
    """What whoever issues it is told beside it; it stands in no document."""
    returns: Sheet | None = None
    """What it is made of where it may come back changed, so that its words are kept."""
    made_for: Callable[[str], Callable[[str | None], bytes]] | None = None
    """What makes it with somebody's own name as whom it is issued to, where many have the same."""
    says: Sheet | None = None
    """What it is made of where its words are kept for its own next version alone."""


class AudienceReadings(Readings):
    """What can be read, with the readings that only documents need."""

    conflicted = reading(audiences.conflicted)
    barred = reading(audiences.barred)
    of_interest = reading(audiences.of_interest)
    unconflicted_agencies = reading(audiences.unconflicted_agencies)
    invited = reading(audiences.invited)
    slot_invitations = reading(inviting.slot_invitations)
    readers_of_annexes = reading(audiences.readers_of_annexes)
    chair = reading(audiences.chair)
    marked_lines = reading(marked.marked_lines)
    called_persons = reading(persons.called_persons)
    annex_papers = reading(annexes.annex_papers)
    actions_as_each_may = reading(meeting_actions.actions_as_each_may)
    measures_as_each_may = reading(meeting_actions.measures_as_each_may)
    meeting_plans = reading(documents.meeting_plans)
    papers_of_children = reading(child_papers.papers_of_children)
    without_extract = reading(minutes.without_extract)
    to_feed = reading(feeding.to_feed)
    issued_before = reading(minutes_written.issued_before)
    own_records = reading(names_on_record.own_records)
    stands_recalled = reading(minutes.stands_recalled)
    of_its_tier = reading(readers.of_its_tier)


class Audiences:
    """The audiences of one meeting, and readings as each of them."""

    def __init__(self, workspace: Workspace, meeting_id: int) -> None:
        self.workspace = workspace
        self.meeting_id = meeting_id
        self.now = workspace.store.clock.now()
        self._body = self._readings(audiences.body(self.now)).of_its_tier(meeting_id)
        self.panel = self.read(audiences.body(self.now))
        self.conflicted = self.panel.conflicted(meeting_id)
        self.interested = (*self.conflicted, *self.panel.barred(meeting_id))
        self.free = self.panel.unconflicted_agencies(meeting_id)
        came = {one.member_id for one in self.panel.attendance(meeting_id) if one.code in ENTITLED}
        agencies = {one.id: one.agency_id for one in self.panel.members() if one.id in came}
        self.sent_apart = [told for one in self.conflicted if (told := _of(one, agencies))]
        """Who with an interest is sent what was said: the papers made apart are for these alone."""

    def read(self, reader: Reader) -> AudienceReadings:
        """Readings as somebody who has papers of this meeting, and need not sit on another tier."""
        body = self._body
        return self._readings(replace(reader, series=body.series, elsewhere=body.elsewhere))

    def _readings(self, reader: Reader) -> AudienceReadings:
        return AudienceReadings(self.workspace.store, lambda: reader)

    def every_tier(self) -> AudienceReadings:
        """Readings as the panel at every tier of whoever writes, for what goes to no meeting."""
        mine = self.workspace.reader()
        body = audiences.body(self.now)
        return self._readings(replace(body, series=mine.series, elsewhere=mine.elsewhere))

    def setting(self, key: str, default: str = "") -> str:
        """A setting of the tier that meets, else the panel's."""
        return self.panel.setting_at(self.meeting_id, key, default)

    def chair(self) -> AudienceReadings:
        """Readings as whoever chaired."""
        return self.read(self.panel.chair(self.meeting_id))

    def guests(self, guest: Invited) -> AudienceReadings:
        """Readings as those who come for one item."""
        return self.read(audiences.guests(self.now, guest.item_id, guest.apart))

    def agencies(self, *agency_ids: int) -> AudienceReadings:
        """Readings as agencies that share a document, without what all their members may not have.

        An agency with a member who declared nothing receives the whole; the others then receive
        theirs apart.
        """
        held = [
            group
            for group in self.conflicted
            if any(group in self.held_by_all(one) for one in agency_ids)
        ]
        return self.read(audiences.agencies(self.now, *agency_ids, without=held))

    def held_by_all(self, agency_id: int) -> list[Conflicted]:
        """The interests of an agency's members where no other member of it is free of one."""
        if agency_id in self.free:
            return []
        return [one for one in self.conflicted if agency_id in one.agency_ids]

    def apart(self, group: Conflicted, *agency_ids: int) -> AudienceReadings:
        """Readings as members who declared an interest, for the panel or for their agency."""
        return self.read(audiences.agencies(self.now, *agency_ids, without=[group]))

    def groups_of(self, agency_id: int) -> list[Conflicted]:
        """Members of an agency who need a document of their own, since others have the whole."""
        if agency_id not in self.free:
            return []
        return [one for one in self.sent_apart if agency_id in one.agency_ids]


def _of(group: Conflicted, agencies: Mapping[int, int | None]) -> Conflicted | None:
    """A group as far as it is of these members, who stand with their agencies.

    None where it is of none of them, or touches no item.
    """
    whose = zip(group.member_ids, group.names, strict=True)
    kept = tuple((one, name) for one, name in whose if one in agencies)
    if not (kept and group.item_ids):
        return None
    ids, names = zip(*kept, strict=True)
    own = tuple(sorted({at for one in ids if (at := agencies[one]) is not None}))
    return replace(group, member_ids=ids, names=names, agency_ids=own)


class Names:
    """File names of one issue; each is given once."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def take(self, folder: str, *parts: str, ending: str = ".docx") -> str:
        """A path within the folder that no other document has."""
        stem = "-".join(filter(None, parts))
        name, number = f"{folder}{stem}{ending}", 1
        while name.lower() in self._given:
            number += 1
            name = f"{folder}{stem}-{number}{ending}"
        self._given.add(name.lower())
        return name


def slug(text: str) -> str:
    """An agency, or a child's number, as a part of a file name."""
    return filing.safe_name(text)


def chosen(found: Iterable[Document], wanted: Iterable[str]) -> list[Document]:
    """The documents for these audiences: a kind (minutes), an agency, or a part of a file name."""
    everything = list(found)
    words = [one.strip().lower() for one in wanted if one.strip()]
    if not words:
        return [one for one in everything if not one.on_request]
    return [one for one in everything if any(_is_for(one, word) for word in words)]


def _is_for(one: Document, word: str) -> bool:
    folder, _, file = one.name.rpartition("/")
    stem = file.rpartition(".")[0].lower()
    audience = one.audience.lower().partition(", not ")[0]
    known = {one.kind, folder, stem, audience, slug(audience).lower()}
    return word in known or slug(word).lower() in known
