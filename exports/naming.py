"""How a panel's documents call children, people and places: initials unless it sets full names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from exports.named import named_in
from exports.redaction.stand_ins import is_stand_in
from models.marks import SubjectKind
from models.records.documents import MeetingPapers
from models.records.item import ItemRecord, ItemRow
from models.records.masks import Spoken, TextMask
from models.records.outcomes import ActionRow
from models.records.panel import PanelRecord
from models.rules.ages import age
from models.rules.masking import NameMask
from models.rules.name_parts import parts_of
from models.rules.names import initials, parse_name, plain
from models.rules.spoken_of import SpokenOf

ADULT = 18


@dataclass(frozen=True)
class Naming:
    """Names as one document prints them.

    With initials, every name of a child on record becomes initials wherever it stands, and so does
    each part of the name of a child of whom the meeting speaks, or whom the words of the item name
    whole. A first name that somebody here bears too stays, but within the child's own item and in
    the actions from it.
    """

    full_names: bool
    mask: SpokenOf = field(default_factory=SpokenOf)
    children: frozenset[int] = field(default=frozenset())
    of_items: dict[int, Spoken] = field(default_factory=dict)
    rows: dict[int, ItemRow] = field(default_factory=dict, compare=False, repr=False)
    """The items by their ids: of whom they are."""

    named: dict[int, tuple[Spoken, ...]] = field(default_factory=dict, compare=False, repr=False)
    """Whom else on record the words of an item name whole."""

    known: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    """Texts as printed outside any item: the same words come again and again."""

    def rewrite(self, text: str) -> str:
        """Text as printed."""
        if self.full_names:
            return text
        if self.mask.own:
            return self.mask.masked(text)
        told = self.known.get(text)
        if told is None:
            told = self.known[text] = self.mask.masked(text)
        return told

    def within(self, item: ItemRecord, *beside: object) -> "Naming":
        """The naming inside one item, where these records are told of with it."""
        inside = self._inside(item.row.id).knowing(named_in(self.mask.everybody, beside))
        return self if inside is self.mask else replace(self, mask=inside, known={})

    def _inside(self, item_id: int | None, *own: Spoken | None) -> SpokenOf:
        """The mask inside an item, for a text about these as well."""
        of_item = self.of_items.get(item_id or 0)
        return self.mask.about(of_item, *own).knowing(self.named.get(item_id or 0, ()))

    def of_action(self, action: ActionRow, text: str) -> str:
        """An action's text, with the first name of its item's child and of its own as initials."""
        if self.full_names:
            return text
        own = None
        child = action.subject_kind == SubjectKind.CHILD
        if action.subject and child and not is_stand_in(action.subject):
            own = Spoken(action.subject, action.subject_initials or initials(action.subject))
        return self._inside(action.item_id, own).masked(text)

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

    def of_item(self, action: ActionRow) -> str:
        """Of whom an action's item is, where the action is about somebody else; else nothing."""
        row = self.rows.get(action.item_id or 0)
        if row is None or not action.subject or row.subject_id in (None, action.subject_id):
            return ""
        child = row.subject_id in self.children or row.subject_kind == SubjectKind.CHILD
        return row.initials if child and not self.full_names else row.label

    def shown(self, kind: str | None, label: str) -> str:
        """Any subject by kind and label: a child by initials unless the panel sets full names."""
        if is_stand_in(label):
            return label[0].lower() + label[1:]
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
        spoken_of=papers.spoken_of,
    )


def naming(
    panel: PanelRecord,
    items: Sequence[ItemRecord],
    on: date,
    *,
    others: TextMask | None = None,
    here: Iterable[str] = (),
    spoken_of: Iterable[Spoken] = (),
) -> Naming:
    """The naming of a document about these items of a meeting held on a day.

    `others` are children on record besides, `here` the names of professionals, `spoken_of`
    children of whom the meeting speaks besides those of the items.
    """
    children = [item for item in items if is_child(item, on)]
    ids = frozenset(item.row.subject_id for item in children if item.row.subject_id is not None)
    rows = {item.row.id: item.row for item in items}
    if panel.full_names:
        return Naming(True, children=ids, rows=rows)
    spoken_of = tuple(spoken_of)
    known = {one.name: one for one in spoken_of}
    # A label may be rewritten for some readers; what a child is called on record is not.
    by_record = {one.subject_id: one for one in spoken_of if one.subject_id is not None}
    told = {
        item.row.id: known.get(item.row.label)
        or by_record.get(item.row.subject_id or 0)
        or _spoken(item.row)
        for item in children
    }
    professionals = frozenset(here)
    parsed = [parse_name(name) for name in professionals]
    borne = {plain(first) for one in parsed for first in one.first[:1]}
    surnames = {plain(one.surname) for one in parsed if one.surname}
    people = tuple(dict.fromkeys(told.values()))
    parts = parts_of(people, tuple(one for one in known.values() if one not in people))
    everybody = others or NameMask()
    mask = SpokenOf(
        parts,
        everybody,
        frozenset(borne),
        surnames_borne=frozenset(surnames),
        staff=_staff(professionals, items),
    )
    named = {item.row.id: named_in(everybody, item) for item in items}
    return Naming(False, mask, ids, told, rows, named)


def _staff(here: Iterable[str], items: Iterable[ItemRecord]) -> frozenset[str]:
    """Professionals of whom the papers tell, by first name and surname as compared."""
    told = (
        (item.header.lead, item.row.presenter, *item.attending, *item.row.invited) for item in items
    )
    every = {*here, *(name for each in told for name in each if name)}
    parsed = map(parse_name, every)
    return frozenset(plain(f"{one.first[0]} {one.surname}") for one in parsed if one.first)


def _spoken(row: ItemRow) -> Spoken:
    return Spoken(row.label, row.initials)
