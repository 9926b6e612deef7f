"""Names of people on record found in a text, also misspelt, to be shown as initials."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from models.rules.homes import Homes
from models.rules.letters_of_field import is_of_the_field
from models.rules.name_slips import is_slip, says_itself, sound
from models.rules.names import initials, plain
from models.rules.word_or_name import FIRST_NAMES_TOO

WORD = re.compile(r"[^\W\d_]+(?:[-'’](?!s\b)[^\W\d_]+)*(?!\d)")
BETWEEN = re.compile(r"\s+|\s*,\s*|\s*[(\"“‘]\s*|[)\"”’]\s+")
INITIAL_AND = re.compile(r"\.?\s*|\s*,\s*")
CLOSE = 2
"""Letters by which a part of a name may be spelt otherwise beside its other part."""
OF_A_FAMILY = frozenset({"mr", "mrs", "ms", "miss", "mx"})
A_FAMILY = frozenset({"family", "household", "parents", "siblings", "children", "brothers",
                      "sisters", "twins"})  # fmt: skip


@dataclass(frozen=True)
class Named:
    """A name found in a text: where it begins and ends, and what is shown in its place."""

    start: int
    end: int
    shown: str


@dataclass(frozen=True)
class Known:
    """A person by the words of one name: first names and other names, the surname, the rest."""

    firsts: tuple[str, ...]
    surname: str
    words: frozenset[str]
    shown: str

    def called(self, word: str, most: int = CLOSE) -> bool:
        """Whether a word may be one of the person's first names, spelt otherwise."""
        return any(near(word, first, most) for first in self.firsts)


People = Mapping[str, Collection[Known]]


@dataclass(frozen=True)
class NameMask:
    """People by their first names and surnames, each to what is shown for them.

    A name counts in either order, with middle names and initials, and where one of its two parts
    is spelt otherwise by a letter or two; with capitals, also where both are by one letter. A
    first name that stands alone is nobody, and a surname only beside a title of a family: they may
    be any word. So may another name of one word, which counts with a capital where `by_alias` has
    it. Names in `spared`, as compared, are those of professionals and stay. `masked` keeps `homes`
    back as well.
    """

    by_letters: People = field(default_factory=dict)
    by_surname: People = field(default_factory=dict)
    by_first: People = field(default_factory=dict)
    spared: frozenset[str] = frozenset()
    by_alias: Mapping[str, str] = field(default_factory=dict)
    homes: Homes = field(default_factory=Homes)
    families: bool = True
    """Whether a surname beside a title of a family is found."""

    @property
    def knows_names(self) -> bool:
        """Whether there is anybody whose name it would find."""
        return bool(self.by_first or self.by_alias)

    def found(self, text: str) -> Iterator[Named]:
        """The names in a text, from its beginning; a professional's is shown as it stands."""
        if not self.knows_names:
            return
        line = _Line(text)
        at = done = 0
        while at < len(line.words):
            run = self._professional(line, at) or self._run(line, at, done)
            if run is None:
                at += 1
                continue
            first, last, shown = run
            at = done = last + 1
            start, end = line.words[first].start(), line.words[last].end()
            spared = " ".join(line.plains[first : last + 1]) in self.spared
            yield Named(start, end, text[start:end] if spared else shown)

    def _professional(self, line: "_Line", at: int) -> tuple[int, int, str] | None:
        """The words of a professional's whole name that begins at a place."""
        for last in (at + 2, at + 1):
            if (
                last < len(line.words)
                and " ".join(line.plains[at : last + 1]) in self.spared
                and all(line.beside(one, one + 1) for one in range(at, last))
            ):
                return at, last, ""
        return None

    def masked(self, text: str, rest: Callable[[str], str] = str) -> str:
        """The text with what is shown in the place of every name; `rest` masks between."""
        if not self.knows_names:
            return rest(self.homes.masked(text))
        return "".join([one if shown else rest(one) for one, shown in self.pieces(text)])

    def pieces(self, text: str) -> Iterator[tuple[str, bool]]:
        """The text in pieces, each with whether it is shown in the place of a name."""
        text, end = self.homes.masked(text), 0
        if not self.knows_names:
            yield text, False
            return
        for one in self.found(text):
            yield text[end : one.start], False
            yield one.shown, True
            end = past_its_stop(text, one.end, one.shown)
        yield text[end:], False

    def _run(self, line: "_Line", at: int, done: int) -> tuple[int, int, str] | None:
        """The words of the name that has its surname, or its first name, at a place."""
        word = line.plains[at]
        of_surname = self.by_surname.get(word, ())
        for person in of_surname:
            first, last = line.name_around(at, person, done)
            if first != last:
                return first, last, line.shown(first, last, person)
        small = word in FIRST_NAMES_TOO and not line.capitals(at)
        of_first = () if small else self.by_first.get(word, ())
        around = [
            one for one in (at - 1, at + 1) if of_first and one >= done and line.beside(at, one)
        ]
        for person in of_first if around else ():
            for other in around:
                if line.is_part(other, at, person.surname, surname=True):
                    first, last = sorted((at, other))
                    return first, last, line.shown(first, last, person)
        if line.capitals(at) and line.beside(at, at + 1) and line.capitals(at + 1):
            for person in self.by_letters.get(letters_of(word, line.plains[at + 1]), ()):
                if line.both_slips(at, person):
                    return at, at + 1, person.shown
        if of_surname and self.families and line.of_a_family(at) and not self._spares(line, at):
            return at, at, f"{next(iter(of_surname)).surname[0].upper()}."
        by_alias = word in self.by_alias and line.capitals(at) and not line.of_the_field(at)
        if by_alias and not self._spares(line, at):
            return at, at, self.by_alias[word]
        return None

    def _spares(self, line: "_Line", at: int) -> bool:
        """Whether a word is part of a professional's name."""
        pairs = ((at - 1, at), (at, at + 1))
        return any(
            line.beside(*pair) and " ".join(line.plains[one] for one in pair) in self.spared
            for pair in pairs
        )


class _Line:
    """The words of a text, as written and as compared."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = list(WORD.finditer(text))
        self.plains = [plain(word[0]) for word in self.words]

    def beside(self, one: int, other: int) -> bool:
        """Whether two words stand beside each other as the parts of a name do."""
        one, other = sorted((one, other))
        if one < 0 or other >= len(self.words):
            return False
        before, after = self.words[one].end(), self.words[other].start()
        letter = before - self.words[one].start() == 1 and self.capitals(one)
        return (INITIAL_AND if letter else BETWEEN).fullmatch(self.text, before, after) is not None

    def capitals(self, *places: int) -> bool:
        """Whether all these words begin with a capital."""
        return all(self.words[at][0][0].isupper() for at in places)

    def of_the_field(self, at: int) -> bool:
        """Whether a word is the letters of an agency, a team or a service."""
        return is_of_the_field(self.text, *self.words[at].span())

    def of_a_family(self, at: int) -> bool:
        """Whether a surname stands for a family: Mrs before it, or "family" after it."""
        before = self.plains[at - 1] if self.beside(at - 1, at) else ""
        close = (
            at + 1 < len(self.words)
            and not self.text[self.words[at].end() : self.words[at + 1].start()].strip()
        )
        after = self.plains[at + 1] if close else ""
        return self.capitals(at) and (before in OF_A_FAMILY or after in A_FAMILY)

    def is_part(self, at: int, beside: int, known: str, *, surname: bool) -> bool:
        """Whether a word is this part of a name, or a slip of it, beside the other part."""
        word = self.plains[at]
        if word == known or not is_slip(word, known):
            return word == known
        return not self.says_itself(at, beside, surname=surname)

    def both_slips(self, at: int, person: Known) -> bool:
        """Whether two words are a person's first name and surname, a letter off each."""
        for first, last in ((at, at + 1), (at + 1, at)):
            word, surname = self.plains[first], self.plains[last]
            if (
                near(surname, person.surname, 1)
                and person.called(word, 1)
                and not self.says_itself(first, last, surname=False)
                and not self.says_itself(last, first, surname=True)
            ):
                return True
        return False

    def says_itself(self, at: int, beside: int, *, surname: bool) -> bool:
        """Whether a word beside a part of a name is no slip of its other part, by what it says."""
        here, there = self.words[at].span(), self.words[beside].span()
        return says_itself(self.text, here, there, surname=surname)

    def shown(self, first: int, last: int, person: Known) -> str:
        """What stands for a name: its own letters where one begins with another than on record."""
        begun = {sound(word) for word in (person.surname, *person.firsts, *person.words)}
        if last - first > 1 or all(sound(word) in begun for word in self.plains[first : last + 1]):
            return person.shown
        return initials(self.text[self.words[first].start() : self.words[last].end()])

    def name_around(self, at: int, person: Known, done: int) -> tuple[int, int]:
        """The first and last word of a name with its surname at a place; equal where it has none.

        Words before `done` belong to another name.
        """
        first, named = self._reach(at, -1, person, done)
        if named:
            return first, self._rest_of_surname(at, 1, person, done)
        last, named = self._reach(at, 1, person, done)
        return (self._rest_of_surname(at, -1, person, done), last) if named else (at, at)

    def _reach(self, at: int, step: int, person: Known, done: int) -> tuple[int, bool]:
        """How far the person's own words go from the surname, and whether a first name is there."""
        named, here, end = False, at, at
        while here + step >= done and self.beside(here, here + step):
            here += step
            if self._is_first(here, person, at):
                named, end = True, here
            elif self.plains[here] not in person.words:
                break
        beyond = at + 2 * step
        if not named and beyond >= done and self._after_a_middle_name(at, step, person):
            return beyond, True
        return end, named

    def _is_first(self, at: int, person: Known, surname: int) -> bool:
        word = self.plains[at]
        if len(word) == 1:
            return word == person.firsts[0][:1] and self.capitals(at, surname)
        if word in FIRST_NAMES_TOO and not self.capitals(at):
            return False
        return any(self.is_part(at, surname, first, surname=False) for first in person.firsts)

    def _after_a_middle_name(self, at: int, step: int, person: Known) -> bool:
        """Whether a first name stands beyond a middle name that is not on record."""
        places = sorted((at, at + step, at + 2 * step))
        pairs = tuple(zip(places[:-1], places[1:], strict=True))
        if not all(self.beside(*pair) for pair in pairs) or not self.capitals(*places):
            return False
        gaps = [self.text[self.words[a].end() : self.words[b].start()] for a, b in pairs]
        first = self.plains[at + 2 * step]
        return not any("," in gap for gap in gaps) and len(first) > 1 and person.called(first)

    def _rest_of_surname(self, at: int, step: int, person: Known, done: int) -> int:
        surname = person.surname.split()
        while at + step >= done and self.beside(at, at + step):
            if self.plains[at + step] not in surname:
                break
            at += step
        return at


def past_its_stop(text: str, end: int, shown: str) -> int:
    """Where a text goes on after a name: the full stop that initials bring is not said twice."""
    return end + 1 if shown.endswith(".") and text[end : end + 1] == "." else end


def near(word: str, known: str, most: int = CLOSE) -> bool:
    """Whether a word may be this name, spelt otherwise; short ones must be spelt alike."""
    if word == known:
        return True
    if word[:1] != known[:1] and sound(word) != sound(known):
        return False
    allowed = min(most, len(known) // 3)
    if abs(len(word) - len(known)) > allowed:
        return False
    return OSA.distance(word, known, score_cutoff=allowed) <= allowed


def letters_of(one: str, other: str) -> str:
    """The first letters of two words as they sound, in the order of the alphabet."""
    return "".join(sorted((sound(one), sound(other))))
