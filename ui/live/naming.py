"""Names in the room: children and persons of concern by their initials until revealed."""

import re
from collections.abc import Iterable, Sequence

from models.marks import SubjectKind
from models.records.outcomes import ActionRow
from models.rules.capture.phrases import Found
from models.rules.capture.refs import SubjectRef
from models.rules.capture.subjects import subject_book
from models.rules.masking import NameMask, near, past_its_stop
from models.rules.names import initials, parse_name, plain

WORD = r"([^\W\d_]+(?:[-'’](?!s\b)[^\W\d_]+)*)"
BEFORE, AFTER = re.compile(WORD + r"[ \t]+\Z"), re.compile(r"(?:[ \t]+|[ \t]*,[ \t]*)" + WORD)
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
            if found.end <= end:
                continue
            people, start, past = _with_first_name(text, end, found)
            told = dict.fromkeys(initials(one.name) for one in people)
            shown += [text[end : max(start, end)], " or ".join(told)]
            end = past_its_stop(text, past, shown[-1])
        return "".join((*shown, text[end:]))


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


def whom(action: ActionRow) -> SubjectRef | None:
    """Whom an open action is about: it is read out tonight, whoever is on the agenda."""
    if action.subject_id is None or not action.subject or not action.subject_kind:
        return None
    return SubjectRef(action.subject_id, action.subject, SubjectKind(action.subject_kind))
