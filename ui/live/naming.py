"""Names in the room: children and persons of concern by their initials until revealed."""

import re
from collections.abc import Iterable

from models.marks import SubjectKind
from models.rules.capture.refs import SubjectRef
from models.rules.capture.subjects import subject_book
from models.rules.masking import NameMask, near
from models.rules.names import initials, parse_name, plain

FIRST = re.compile(r"([^\W\d_]+(?:[-'’][^\W\d_]+)*)[ \t]+\Z")
MOST_KEPT = 5_000
PEOPLE = frozenset({SubjectKind.CHILD, SubjectKind.PERSON})


class RoomNames:
    """Writes names as initials: everybody's full names, and of the meeting's people each part."""

    def __init__(
        self, subjects: Iterable[SubjectRef] = (), everybody: NameMask | None = None
    ) -> None:
        people = tuple(one for one in subjects if one.kind in PEOPLE)
        self._everybody = everybody or NameMask()
        self._known = bool(people)
        self._masked: dict[str, str] = {}
        self._book = subject_book(people)

    def masked(self, text: str | None) -> str:
        """Give the text with each known name, alias or part of one as initials."""
        if not text:
            return ""
        if text not in self._masked:
            if len(self._masked) >= MOST_KEPT:
                self._masked.clear()
            self._masked[text] = self._everybody.masked(text, self._tonight)
        return self._masked[text]

    def _tonight(self, text: str) -> str:
        if not self._known or not text:
            return text
        shown, end = [], 0
        for found in self._book.all_in(text):
            name = found.items[0].name
            start = max(end, _with_first_name(text, found.start, name))
            shown += [text[end:start], initials(name)]
            end = found.end
        return "".join((*shown, text[end:]))


def _with_first_name(text: str, start: int, name: str) -> int:
    """Where a name found begins, with the first name before it if that is spelt otherwise."""
    before = FIRST.search(text, 0, start)
    first = next(iter(parse_name(name).first), "")
    if before is None or not first or not near(plain(before[1]), plain(first)):
        return start
    return before.start(1)
