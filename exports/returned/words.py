"""Words held against words: which were put in and taken out, and whose they are."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

TOKEN = re.compile(r"\n|\w+(?:['’.-]\w+)*|[^\w\s]")
STRAIGHT = str.maketrans("‘’“”", "''\"\"")
BEFORE_SIGN = re.compile(r" +(?=[.,;:!?])")
LONG, LONGEST = 1_500, 20_000
"""Words of two texts beyond which a quicker way, and no way at all, holds them together."""


class Piece(NamedTuple):
    """Words that stay (""), were put in ("in") or were taken out ("out")."""

    kind: str
    text: str


class Token(NamedTuple):
    """A word with where it begins and ends."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words and signs of a text."""
    return [Token(one[0], one.start(), one.end()) for one in TOKEN.finditer(text)]


def same(one: str, other: str) -> bool:
    """Whether two texts say the same, whatever their blanks and quotation marks."""
    return _bare(one) == _bare(other)


def _bare(text: str) -> str:
    return " ".join(text.translate(STRAIGHT).split())


def pieces(before: str, after: str) -> list[Piece]:
    """What became of a text, word by word."""
    old, new = tokens(before), tokens(after)
    found: list[Piece] = []
    for kind, i, j, k, m in opcodes(old, new):
        if kind == "equal":
            found.append(Piece("", _slice(after, new, k, m)))
            continue
        found += [Piece("out", _slice(before, old, i, j)), Piece("in", _slice(after, new, k, m))]
    return [one for one in found if one.text]


def opcodes(old: Sequence[Token], new: Sequence[Token]) -> list[tuple[str, int, int, int, int]]:
    """How the words of one text become those of another."""
    if len(old) + len(new) > LONGEST:
        return [("replace", 0, len(old), 0, len(new))]
    one, other = [each.text for each in old], [each.text for each in new]
    if len(old) + len(new) > LONG:
        return [
            (op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end)
            for op in LCSseq.opcodes(one, other)
        ]
    return list(SequenceMatcher(None, one, other, autojunk=False).get_opcodes())


def shares(spans: Sequence[tuple[str, bool]], after: str) -> tuple[list[str], bool]:
    """What of a changed text belongs to each of its parts, and whether that is plain.

    Each part comes with whether it may change; what was put in between two goes to one that may.
    """
    before = "".join(text for text, _ in spans)
    if before == after:
        return [text for text, _ in spans], True
    old, new = tokens(before), tokens(after)
    found, sure = opcodes(old, new), True
    cuts, at = [0], 0
    for (text, free), (_, next_free) in zip(spans, spans[1:], strict=False):
        at += len(text)
        place = sum(1 for one in old if one.end <= at)
        cut, plain = _cut(found, place, left=free or not next_free)
        cuts.append(max(cut, cuts[-1]))
        sure = sure and plain
    cuts.append(len(new))
    return [
        _slice(after, new, start, end) for start, end in zip(cuts, cuts[1:], strict=False)
    ], sure


def _cut(
    found: Sequence[tuple[str, int, int, int, int]], place: int, *, left: bool
) -> tuple[int, bool]:
    """Where in the new words a boundary of the old ones lies; `left` takes what was put in."""
    cut = 0
    for kind, i, j, k, m in found:
        if i < place < j:
            return (
                (k + place - i, True) if kind == "equal" else (m if left else k, kind != "replace")
            )
        if kind == "insert" and i == place:
            return (m if left else k), True
        if j <= place:
            cut = m
    return cut, True


def _slice(text: str, of: Sequence[Token], first: int, last: int) -> str:
    """The words from one to another as they stand, with the blank before what follows."""
    if first >= last:
        return ""
    told = text[of[first].start : of[last].start if last < len(of) else len(text)]
    return BEFORE_SIGN.sub("", told).strip()


def carried(raw: str, printed: str, after: str) -> str:
    """What the record is to say: its own words where they stayed, the new ones where not.

    The record names people whom the printed text calls by initials, and may end without its stop.
    """
    shown, new = tokens(printed), tokens(after)
    stayed = {
        i + at: k + at
        for kind, i, j, k, _ in opcodes(shown, new)
        if kind == "equal"
        for at in range(j - i)
    }
    told: dict[int, str] = {}
    for first, last, words in _sources(raw, printed):
        places = [stayed.get(at, -1) for at in range(first, last)]
        whole = -1 not in places and places[-1] - places[0] == len(places) - 1
        if whole and (words or places[-1] == len(new) - 1):
            told |= dict.fromkeys(places, "") | {places[0]: words}
    made, end = "", 0
    for at, token in enumerate(new):
        words = told.get(at, token.text)
        made += f"{after[end : token.start]}{words}" if words else ""
        end = token.end
    return made.strip()


def _sources(raw: str, printed: str) -> list[tuple[int, int, str]]:
    """Stretches of the printed words, each with the words on record that it prints."""
    old, new = tokens(raw), tokens(printed)
    found = []
    for kind, i, j, k, m in opcodes(old, new):
        if kind == "equal":
            found += [(k + at, k + at + 1, old[i + at].text) for at in range(j - i)]
        elif m > k:
            found.append((k, m, raw[old[i].start : old[j - 1].end] if j > i else ""))
    return found
