"""Persons of concern in a document whose readers may not all know them: by initials and code."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar, cast

from exports.pseudonyms import Net, index_of
from exports.redaction.codes import Codes, Doubt
from exports.rewriting import rewritten, texts_of
from models.marks import SubjectKind
from models.queries.visible import may_know
from models.records.documents import CalledPerson, KnownName, MeetingPapers
from models.records.item import ItemRecord
from models.records.outcomes import ActionRow
from models.records.reader import Reader
from models.rules.spoken_of import NOT_SURE

T = TypeVar("T")
Home = frozenset[int]
NOBODY: Home = frozenset()
HOME = "place"
WORDED = ("meeting", "declarations", "approval", "quorum")
"""What of a meeting's papers is of no item and written by hand."""
ACTIONS = ("earlier_actions", "actions")
OUTSIDE = "outside the items"


@dataclass(frozen=True)
class NamedPerson:
    """A person of concern, what a document calls them, and where it speaks of them."""

    called: str
    name: str
    items: tuple[str, ...] = ()


class Persons:
    """The persons of concern on record, and how those who may not know them read of a meeting.

    A name, also misspelt or in part, another name, and where somebody lives are found as in a
    child's extract; a person stands as "L.M. (P017)" wherever it is sure that they are meant, in
    every document of the meeting alike, and by initials alone where it is not.
    """

    def __init__(
        self, persons: Iterable[CalledPerson], known: Iterable[KnownName], whole: MeetingPapers
    ) -> None:
        self._persons, self._whole = tuple(persons), whole
        self._called = {one.subject_id: one.called for one in self._persons}
        known = tuple(known)
        self._codes = Codes(self._called, known)
        self._net = _net(self._codes, self._called, known, whole)
        self._by_name = _by_whole_name(self._persons, known)
        self._texts: dict[tuple[str, Home], str] = {}
        self._doubts: dict[tuple[str, Home], tuple[Doubt, ...]] = {}
        self._before: dict[int, ItemRecord] = {}
        # The same record goes into many documents; it is kept beside what it became.
        self._parts: dict[int, tuple[object, object]] = {}
        self._actions: dict[tuple[ActionRow, Home], ActionRow] = {}
        self._told: dict[int, tuple[ItemRecord, str]] = {}
        self._homes: dict[int, tuple[ItemRecord, Home]] = {}

    def hidden(self, papers: MeetingPapers) -> MeetingPapers:
        """A meeting's papers with the persons of concern as their readers may have them."""
        homes = {item.row.id: self.home(item) for item in papers.items}

        def of(item_id: int | None, *subjects: int | None) -> Home:
            return homes.get(item_id or 0, NOBODY) | {
                one for one in subjects if one in self._called
            }

        told = {name: self._part(getattr(papers, name)) for name in WORDED}
        told |= {
            name: tuple(self._action(one, of(one.item_id, one.subject_id)) for one in rows)
            for name, rows in ((name, getattr(papers, name)) for name in ACTIONS)
        }
        items = tuple(self._part(one, homes[one.row.id]) for one in papers.items)
        self._before |= {id(one): own for one, own in zip(items, papers.items, strict=True)}
        recommended = tuple(self._part(one, of(one.item_id)) for one in papers.recommendations)
        plans = tuple(self._part(one, of(None, one.subject_id)) for one in papers.plans)
        measures = tuple(
            self._part(one, of(one.item_id, one.subject_id)) for one in papers.measures
        )
        return replace(papers, items=items, recommendations=recommended, plans=plans,
                       measures=measures, **told)  # fmt: skip

    def hidden_in(self, record: T, surely: Iterable[int | None] = ()) -> T:
        """Any record, its persons called as in the papers; of `surely` it speaks for certain."""
        home = frozenset(one for one in surely if one in self._called)
        return rewritten(record, lambda text: self._text(text, home))

    def home(self, item: ItemRecord) -> Home:
        """The persons of whom an item speaks for certain: by record, or by a whole name."""
        known = self._homes.get(id(item))
        if known is None:
            known = self._homes[id(item)] = (item, self._spoken_of(item))
        return known[1]

    def _spoken_of(self, item: ItemRecord) -> Home:
        rows = {item.row.subject_id, *(one.other_id for one in item.links)}
        rows |= {one.subject_id for one in item.measures}
        rows |= {one.subject_id for one in item.actions}
        self._codes.home = frozenset(one for one in rows if one in self._called)
        return self._codes.home | self._net.surely_in(texts_of(item))

    def _part(self, record: T, home: Home = NOBODY) -> T:
        known = self._parts.get(id(record))
        if known is None:
            known = self._parts[id(record)] = (record, self.hidden_in(record, home))
        return cast(T, known[1])

    def _action(self, action: ActionRow, home: Home) -> ActionRow:
        """An action, which each agency's reading finds anew and mostly finds the same."""
        if (action, home) not in self._actions:
            self._actions[action, home] = self.hidden_in(action, home)
        return self._actions[action, home]

    def _text(self, text: str, home: Home) -> str:
        if (text, home) not in self._texts:
            self._codes.home = home
            one = self._by_name.get(text)
            told = (
                one.called
                if one and not self._codes.is_like_another(text, [one.subject_id])
                else None
            )
            self._codes.doubted = []
            self._texts[text, home] = told or self._net.clean_quietly(text)
            self._doubts[text, home] = tuple(self._codes.doubted)
        return self._texts[text, home]

    def named_in(self, hidden: MeetingPapers, reader: Reader) -> tuple[NamedPerson, ...]:
        """Those whom papers speak of without their names, as far as a reader knows the items."""
        known = [one for one in hidden.items if may_know(reader, one.row.id, one.row.subject_id)]
        told = [(item.row.reference, self._whole_text(item)) for item in known]
        told.append((OUTSIDE, _text(tuple(_outside_items(hidden, known, reader)))))
        found = []
        for one in sorted(self._persons, key=lambda one: one.called):
            places = tuple(place for place, text in told if one.called in text)
            if places and one.subject_id not in reader.conflicted_subjects:
                found.append(NamedPerson(one.called, one.name, places))
        return tuple(dict.fromkeys((*found, *self._not_sure(known, reader))))

    def _not_sure(self, known: Sequence[ItemRecord], reader: Reader) -> Iterator[NamedPerson]:
        """Those who stand by initials alone, with the words that stood there, in any letters."""
        told: dict[tuple[str, str], list[str]] = {}
        written: dict[str, str] = {}
        doubts = [(item.row.reference, self._doubted(item)) for item in known]
        doubts.append((OUTSIDE, self._doubted_outside(known, reader)))
        for place, some in doubts:
            for one in some:
                if reader.conflicted_subjects.isdisjoint(one.subject_ids):
                    words = written.setdefault(one.words.casefold(), one.words)
                    told.setdefault((one.shown, words), []).append(place)
        for shown, words in sorted(told):
            places = tuple(dict.fromkeys(told[shown, words]))
            yield NamedPerson(shown, f"{words} {NOT_SURE}", places)

    def _doubted(self, item: ItemRecord) -> list[Doubt]:
        own = self._before.get(id(item))
        if own is None:
            return []
        home = self.home(own)
        every = (self._doubts.get((text, home), ()) for text in texts_of(own))
        return list(dict.fromkeys(one for some in every for one in some))

    def _doubted_outside(self, known: Iterable[ItemRecord], reader: Reader) -> list[Doubt]:
        found: list[Doubt] = []
        for record in _outside_items(self._whole, known, reader):
            subject = record.subject_id if isinstance(record, ActionRow) else None
            home = frozenset(one for one in (subject,) if one in self._called)
            texts = texts_of(record)
            found += (one for text in texts for one in self._doubts.get((text, home), ()))
        return found

    def _whole_text(self, item: ItemRecord) -> str:
        known = self._told.get(id(item))
        if known is None:
            known = self._told[id(item)] = (item, _text(item))
        return known[1]


def _outside_items(
    papers: MeetingPapers, known: Iterable[ItemRecord], reader: Reader
) -> Iterator[object]:
    """What of a meeting's papers stands outside its items, as far as a reader may know it."""
    yield papers.meeting
    yield from (one for one in papers.declarations if may_know(reader, one.item_id, None))
    items = {one.row.id for one in known}
    for one in (*papers.earlier_actions, *papers.actions):
        if one.item_id not in items and may_know(reader, one.item_id, one.subject_id):
            yield one


def _net(
    codes: Codes, called: Mapping[int, str], known: tuple[KnownName, ...], papers: MeetingPapers
) -> Net:
    net = Net(
        index_of(tuple(one for one in known if _tells(one, called))),
        professionals=_professionals(papers),
        allowed=_children(papers),
        codes=codes,
        confirmed_by_nobody=True,
    )
    for label in _labels(papers):
        net.clean_quietly(label)
    return net


def _by_whole_name(
    persons: Iterable[CalledPerson], known: Iterable[KnownName]
) -> dict[str, CalledPerson]:
    """Who is meant where a text is one person's whole name and nobody else's.

    By its words alone it might be taken for another's of nearly that name.
    """
    borne: dict[str, set[int | None]] = {}
    for name in known:
        borne.setdefault(name.text, set()).add(name.subject_id)
    return {one.name: one for one in persons if borne.get(one.name, set()) <= {one.subject_id}}


def _tells(one: KnownName, called: Mapping[int, str]) -> bool:
    """Whether something on record says who a person is: a name, or where they live."""
    return one.kind == SubjectKind.PERSON or (one.kind == HOME and one.subject_id in called)


def _labels(papers: MeetingPapers) -> Iterator[str]:
    """Persons whom the papers speak of by record, so that a part of their name is known."""
    for item in papers.items:
        if item.row.subject_kind == SubjectKind.PERSON:
            yield item.row.label
        yield from (one.other_label for one in item.links if one.other_kind == SubjectKind.PERSON)
        yield from (one.against for one in item.measures if one.against)


def _children(papers: MeetingPapers) -> list[str]:
    """Children on the agenda: a word of their names alone is theirs."""
    return [one.row.label for one in papers.items if one.row.subject_kind == SubjectKind.CHILD]


def _professionals(papers: MeetingPapers) -> list[str]:
    found: list[str | None] = [one.name for one in papers.attendance]
    found += [one.owner for one in (*papers.actions, *papers.earlier_actions)]
    for item in papers.items:
        found += [item.header.lead, item.row.presenter, *item.attending, *item.row.invited]
    return [one for one in found if one]


def _text(record: object) -> str:
    """All text of a record."""
    return "\n".join(texts_of(record))
