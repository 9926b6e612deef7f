"""Names in the room: children and persons of concern by their initials until revealed."""

from collections.abc import Iterable

from models.marks import SubjectKind
from models.rules.capture.refs import SubjectRef
from models.rules.capture.subjects import subject_book
from models.rules.names import initials

PEOPLE = frozenset({SubjectKind.CHILD, SubjectKind.PERSON})


class RoomNames:
    """Writes the names of the meeting's people as initials, wherever they stand in a text."""

    def __init__(self, subjects: Iterable[SubjectRef] = ()) -> None:
        people = tuple(one for one in subjects if one.kind in PEOPLE)
        self._known = bool(people)
        self._book = subject_book(people)

    def masked(self, text: str | None) -> str:
        """Give the text with each known name, alias or part of one as initials."""
        if not text or not self._known:
            return text or ""
        shown, end = [], 0
        for found in self._book.all_in(text):
            shown += [text[end : found.start], initials(found.items[0].name)]
            end = found.end
        return "".join((*shown, text[end:]))
