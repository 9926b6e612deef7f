"""Persons of concern in a document whose readers may not all know them: by initials and code."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar, cast

from exports.pseudonyms import Net, index_of
from exports.rewriting import rewritten
from models.marks import SubjectKind
from models.queries.visible import may_know
from models.records.documents import CalledPerson, KnownName, MeetingPapers
from models.records.item import ItemRecord
from models.records.outcomes import ActionRow
from models.records.reader import Reader

T = TypeVar("T")
HOME = "place"
WORDED = (
    "meeting",
    "declarations",
    "approval",
    "quorum",
    "recommendations",
    "plans",
)
"""What of a meeting's papers is about subjects, or written by hand."""
ACTIONS = ("earlier_actions", "actions")


@dataclass(frozen=True)
class NamedPerson:
    """A person of concern, what a document calls them, and the items that speak of them."""

    called: str
    name: str
    items: tuple[str, ...] = ()


class Persons:
    """The persons of concern on record, and how those who may not know them read of a meeting.

    A name, also misspelt or in part, another name, and where somebody lives are found as in a
    child's extract; a person stands as "L.M. (P017)" wherever they are meant, in every document
    of the meeting alike.
    """

    def __init__(
        self, persons: Iterable[CalledPerson], known: Iterable[KnownName], whole: MeetingPapers
    ) -> None:
        self._persons = tuple(persons)
        self._called = {one.subject_id: one.called for one in self._persons}
        known = tuple(known)
        self._net = _net(self._called, known, whole)
        self._texts = _by_whole_name(self._persons, known)
        # The same record goes into many documents; it is kept beside what it became.
        self._parts: dict[int, tuple[object, object]] = {}
        self._actions: dict[ActionRow, ActionRow] = {}
        self._told: dict[int, tuple[ItemRecord, str]] = {}

    def hidden(self, papers: MeetingPapers) -> MeetingPapers:
        """A meeting's papers with the persons of concern as their readers may have them."""
        told = {name: self._part(getattr(papers, name)) for name in WORDED}
        told |= {name: tuple(map(self._action, getattr(papers, name))) for name in ACTIONS}
        return replace(papers, items=tuple(map(self._part, papers.items)), **told)

    def hidden_in(self, record: T) -> T:
        """Any record, its persons called as in the papers."""
        return rewritten(record, self._text)

    def _part(self, record: T) -> T:
        known = self._parts.get(id(record))
        if known is None:
            known = self._parts[id(record)] = (record, self.hidden_in(record))
        return cast(T, known[1])

    def _action(self, action: ActionRow) -> ActionRow:
        """An action, which each agency's reading finds anew and mostly finds the same."""
        if action not in self._actions:
            self._actions[action] = self.hidden_in(action)
        return self._actions[action]

    def _text(self, text: str) -> str:
        if text not in self._texts:
            self._texts[text] = self._net.clean_quietly(text)
        return self._texts[text]

    def named_in(self, hidden: MeetingPapers, reader: Reader) -> tuple[NamedPerson, ...]:
        """Those whom papers speak of without their names, as far as a reader knows the items."""
        known = [one for one in hidden.items if may_know(reader, one.row.id, one.row.subject_id)]
        told = [(item.row.reference, self._whole_text(item)) for item in known]
        rest = _text((hidden.earlier_actions, hidden.actions, hidden.meeting))
        found = []
        for one in sorted(self._persons, key=lambda one: one.called):
            items = tuple(reference for reference, text in told if one.called in text)
            kept = one.subject_id not in reader.conflicted_subjects
            if kept and (items or one.called in rest):
                found.append(NamedPerson(one.called, one.name, items))
        return tuple(dict.fromkeys(found))

    def _whole_text(self, item: ItemRecord) -> str:
        known = self._told.get(id(item))
        if known is None:
            known = self._told[id(item)] = (item, _text(item))
        return known[1]


def _net(called: Mapping[int, str], known: tuple[KnownName, ...], papers: MeetingPapers) -> Net:
    net = Net(
        index_of(tuple(one for one in known if _tells(one, called))),
        professionals=_professionals(papers),
        allowed=_children(papers),
        called=called,
        confirmed_by_nobody=True,
    )
    for label in _labels(papers):
        net.clean_quietly(label)
    return net


def _by_whole_name(persons: Iterable[CalledPerson], known: Iterable[KnownName]) -> dict[str, str]:
    """What stands where a text is one person's whole name and nobody else's.

    By its words alone it might be taken for another's of nearly that name.
    """
    borne: dict[str, set[int | None]] = {}
    for name in known:
        borne.setdefault(name.text, set()).add(name.subject_id)
    return {
        one.name: one.called for one in persons if borne.get(one.name, set()) <= {one.subject_id}
    }


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
    told: list[str] = []

    def keep(text: str) -> str:
        told.append(text)
        return text

    rewritten(record, keep)
    return "\n".join(told)
