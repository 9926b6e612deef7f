"""How a panel's documents call children, people and places: initials unless it sets full names."""

import re
import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from models.marks import SubjectKind
from models.records.documents import MeetingPapers, TextMask
from models.records.item import ItemRecord, ItemRow
from models.records.outcomes import ActionRow
from models.records.panel import PanelRecord
from models.remembering import remembered
from models.rules.ages import age
from models.rules.masking import NameMask
from models.rules.names import initials, parse_name

# First names that are ordinary words too: alone, or in small letters, they are not taken for names.
# fmt: off
ORDINARY = frozenset(
    {
        "April", "May", "June", "August", "Summer", "Autumn", "Winter", "Will", "Mark",
        "Faith", "Grace", "Hope", "Joy", "Jack", "Drew", "Rose", "Dawn", "Sky", "Skye",
        "Storm", "Rich", "Bill", "Chase", "Hunter", "Mason", "Art", "Guy", "Max", "Chance",
        "Hazel", "Ivy",
    }
)
# fmt: on
ADULT = 18
BETWEEN_WORDS = str.maketrans(dict.fromkeys("‘’“”–—…·" + string.punctuation, " "))


@dataclass(frozen=True)
class Shortening:
    """A child's name to be found and what stands for it; text without the clue is passed over.

    A full stop after the name goes with it, since initials end with one.
    """

    clue: str
    pattern: re.Pattern[str]
    shown: str


@dataclass(frozen=True)
class Naming:
    """Names as one document prints them.

    With initials, every full name of a child on record becomes initials wherever it stands, and
    so does the first name of a child on the agenda, unless somebody here bears it too; within a
    child's own item, and in the actions from it, it does even then.
    """

    full_names: bool
    everywhere: tuple[Shortening, ...] = ()
    here: tuple[Shortening, ...] = ()
    children: frozenset[int] = field(default=frozenset())
    first_names: Mapping[int, Shortening] = field(default_factory=dict)
    others: TextMask = field(default_factory=NameMask)

    known: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    """Texts as printed outside any item: the same words come again and again."""
    subjects: dict[tuple[str, str], Shortening | None] = field(
        default_factory=dict, compare=False, repr=False
    )
    """First names of actions' subjects, worked out once."""

    @cached_property
    def clues(self) -> frozenset[str]:
        """Words of which one at least stands in every text that names a child."""
        return frozenset(one.clue for one in (*self.everywhere, *self.here))

    def rewrite(self, text: str) -> str:
        """Text as printed."""
        if self.here:
            said = text.lower()
            if any(one.clue in said for one in self.here):
                return self._rewritten(text)
        told = self.known.get(text)
        if told is None:
            told = self.known[text] = self._rewritten(text)
        return told

    def _rewritten(self, text: str) -> str:
        words = _words(text)
        if not self.clues.isdisjoint(words):
            for one in (*self.here, *self.everywhere):
                if one.clue in words:
                    text = one.pattern.sub(one.shown, text)
        return self.others.masked(text)

    def _of_subject(self, label: str, shown: str) -> Shortening | None:
        key = label, shown
        if key not in self.subjects:
            self.subjects[key] = _first_name(label, shown)
        return self.subjects[key]

    def within(self, item: ItemRecord) -> "Naming":
        """The naming inside one item."""
        here = self.first_names.get(item.row.id)
        return replace(self, here=(here,) if here else ())

    def of_action(self, action: ActionRow, text: str) -> str:
        """An action's text, with the first name of its item's child and of its own as initials."""
        if self.full_names:
            return text
        found = [self.first_names.get(action.item_id or 0)]
        if action.subject and action.subject_kind == SubjectKind.CHILD:
            found.append(self._of_subject(action.subject, action.subject_initials or ""))
        words = _words(text)
        for one in filter(None, found):
            if one.clue in words:
                text = one.pattern.sub(one.shown, text)
        return text

    def subject(self, row: ItemRow) -> str:
        """An item's subject: initials and system number for a child, the name for the rest."""
        child = row.subject_id in self.children or row.subject_kind == SubjectKind.CHILD
        shown = row.initials if child and not self.full_names else row.label
        if row.subject_reference and f"({row.subject_reference})" in shown:
            return shown
        return ", ".join(filter(None, (shown, row.subject_reference)))

    def about(self, action: ActionRow) -> str:
        """Who an action is about."""
        if not action.subject:
            return ""
        child = action.subject_id in self.children or action.subject_kind == SubjectKind.CHILD
        initialled = child and not self.full_names
        return (action.subject_initials if initialled else action.subject) or ""

    def shown(self, kind: str | None, label: str) -> str:
        """Any subject by kind and label: a child by initials unless the panel sets full names."""
        return initials(label) if kind == SubjectKind.CHILD and not self.full_names else label


def is_child(item: ItemRecord, on: date) -> bool:
    """Whether the item is about a child; a person of concern under 18 on a day is one first."""
    if item.row.subject_kind != SubjectKind.PERSON:
        return item.row.subject_kind == SubjectKind.CHILD
    years = age(item.header.birth_date, on) if item.header.birth_date else item.header.age
    return years is not None and years < ADULT


def naming_of(papers: MeetingPapers) -> Naming:
    """The naming of a document made of a meeting's papers."""
    here = (*(one.name for one in papers.attendance), *(one.owner for one in papers.actions))
    return naming(
        papers.panel,
        papers.items,
        papers.meeting.held_on,
        others=papers.every_child,
        here=filter(None, here),
    )


def naming(
    panel: PanelRecord,
    items: Sequence[ItemRecord],
    on: date,
    *,
    others: TextMask | None = None,
    here: Iterable[str] = (),
) -> Naming:
    """The naming of a document about these items of a meeting held on a day.

    `others` are children on record besides, `here` the names of professionals.
    """
    children = [item for item in items if is_child(item, on)]
    ids = frozenset(item.row.subject_id for item in children if item.row.subject_id is not None)
    if panel.full_names:
        return Naming(True, children=ids)
    names = dict.fromkeys((item.row.label, item.row.initials) for item in children)
    firsts = {item.row.id: _first_name(item.row.label, item.row.initials) for item in children}
    borne = {first for name in set(here) for first in parse_name(name).first[:1]}
    return Naming(
        False,
        (*_shortened(names), *_with_initial(names), *_alone(names, borne)),
        others=others or NameMask(),
        children=ids,
        first_names={item_id: one for item_id, one in firsts.items() if one},
    )


def _first_name(label: str, shown: str) -> Shortening | None:
    """A child's first name standing alone, unless it is an ordinary word too."""
    first = parse_name(label).first
    return _standing_alone(first[0], shown) if first else None


@remembered(4096)
def _standing_alone(first: str, shown: str) -> Shortening | None:
    if first in ORDINARY:
        return None
    pattern = rf"(?<![\w-]){re.escape(first)}(?![\w-])(?!\s+[A-Z](?:[a-z]|(?![\w'’])))\.?"
    return Shortening(_clue(first), re.compile(pattern), shown)


def _with_initial(names: Iterable[tuple[str, str]]) -> Iterable[Shortening]:
    """A first name with its surname's initial, and with another's: "Ellie M" is not "Ellie Z"."""
    others = {}
    for label, shown in names:
        parsed = parse_name(label)
        if not parsed.first or not parsed.surname or parsed.first[0] in ORDINARY:
            continue
        first = re.escape(parsed.first[0])
        own = rf"(?<![\w-]){first}\s+{re.escape(parsed.surname[0])}(?![\w'’-])\.?"
        yield Shortening(_clue(parsed.first[0]), re.compile(own), shown)
        other = rf"(?<![\w-]){first}(?=\s+[B-HJ-Z](?![\w'’-]))"
        others[parsed.first[0]] = Shortening(
            _clue(parsed.first[0]), re.compile(other), f"{shown[0]}."
        )
    yield from others.values()


def _alone(names: Iterable[tuple[str, str]], borne: set[str]) -> Iterable[Shortening]:
    """First names alone; one that several children bear shows all of them."""
    shown: dict[str, list[str]] = {}
    for label, letters in names:
        for first in parse_name(label).first[:1]:
            shown.setdefault(first, []).append(letters)
    for first, all_of in shown.items():
        one = _standing_alone(first, " or ".join(dict.fromkeys(all_of)))
        if one is not None and first not in borne:
            yield one


def _shortened(names: Iterable[tuple[str, str]]) -> Iterable[Shortening]:
    return filter(None, (_whole_name(label, shown) for label, shown in names))


@remembered(4096)
def _whole_name(label: str, shown: str) -> Shortening | None:
    parsed = parse_name(label)
    if not parsed.first or not parsed.surname:
        return None
    first, surname = parsed.first[0], parsed.surname
    written = _both_orders(first, surname)
    if first in ORDINARY:
        full = f"{written}|{_both_orders(first.upper(), surname.upper())}"
    else:
        full = f"(?i:{written})"
    short = rf"{re.escape(first[0])}\.?\s*{re.escape(surname)}"
    pattern = re.compile(rf"(?<![\w-])(?:{full}|{short})(?![\w-])\.?")
    return Shortening(_clue(surname), pattern, shown)


def _clue(name: str) -> str:
    """The longest word of a name, in small letters."""
    return max(_words(name), key=len, default=name)


def _words(text: str) -> list[str]:
    return text.lower().translate(BETWEEN_WORDS).split()


def _both_orders(first: str, surname: str) -> str:
    """A pattern for "First Surname", whatever stands between, and "Surname, First"."""
    first, surname = re.escape(first), re.escape(surname)
    return rf"{first}(?:[\s.-]+[\w'’-]+)??\s+{surname}|{surname}\s*,\s*{first}"
