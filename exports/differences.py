"""What changed between two versions of the minutes, item by item, line by line."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from exports.kept_words import Part
from exports.phrases import capital, going_on

UNTOLD = frozenset({"Corrections", "What changed"})
"""Parts that speak of the version itself."""
ABOUT_VERSION = ("Approved:", "Agreed:", "Version ·", "Version:")
TAKEN_OUT = "A line was taken out."
CLOSE = 0.4
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[“\"‘(]*[A-Z0-9(])")
LEAD = 60
"""The most letters of what a line begins with that stand before what changed in it."""
HEADED = ": "
"""What parts a line's heading from its words."""


@dataclass(frozen=True)
class Change:
    """One line: what it was, None where it is new, and what it is, None where it is gone."""

    was: str | None
    now: str | None

    @property
    def words(self) -> str:
        """The change as a paper prints it: what was taken out is not said again."""
        if self.was is None:
            return f"New: {self.now}"
        if self.now is None:
            return TAKEN_OUT
        return _reworded(self.was, self.now)


def _reworded(was: str, now: str) -> str:
    """A line that reads otherwise now, told by its sentences: those that are gone are counted."""
    old, new = SENTENCE.split(was), SENTENCE.split(now)
    if len(old) == len(new) == 1:
        return _one_said_otherwise(was, now)
    found = tuple(_changes(old, new))
    told = [one.words for one in found if one.now is not None]
    gone = sum(one.now is None for one in found)
    if gone:
        said = "A sentence was" if gone == 1 else f"{gone} sentences were"
        told.append(f"{said} taken out.")
    lead = old[0] if old[0] == new[0] and len(old[0]) <= LEAD else _headed(now)
    stands = not lead or any(lead in one for one in told)
    return " ".join(told if stands else [lead, *told])


def _one_said_otherwise(was: str, now: str) -> str:
    """A sentence that reads otherwise now, under the headings that it still has."""
    heads: list[str] = []
    while True:
        head, headed, rest = now.partition(HEADED)
        if not headed or len(head) > LEAD or not was.startswith(f"{head}{HEADED}"):
            break
        heads.append(head if not heads else going_on(head))
        was, now = was.removeprefix(f"{head}{HEADED}"), rest
    told = f"was “{was}” and is now “{now}”"
    return f"{', '.join(heads)}: {told}" if heads else capital(told)


def _headed(line: str) -> str:
    head, headed, _ = line.partition(HEADED)
    return f"{head}:" if headed and len(head) <= LEAD else ""


@dataclass(frozen=True)
class PartChanges:
    """What changed under one heading."""

    title: str
    changes: tuple[Change, ...]


def differences(before: tuple[Part, ...], after: tuple[Part, ...]) -> tuple[PartChanges, ...]:
    """The parts that differ, in the order of the later version; then those that are gone.

    A heading that the panel calls otherwise now is no change of the lines under it.
    """
    called = _called_now(before, after)
    before = tuple(one._replace(lines=_under(called, one.lines)) for one in before)
    old, new = _by_key(before), _by_key(after)
    found = [
        PartChanges(part.title, tuple(_changes(_lines(old.get(key)), _lines(part))))
        for key, part in new.items()
    ]
    gone = [
        PartChanges(part.title, tuple(Change(line, None) for line in _lines(part)))
        for key, part in old.items()
        if key not in new
    ]
    return tuple(one for one in (*found, *gone) if one.changes)


def _called_now(before: Iterable[Part], after: Iterable[Part]) -> dict[str, str]:
    """Headings of lines that stand nowhere now, and by what else the same words are headed."""
    old, new = ([line.partition(HEADED) for one in parts for line in one.lines]
                for parts in (before, after))  # fmt: skip
    was, now = ({head for head, headed, _ in lines if headed} for lines in (old, new))
    heads = {words: head for head, headed, words in new if headed and head not in was}
    return {
        head: heads[words]
        for head, headed, words in old
        if headed and head not in now and words in heads
    }


def _under(called: Mapping[str, str], lines: Iterable[str]) -> tuple[str, ...]:
    parted = ((line, *line.partition(HEADED)) for line in lines)
    return tuple(
        f"{called[head]}{HEADED}{words}" if headed and head in called else line
        for line, head, headed, words in parted
    )


def _by_key(parts: tuple[Part, ...]) -> dict[tuple[str, int], Part]:
    """Each part by its heading, and the how-manieth of that heading it is."""
    found: dict[tuple[str, int], Part] = {}
    for part in parts:
        number = sum(1 for key, _ in found if key == part.key)
        if part.title not in UNTOLD:
            found[part.key, number] = part
    return found


def _lines(part: Part | None) -> list[str]:
    lines = part.lines if part is not None else ()
    return [one for one in lines if not one.startswith(ABOUT_VERSION)]


def _changes(old: list[str], new: list[str]) -> Iterator[Change]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind != "equal":
            yield from _paired(old[start:end], new[first:last])


def _paired(old: list[str], new: list[str]) -> Iterator[Change]:
    """Lines that took the place of others, each beside the one it is most like."""
    left = list(old)
    for line in new:
        like = max(left, key=lambda one: _likeness(one, line), default=None)
        if like is not None and _likeness(like, line) >= CLOSE:
            left.remove(like)
            yield Change(like, line)
        else:
            yield Change(None, line)
    for line in left:
        yield Change(line, None)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
