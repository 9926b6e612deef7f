"""How a panel's documents call children, people and places: initials unless it sets full names."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from models.marks import SubjectKind
from models.records.meeting import ItemRecord, ItemRow
from models.records.outcomes import ActionRow
from models.records.panel import PanelRecord
from models.rules.ages import age
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


@dataclass(frozen=True)
class Naming:
    """Names as one document prints them.

    With initials, every full name of a child on the agenda becomes initials wherever it stands,
    and within a child's own item the first name too.
    """

    full_names: bool
    everywhere: tuple[tuple[re.Pattern[str], str], ...] = ()
    here: tuple[tuple[re.Pattern[str], str], ...] = ()
    children: frozenset[int] = field(default=frozenset())

    def rewrite(self, text: str) -> str:
        """Text as printed."""
        for pattern, shown in (*self.everywhere, *self.here):
            text = pattern.sub(shown, text)
        return text

    def within(self, item: ItemRecord) -> "Naming":
        """The naming inside one item."""
        if self.full_names or item.row.subject_id not in self.children:
            return replace(self, here=())
        first = parse_name(item.row.label).first
        if not first or first[0] in ORDINARY:
            return replace(self, here=())
        pattern = rf"(?<![\w-]){re.escape(first[0])}(?![\w-])(?!\s+[A-Z][a-z])"
        return replace(self, here=((re.compile(pattern), item.row.initials),))

    def subject(self, row: ItemRow) -> str:
        """An item's subject: initials and system number for a child, the name for the rest."""
        child = row.subject_id in self.children or row.subject_kind == SubjectKind.CHILD
        shown = row.initials if child and not self.full_names else row.label
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


def naming(panel: PanelRecord, items: Sequence[ItemRecord], on: date) -> Naming:
    """The naming of a document about these items of a meeting held on a day."""
    children = [item for item in items if is_child(item, on)]
    ids = frozenset(item.row.subject_id for item in children if item.row.subject_id is not None)
    if panel.full_names:
        return Naming(True, children=ids)
    patterns = dict(_patterns((item.row.label, item.row.initials) for item in children))
    return Naming(False, tuple(patterns.items()), children=ids)


def _patterns(names: Iterable[tuple[str, str]]) -> Iterable[tuple[re.Pattern[str], str]]:
    for label, shown in names:
        parsed = parse_name(label)
        if not parsed.first or not parsed.surname:
            continue
        first, surname = re.escape(parsed.first[0]), re.escape(parsed.surname)
        middle = r"(?:[\s.-]+[\w'’-]+)??"
        forms = rf"{first}{middle}\s+{surname}|{surname}\s*,\s*{first}"
        loose = forms if parsed.first[0] in ORDINARY else f"(?i:{forms})"
        short = rf"{first[0]}\.?\s*{surname}"
        yield re.compile(rf"(?<![\w-])(?:{loose}|{short})(?![\w-])"), shown
