"""The code of a person of concern, where it is sure whose it is; initials alone in doubt."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from rapidfuzz.distance import OSA

from exports.redaction.found import Hit, Sure
from exports.redaction.hits import FAMILY_TITLES
from exports.redaction.index import name_words
from exports.redaction.words import fold
from models.records.documents import KnownName
from models.rules.around_names import NO_INITIALS
from models.rules.capture.english import is_english
from models.rules.names import initials
from models.rules.panel_words import ordinary
from models.rules.word_or_name import BEFORE_A_NAME, COMMON

NEAR, LONG = 2, 6
SHORTEST_FIRST, LONGEST_FIRST = 3, 5
"""Letters: "Lee" and "Frank" are words of English too, "Yesterday" is nothing else."""
OF_A_WOMAN = frozenset({"mrs", "miss", "ms", "auntie", "nan"})
OF_A_WOMAN_HERE = re.compile(rf"(?:{'|'.join(sorted(OF_A_WOMAN))})\b", re.IGNORECASE)
HYPHENS = frozenset("-‐‑")
OF_SEVERAL = re.compile(r"\b(?:the|both|all)\s+$", re.IGNORECASE)
FIRST_NAME = re.compile(r"(?<![\w.])([^\W\d_](?:\.|[^\W\d_][\w'’-]*)?)[ \u00a0]+$")
OPENS = re.compile(r"(?:^|[.!?:;•\n][”\"’)]*\s*)[“\"‘(]*$")
"""Where a sentence begins: an ordinary word there is no first name."""


class Doubt(NamedTuple):
    """A name that stood by initials alone: those, the words themselves, and whom they may mean."""

    shown: str
    words: str
    subject_ids: frozenset[int]


class Codes:
    """What stands for each person of concern who may not be named.

    A first name or surname alone, another name, a name misspelt, and whoever is called as several
    are, stand as a code only for somebody of whom the text or its item speaks for certain; else as
    initials without one, so that nobody of another case is read into this.
    """

    def __init__(self, called: Mapping[int, str], known: Iterable[KnownName] = ()) -> None:
        self._called = called
        self._names: dict[int, list[str]] = {}
        for one in known:
            if one.subject_id in called:
                self._names.setdefault(one.subject_id, []).append(_together(one.text))
        self.home: frozenset[int] = frozenset()
        """Those of whom the item in hand speaks for certain."""
        self.doubted: list[Doubt] = []
        """Who stood by initials alone since this was last emptied."""

    def __bool__(self) -> bool:
        return bool(self._called)

    def of(self, subject_id: int) -> str:
        """The code of somebody."""
        return self._called[subject_id]

    def surely(self, one: Hit, raw: str, here: Collection[int]) -> int | None:
        """Whom a hit means for certain, `here` being those of whom the text has spoken."""
        ids = {name.subject_id for name in one.names if name.subject_id in self._called}
        around = ids & set(here) or ids & self.home
        loose = one.by_alias or one.sure is Sure.NEAR or len(name_words(raw)) < 2
        if not around and (loose or self.is_like_another(raw, ids)) or _is_another(one, raw):
            return None
        if one.of_another:
            return None
        meant = around or ids
        return min(meant) if len({self._called[each] for each in meant}) == 1 else None

    def in_doubt(self, one: Hit, raw: str) -> str:
        """The initials of whoever is meant, without a number."""
        shown = _alone(raw)
        ids = frozenset(name.subject_id for name in one.names)
        self.doubted.append(Doubt(shown, " ".join(raw.split()), ids))
        return shown

    def is_like_another(self, raw: str, ids: Collection[int]) -> bool:
        """Whether somebody of the item in hand has nearly that name, and none of these is of it."""
        word = _together(raw)
        if len(word) < LONG or not self.home.isdisjoint(ids):
            return False
        own = {self._called[one] for one in ids}
        others = (one for one in self.home if self._called[one] not in own)
        names = (name for one in others for name in self._names.get(one, ()))
        return any(OSA.distance(word, one, score_cutoff=NEAR) <= NEAR for one in names)


def with_surnames(text: str, hits: list[Hit]) -> list[Hit]:
    """Hits with a first name and a surname that are nobody's together as one: "Darren Dobson".

    A surname behind a first name that is on no record is marked as another's: "Sharon Pike".
    """
    joined: list[Hit] = []
    for one in hits:
        surname = one.sure is Sure.UNKNOWN or _is_a_surname(one, text)
        before = joined[-1] if joined and surname else None
        behind = before is not None and text[before.end : one.start] == " "
        if before is not None and behind and _is_a_first_name(before, text):
            joined[-1] = replace(before, end=one.end)
        elif before is not None and _is_of_the_same(text, before, one):
            joined.append(one)
        elif surname and one.sure is not Sure.UNKNOWN and _is_anothers(text, one):
            joined.append(replace(one, of_another=True))
        else:
            joined.append(one)
    return joined


def of_others(text: str, hits: list[Hit]) -> list[Hit]:
    """Hits where a surname alone is marked as another's who bears it: "Sharon Pike"."""
    told: list[Hit] = []
    for one in hits:
        alone = len(text[one.start : one.end].split()) == 1 and _is_a_surname(one, text)
        goes_on = bool(told) and _is_of_the_same(text, told[-1], one)
        another = alone and not goes_on and _is_anothers(text, one)
        told.append(replace(one, of_another=True) if another else one)
    return told


def _is_of_the_same(text: str, before: Hit, one: Hit) -> bool:
    """Whether what stands right before is another name of the same person."""
    ids = {name.subject_id for name in before.names} & {name.subject_id for name in one.names}
    return bool(ids) and not text[before.end : one.start].strip(" \n'’\"”)")


def _is_a_first_name(one: Hit, text: str) -> bool:
    raw = name_words(text[one.start : one.end])
    firsts = {word for name in one.names for word in name_words(name.text)[:1]}
    return one.sure is Sure.PART and len(raw) == 1 and raw[0] in firsts


def _is_a_surname(one: Hit, text: str) -> bool:
    """Whether it is one word that is nobody's first name, as far as it is a name's."""
    words = name_words(text[one.start : one.end])
    firsts = {word for name in one.names for word in name_words(name.text)[:1]}
    alone = one.sure in (Sure.PART, Sure.NEAR) and not one.by_alias
    titled = len(words) == 2 and words[0] in OF_A_WOMAN
    return alone and (len(words) == 1 or titled) and words[-1] not in firsts


def _is_anothers(text: str, one: Hit) -> bool:
    """Whether what stands beside a surname makes it somebody else's, or several people's."""
    at = one.start
    if HYPHENS.intersection((text[at - 1 : at], text[one.end : one.end + 1])):
        return True
    if OF_SEVERAL.search(text, 0, at) or OF_A_WOMAN_HERE.match(text, at):
        return True
    found = FIRST_NAME.search(text, 0, at)
    if found is None or not found[1][0].isupper():
        return False
    word = fold(found[1].rstrip("."))
    if len(word) == 1:
        return found[1] not in NO_INITIALS
    opens = OPENS.search(text, 0, found.start(1)) is not None
    return not (word in BEFORE_A_NAME or opens and _opens_a_sentence(word))


def _opens_a_sentence(word: str) -> bool:
    """Whether a word with a capital at a sentence's beginning is most likely no first name."""
    if len(word) < SHORTEST_FIRST or word in ordinary():
        return True
    return len(word) > LONGEST_FIRST and word not in COMMON and is_english(word)


def _is_another(one: Hit, raw: str) -> bool:
    """Whether a word beside the name is nothing like it: "Lee Dobson" need not be Lee Marsh."""
    words = name_words(raw) if one.sure is Sure.PART else ()
    if len(words) < 2:
        return False
    known = {word for name in one.names for word in name_words(name.text)}
    strange = (word for word in words if len(word) > NEAR and word not in FAMILY_TITLES)
    return any(
        all(OSA.distance(word, each, score_cutoff=NEAR) > NEAR for each in known)
        for word in strange
    )


def _alone(raw: str) -> str:
    """Initials of a name as it was written: "J.T." of "Jordan Tully", "L." of "Lee"."""
    return initials(raw) or f"{raw[:1].upper()}."


def _together(text: str) -> str:
    """A name without what parts its words: "JordanTully" and "Jordan Tully" are one."""
    return "".join(name_words(text))
