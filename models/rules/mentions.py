"""Names on record found in free text, as whole words: a full name, a place, a mark, a number."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from models.records.mentions import Named
from models.rules.identifiers import number_key, phone_key
from models.rules.names import plain

WORD = re.compile(r"\+?[^\W_]+(?:['’][^\W_]+)*")
PERSON, ACCOUNT = "person_of_concern", "online_account"
PEOPLE = frozenset({"child", PERSON})
GROUPS = re.compile(r"[^\W_]+")
SHORTEST, NICKNAME, AROUND, RUN = 3, 3, 60, 5
"""Letters of a name; of a nickname; letters shown around it; words that a number may stand in."""
COMMON = frozenset({
    "may", "will", "hope", "grace", "joy", "mark", "bill", "rose", "summer", "dawn", "the", "art",
    "frank", "faith", "june", "april", "bob", "pat", "drew", "jack", "red", "boss", "mum", "dad",
    "lad", "park", "school", "home", "shop", "station", "town", "house", "street", "road", "tiny",
})  # fmt: skip
"""Words that are names as well, and say nothing alone."""


@dataclass(frozen=True)
class OnRecord:
    """A name or number of a subject; `other` for one that is not the name shown."""

    subject_id: int
    kind: str
    text: str
    other: bool = False


class _Words:
    """The words of a text: as compared, and from where to where each stands."""

    def __init__(self, text: str, fold: Callable[[str], str]) -> None:
        self.folded: list[str] = []
        self.spans: list[tuple[int, int]] = []
        self.capital: list[bool] = []
        for hit in WORD.finditer(text):
            said = hit[0]
            if said[-2:] in ("'s", "’s"):
                said = said[:-2]
            folded = fold(said)
            if folded:
                self.folded.append(folded)
                self.spans.append((hit.start(), hit.start() + len(said)))
                self.capital.append(said[0].isupper())


class Names:
    """All names on record, by the words that each begins with; what was read once is kept."""

    def __init__(self, known: Iterable[OnRecord]) -> None:
        self._alone: dict[str, set[int]] = {}
        self._begun: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        self._first: set[str] = set()
        self._numbers: dict[str, set[int]] = {}
        self._folds: dict[str, str] = {}
        self._read: dict[str, tuple[Named, ...]] = {}
        for one in known:
            self._add(one)

    def found_in(self, text: str) -> tuple[Named, ...]:
        """Who is named, from the left; of names that lie over each other the longest."""
        found = self._read.get(text)
        if found is None:
            found = self._read[text] = tuple(self._look(_Words(text, self._fold)))
        return found

    def _look(self, words: _Words) -> Iterator[Named]:
        at, count = 0, len(words.folded)
        while at < count:
            hit, taken = self._at(words, at)
            if hit:
                start, end = words.spans[at][0], words.spans[at + taken - 1][1]
                yield from (Named(one, start, end) for one in sorted(hit))
            at += max(taken, 1)

    def _fold(self, word: str) -> str:
        folded = self._folds.get(word)
        if folded is None:
            folded = self._folds[word] = plain(word).replace(" ", "")
        return folded

    def _add(self, one: OnRecord) -> None:
        if one.kind in ("vehicle", "phone"):
            key = _number(one.text)
            if len(key) > SHORTEST:
                self._numbers.setdefault(key, set()).add(one.subject_id)
            return
        text = " ".join(GROUPS.findall(one.text)) if one.kind == ACCOUNT else one.text
        for name in _spoken(tuple(plain(text).split()), one):
            if len(name) == 1:
                self._alone.setdefault(name[0], set()).add(one.subject_id)
            else:
                self._first.add(name[0])
                self._begun.setdefault(" ".join(name[:2]), []).append((name, one.subject_id))

    def _at(self, words: _Words, at: int) -> tuple[set[int], int]:
        folded = words.folded[at]
        best, length = set[int](), 0
        if folded in self._first:
            for name, subject_id in self._begun.get(" ".join(words.folded[at : at + 2]), ()):
                if len(name) < length or tuple(words.folded[at : at + len(name)]) != name:
                    continue
                best = best | {subject_id} if len(name) == length else {subject_id}
                length = len(name)
        if best:
            return best, length
        alone = self._alone.get(folded)
        if alone and (words.capital[at] or _figured(folded)):
            return alone, 1
        return self._number_at(words, at)

    def _number_at(self, words: _Words, at: int) -> tuple[set[int], int]:
        """A mark or number may be written in several groups; one of the first two has figures."""
        if not self._numbers or not any(map(_figured, words.folded[at : at + 2])):
            return set(), 0
        run = ""
        for taken, word in enumerate(words.folded[at : at + RUN], 1):
            run += word
            found = self._numbers.get(_number(run))
            if found:
                return found, taken
        return set(), 0


def around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The words before, as written, and after; cut to what a line holds."""
    before, after = " ".join(text[:start].split()), " ".join(text[end:].split())
    if len(before) > AROUND:
        before = f"…{before[-AROUND:].partition(' ')[2]}"
    if len(after) > AROUND:
        after = f"{after[:AROUND].rpartition(' ')[0]}…"
    return before, text[start:end], after


def quoted(before: str, written: str, after: str) -> str:
    """The same in one line, the name in quotation marks."""
    gap = "" if after[:1] in {".", ",", ";", ":", "'", "’", "!", "?", ")"} else " "
    return f"{before} “{written}”{gap}{after}".strip()


def _spoken(words: tuple[str, ...], one: OnRecord) -> list[tuple[str, ...]]:
    """The ways in which a name is written: whole, without middle names, surname first."""
    if not words or len("".join(words)) < SHORTEST:
        return []
    if one.kind not in PEOPLE:
        return [words] if len(words) > 1 or words[0] not in COMMON else []
    if len(words) == 1:
        nickname = one.other or one.kind == PERSON
        told = nickname and len(words[0]) >= NICKNAME and words[0] not in COMMON
        return [words] if told else []
    short = (words[0], words[-1])
    return list(dict.fromkeys((words, short, short[::-1])))


def _number(text: str) -> str:
    key = number_key(text)
    return phone_key(text) if key.isdigit() else key


def _figured(word: str) -> bool:
    return any(one.isdigit() for one in word)
