"""Names in the room: children and persons of concern by their initials until revealed."""

from models.marks import SubjectKind
from models.records.masks import Spoken
from models.rules.capture.refs import SubjectRef
from models.rules.masking import NameMask
from models.rules.spoken_of import SpokenOf, parts_of, spoken

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
        self._known = subjects, earlier, children
        parts = parts_of(_people(subjects, children), (*_people(earlier), *children))
        self._mask = SpokenOf(parts, self._everybody)

    def renewed(
        self,
        subjects: Subjects,
        everybody: NameMask,
        earlier: Subjects,
        children: tuple[Spoken, ...] = (),
    ) -> "RoomNames":
        """The names as they are now: these where nothing is new, with what was made of them."""
        known = (subjects, earlier, children) == self._known
        if known and everybody is self._everybody:
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


def _people(subjects: Subjects, children: tuple[Spoken, ...] = ()) -> tuple[Spoken, ...]:
    """Those of them who are people, with what else papers call the children."""
    known = {one.subject_id: one for one in children}
    people = (one for one in subjects if one.kind in PEOPLE)
    return tuple(known.get(one.id) or spoken(one.name, one.aliases) for one in people)
