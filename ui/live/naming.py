"""Names in the room: children and persons of concern by their initials until revealed."""

import re
from collections.abc import Callable, Iterable, Sequence

from models.marks import SubjectKind
from models.rules.capture.phrases import Found, Phrasebook
from models.rules.capture.refs import SubjectRef
from models.rules.capture.subjects import subject_book
from models.rules.masking import NameMask, near, past_its_stop
from models.rules.names import initials, parse_name, plain

WORD = r"([^\W\d_]+(?:[-'’](?!s\b)[^\W\d_]+)*)"
BEFORE, AFTER = re.compile(WORD + r"[ \t]+\Z"), re.compile(r"(?:[ \t]+|[ \t]*,[ \t]*)" + WORD)
MOST_KEPT = 5_000
PEOPLE = frozenset({SubjectKind.CHILD, SubjectKind.PERSON})


Subjects = tuple[SubjectRef, ...]


class RoomNames:
    """Writes names as initials: everybody's full names, and of the meeting's people each part.

    Who is on the agenda or linked to it comes before whoever an earlier action is about.
    """

    def __init__(
        self, subjects: Subjects = (), everybody: NameMask | None = None, earlier: Subjects = ()
    ) -> None:
        self._everybody = everybody or NameMask()
        self._masked: dict[str, str] = {}
        self._subjects, self._book = subjects, _book(subjects)
        self._earlier, self._earlier_book = earlier, _book(earlier)

    def renewed(self, subjects: Subjects, everybody: NameMask, earlier: Subjects) -> "RoomNames":
        """The names as they are now: these where nothing is new, with what was made of them."""
        known = (subjects == self._subjects, earlier == self._earlier)
        if all(known) and everybody is self._everybody:
            return self
        made = RoomNames((), everybody)
        made._subjects, made._earlier = subjects, earlier
        made._book = self._book if known[0] else _book(subjects)
        made._earlier_book = self._earlier_book if known[1] else _book(earlier)
        return made

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
        return _shown(self._book, text, lambda rest: _shown(self._earlier_book, rest, str))


def _book(subjects: Iterable[SubjectRef]) -> Phrasebook[SubjectRef] | None:
    people = tuple(one for one in subjects if one.kind in PEOPLE)
    return subject_book(people) if people else None


def _shown(book: Phrasebook[SubjectRef] | None, text: str, rest: Callable[[str], str]) -> str:
    """The text with initials for the names of a book; `rest` shows what is between."""
    if not text:
        return text
    shown, end = [], 0
    for found in book.all_in(text) if book is not None else ():
        if found.end <= end:
            continue
        people, start, past = _with_first_name(text, end, found)
        told = dict.fromkeys(initials(one.name) for one in people)
        shown += [rest(text[end : max(start, end)]), " or ".join(told)]
        end = past_its_stop(text, past, shown[-1])
    return "".join((*shown, rest(text[end:])))


def _with_first_name(
    text: str, done: int, found: Found[SubjectRef]
) -> tuple[Sequence[SubjectRef], int, int]:
    """Who a name found may be, where it begins and ends: with a first name spelt otherwise."""
    before = BEFORE.search(text, done, max(done, found.start))
    if before is not None:
        people = [one for one in found.items if _called(one, before[1])]
        if people:
            return people, before.start(1), found.end
    after = AFTER.match(text, found.end)
    if after is not None:
        people = [one for one in found.items if _called(one, after[1])]
        if people:
            return people, found.start, after.end(1)
    return found.items, found.start, found.end


def _called(person: SubjectRef, word: str) -> bool:
    """Whether a word is a first name or another name of a person, or nearly."""
    names = (*parse_name(person.name).first, *person.aliases)
    return any(near(plain(word), plain(name)) for name in names if name)
