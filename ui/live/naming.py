"""Names in the room: children and persons of concern by their initials until revealed."""

from dataclasses import replace

from models.marks import SubjectKind
from models.records.item import ItemRecord, ItemRow
from models.records.masks import Spoken
from models.rules.capture.refs import SubjectRef
from models.rules.masking import NameMask
from models.rules.name_parts import parts_of, spoken
from models.rules.spoken_of import SpokenOf

MOST_KEPT = 5_000
PEOPLE = frozenset({SubjectKind.CHILD, SubjectKind.PERSON})


Subjects = tuple[SubjectRef, ...]


class RoomNames:
    """Writes names as initials: everybody's full names, and of the meeting's people each part.

    Who is on the agenda or linked to it comes before whoever an earlier action is about; `children`
    are those of whom the papers of the meeting speak.
    """

    def __init__(
        self,
        subjects: Subjects = (),
        everybody: NameMask | None = None,
        earlier: Subjects = (),
        children: tuple[Spoken, ...] = (),
    ) -> None:
        self._everybody = everybody or NameMask()
        self._masked: dict[str, str] = {}
        self._subjects = subjects
        self._known = _people(subjects, children), earlier, children
        parts = parts_of(self._known[0], (*_people(earlier), *children))
        self._mask = SpokenOf(parts, self._everybody)

    def renewed(
        self,
        subjects: Subjects,
        everybody: NameMask,
        earlier: Subjects,
        children: tuple[Spoken, ...] = (),
    ) -> "RoomNames":
        """The names as they are now: these where nothing is new, with what was made of them."""
        # A car or a place that is linked today has no name to be written as initials.
        known = children is self._known[2] or children == self._known[2]
        known = known and (earlier is self._known[1] or earlier == self._known[1])
        known = known and everybody is self._everybody
        if known and (subjects is self._subjects or _people(subjects, children) == self._known[0]):
            return self
        return RoomNames(subjects, everybody, earlier, children)

    def masked(self, text: str | None) -> str:
        """Give the text with each known name, alias or part of one as initials."""
        if not text:
            return ""
        if text not in self._masked:
            if len(self._masked) >= MOST_KEPT:
                self._masked.clear()
            self._masked[text] = self._mask.masked(text)
        return self._masked[text]

    def of_row(self, row: ItemRow) -> ItemRow:
        """A row of the running order, called as the room may call it.

        A group or place that is called after somebody is called by the initials.
        """
        short = self._short(row.subject_kind, row.initials)
        return row if short == row.initials else replace(row, initials=short)

    def of_item(self, item: ItemRecord, row: ItemRow) -> ItemRecord:
        """An item with its row as it is now, and all it is linked with called so as well."""
        short = self._short(row.subject_kind, item.header.initials)
        links = (
            replace(one, other_initials=self._short(one.other_kind, one.other_initials))
            for one in item.links
        )
        header = replace(item.header, initials=short)
        return replace(item, row=row, header=header, links=tuple(links))

    def _short(self, kind: str | None, called: str) -> str:
        return called if kind in PEOPLE else self.masked(called)


def _people(subjects: Subjects, children: tuple[Spoken, ...] = ()) -> tuple[Spoken, ...]:
    """Those of them who are people, with what else papers call the children."""
    wanted = {one.id for one in subjects}
    known = {one.subject_id: one for one in children if one.subject_id in wanted}
    people = (one for one in subjects if one.kind in PEOPLE)
    return tuple(known.get(one.id) or spoken(one.name, one.aliases) for one in people)
