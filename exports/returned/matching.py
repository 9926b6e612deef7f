"""Which paragraphs of a changed file are which of those written: by bookmarks, else by words."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from exports.returned.rows import same_cells
from exports.returned.written import BOOKMARK, Written, WrittenLine
from models.intake.edited import EditedPaper, EditedParagraph
from models.rules.capture.withholding_words import WITHHOLDING

ITEM_LEVEL = 2
SAME, LIKE, PERHAPS, AHEAD = 100.0, 75.0, 45.0, 12.0
"""How alike two paragraphs are that are one, that may be one; and how far the next is behind."""
APART = re.compile(
    r"\W*(?:for\s+)?(?:the\s+)?(?:chair|named agenc(?:y|ies)|\w+)\s+only\s*[:.–-]"
    r"|\W*(?:only\s+for|not\s+(?:for|to\s+be)\s+(?:the\s+)?(?:family|minuted|shared))\b",
    re.IGNORECASE,
)
ONLY = re.compile(r"(?:^|[.;(]\s*)(?:for\s+)?(?:the\s+)?\w+(?:\s+\w+)?\s+only\s*[:.)–-]", re.I)
MOST = 100_000
"""Pairs of lines and paragraphs without marks in one part: with more, none is held to be alike."""


@dataclass(frozen=True)
class Match:
    """Lines as written with the paragraphs that they have become; `sure` where that is plain.

    New paragraphs stand without lines, lines that are gone without paragraphs; `marked` are those
    that bookmarks tell.
    """

    lines: tuple[int, ...]
    paragraphs: tuple[int, ...]
    part: int | None = None
    sure: bool = True
    marked: bool = False


def sign_of(paper: EditedPaper) -> str | None:
    """The sign of the writing that most bookmarks of a file belong to."""
    found = Counter(
        match[1]
        for one in paper.paragraphs
        for mark in one.bookmarks
        if (match := BOOKMARK.fullmatch(mark.name))
    )
    return found.most_common(1)[0][0] if found else None


def parts_of(lines: Sequence[WrittenLine]) -> list[int | None]:
    """The item that each line is of, None for what stands outside items."""
    part, found = None, []
    for line in lines:
        if line.item_id is not None:
            part = line.item_id
        elif 0 < line.level <= ITEM_LEVEL:
            part = None
        found.append(part)
    return found


class Matching:
    """Holds a changed file against what was written."""

    def __init__(self, written: Written, paper: EditedPaper, agencies: Iterable[str] = ()) -> None:
        self.written, self.paper = written, paper
        self._agencies = tuple(sorted(agencies, key=len, reverse=True))
        self.parts = parts_of(written.lines)
        self._by_number = {n: at for at, one in enumerate(written.lines) for n in one.numbers}
        self._marked = [self._lines_in(one) for one in paper.paragraphs]
        self.parts_now = self._parts_now()

    def matches(self) -> list[Match]:
        """All of it, in the order of the file; then what is gone, in the order written."""
        joined = self._by_marks()
        told, become = joined.lines, joined.paragraphs
        free_lines = [at for at in range(len(self.written.lines)) if at not in told]
        paragraphs = enumerate(self.paper.paragraphs)
        free = [at for at, one in paragraphs if at not in become and one.text]
        found = joined.matches
        for part in dict.fromkeys((*self.parts, *self.parts_now)):
            lines = [at for at in free_lines if self.parts[at] == part]
            here = [at for at in free if self.parts_now[at] == part]
            found += self._by_words(lines, here, part)
        found.sort(key=lambda one: (not one.paragraphs, one.paragraphs or one.lines))
        return found

    def _lines_in(self, paragraph: EditedParagraph) -> list[int]:
        """The lines whose bookmarks lie in a paragraph."""
        found = []
        for mark in paragraph.bookmarks:
            match = BOOKMARK.fullmatch(mark.name)
            if match and match[1] == self.written.sign and int(match[2]) in self._by_number:
                found.append(self._by_number[int(match[2])])
        return list(dict.fromkeys(found))

    def _parts_now(self) -> list[int | None]:
        """The item that each paragraph stands in; a heading without its mark is known by words."""
        heads = {line.text: line.item_id for line in self.written.lines if line.item_id}
        keys = {text.partition(" ")[0]: item for text, item in heads.items()}
        part, found = None, []
        for at, one in enumerate(self.paper.paragraphs):
            marked = [self.written.lines[line].item_id for line in self._marked[at]]
            begins = next(filter(None, marked), None) or heads.get(one.text)
            if begins is None and one.level == ITEM_LEVEL:
                begins = keys.get(one.text.partition(" ")[0])
            if begins is not None:
                part = begins
            elif 0 < one.level <= ITEM_LEVEL:
                part = None
            found.append(part)
        return found

    def _by_marks(self) -> "_Joined":
        """Lines and paragraphs that bookmarks join: one, or several run together or parted."""
        holders: defaultdict[int, list[int]] = defaultdict(list)
        for at, lines in enumerate(self._marked):
            for line in lines:
                if self.parts_now[at] == self.parts[line]:
                    holders[line].append(at)
        for line, held in holders.items():
            holders[line] = [at for at in held if not self._is_anothers(line, at, held)]
        joined = _Joined()
        for line in sorted(holders):
            runs = _runs(holders[line])
            best = max(runs, key=lambda run: self._as_written(line, run))
            joined.join(line, best, self.parts[line])
            if len(runs) > 1 and self._as_written(line, best) < SAME:
                joined.doubtful.add(line)
        return joined

    def _is_anothers(self, line: int, at: int, held: list[int]) -> bool:
        """Whether a paragraph came to stand within an agency's line and is of another's words.

        It says so where it begins with another agency, or with who alone may read it.
        """
        own = self._agency(self.written.lines[line].text)
        if own is None or at == held[0]:
            return False
        text = self.paper.paragraphs[at].text
        return self._agency(text) not in (None, own) or reads_apart(text)

    def _agency(self, text: str) -> str | None:
        """The agency with whose name a text begins."""
        said = text.casefold()
        found = (
            one
            for one in self._agencies
            if said.startswith(one.casefold()) and not said[len(one) : len(one) + 1].isalnum()
        )
        return next(found, None)

    def _as_written(self, line: int, run: list[int]) -> float:
        """How alike the paragraphs that hold a line's bookmark are to it: one may be a copy."""
        now = " ".join(self.paper.paragraphs[at].text for at in run)
        return fuzz.ratio(self.written.lines[line].text, now)

    def _by_words(self, lines: list[int], paragraphs: list[int], part: int | None) -> list[Match]:
        """What lost its bookmarks, or never had any: the same words first, then like ones."""
        found = [Match((line,), (at,), part) for line, at in self._in_tables(lines, paragraphs)]
        # A cell is told by its row: the same words elsewhere in a table are another's.
        lone = [at for at in lines if not self.written.lines[at].in_table]
        other = [at for at in paragraphs if not self.paper.paragraphs[at].in_table]
        old = [self.written.lines[at].text for at in lone]
        new = [self.paper.paragraphs[at].text for at in other]
        left, rest = set(lone), set(other)
        for op in LCSseq.opcodes(old, new):
            for at in range(op.src_end - op.src_start) if op.tag == "equal" else ():
                line, paragraph = lone[op.src_start + at], other[op.dest_start + at]
                found.append(Match((line,), (paragraph,), part))
                left.discard(line)
                rest.discard(paragraph)
        if len(left) * len(rest) <= MOST:
            found += self._alike(sorted(left), rest, part)
        taken = {at for one in found for at in one.lines}
        given = {at for one in found for at in one.paragraphs}
        found += [Match((at,), (), part) for at in lines if at not in taken]
        found += [Match((), (at,), part) for at in paragraphs if at not in given]
        return found

    def _in_tables(self, lines: list[int], paragraphs: list[int]) -> Iterator[tuple[int, int]]:
        """Cells of the tables among these, before and now."""
        old, new = self.written.lines, self.paper.paragraphs
        return same_cells(
            ((at, cell, old[at].text) for at in lines if (cell := old[at].cell)),
            ((at, cell, new[at].text) for at in paragraphs if (cell := new[at].cell)),
        )

    def _alike(self, lines: list[int], rest: set[int], part: int | None) -> list[Match]:
        """The likest pairs; one that another is nearly as like as is asked about."""
        scored = [(self._likeness(line, at), line, at) for line in lines for at in sorted(rest)]
        pairs = sorted((one for one in scored if one[0] >= PERHAPS), key=lambda one: -one[0])
        best: defaultdict[tuple[str, int], list[float]] = defaultdict(list)
        for score, line, at in pairs:
            best["line", line].append(score)
            best["paragraph", at].append(score)
        found: list[Match] = []
        done: set[int] = set()
        given: set[int] = set()
        for score, line, at in pairs:
            if line in done or at in given:
                continue
            rivals = [one for key in (("line", line), ("paragraph", at)) for one in best[key][:2]]
            plain = sum(score - one < AHEAD for one in rivals) <= 2
            found.append(Match((line,), (at,), part, score >= LIKE and plain))
            done.add(line)
            given.add(at)
        return found

    def _likeness(self, line: int, paragraph: int) -> float:
        one, other = self.written.lines[line], self.paper.paragraphs[paragraph]
        if bool(one.level) != bool(other.level):
            return 0.0
        return fuzz.ratio(one.text, other.text)


class _Joined:
    """Groups of lines and paragraphs as they grow together."""

    def __init__(self) -> None:
        self._groups: dict[int, tuple[set[int], set[int], int | None]] = {}
        self._of: dict[int, int] = {}
        self.doubtful: set[int] = set()

    def join(self, line: int, paragraphs: Iterable[int], part: int | None) -> None:
        """A line and the paragraphs that it has become."""
        lines, these = {line}, set(paragraphs)
        for known in {self._of[at] for at in these if at in self._of}:
            group = self._groups.pop(known)
            lines |= group[0]
            these |= group[1]
        self._groups[line] = (lines, these, part)
        self._of |= dict.fromkeys(these, line)

    @property
    def lines(self) -> set[int]:
        """The lines that are joined to something."""
        return {at for group in self._groups.values() for at in group[0]}

    @property
    def paragraphs(self) -> set[int]:
        """The paragraphs that are."""
        return {at for group in self._groups.values() for at in group[1]}

    @property
    def matches(self) -> list[Match]:
        """Each group by itself."""
        return [
            Match(tuple(sorted(a)), tuple(sorted(b)), part, not a & self.doubtful, True)
            for a, b, part in self._groups.values()
        ]


def reads_apart(text: str) -> bool:
    """Whether a paragraph begins with who alone may read it: "Chair only: …"."""
    return APART.match(text) is not None


def sounds_apart(was: str, now: str) -> bool:
    """Whether words say now, and did not, that they are not for all: a person looks at them."""
    return any(one.search(now) and not one.search(was) for one in (WITHHOLDING, ONLY))


def _runs(paragraphs: list[int]) -> list[list[int]]:
    """The paragraphs of one line, those that follow each other together."""
    runs: list[list[int]] = []
    for at in paragraphs:
        if runs and at == runs[-1][-1] + 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs
