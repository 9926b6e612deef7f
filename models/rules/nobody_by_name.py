"""What tells of somebody in words that speak of nobody by name: names, parts, initials, numbers."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from models.records.masks import Spoken
from models.rules.around_names import NO_INITIALS
from models.rules.birth_told import tells_of_birth
from models.rules.identifiers import number_key, phone_key
from models.rules.masking import NameMask
from models.rules.name_parts import parts_of
from models.rules.names import plain
from models.rules.nhs_number import checks
from models.rules.spoken_of import SpokenOf

NAME, INITIALS = "A name, or a part of one, of somebody on record", "Initials of somebody on record"
NUMBER = "A number, telephone or registration mark by which somebody is known"
BIRTH = "A date of birth, or somebody's school beside an age or a date,"
REFUSED = "{what} stands here, and {tier} speaks of nobody by name. Say it without."
NOT_PUBLIC = "{what} stands here: the public may not hear it. Say it without."
FEWEST_SIGNS, FEWEST_FIGURES, MOST_PARTS = 4, 5, 5
TEN_FIGURES = re.compile(r"(?<!\w)\d(?:[\s-]?\d){9}(?!\w)")
MOBILE = re.compile(r"(?<!\w)(?:\+44|0044|0)[\s()0-]{0,4}7(?:[\s-]?\d){9}(?!\w)")
PLATE = re.compile(r"(?<!\w)[A-Z]{2}\d{2}\s?[A-Z]{3}(?!\w)")
PART = re.compile(r"[^\W_]+")
BETWEEN = re.compile(r"[\s()_./+@–-]{0,3}")
LETTERS = re.compile(
    r"(?<![\w.])(?:[A-Z][.\s-]{1,2}){1,3}[A-Z](?![\w'’])|(?<![\w.])[A-Z]{2,4}(?!\w)"
)
WITH_INITIAL = re.compile(r"([A-Z][^\W\d_]+(?:[-'’][^\W\d_]+)*)\s+([A-Z])(?:(\.)|(?![\w'’]))")
ABBREVIATIONS = frozenset({
    "AC", "AP", "CA", "CC", "CE", "CP", "CSC", "CSE", "CCE", "DA", "DC", "DI", "DS", "DV", "EH",
    "EU", "GP", "HR", "HT", "IT", "LA", "MH", "NI", "NW", "NE", "SE", "SW", "OK", "PC", "PCC", "PS",
    "RE", "SC", "SEN", "TV", "UK", "YJS", "YOT", "NHS", "NRM", "MACE", "LAC", "ICB", "BTP",
})  # fmt: skip
"""Capitals that an agenda means as such, not as anybody's initials, unless they have stops."""


@dataclass(frozen=True)
class Telling:
    """What may not stand in an item's words: of whom it is, who else is near, and all on record.

    Of `own` each part of a name counts and initials, of those `around` each part of a name, of
    `everybody` a whole name, or a first name beside the surname's letter, of `families` a whole
    name. `numbers` as compared, `births` and `schools` of everybody on record, schools as `plain`
    writes them. First names of `members`, whole names as compared, are not taken for those of
    whoever is around.
    """

    own: tuple[Spoken, ...] = ()
    around: tuple[Spoken, ...] = ()
    everybody: NameMask = field(default_factory=NameMask)
    numbers: Collection[str] = frozenset()
    births: Collection[date] = frozenset()
    schools: Collection[str] = frozenset()
    families: NameMask = field(default_factory=NameMask)
    members: frozenset[str] = frozenset()

    def found(self, text: str | None) -> str | None:
        """What of somebody stands in a text, in words without it; None where nothing does."""
        if text is None or not text.strip():
            return None
        if self._has_number(text):
            return NUMBER
        if self._names_somebody(text) or self._has_first_with_initial(text):
            return NAME
        if tells_of_birth(text, self.births, self.schools):
            return BIRTH
        return INITIALS if self._has_initials(text) else None

    def _names_somebody(self, text: str) -> bool:
        return any(one.masked(text) != text for one in (self._mask, self.families))

    @cached_property
    def _mask(self) -> SpokenOf:
        borne = frozenset(name.split()[0] for name in self._members)
        parts = parts_of(self.own, self.around)
        return SpokenOf(parts, self.everybody, borne).about(*self.own)

    @cached_property
    def _letters(self) -> frozenset[str]:
        """The initials of the item's own, with and without those of middle names."""
        whole = ("".join(filter(str.isalpha, one.shown)).upper() for one in self.own)
        return frozenset(each for one in whole if len(one) > 1 for each in (one, one[0] + one[-1]))

    def _has_number(self, text: str) -> bool:
        if MOBILE.search(text) or PLATE.search(text):
            return True
        if any(checks(one[0]) for one in TEN_FIGURES.finditer(text)):
            return True
        return any(key in self.numbers or phone_key(key) in self.numbers for key in signs(text))

    def _has_initials(self, text: str) -> bool:
        for one in LETTERS.finditer(text):
            letters = "".join(filter(str.isalpha, one[0]))
            plainly = letters == one[0] and letters in ABBREVIATIONS
            if letters in self._letters and not plainly:
                return True
        return False

    def _has_first_with_initial(self, text: str) -> bool:
        """ "Aidan R.": a first name on record beside the letter of that surname."""
        for one in WITH_INITIAL.finditer(text):
            first, letter, stop = plain(one[1]), one[2], one[3]
            if (letter in NO_INITIALS and not stop) or self._is_a_professional(first, letter):
                continue
            known = self.everybody.by_first.get(first, ())
            if any(person.surname[:1].upper() == letter for person in known):
                return True
        return False

    def _is_a_professional(self, first: str, letter: str) -> bool:
        names = (name.split() for name in self._members)
        return any(name[0] == first and name[-1][:1].upper() == letter for name in names)

    @cached_property
    def _members(self) -> frozenset[str]:
        """The members of a whole name that nobody on record bears."""
        return frozenset(one for one in self.members & self.everybody.spared if one.strip())


def signs(text: str) -> Iterator[str]:
    """Each run of letters and figures in a text, and those written in up to five parts."""
    parts = list(PART.finditer(text))
    for at in range(len(parts)):
        joined = ""
        for last in range(at, min(at + MOST_PARTS, len(parts))):
            if last > at and not BETWEEN.fullmatch(
                text, parts[last - 1].end(), parts[last].start()
            ):
                break
            joined += parts[last][0].upper()
            if counts(joined):
                yield joined


def counts(key: str) -> bool:
    """Whether a number as compared is long enough to mean one person alone."""
    if key.isdigit():
        return len(key) >= FEWEST_FIGURES
    return len(key) >= FEWEST_SIGNS and any(one.isdigit() for one in key)


def compared(numbers: Sequence[str]) -> frozenset[str]:
    """Numbers on record as they are looked for."""
    keys = {key for one in numbers for key in (number_key(one), number_key(phone_key(one)))}
    return frozenset(filter(counts, keys))
